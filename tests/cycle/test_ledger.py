"""The ledger: it grows, it cannot be rewritten, and whatever is forged behind its back shows (promises 23, 24)."""

import io
import random

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from cycle import ledger
from cycle.models import Event
from cycle.models.event import GUARD, TAKEN_AWAY
from cycle.words import VERBS, words_for
from people.triggers import install, missing, remove
from tests.build import afresh, cast, record

pytestmark = pytest.mark.django_db

FORGERIES = 200
TEXT_COLUMNS = ("verb", "acting_for", "thing_type", "reach", "openness", "payload", "salt", "payload_digest", "hash")


@pytest.fixture
def unguarded():
    """The database without the ledger's guard, as somebody with its password could make it."""
    remove(connection, GUARD)
    yield
    install(connection, GUARD)


def busy_cycle():
    people = cast()
    stages = list(people.cycle.stages.all())
    for stage in stages:
        stage.cycle = people.cycle
    for number, stage in enumerate(stages):
        made = record(stage, people.ann)
        made.revise(people.ann, made.version, f"reason {number}", title=f"Another title {number}")
    return afresh(people.cycle)


def run(statement, *values):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.rowcount


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE cycle_event SET verb = 'other'",
        "UPDATE cycle_event SET payload = '{}'",
        "UPDATE cycle_event SET salt = ''  , payload = 'x'",
        "UPDATE cycle_event SET number = number + 1000",
        "UPDATE cycle_event SET by_id = NULL WHERE by_id IS NOT NULL",
        "DELETE FROM cycle_event",
    ],
)
def test_the_database_itself_refuses_to_change_the_ledger(statement):
    busy_cycle()
    with pytest.raises(DatabaseError):
        run(statement)


def test_the_words_of_an_erased_person_can_be_emptied_and_the_chain_still_holds():
    cycle = busy_cycle()
    assert run("UPDATE cycle_event SET payload = '', salt = '' WHERE cycle_id = %s", cycle.pk) == cycle.ledger_length
    assert list(ledger.faults(cycle)) == []
    assert Event.objects.filter(cycle=cycle).first().title == str(TAKEN_AWAY)


def test_an_event_costs_three_questions_however_long_the_ledger_is(django_assert_num_queries):
    cycle = busy_cycle()
    with ledger.writing(cycle), django_assert_num_queries(3):
        ledger.record(VERBS["record added"], cycle, None, cycle=cycle)
    assert list(ledger.faults(cycle)) == []


def test_an_untouched_ledger_holds():
    cycle = busy_cycle()
    assert cycle.ledger_length > 26
    assert list(ledger.faults(cycle)) == []


def test_each_of_two_hundred_random_forgeries_shows(unguarded):
    cycle = busy_cycle()
    dice = random.Random(20261123)  # noqa: S311  a fixed order of attacks, not a secret
    undetected = []
    for attempt in range(FORGERIES):
        mark = transaction.savepoint_create()
        what = forge(cycle, dice)
        if not list(ledger.faults(cycle)):
            undetected.append((attempt, what))
        transaction.savepoint_rollback(mark)
    assert undetected == []
    assert list(ledger.faults(cycle)) == []


def forge(cycle, dice):
    """Do one thing to the cycle's ledger that nobody may do; tell what."""
    number = dice.randint(1, cycle.ledger_length)
    at = "cycle_id = %s AND number = %s"
    attack = dice.choice(["text", "delete", "tail", "who", "when", "swap", "material"])
    if attack == "text":
        column = dice.choice(TEXT_COLUMNS)
        run(f"UPDATE cycle_event SET {column} = '~' || substr({column}, 2) WHERE {at}", cycle.pk, number)  # noqa: S608
        return attack, column, number
    if attack == "delete":
        run(f"DELETE FROM cycle_event WHERE {at}", cycle.pk, number)  # noqa: S608
    elif attack == "tail":
        run("DELETE FROM cycle_event WHERE cycle_id = %s AND number >= %s", cycle.pk, number)
    elif attack == "who":
        run(f"UPDATE cycle_event SET by_id = NULL WHERE {at}", cycle.pk, number)  # noqa: S608
    elif attack == "when":
        Event.objects.filter(cycle=cycle, number=number).update(at="2001-01-01T00:00:00Z")
    elif attack == "material":
        event = Event.objects.get(cycle=cycle, number=number)
        Event.objects.filter(pk=event.pk).update(material=not event.material)
    else:
        other = number % cycle.ledger_length + 1
        Event.objects.filter(cycle=cycle, number=number).update(number=10_000)
        Event.objects.filter(cycle=cycle, number=other).update(number=number)
        Event.objects.filter(cycle=cycle, number=10_000).update(number=other)
    return attack, number


def test_words_put_back_after_an_erasure_show(unguarded):
    cycle = busy_cycle()
    Event.objects.filter(cycle=cycle, number=3).update(payload='{"title":"x"}', salt="")
    assert [number for number, _ in ledger.faults(cycle)] == [3]


def test_the_command_says_which_cycles_hold():
    cycle = busy_cycle()
    out = io.StringIO()
    call_command("verify_ledger", stdout=out)
    assert out.getvalue().splitlines() == [f"{cycle.slug}: {cycle.ledger_length} events, head {cycle.ledger_head}"]


def test_the_command_ends_with_an_error_when_something_was_altered(unguarded):
    cycle = busy_cycle()
    Event.objects.filter(cycle=cycle, number=2).update(verb="other")
    err = io.StringIO()
    with pytest.raises(CommandError, match="faults"):
        call_command("verify_ledger", cycle.slug, stderr=err)
    assert f"{cycle.slug}, event 2: what it says was altered" in err.getvalue()
    assert "The guard cycle_event_frozen_update is not in the database." in err.getvalue()


def test_the_command_refuses_a_cycle_that_there_is_not():
    with pytest.raises(CommandError, match="no cycle called nowhere"):
        call_command("verify_ledger", "nowhere")


def test_a_missing_guard_is_named(unguarded):
    assert missing(connection, [GUARD]) == ["cycle_event_frozen_delete", "cycle_event_frozen_update"]


def test_every_event_says_who_what_when_and_follows_the_one_before():
    cycle = busy_cycle()
    events = list(Event.objects.filter(cycle=cycle).order_by("number"))
    assert [event.number for event in events] == list(range(1, len(events) + 1))
    assert all(event.by_id and event.at and event.title for event in events)
    assert [event.previous_hash for event in events[1:]] == [event.hash for event in events[:-1]]
    assert str(events[0]) == "1: cycle started"


def test_a_verb_that_no_room_claims_any_more_is_shown_as_it_stands():
    assert words_for("record added") == "recorded"
    assert words_for("forgotten verb") == "forgotten verb"


def test_the_command_prints_the_seal_of_an_event_as_reports_carry_it():
    cycle = busy_cycle()
    out = io.StringIO()
    call_command("verify_ledger", cycle.slug, event=5, stdout=out)
    assert out.getvalue().splitlines()[1] == f"{cycle.slug}: event 5, seal {cycle.events.get(number=5).hash}"
