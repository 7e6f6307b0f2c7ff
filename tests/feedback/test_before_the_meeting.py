"""Those who decide: what waits for them before they do, and what they write down of who talked with them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cycle.moves import Refused
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db
SENTENCE = "Read one page before it is decided: Needs assessment"


def waits(person):
    return [(row.sentence, row.due) for row in signed_in(person).get("/").context["waiting"]]


def contacts(cast):
    """The stage that holds them, and their model."""
    stage = cast.stage("decision")
    return stage, stage.kind.record_named("contacts")


@pytest.mark.req("R48")
@pytest.mark.parametrize(("days", "is_told"), [(-1, False), (0, True), (14, True), (15, False)])
def test_those_who_decide_are_told_to_read_one_page_in_the_two_weeks_before(people, days, is_told):
    day = timezone.localdate() + timedelta(days=days)
    build.opened(people.cycle, "needs", decides_on=day)
    told = {name: (SENTENCE, day) in waits(person) for name, person in people.people().items()}
    assert told == dict.fromkeys(people.people(), False) | {"cara": is_told}


@pytest.mark.req("R50")
def test_everybody_with_a_seat_and_nobody_else_writes_down_who_talked_with_those_who_decide(people):
    stage, model = contacts(people)
    may = {name: not model.why_cannot_add(stage, person) for name, person in people.people().items()}
    assert may == dict.fromkeys(people.people(), False) | {"ann": True, "ola": True, "cara": True}
    with pytest.raises(Refused, match="Only people with a seat"):
        build.record(stage, people.mia, model)


@pytest.mark.req("R50")
def test_whoever_wrote_it_down_may_change_it_and_so_may_officers_but_no_other_decider(people):
    stage, model = contacts(people)
    other = build.person("Cass", "cass@example.org")
    people.cycle.seat(other, "decider", people.ann)
    made = build.record(stage, people.cara, model)
    may = {who.name: not made.why_cannot_change(who) for who in (people.cara, other, people.ola, people.mia)}
    assert may == {"Cara": True, "Cass": False, "Ola": True, "Mia": False}


def test_nothing_is_written_down_in_a_closed_cycle(people):
    stage, model = contacts(people)
    people.cycle.close(people.ann, "It is done.")
    assert model.why_cannot_add(stage, people.cara) == "This cycle is closed, so nothing in it can be changed."


def test_the_way_to_write_it_down_is_shown_to_those_who_may(people):
    stage, model = contacts(people)
    way = reverse("record_new", args=[people.cycle.slug, stage.kind_slug, model.SLUG])
    pages = (people.cycle.get_absolute_url(), reverse("briefing", args=[people.cycle.slug, "needs"]))
    readers = {"nobody": None, "mia": people.mia, "cara": people.cara}
    shown = {name: [way in words(signed_in(who).get(page)) for page in pages] for name, who in readers.items()}
    assert shown == {"nobody": [False, False], "mia": [False, False], "cara": [True, True]}


@pytest.mark.req("R38", "R48")
def test_every_party_that_said_something_is_named_with_its_own_words_however_few_they_are(people):
    needs = build.opened(people.cycle, "needs")
    for number in range(30):
        build.contribution(needs, text=f"Thought {number}")
    build.contribution(needs, people.pat, people.providers, text="Only once from us.")
    report = signed_in(people.cara).get(reverse("briefing", args=[people.cycle.slug, "needs"])).context["report"]
    counted = {party.name: (party.said, [own.contribution.text for own in party.recent]) for party in report.parties}
    assert counted == {
        "Meals Voice": (30, ["Thought 29", "Thought 28", "Thought 27"]),
        "Hot Plate Ltd": (1, ["Only once from us."]),
        "Commissioning team": (0, []),
    }


def test_a_promise_whose_day_has_passed_is_marked_until_there_is_another_answer(people):
    needs = build.opened(people.cycle, "needs")
    said, today = build.contribution(needs), timezone.localdate()
    answer = build.answer(said, outcome="later", later_by=today - timedelta(days=1), text="We look into it.")
    address = reverse("briefing", args=[people.cycle.slug, "needs"])
    (promise,) = signed_in().get(address).context["report"].promises
    assert (promise.words, promise.is_late) == ("“We look into it.”", True)
    answer.contribution = said
    answer.judge(people.bea, "does not", "You said it before.")
    assert len(signed_in().get(address).context["report"].promises) == 1
    build.answer(said)
    assert signed_in().get(address).context["report"].promises == []


def test_the_words_of_a_promise_are_told_only_to_those_who_may_read_what_it_answers(people):
    needs = build.opened(people.cycle, "needs")
    build.answer(build.contribution(needs, openness="withheld"), outcome="later", text="A secret promise.")
    address = reverse("briefing", args=[people.cycle.slug, "needs"])
    told = {name: "A secret promise." in words(signed_in(who).get(address)) for name, who in
            {"nobody": None, "pat": people.pat, "cara": people.cara}.items()}  # fmt: skip
    assert told == {"nobody": False, "pat": False, "cara": True}
