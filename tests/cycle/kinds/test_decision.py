"""Decisions: what they promise, how long notice was, when they were shaped, and what comes of a call-in (R47–R51)."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cycle.kinds.decision import notice
from cycle.kinds.decision.call_in import DONE, FINISH_FIRST, NOT_TAKEN
from cycle.moves import Refused
from tests import build
from tests.cycle.pages import as_typed, signed_in, words

pytestmark = pytest.mark.django_db
NO_DAY = {"taken_on_day": "", "taken_on_month": "", "taken_on_year": ""}


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "decision")


def put(stage, slug, **over):
    return build.record(stage, model=stage.kind.record_named(slug), **over)


def settled(call_in, by, outcome):
    return call_in.settle(by, outcome, date(2023, 2, 6), "The scrutiny committee", "There was no time.")


WRONG = [
    ({"decided": ""}, "It was taken, so say what was decided."),
    ({"users_said": ""}, "It was taken, so say what users said, and what officers advised."),
    ({"officers_advised": ""}, "It was taken, so say what users said, and what officers advised."),
    ({"how_voted": "counted", "votes_for": 7, "votes_against": ""},
     "Votes were counted, so give those for it and those against it."),
    ({"notice_on_year": 2024}, "Notice is given before a decision is taken. Look at the two days."),
    ({"papers_on_year": 2024}, "Papers come out before a decision is taken. Look at the two days."),
    ({"told_on_year": 2022}, "A decision is made known after it was taken. Look at the two days."),
    ({"call_in_until_year": 2022}, "A decision is called in after it was taken. Look at the two days."),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "sentence"), WRONG)
def test_what_a_decision_promises_comes_back_as_a_sentence(cast, stage, wrong, sentence):
    typed = as_typed(build.record_values(stage.kind.record, stage)) | wrong
    answer = signed_in(cast.ann).post(f"{stage.get_absolute_url()}records/decisions/new/", typed)
    assert answer.status_code == 422
    assert [problem.sentence for problem in answer.context["form"].problems] == [sentence]


@pytest.mark.req("R47")
def test_a_decision_point_that_lies_ahead_needs_no_outcome_yet(cast, stage):
    typed = as_typed(build.record_values(stage.kind.record, stage, decided="", users_said="", officers_advised=""))
    answer = signed_in(cast.ann).post(f"{stage.get_absolute_url()}records/decisions/new/", typed | NO_DAY)
    assert answer.status_code == 302
    assert "Not taken yet" in words(signed_in().get(f"{stage.get_absolute_url()}whole/"))


def test_a_decision_that_lies_ahead_waits_for_the_officers_by_its_day_and_its_notice_is_counted(cast, stage):
    soon = timezone.localdate() + timedelta(days=3)
    ahead = build.record(stage, title="Soon", taken_on=None, expected_on=soon, notice_on=soon - timedelta(days=29))
    sentence = "Write down what was decided: “Soon”"
    told = {who.name: sentence in [row.sentence for row in signed_in(who).get("/").context["waiting"]]
            for who in (cast.ola, cast.mia)}  # fmt: skip
    assert told == {"Ola": True, "Mia": False}
    assert "28 are asked for, so it was long enough." in words(signed_in().get(ahead.get_absolute_url()))


@pytest.mark.parametrize(
    ("first", "last", "clear", "working"),
    [(date(2022, 12, 25), date(2023, 1, 23), 28, 20), (date(2022, 12, 26), date(2023, 1, 23), 27, 19),
     (date(2023, 1, 20), date(2023, 1, 23), 2, 0), (date(2023, 1, 23), date(2023, 1, 23), 0, 0)],
)  # fmt: skip
def test_clear_days_count_neither_the_first_nor_the_last_day(first, last, clear, working):
    assert (notice.clear_days(first, last), notice.clear_working_days(first, last)) == (clear, working)


@pytest.mark.req("R47")
@pytest.mark.parametrize(
    ("given", "sentence"),
    [(date(2022, 12, 25), "That is 28 clear days before. 28 are asked for, so it was long enough."),
     (date(2022, 12, 26), "That is 27 clear days before. 28 are asked for."),
     (None, "It is a key decision. Nobody has written down when notice of it was given.")],
)  # fmt: skip
def test_the_page_of_a_key_decision_says_whether_notice_was_long_enough(stage, given, sentence):
    made = build.record(stage, is_key="yes", notice_on=given, papers_on=None)
    assert sentence in words(signed_in().get(made.get_absolute_url()))


def test_a_rule_holds_between_its_days_and_says_where_it_comes_from():
    assert notice.rule_on("notice", date(2012, 9, 9)) is None
    assert all(rule.source and rule.valid_from for rule in notice.RULES)


@pytest.mark.parametrize(
    ("over", "day"),
    [({}, date(2023, 1, 31)), ({"call_in_until": date(2023, 2, 3)}, date(2023, 2, 3)),
     ({"told_on": None}, date(2023, 1, 30)), ({"can_be_called_in": "no"}, None)],
)  # fmt: skip
def test_the_last_day_for_a_call_in_is_the_bodys_own_or_five_working_days(stage, over, day):
    said = {"can_be_called_in": "yes", "taken_on": date(2023, 1, 23), "told_on": date(2023, 1, 24)}
    made = build.record(stage, **said | {"call_in_until": None} | over)
    assert notice.last_day_for_call_in(made) == day


@pytest.mark.req("R50")
def test_a_decision_that_is_called_in_and_upheld_stands_and_no_round_begins(cast, stage):
    made = build.record(stage)
    call_in = put(stage, "call-ins", decision=made)
    assert "Called in, and not settled" in words(signed_in().get(made.get_absolute_url()))
    settled(call_in, cast.ann, "upheld")
    assert "In force: called in, and upheld" in words(signed_in().get(made.get_absolute_url()))
    assert [each.number for each in stage.rounds.all()] == [1]


@pytest.mark.req("R50", "R3")
@pytest.mark.parametrize("outcome", ["sent back", "overturned"])
def test_sent_back_or_overturned_begins_a_new_round_with_the_call_in_as_its_cause(cast, stage, outcome):
    made = build.record(stage)
    call_in = put(stage, "call-ins", decision=made)
    stage.finish(cast.ann, "It is decided.")
    event = settled(call_in, cast.ann, outcome)
    begun = stage.rounds.get(number=2)
    assert (begun.cause, begun.reason, stage.rounds.get(number=1).finished_because) == (
        event, "There was no time.", "It is decided.",
    )  # fmt: skip
    made.refresh_from_db()
    assert made.version == 1
    assert "Round 2 of this stage began because of it" in words(signed_in().get(call_in.get_absolute_url()))


def test_the_round_that_is_open_is_finished_before_a_decision_goes_back(cast, stage):
    call_in = put(stage, "call-ins", decision=build.record(stage))
    with pytest.raises(Refused) as refused:
        settled(call_in, cast.ann, "sent back")
    call_in.refresh_from_db()
    assert (refused.value.sentence, call_in.state, stage.rounds.count()) == (FINISH_FIRST, "called in", 1)


def test_what_came_of_a_call_in_is_written_down_once_and_by_officers_only(cast, stage):
    call_in = put(stage, "call-ins", decision=build.record(stage))
    assert {who.name for who in (cast.ann, cast.ola, cast.cara, cast.mia) if not call_in.why_cannot_settle(who)} == {
        "Ann", "Ola",
    }  # fmt: skip
    settled(call_in, cast.ann, "upheld")
    with pytest.raises(Refused, match=str(DONE)):
        settled(call_in, cast.ola, "upheld")


def test_only_a_decision_that_was_taken_is_called_in(stage):
    ahead = build.record(stage, taken_on=None)
    with pytest.raises(Refused, match=str(NOT_TAKEN)):
        put(stage, "call-ins", decision=ahead)


@pytest.mark.req("R50")
def test_a_reversal_leaves_the_earlier_decision_as_it_was_and_names_the_later_one(stage):
    first = build.record(stage, title="The first")
    build.record(stage, title="The second", replaces=first)
    page = words(signed_in().get(first.get_absolute_url()))
    assert ("Changed by a later decision" in page, "The second" in page) == (True, True)
    first.refresh_from_db()
    assert first.version == 1


@pytest.mark.req("R47")
def test_a_stage_of_decisions_is_short_of_when_they_were_shaped_and_why_they_differ(stage):
    made = build.record(stage, why_it_differs="")
    put(stage, "call-ins", decision=made)
    assert [str(sentence) for sentence in stage.kind.gaps_in(stage)] == [
        "1 decision was taken, and nothing says when it was really shaped.",
        "1 decision does not say how it differs from what users said, and why.",
        "A decision was called in, and nothing says yet what came of it.",
    ]
    put(stage, "shaped", decision=made)
    assert len(stage.kind.gaps_in(stage)) == 2


@pytest.mark.req("R49")
def test_officers_word_on_who_decides_stands_beside_how_users_see_it(stage):
    put(stage, "who-decides", lies="officers", said_by="The head of care", users_view="They say yes to all of it.",
        users_view_from="Meals Voice")  # fmt: skip
    page = words(signed_in().get(f"{stage.get_absolute_url()}whole/"))
    told = ("The head of care says", "Officers decide, and councillors say yes to it", "They say yes to all of it.")
    assert [each for each in told if each not in page] == []
    assert "Users say: Meals Voice" in page


@pytest.mark.req("R51")
def test_both_languages_stand_beside_each_other_and_the_way_back_too(stage):
    made = build.record(stage, committee_text="RESOLVED that it be so.", summary="You get it.",
                        users_words="Keep it hot!", into_committee="Users favoured retention.")  # fmt: skip
    page = signed_in().get(made.get_absolute_url())
    pairs = [(each.left, each.right) for each in page.context["told"] if hasattr(each, "left")]
    assert pairs == [("RESOLVED that it be so.", "You get it."), ("Keep it hot!", "Users favoured retention.")]
    assert "RESOLVED that it be so." in words(page)
