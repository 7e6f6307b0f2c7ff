"""Implementation: named owners, decided beside arrived, and the front line's way back to the decision (R57, R58)."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from cycle.models import Event
from cycle.moves import Refused
from feedback.waiting import waiting_for
from tests import build
from tests.cycle.pages import edit_url, queries, record_typed, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "implementation")


def model(stage, slug):
    return stage.kind.record_named(slug)


def whole(stage):
    return reverse("stage_work", args=[stage.cycle.slug, stage.kind_slug])


def named(stage, part, who="Ivy Invented", **over):
    said = {"part": part, "who": who, "from_day": date(2023, 1, 1), "until_day": None}
    return build.record(stage, model=model(stage, "owners"), **said | over)


def report(stage, **over):
    return build.record(stage, model=model(stage, "front-line"), **over)


@pytest.mark.req("R57")
def test_each_of_the_four_parts_needs_somebody_who_answers_for_it_today(cast, stage):
    for part in ("lead", "delivery", "review"):
        named(stage, part)
    gap = "Nobody is named who answers for this: “Tells those who decided how it goes”."
    assert gap in stage.kind.gaps_in(stage)
    page = words(signed_in().get(whole(stage)))
    assert ["Ivy Invented" in page, page.count("Nobody is named")] == [True, 1]
    one = named(stage, "feedback", "Fay Fictional")
    assert stage.kind.gaps_in(stage) == []
    one.revise(cast.ann, 1, "She has left.", until_day=timezone.localdate() - timedelta(days=1))
    assert gap in stage.kind.gaps_in(stage)


def test_nobody_answers_before_their_first_day_or_ends_before_it(cast, stage):
    named(stage, "lead", from_day=timezone.localdate() + timedelta(days=3))
    assert "Leads it as a whole" in stage.kind.gaps_in(stage)[0]
    with pytest.raises(IntegrityError), transaction.atomic():
        named(stage, "review", until_day=date(2022, 12, 31))


@pytest.mark.req("R57")
def test_what_arrived_stands_beside_what_was_decided_with_both_sides_word(cast, stage):
    decision = build.record(cast.stage("decision"), title="Option 3", decided="Frozen only when asked for.")
    build.record(
        stage, title="The first frozen meals", decision=decision, what_arrived="Frozen for all of one street.",
        officers_say="as decided", users_say="other", users_words="Nobody asked us.",
    )  # fmt: skip
    page = words(signed_in().get(whole(stage)))
    told = ("Frozen only when asked for.", "Frozen for all of one street.", "It is what was decided",
            "It is something else", "Nobody asked us.",
            "Users and officers do not say the same of: The first frozen meals.")  # fmt: skip
    assert [each for each in told if each not in page] == []


def test_a_decision_that_is_not_open_is_not_told_beside_a_milestone(cast, stage):
    decision = build.withheld(cast.stage("decision"), title="Hidden title", decided="Hidden words.")
    build.record(stage, decision=decision)
    pages = {name: words(signed_in(who).get(whole(stage))) for name, who in {"nobody": None, "ann": cast.ann}.items()}
    assert {name: ("Hidden title" in page, "Hidden words." in page) for name, page in pages.items()} == {
        "nobody": (False, False), "ann": (True, True),
    }  # fmt: skip


def test_what_users_say_of_a_milestone_needs_their_words_and_reached_needs_what_arrived(cast, stage):
    for over in ({"users_words": ""}, {"what_arrived": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            build.record(stage, **over)


def test_a_milestone_waits_for_the_officers_when_its_day_is_near(cast, stage):
    build.record(stage, title="Soon", due_on=timezone.localdate(), reached_on=None, what_arrived="")
    build.record(stage, title="Later", due_on=timezone.localdate() + timedelta(days=30), reached_on=None)
    lines = [str(each.sentence) for each in waiting_for(cast.ola, [cast.cycle])]
    assert [line for line in lines if "has arrived" in line] == ["Say whether it has arrived: “Soon”"]


@pytest.mark.req("R58")
def test_the_front_line_signs_up_for_itself_and_nobody_else_does(cast, stage):
    url = reverse("record_new", args=[cast.cycle.slug, stage.kind_slug, "commitments"])
    typed = record_typed(
        model(stage, "commitments"), party=cast.providers.pk, position="with worries", worries="Two drivers too few."
    )
    assert signed_in(cast.mia).get(url).status_code == 403
    assert signed_in(cast.pat).post(url, typed).status_code == 302
    page = words(signed_in().get(whole(stage)))
    assert ["Stands behind it, with worries" in page, "Two drivers too few." in page] == [True, True]


def test_one_signs_up_only_for_ones_own_team_and_keeps_it_from_nobody_involved(cast, stage):
    sort, said = model(stage, "commitments"), build.record_values(model(stage, "commitments"), stage)
    other = cast.cycle.admit(cast.ann, "staff", organisation=build.provider("Another team"))
    with pytest.raises(Refused, match="that you belong to"):
        sort.add(cast.pat, stage, **said | {"party": other})
    with pytest.raises(Refused, match="not asked of that group"):
        sort.add(cast.ann, stage, **said | {"party": cast.users})
    closed = {"openness": "withheld", "withheld_because": "A secret.", "review_on": date(2031, 1, 1)}
    with pytest.raises(Refused, match="cannot keep this to officers"):
        sort.add(cast.pat, stage, **said | {"party": cast.providers} | closed)
    mine = sort.add(cast.pat, stage, **said | {"party": cast.providers})
    assert [mine.why_cannot_change(person) == "" for person in (cast.pat, cast.ann, cast.mia)] == [True, True, False]
    with pytest.raises(Refused, match="that you belong to"):
        mine.revise(cast.pat, 1, "For them, too.", party=other)


def test_worries_are_told_when_one_does_not_simply_stand_behind_it(cast, stage):
    for position in ("with worries", "no"):
        with pytest.raises(IntegrityError), transaction.atomic():
            build.record(stage, model=model(stage, "commitments"), party=cast.providers, position=position, worries="")


@pytest.mark.req("R58")
def test_what_the_front_line_says_is_taken_up_as_a_report_and_answered(cast, stage):
    said = build.contribution(stage, cast.pat, cast.providers, text="The card is missing. We count it each day.")
    assert str(model(stage, "front-line").PROMPT) in words(signed_in(cast.pat).get(whole(stage)))
    url = reverse("record_new", args=[cast.cycle.slug, stage.kind_slug, "front-line"]) + f"?from={said.pk}"
    typed = record_typed(model(stage, "front-line"), title="No card", reported_by=cast.providers.pk)
    answer = signed_in(cast.ann).post(url, typed)
    assert (answer.status_code, "answer/?changed=" in answer["Location"]) == (302, True)


@pytest.mark.req("R58")
def test_a_decision_is_looked_at_again_with_the_report_as_its_cause(cast, stage):
    deciding = build.opened(cast.cycle, "decision")
    decision = build.record(deciding)
    deciding.finish(cast.ann)
    made = report(stage, title="Frozen meals thaw in the van", asks="look again", decision=decision, led_to="open")
    url = reverse("look_again", args=[cast.cycle.slug, stage.kind_slug, made.pk])
    assert signed_in(cast.pat).get(url).status_code == 403
    assert "Look at the decision again" in words(signed_in(cast.ann).get(made.get_absolute_url()))
    page = signed_in(cast.ann).post(url, {"version": 1, "reason": "They thaw."}, follow=True)
    assert "A new round of “Decision” has begun. It names this report as its cause." in words(page)
    again = cast.stage("decision").current_round
    assert (again.number, again.reason, again.cause.thing_type, again.cause.thing_id, again.came_from) == (
        2, "They thaw.", "cycle.frontlinereport", made.pk, stage,
    )  # fmt: skip
    page = words(signed_in().get(made.get_absolute_url()))
    assert ["Decision, round 2, began because of this report." in page, "They thaw." in page] == [True, True]
    assert signed_in(cast.ann).post(url, {"version": 2, "reason": "Once more."}).status_code == 403


def test_who_was_quicker_with_a_report_is_told_and_no_round_begins(cast, stage):
    deciding = build.opened(cast.cycle, "decision")
    decision = build.record(deciding)
    deciding.finish(cast.ann)
    made = report(stage, asks="look again", decision=decision)
    made.revise(cast.ola, 1, "More is known.", evidence="We counted again.")
    url = reverse("look_again", args=[cast.cycle.slug, stage.kind_slug, made.pk])
    assert signed_in(cast.ann).post(url, {"version": 1, "reason": "They thaw."}).status_code == 409
    assert cast.stage("decision").round_number == 1


def test_while_the_decision_is_under_way_it_is_not_begun_anew(cast, stage):
    made = report(stage, asks="look again", decision=build.record(build.opened(cast.cycle, "decision")))
    with pytest.raises(Refused, match="under way already"):
        made.look_again(cast.ann, 1, "They asked.")
    made.revise(cast.ann, 1, "It is on its agenda.", led_to="again")
    touched = Event.objects.filter(stage=cast.stage("decision"), thing_type="cycle.frontlinereport", material=True)
    assert touched.count() == 1  # it can be named as what the agreement of the decision has to take in


def test_a_report_ends_with_a_change_or_a_reason(cast, stage):
    report(stage)
    assert any("report from the front line is still open" in gap for gap in stage.kind.gaps_in(stage))
    for over in ({"led_to": "put right", "put_right": ""}, {"led_to": "nothing", "because": ""},
                 {"led_to": "again", "asks": "known"}, {"asks": "look again", "decision": None}):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            report(stage, **over)


def test_why_nothing_was_done_is_asked_for_on_the_form(cast, stage):
    made = report(stage, because="")
    typed = record_typed(
        type(made), led_to="nothing", because="", decision="", reported_by="", version=1, reason="We looked."
    )
    page = signed_in(cast.ann).post(edit_url(made), typed)
    assert (page.status_code, "Say why nothing was done." in words(page)) == (422, True)


@pytest.mark.parametrize("reader", [None, "pat", "ann"])
def test_the_room_asks_as_often_with_few_as_with_many(cast, stage, reader):
    browser = signed_in(reader and getattr(cast, reader))
    decision = build.record(cast.stage("decision"))

    def fill(times):
        for number in range(times):
            build.record(stage, decision=decision, title=f"Milestone {number}")
            named(stage, "lead")
            report(stage, reported_by=cast.providers, asks="look again", decision=decision)
            build.record(stage, model=model(stage, "commitments"), party=cast.providers)

    fill(1)
    once = queries(browser, whole(stage))
    fill(8)
    assert queries(browser, whole(stage)) == once
