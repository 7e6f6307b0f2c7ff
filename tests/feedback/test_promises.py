"""Promises: who may make which, what comes of them, and the two views of that side by side (R78)."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from cycle.moves import Refused
from feedback.models import Promise
from feedback.promising import counts_of, shown, voices_of
from tests import build

pytestmark = pytest.mark.django_db


def seen(promise, reader):
    """The promise for one reader."""
    rows = Promise.objects.visible_to(reader, promise.cycle).filter(pk=promise.pk).for_list()
    return shown(rows, reader, promise.cycle)[0]


@pytest.mark.parametrize(
    ("name", "may"), [("ann", True), ("ola", True), ("cara", True), ("bea", False), ("pat", False), ("zoe", False)]
)
def test_only_somebody_with_a_seat_promises_something(people, name, may):
    assert bool(Promise.refusal_to_make(people.stage("needs"), getattr(people, name))) is not may


def test_a_promise_writes_one_event_with_all_that_it_says(people, needs):
    before = people.cycle.events.count()
    promise = build.promise(needs, owner=people.ola, to=[people.users, people.providers])
    assert people.cycle.events.count() == before + 1
    assert people.cycle.events.last().said["after"] == {
        "what": "I promise hot meals.", "due_on": "2030-01-01", "ground": "seat", "authority": "I run this cycle.",
        "carried_out_by": "Ola", "promised_to": f"{people.users.name}, {people.providers.name}",
    }  # fmt: skip
    assert (promise.promised_as, promise.first_due_on) == ("lead", date(2030, 1, 1))


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        ({"what": " "}, "Say what was promised"),
        ({"authority": ""}, "Say what was promised"),
        ({"to": []}, "Say to whom"),
        ({"openness": "withheld"}, "have to be able to read it"),
    ],
)
def test_a_promise_without_a_part_of_it_is_refused(people, needs, over, sentence):
    with pytest.raises(Refused, match=sentence):
        build.promise(needs, **over)


def test_who_carries_it_out_holds_a_seat(people, needs):
    with pytest.raises(Refused, match="holds a seat"):
        build.promise(needs, owner=people.pat)


@pytest.mark.req("R78")
def test_later_is_a_promise_to_the_one_who_spoke_and_is_read_by_those_who_read_the_contribution(people, needs):
    said = build.contribution(needs, people.mia, openness="withheld")
    answer = build.answer(said, outcome="later", text="We look at it.", later_by=date(2031, 2, 3))
    promise = answer.promise
    assert (promise.what, promise.due_on, promise.owner) == ("We look at it.", date(2031, 2, 3), people.ann)
    assert list(promise.contributions.all()) == [said]
    may = {n: Promise.objects.visible_to(p, people.cycle).exists() for n, p in people.people().items()}
    assert may == dict.fromkeys(people.people(), False) | dict.fromkeys(("ann", "ola", "cara", "mia"), True)


def test_the_seats_limits_are_the_authority_of_an_answer_that_says_later(people, needs):
    people.cycle.seat(people.ola, "decider", people.ann, limits="May not promise money.")
    answer = build.answer(build.contribution(needs), by=people.ola, outcome="later")
    assert answer.promise.authority == "May not promise money."


def test_another_answer_ends_the_promise_of_the_first_and_says_when_it_came_too_late(people, needs):
    today, states = timezone.localdate(), []
    for days in (5, -5):
        said = build.contribution(needs)
        first = build.answer(said, outcome="later", later_by=today + timedelta(days=days))
        first.judge(people.bea, "does not", "More.")
        build.answer(said)
        first.promise.refresh_from_db()
        states.append((first.promise.state, first.promise.because))
    assert states == [("kept", ""), ("partly", "The answer came after the day that was promised.")]


def test_a_second_later_moves_the_day_and_the_first_day_stays(people, needs):
    said = build.contribution(needs)
    first = build.answer(said, outcome="later", later_by=date(2030, 1, 1))
    first.judge(people.bea, "does not", "Sooner, please.")
    build.answer(said, outcome="later", later_by=date(2031, 1, 1), text="We need a year.")
    promise = Promise.objects.get()
    assert (promise.first_due_on, promise.due_on) == (date(2030, 1, 1), date(2031, 1, 1))


@pytest.mark.parametrize(("state", "because"), [("partly", ""), ("broken", " ")])
def test_what_is_not_kept_needs_a_reason(people, needs, state, because):
    with pytest.raises(Refused, match="Say why it was not kept"):
        build.concluded(build.promise(needs), state, because=because)


def test_the_one_who_promised_the_owner_and_officers_say_what_came_of_it_and_nobody_else(people, needs):
    promise = build.promise(needs, by=people.cara, owner=people.cara)
    other = build.person("Cass", "cass@example.org")
    people.cycle.seat(other, "decider", people.ann)
    may = {who.name: not promise.refusal("kept", who) for who in (people.cara, people.ola, other, people.bea)}
    assert may == {"Cara": True, "Ola": True, "Cass": False, "Bea": False}


def test_a_judgement_can_be_put_right_and_the_ledger_keeps_the_earlier_one(people, needs):
    promise = build.concluded(build.concluded(build.promise(needs)), "broken")
    assert promise.state == "broken"
    assert [event.verb for event in people.cycle.events.of(promise)] == [
        "promise made", "promise kept", "promise not kept",
    ]  # fmt: skip


def test_a_day_moves_with_a_reason_and_two_who_move_it_at_once_are_told(people, needs):
    promise = build.promise(needs)
    with pytest.raises(Refused, match="another day"):
        promise.postpone(people.ann, date(2032, 1, 1), "")
    promise.postpone(people.ann, date(2032, 1, 1), "The van is late.")
    promise.refresh_from_db()
    assert (promise.due_on, promise.first_due_on, promise.was_moved) == (date(2032, 1, 1), date(2030, 1, 1), True)
    event = people.cycle.events.of(promise).last()
    assert (event.reason, event.said["before"]["due_on"]) == ("The van is late.", "2030-01-01")


def test_what_is_concluded_gets_no_other_day_and_no_other_owner(people, needs):
    promise = build.concluded(build.promise(needs))
    assert all(promise.refusal(name, people.ann) for name in ("postpone", "hand over"))


def test_another_owner_takes_over_and_the_ledger_names_both(people, needs):
    promise = build.promise(needs)
    promise.hand_over(people.ann, people.ola, "I leave.")
    event = people.cycle.events.of(promise).last()
    assert (promise.owner, event.said["before"]["carried_out_by"]) == (people.ola, "Ann")


@pytest.mark.req("R78")
def test_those_promised_to_say_how_they_see_it_and_both_stand_side_by_side(people, needs):
    said = build.contribution(needs, people.mia)
    promise = build.concluded(build.promise(needs, contributions=[said], to=[people.users]))
    build.promise_verdict(promise, people.bea, "broken", "The meals are cold.")
    build.promise_verdict(promise, people.mia, "kept", "")
    view = seen(promise, people.ann)
    assert [(each.verdict.verdict, each.differs) for each in view.verdicts] == [("broken", True), ("kept", False)]
    assert view.differs_in_words == "1 of 2 to whom it was promised sees it otherwise."
    assert counts_of(Promise.objects.all())["differ"] == 1


def test_nobody_judges_before_the_day_and_only_those_promised_to(people, needs):
    promise = build.promise(needs)
    assert voices_of(promise, people.mia) == [] == voices_of(promise, people.pat)
    with pytest.raises(Refused, match="has not come yet"):
        build.promise_verdict(promise, people.bea)
    assert build.promise_verdict(build.late_promise(needs), people.bea)


def test_the_last_word_of_each_counts(people, needs):
    promise = build.concluded(build.promise(needs))
    build.promise_verdict(promise, people.bea, "broken", "No.")
    build.promise_verdict(promise, people.bea, "kept", "Now they came.")
    assert [each.words for each in seen(promise, None).verdicts] == ["Now they came."]
    assert promise.verdicts.count() == 2


def test_what_says_something_of_closed_words_is_read_only_by_those_who_read_these(people, needs):
    said = build.contribution(needs, people.mia, openness="withheld")
    promise = build.concluded(build.promise(needs, contributions=[said], to=[]))
    build.promise_verdict(promise, people.mia, "broken", "canary")
    readers = {"nobody": None, "pat": people.pat, "ann": people.ann, "mia": people.mia}
    views = {name: seen(promise, who) for name, who in readers.items()}
    told = {name: (view.verdicts[0].words, view.to_in_words) for name, view in views.items()}
    closed = ("", "somebody who said something")
    assert told == {"nobody": closed, "pat": closed} | dict.fromkeys(("ann", "mia"), ("canary", "Mia, Meals Voice"))
    assert people.cycle.events.last().openness == "withheld"


def test_one_who_is_unnamed_stays_unnamed_in_the_ledger(people, needs):
    said = build.contribution(needs, people.mia, is_unnamed=True)
    promise = build.concluded(build.promise(needs, contributions=[said], to=[]))
    build.promise_verdict(promise, people.mia, "kept", "")
    assert (people.cycle.events.last().by, seen(promise, people.ann).verdicts[0].name) == (
        None, "Somebody from Meals Voice",
    )  # fmt: skip


def test_the_database_itself_keeps_the_words_of_a_promise(people, needs):
    promise = build.promise(needs)
    for change in ({"what": "Less."}, {"first_due_on": date(2031, 1, 1)}, {"authority": "None."}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Promise.objects.filter(pk=promise.pk).update(**change)
