"""Handing a stage over: who may, what stands, and what the one who goes on says (R7)."""

import uuid

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cycle.models import Event, HandOver
from cycle.moves import Refused
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return build.cast()


@pytest.fixture
def given(people):
    """A hand-over of the needs from ann to ola, for the strategy."""
    return build.handover(people.stage("needs"), people.ann, people.ola, people.stage("strategy"))


def again(handover):
    """The same hand-over as another request finds it."""
    return HandOver.objects.told().get(pk=handover.pk)


def test_it_goes_from_one_seat_to_another_and_the_ledger_keeps_its_words(people, given):
    event = Event.objects.of(given).get()
    assert (given.state, str(given)) == ("given", "hand-over of Needs assessment to Ola")
    assert (event.by, event.verb, event.stage) == (people.ann, "handover given", given.stage)
    assert event.said["after"]["thinking"] == "We asked those first who are never asked."


def test_only_those_with_a_seat_hand_over_and_only_to_those_with_a_seat(people):
    needs = build.begin(people.stage("needs"))
    for somebody in (people.bea, people.pat, people.zoe):
        with pytest.raises(Refused, match="Only those who hold a seat"):
            build.handover(needs, somebody, people.ola)
    for somebody in (people.bea, people.zoe, people.ann):
        with pytest.raises(Refused, match="to somebody else who holds a seat"):
            build.handover(needs, people.ann, somebody)
    assert build.handover(needs, people.ola, people.cara).given_to == people.cara


def test_it_is_refused_for_a_stage_that_was_not_begun_without_words_and_for_another_cycle(people):
    with pytest.raises(Refused, match="nothing to hand over yet"):
        HandOver.give(
            people.ann, people.stage("needs"), people.ola, people.stage("strategy"), outputs="a", thinking="b"
        )
    needs = build.begin(people.stage("needs"))
    with pytest.raises(Refused, match="the thinking behind it"):
        build.handover(needs, people.ann, people.ola, thinking=" ")
    with pytest.raises(Refused, match="a stage of the same cycle"):
        build.handover(needs, people.ann, people.ola, build.stage(build.cycle(), "strategy"))
    assert not HandOver.objects.exists()


def test_somebody_alone_is_told_to_give_another_person_a_seat_first():
    cycle = build.cycle()
    with pytest.raises(Refused, match="Nobody else holds a seat"):
        build.handover(build.stage(cycle, "needs"), build.lead(cycle), build.lead(cycle))


@pytest.mark.parametrize("words", ["", "I still need to know who stopped."])
def test_only_the_receiver_says_that_they_have_read_it_and_only_once(people, given, words):
    for somebody in (people.ann, people.cara, people.zoe):
        with pytest.raises(Refused, match="Only the person to whom it is handed over"):
            again(given).receive(somebody, words)
    event = again(given).receive(people.ola, words)
    assert (again(given).state, again(given).received_words, bool(again(given).received_at)) == (
        "received",
        words,
        True,
    )
    assert event.said["after"].get("received_words", "") == words
    with pytest.raises(Refused, match="has been read already"):
        again(given).receive(people.ola)
    with pytest.raises(Refused, match="has been read already"):
        again(given).withdraw(people.ann)


def test_the_giver_takes_back_what_nobody_has_read_and_it_stays_to_be_seen(people, given):
    with pytest.raises(Refused, match="Only the person who wrote this"):
        again(given).withdraw(people.ola)
    again(given).withdraw(people.ann)
    assert again(given).state == "withdrawn"
    with pytest.raises(Refused, match="was taken back"):
        again(given).receive(people.ola)
    assert list(HandOver.objects.touching(given.stage)) == [given]


def test_nothing_is_read_or_handed_over_once_the_cycle_is_closed(people, given):
    type(people.cycle).objects.filter(pk=people.cycle.pk).update(state="closed")
    for verb in (lambda: again(given).receive(people.ola), lambda: again(given).withdraw(people.ann)):
        with pytest.raises(Refused, match="This cycle is closed"):
            verb()
    people.afresh()
    with pytest.raises(Refused, match="This cycle is closed"):
        build.handover(people.stage("needs"), people.ann, people.ola)


def test_whoever_has_no_seat_any_more_is_no_longer_asked(people, given):
    people.cycle.end_seat(people.ann, people.cycle.seats.get(person=people.ola))
    with pytest.raises(Refused, match="Only the person to whom it is handed over"):
        again(given).receive(people.ola)


@pytest.mark.parametrize(
    "change", [{"outputs": "x"}, {"thinking": "x"}, {"given_to_id": 1}, {"still_open": "x"}, {"look_out_for": "x"}]
)
def test_the_database_refuses_to_change_what_was_handed_over(given, change):
    with pytest.raises(DatabaseError, match="part of the record"), transaction.atomic():
        HandOver.objects.filter(pk=given.pk).update(**change)
    with pytest.raises(DatabaseError, match="part of the record"), transaction.atomic():
        HandOver.objects.filter(pk=given.pk).delete()


def test_the_database_holds_that_what_was_read_has_its_time(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        HandOver.objects.filter(pk=given.pk).update(state="received")


def test_a_double_click_makes_one(people):
    needs = build.begin(people.stage("needs"))
    click = {"token": uuid.uuid4()}
    first, second = (build.handover(needs, people.ann, people.ola, **click) for _number in range(2))
    assert first == second
    assert HandOver.objects.count() == 1
