"""The builders themselves: what other tests stand on."""

from decimal import Decimal

import pytest

from cycle import ledger
from cycle.models import KINDS
from involvement.status import status_of
from tests import build

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_opens_holds_a_record_and_gets_an_answer(kind):
    cast = build.cast()
    stage = build.opened(cast.cycle, kind)
    assert stage.is_open
    build.record(stage)
    given = build.contribution(stage)
    assert given.given_by == cast.bea
    build.answer(given)
    assert given.is_answered
    assert list(ledger.faults(cast.cycle)) == []


def test_a_budget_cut_puts_agreements_out_of_date():
    cast = build.cast()
    stage = build.opened(cast.cycle, "needs", parties=[cast.councillors, cast.providers])
    event = build.budget_cut(cast.cycle)
    assert event.said["after"]["amount"] == str(Decimal("1134.50"))
    assert status_of(stage).word == "out of date"


def test_a_cycle_can_be_built_alone():
    stage = build.opened(build.cycle(published=False), "context")
    assert stage.is_open
    assert build.withheld(stage).is_withheld
