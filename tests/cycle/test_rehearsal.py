"""A rehearsal: the real verb runs, what it saw comes out, and nothing of it stays."""

import pytest
from django.apps import apps

from cycle import ledger
from cycle.models import Event
from cycle.models.record import Conflict
from cycle.moves import Refused
from cycle.rehearsal import rehearse
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return build.cast()


@pytest.fixture
def line(people):
    return build.record(people.stage("budget"), title="Meals 2023", amount=489000)


def every_row():
    """Every row of every table, as plain values."""
    return {model: sorted(map(repr, model._base_manager.values_list())) for model in apps.get_models()}


def in_memory(thing):
    """What an object in memory holds, with its stage and its cycle."""
    return [dict(each.__dict__) for each in (thing, thing.stage, thing.stage.cycle)]


def test_what_would_be_is_seen_and_no_trace_of_it_is_left(people, line):
    build.opened(people.cycle, "needs")
    head, rows, held = people.cycle.ledger_head, every_row(), in_memory(line)

    def cut(fresh):
        event = fresh.revise(people.ann, 1, "There is less.", amount=100)
        return event.number, str(type(fresh).objects.get(pk=fresh.pk).amount), len(event.hash)

    number = ledger.length(people.cycle) + 1
    assert rehearse(line, cut) == (number, "100.00", 64)
    assert every_row() == rows
    assert in_memory(line) == held
    assert (people.cycle.ledger_head, line.amount, line.version) == (head, 489000, 1)
    assert list(ledger.faults(people.cycle)) == []


def test_what_is_rehearsed_can_then_be_done(people, line):
    def cut(record):
        return record.revise(people.ann, 1, "There is less.", amount=100).number

    rehearsed = rehearse(line, cut)
    assert cut(line) == rehearsed
    assert list(ledger.faults(people.cycle)) == []


def test_a_new_record_is_rehearsed_on_its_stage(people):
    here = people.stage("context")
    model = here.kind.record

    def put(stage):
        return str(model.add(people.ann, stage, **build.record_values(model, title="Prices")))

    assert rehearse(here, put) == "Prices"
    assert not model.objects.exists()
    assert not Event.objects.filter(stage=here).exists()


def test_a_refusal_and_a_conflict_pass_through_and_leave_nothing(people, line):
    line.revise(people.ola, 1, "More.", amount=500000)
    rows = every_row()
    with pytest.raises(Conflict) as conflict:
        rehearse(line, lambda fresh: fresh.revise(people.ann, 1, "Less.", amount=100))
    assert conflict.value.current.amount == 500000
    with pytest.raises(Refused, match="Only the officers"):
        rehearse(line, lambda fresh: fresh.revise(people.mia, 2, "Less.", amount=100))
    assert every_row() == rows


def test_a_fault_in_the_middle_leaves_nothing_either(people, line):
    rows = every_row()

    def breaks(fresh):
        fresh.revise(people.ann, 1, "Less.", amount=100)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        rehearse(line, breaks)
    assert every_row() == rows
