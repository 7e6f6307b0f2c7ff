"""Who is in the room of a stage and who is missing: whom it wants to hear, who came, who says most (R69)."""

import uuid
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback.in_the_room.glances import FEW_RULES, room_of, rule_on
from feedback.in_the_room.small import in_words, may_show
from feedback.models import Contribution
from involvement.asking import note_who_came
from involvement.models import HowFound, Target
from people.refusal import Conflict, Refused
from tests import build
from tests.build.target import WANTED
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def at(stage, name="who_is_there", *further):
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug, *further])


def crowd(cast, number, prefix="Member"):
    """So many new members of Meals Voice."""
    people = [build.person(f"{prefix} {n}", f"{prefix.lower()}{n}@example.org") for n in range(number)]
    for person in people:
        build.member(person, cast.meals_voice)
    cast.afresh()
    return people


def gives(stage, cast, person, times=1):
    for _time in range(times):
        build.contribution(stage, person, cast.users, token=str(uuid.uuid4()))


# --- Whom a stage wants to hear ---------------------------------------------------------------------------------------


@pytest.mark.req("R69")
def test_an_officer_says_whom_a_stage_wants_to_hear_and_a_group_agrees(cast, stage):
    browser = signed_in(cast.ann)
    assert "Nobody has said yet whom this stage wants to hear." in words(browser.get(at(stage)))
    assert said(browser.post(at(stage, "target_new"), WANTED, follow=True)) == [
        "It is written down. Groups can agree to it now."
    ]
    target = Target.objects.get()
    page = words(signed_in().get(at(stage)))
    assert "No group yet: it is the authority’s own word" in page
    assert "Missing: nobody is heard yet" in page
    signed_in(cast.bea).post(at(stage, "target_agreement", target.pk), {"participant": cast.users.pk})
    page = words(signed_in().get(at(stage)))
    assert "No group yet" not in page
    assert [party.name for party in target.agreed_by.all()] == ["Meals Voice"]
    shown = " ".join(words(browser.get(stage.get_absolute_url())).split())
    assert "Still missing: People who stopped getting meals." in shown


@pytest.mark.req("R69")
def test_a_group_puts_people_forward_itself_and_has_agreed_by_that(cast, stage):
    sent = WANTED | {"proposed_by": cast.users.pk}
    assert signed_in(cast.cove).post(at(stage, "target_new"), sent).status_code == 302
    target = Target.objects.get()
    assert (target.proposer, list(target.agreed_by.all())) == ("Meals Voice", [cast.users])
    with pytest.raises(Refused):
        target.agree(cast.cove, cast.users)
    with pytest.raises(Refused):
        build.target(stage, cast.cove)
    for stranger in (cast.mia, cast.zoe):
        assert signed_in(stranger).get(at(stage, "target_new")).status_code == 403


@pytest.mark.req("R69")
def test_who_was_asked_came_and_gave_something_is_counted_and_what_is_missing_shows(cast, stage):
    target = build.target(stage, parties=[cast.users], how_many=8)
    people = crowd(cast, 6)
    meeting = build.session(stage, cast.ann)
    rows = build.asked(meeting, *people[:5])
    for person in people:
        gives(stage, cast, person)
    note_who_came(meeting, cast.ann, came=[row.pk for row in rows[:2]])
    found = room_of(stage).wanted[0]
    assert (found.asked, found.came, found.gave, found.heard, found.is_met) == (5, 2, 6, 6, False)
    page = words(signed_in().get(at(stage)))
    assert ["Some are heard, not enough" in page, "Fewer than 5" in page] == [True, True]
    target.look_for(cast.ola, how="A stall at the market", reached=2, learnt="They work in the day.", cost="12.50")
    page = words(signed_in().get(at(stage)))
    assert [each for each in ("Heard, as many as wanted", "A stall at the market", "£12.50") if each not in page] == []


def test_a_target_is_ended_with_a_reason_that_stays_on_the_page(cast, stage):
    target = build.target(stage)
    with pytest.raises(Refused):
        target.end(cast.bea, "We found them.")
    signed_in(cast.ola).post(at(stage, "target_end", target.pk), {"because": "They have their own stage now."})
    target.refresh_from_db()
    assert target.has_ended
    assert "They have their own stage now." in words(signed_in().get(at(stage)))
    assert signed_in(cast.ola).get(at(stage, "target_try", target.pk)).status_code == 403


def test_the_ledger_says_who_is_wanted_and_never_how_many_came(cast, stage):
    target = build.target(stage, parties=[cast.users])
    target.look_for(cast.ann, how="A stall at the market", reached=2, learnt="Nothing.")
    rows = cast.cycle.events.filter(verb__startswith="people ").order_by("number")
    told = list(rows.values_list("verb", "payload"))
    assert [verb for verb, _payload in told] == ["people wanted", "people looked for"]
    assert "reached" not in "".join(payload for _verb, payload in told)


# --- Who is there -----------------------------------------------------------------------------------------------------


def test_small_numbers_are_words_and_a_table_of_parts_is_shown_whole_or_not_at_all():
    assert [in_words(number) for number in (0, 1, 4, 5, 12)] == ["Nobody", "Fewer than 5", "Fewer than 5", "5", "12"]
    shown = [may_show(5, 0), may_show(5, 7), may_show(4, 20), may_show(0, 0), may_show(1)]
    assert shown == [True, True, False, False, False]


@pytest.mark.req("R69")
def test_new_people_and_those_who_know_an_earlier_cycle_are_told_only_when_nobody_can_be_made_out(cast, stage):
    people = crowd(cast, 10)
    earlier = build.cycle(cast.ann, cast.council, title="An earlier cycle")
    party, before = build.admit(earlier, cast.meals_voice), build.opened(earlier, "needs")
    for person in people[:4]:
        build.contribution(before, person, party, given_on=date(2020, 1, 1))
    for person in people:
        gives(stage, cast, person)
    page = words(signed_in().get(at(stage)))
    assert "New and known people: not shown, because too few people stand behind a number." in page
    assert "10 people gave something or came to a meeting here." in page
    build.contribution(before, people[4], party, given_on=date(2020, 1, 1))
    page = words(signed_in().get(at(stage)))
    assert "Know an earlier cycle" in page
    assert "In how many cycles they took part" in page
    assert "Less than a year" in page


@pytest.mark.req("R69")
def test_a_few_people_who_say_most_are_warned_of_without_a_name_and_without_their_number(cast, stage):
    for person in crowd(cast, 9):
        gives(stage, cast, person)
    assert "The same few" not in words(signed_in().get(at(stage)))
    gives(stage, cast, cast.mia, 12)
    page = words(signed_in().get(at(stage)))
    assert "The same few: more than half of the 21 things said here come from fewer than 5 people." in page
    assert "Mia" not in page
    assert rule_on(FEW_RULES[0].valid_from - timedelta(days=1)) is None
    Contribution.objects.filter(given_by=cast.mia).update(given_by=None)
    assert "The same few" not in words(signed_in().get(at(stage)))


@pytest.mark.req("R69")
def test_how_people_were_found_stands_beside_what_they_say_and_in_the_report(cast, stage):
    sent = {"invited": "6", "by_group": "0", "by_themselves": "9", "version": "0"}
    sent |= {"words": "Those who work in the day."}
    assert signed_in(cast.ann).post(at(stage, "how_found"), sent).status_code == 302
    for address in (at(stage), at(stage, "stage_report")):
        page = words(signed_in().get(address))
        assert "Who is not here, because of how people were found: Those who work in the day." in page
    answer = signed_in(cast.ola).post(at(stage, "how_found"), sent | {"words": "Nobody."})
    assert (answer.status_code, "Those who work in the day." in words(answer)) == (409, True)
    with pytest.raises(Conflict):
        HowFound.write(stage, cast.ola, 0, words="Nobody.")
    with pytest.raises(Refused):
        HowFound.write(stage, cast.bea, 1, words="Nobody.")


def test_the_report_tells_whom_the_stage_wants_to_hear(cast, stage):
    build.target(stage)
    page = words(signed_in().get(at(stage, "stage_report")))
    assert ["Whom this stage wants to hear" in page, "People who stopped getting meals" in page] == [True, True]


def test_whom_users_named_to_be_reached_is_linked(cast, stage):
    model = stage.kind.record_named("reach")
    build.record(stage, model=model, title="Farm workers")
    assert "Farm workers" in words(signed_in().get(at(build.stage(cast.cycle, "testing"))))


def test_the_page_costs_the_same_at_any_number_of_people(cast, stage):
    build.target(stage, parties=[cast.users]).look_for(cast.ann, how="A stall", reached=1, learnt="")
    gives(stage, cast, cast.mia)
    reader = signed_in(cast.ann)
    once = queries(reader, at(stage))
    for person in crowd(cast, 25):
        gives(stage, cast, person, 2)
    for number in range(4):
        build.target(stage, name=f"Others {number}", parties=[cast.users]).look_for(
            cast.ann, how="A stall", reached=1, learnt="", tried_on=timezone.localdate()
        )
    assert queries(reader, at(stage)) == once
