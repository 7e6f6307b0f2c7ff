"""What taking part came to: ratings of both sides, decisions changed and influenced, and power (R62, R63)."""

import re

import pytest
from django.urls import reverse

from cycle.models import KINDS, InfluenceWord
from feedback.models import Placing, Rating
from feedback.models.rating import Question
from feedback.waiting import waiting_for
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
CHOSEN = re.compile(r'<option value="[0-9]+" selected')
TOO_FEW = "Too few to show: nothing is told before 5 people of a side have answered."


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def url(stage, name="stage_ratings"):
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug])


def of_cycle(cycle):
    return reverse("cycle_evaluation", args=[cycle.slug])


def everywhere(stage):
    whole = [
        reverse(name, args=[stage.cycle.slug]) for name in ("cycle", "cycle_evaluation", "ledger", "cycle_openness")
    ]
    rooms = [url(stage, name) for name in ("stage_ratings", "stage", "stage_history", "stage_report", "stage_openness")]
    return [reverse("home"), *whole, *rooms]


def in_tables(glance):
    """All that stands in the tables of a glance."""
    rows = [row for table in glance.parts if hasattr(table, "rows") for row in table.rows]
    return " ".join(str(each) for row in rows for each in (row.head, *row.cells))


def seen(stage, reader):
    browser = signed_in(reader)
    return [TOKEN.sub("", words(browser.get(address))) for address in everywhere(stage)]


@pytest.mark.req("R62")
def test_both_sides_are_shown_side_by_side_with_the_gap_between_them(cast, stage):
    build.rated(stage, build.members(cast.cycle, 5), 2, 3, 4, 5)
    build.rated(stage, build.seats(cast.cycle, 5), 8)
    page = words(signed_in().get(url(stage)))
    told = ("3.8", "8.0", "The authority gives 4.2 more than people do.", "5 people, counted on")
    assert [each for each in told if each not in page] == []
    cycle = words(signed_in().get(of_cycle(cast.cycle)))
    assert [each for each in told if each not in cycle] == []
    for name in ("stage_report", "stage_openness"):
        page = words(signed_in().get(url(stage, name)))
        assert [each for each in told if each not in page] == []


@pytest.mark.req("R62")
def test_before_five_of_a_side_have_answered_nobody_is_shown_anything_of_it(cast, stage):
    four, officers = build.members(cast.cycle, 4), build.seats(cast.cycle, 4)
    cast.afresh()
    readers = {"nobody": None, **cast.people()}
    before = {name: seen(stage, who) for name, who in readers.items()}
    stage = cast.stage("needs")
    build.rated(stage, four, 1)
    build.rated(stage, officers, 10)
    assert [name for name, who in readers.items() if seen(stage, who) != before[name]] == []
    assert TOO_FEW in words(signed_in(cast.ann).get(url(stage)))


def test_one_side_alone_is_shown_without_the_other(cast, stage):
    build.rated(stage, build.members(cast.cycle, 5), 6)
    page = words(signed_in().get(url(stage)))
    assert ["6.0" in page, "Too few to show" in page, "Only one side can be shown." in page] == [True] * 3


@pytest.mark.req("R62")
def test_a_member_and_an_officer_rate_it_on_the_page_and_no_page_says_who_did(cast, stage):
    for person in (cast.mia, cast.ann):
        page = signed_in(person).post(url(stage), {"mattered": "3", "heard": "2", "clear": ""}, follow=True)
        assert said(page) == [
            "Thank you. Your answer is kept without your name. It is shown only in a count of five people or more."
        ]
    assert sorted((each.side, each.question, each.number) for each in Rating.objects.all()) == [
        ("authority", "heard", 2), ("authority", "mattered", 3), ("people", "heard", 2), ("people", "mattered", 3),
    ]  # fmt: skip
    build.rated(stage, build.members(cast.cycle, 4), 9)
    ledger_page = words(signed_in(cast.ola).get(reverse("ledger", args=[cast.cycle.slug])))
    lines = [line for line in ledger_page.split("<li") if "at least four others said how taking part went" in line]
    assert [("Somebody" in line, "Mia" in line, "Member" in line) for line in lines] == [(True, False, False)]


def test_the_page_says_that_one_has_answered_and_never_what(cast, stage):
    browser, pages = signed_in(cast.mia), []
    for number in (1, 7, 10):
        Rating.rate(stage, cast.mia, {Question.MATTERED: number})
        pages.append(TOKEN.sub("", words(browser.get(url(stage)))))
    assert ["You have answered." in pages[0], bool(CHOSEN.search(pages[0])), pages[0] == pages[1] == pages[2]] == [
        True, False, True,
    ]  # fmt: skip


@pytest.mark.parametrize("sent", [{}, {"mattered": ""}, {"mattered": "0"}, {"mattered": "11"}, {"mattered": "five"}])
def test_an_answer_beside_the_scale_is_asked_for_again(cast, stage, sent):
    page = signed_in(cast.mia).post(url(stage), sent)
    assert (page.status_code, "There is a problem" in words(page), Rating.objects.count()) == (422, True, 0)


def test_who_takes_no_part_reads_why_and_finds_no_form(cast, stage):
    page = words(signed_in(cast.zoe).get(url(stage)))
    assert ["<select" in page, "Only people who take part in this cycle" in page] == [False, True]
    assert signed_in(cast.zoe).post(url(stage), {"mattered": "5"}).status_code == 403


def test_both_sides_are_asked_on_their_first_page_once_a_stage_is_finished(cast, stage):
    build.record(stage)
    stage.finish(cast.ann)
    asks = "Say how taking part went: Needs assessment"
    found = {name: asks in [str(each.sentence) for each in waiting_for(who, [build.afresh(cast.cycle)])]
             for name, who in cast.people().items()}  # fmt: skip
    # pat takes part in the cycle, and was no party of this stage
    assert found == dict.fromkeys(found, True) | {"zoe": False, "pat": False}
    build.rated(stage, [cast.mia, cast.ann], 5)
    for person in (cast.mia, cast.ann):
        assert asks not in [str(each.sentence) for each in waiting_for(person, [build.afresh(cast.cycle)])]


def test_many_finished_stages_are_one_line(cast):
    for kind in ("needs", "budget", "strategy"):
        stage = build.opened(cast.cycle, kind)
        build.record(stage)
        stage.finish(cast.ann, "It is time.")
    lines = [str(each.sentence) for each in waiting_for(cast.mia, [build.afresh(cast.cycle)])]
    assert [line for line in lines if "taking part went" in line] == ["Say how taking part went in 3 stages"]


@pytest.mark.req("R62")
def test_decisions_that_were_changed_stand_apart_from_those_that_were_influenced(cast):
    stage = build.opened(cast.cycle, "decision")
    changed = build.record(stage, title="Frozen only when asked for")
    weighed = build.record(stage, title="The price is £4.55")
    event = changed.revise(cast.ann, 1, "People were afraid.", decided="Nobody has to heat a meal.")
    answer = build.answer(build.contribution(stage, cast.mia), outcome="changed", changed_event=event)
    answer.judge(cast.mia, "answers")
    build.answer(build.contribution(stage, cast.mia, about=weighed))
    monitoring = cast.stage("monitoring")
    model = monitoring.kind.record_named("influences")
    influence = build.record(monitoring, model=model, decision=weighed, title="Fear of the price")
    InfluenceWord.say(influence, cast.ann, cast.commissioners, "We thought longer.", says="yes")
    page = signed_in().get(of_cycle(cast.cycle))
    parts = {glance.title: in_tables(glance) for glance in page.context["glances"]}
    titles = list(parts)[1:4]
    assert titles == [
        "Decisions that were changed", "Decisions that were influenced", "What was weighed and not changed",
    ]  # fmt: skip
    assert ["Frozen only when asked for" in parts[title] for title in titles] == [True, False, False]
    assert ["The price is £4.55" in parts[title] for title in titles] == [False, True, True]
    assert "1 says that it answers them" in words(page)
    assert "Only the authority says so. No users’ group has said anything yet." in words(page)
    InfluenceWord.say(influence, cast.mia, cast.users, "We saw it in the minutes.", says="yes")
    assert "Both sides say that it made a difference." in words(signed_in().get(of_cycle(cast.cycle)))


@pytest.mark.req("R63")
def test_levels_and_openness_over_time_show_whether_power_shifts(cast, stage):
    five = build.members(cast.cycle, 5)
    build.placed(stage, five, "closed", "closed", "open")
    build.record(stage)
    stage.finish(cast.ann)
    build.begin(stage, reason="Once more.")
    draft = build.draft(stage)
    draft.name_party(cast.ann, cast.users, **build.TERMS | {"level": "share"})
    draft.propose(cast.ann)
    build.signed(draft)
    stage.refresh_from_db(fields=["state", "round_number"])
    build.placed(stage, five, "open")
    build.record(cast.stage("monitoring"), cast.mia, cast.stage("monitoring").kind.record_named("power-notes"),
                 party=cast.users, shift="more", summary="They ring us first now.")  # fmt: skip
    page = words(signed_in().get(of_cycle(cast.cycle)))
    told = (
        "Users’ groups carry more now. Needs assessment, round 1: Influences. Needs assessment, round 2: Shares in the "
        "decision.",
        "Found open: 3 of 5 people (Needs assessment, round 1), and 5 of 5 people (Needs assessment, round 2).",
        "They ring us first now.",
        "Users have more say than before",
        "Only one side has said so far who has the say.",
    )
    assert [each for each in told if each not in page] == []


def test_what_was_only_asked_of_users_is_not_told_as_theirs(cast):
    build.proposed(cast.stage("needs"))
    page = words(signed_in().get(of_cycle(cast.cycle)))
    assert ["Meals Voice, not agreed: Influences" in page, "Users’ groups carry" in page] == [True, False]


def test_two_cycles_of_one_authority_stand_side_by_side(cast, stage):
    other = build.cycle(cast.ann, cast.council, title="Day centres")
    build.rated(stage, build.members(cast.cycle, 5), 4)
    page = words(signed_in().get(of_cycle(other)))
    assert ["From cycle to cycle" in page, "Community meals" in page, "4.0" in page] == [True] * 3
    hidden = build.cycle(cast.ann, cast.council, published=False, title="Another one")
    assert hidden.title not in words(signed_in(cast.mia).get(of_cycle(other)))


def fill(cast, kinds, times):
    five = build.members(cast.cycle, 5)
    for kind in kinds:
        stage = cast.stage(kind)
        if not stage.round_number:
            stage = build.opened(cast.cycle, kind)
        for number in range(times):
            build.rated(stage, five, number % 10 + 1)
            Placing.place(stage, five[0], "open")
    monitoring, decision = cast.stage("monitoring"), cast.stage("decision")
    for slug in ("influences", "power-notes"):
        for _each in range(times):
            build.record(monitoring, model=monitoring.kind.record_named(slug))
    for _each in range(times):
        event = build.record(decision).history().last()
        build.answer(build.contribution(decision, cast.mia), outcome="changed", changed_event=event)


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_pages_ask_as_often_with_one_count_as_with_many(cast, stage, reader):
    build.opened(cast.cycle, "decision")
    browser = signed_in(reader and getattr(cast, reader))
    pages = [url(stage), of_cycle(cast.cycle), url(stage, "stage_openness")]
    fill(cast, ["needs"], 1)
    once = [queries(browser, page) for page in pages]
    fill(cast, list(KINDS)[:6], 3)
    assert [queries(browser, page) for page in pages] == once
    assert max(once) < 45
