"""An agreement goes out of date when what it rests on changes, and comes back by signing again (R10, R20)."""

import pytest

from cycle.moves import Refused
from involvement.models import Agreement, Override
from involvement.signing import sign
from involvement.since import changes_since, told
from involvement.status import status_of, statuses_of
from tests import build

pytestmark = pytest.mark.django_db


def words_of(*stages):
    found = statuses_of(stages)
    return [found[stage.pk].word for stage in stages]


def test_a_budget_cut_puts_every_stage_out_of_date(cast):
    stages = [build.opened(cast.cycle, kind) for kind in ("needs", "priorities", "budget")]
    build.budget_cut(cast.cycle)
    assert words_of(*stages) == ["out of date"] * 3


def test_a_pressure_puts_only_the_stages_out_of_date_that_it_hits(cast):
    needs, priorities = (build.opened(cast.cycle, kind) for kind in ("needs", "priorities"))
    build.record(cast.stage("context"), hits=[needs])
    assert words_of(needs, priorities) == ["out of date", "in force"]


def test_a_new_decider_puts_every_stage_out_of_date(cast):
    stage = build.opened(cast.cycle, "needs")
    cast.cycle.seat(cast.zoe, "decider", cast.ann)
    assert words_of(stage) == ["out of date"]


def test_signing_the_same_version_again_brings_it_into_force(cast):
    stage = build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    agreement = status_of(stage).agreement
    users, commissioners = (agreement.parties.terms_of(each) for each in (cast.users, cast.commissioners))
    sign(users, cast.bea, "agree")
    assert (words_of(stage), status_of(stage).waits_for) == (["out of date"], ["Commissioning team"])
    sign(commissioners, cast.ann, "agree")
    assert words_of(stage) == ["in force"]


def test_a_change_of_wording_alone_touches_nothing(cast):
    stage = build.opened(cast.cycle, "needs")
    line = build.record(cast.stage("budget"))
    line.revise(cast.ann, line.version, "Clearer.", summary="Said more plainly.")
    assert words_of(stage) == ["in force"]


def test_what_changed_is_told_with_its_day_its_reason_before_and_now(cast):
    stage = build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    (change,) = told(status_of(stage).changes(), cast.bea, cast.cycle)
    assert change.title.endswith("Ann changed “A budget line”")
    assert change.text == "Reason given: The council has less money."
    assert change.changes == [{"label": "Amount", "before": "£1,234.50", "now": "£1,134.50"}]


def test_a_pressure_is_told_in_the_stage_that_it_hits_with_what_it_says(cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(cast.stage("context"), title="Autumn statement", hits=[stage], summary="Less money for meals.")
    (change,) = told(status_of(stage).changes(), cast.bea, cast.cycle)
    assert change.title.endswith("Ann recorded “Autumn statement”")
    assert change.text.splitlines()[0] == "In plain words: Less money for meals."
    assert change.url == cast.stage("context").pressure_records.get().get_absolute_url()


def test_a_pressure_that_moves_is_told_by_its_last_change(cast):
    stage = build.opened(cast.cycle, "needs")
    pressure = build.record(cast.stage("context"), hits=[stage])
    number = status_of(stage).changed_at
    pressure.revise(cast.ann, pressure.version, "It is worse.", title="A worse pressure")
    (change,) = changes_since(stage, number, cast.bea)
    assert change.text == "Reason given: It is worse."
    assert [pair["now"] for pair in change.changes] == ["A worse pressure"]


def test_what_is_withheld_is_not_told_with_the_change(cast):
    stage = build.opened(cast.cycle, "needs")
    build.withheld(cast.stage("context"), title="SECRET", summary="SECRET", hits=[stage])
    for person, is_told in ((cast.ann, True), (cast.cara, True), (cast.bea, False), (cast.zoe, False)):
        (change,) = told(status_of(stage).changes(), person, cast.cycle)
        assert ("SECRET" in f"{change}") is is_told
        assert ("that is not open to you" in change.title) is not is_told


def test_an_override_opens_the_stage_with_its_reason(cast):
    stage = build.begin(cast.stage("testing"))
    override = Override.open(stage, cast.ola, "The grant ends on Friday.")
    assert stage.is_open
    assert (override.owner, override.reason) == (cast.ola, "The grant ends on Friday.")
    assert status_of(stage).override == override


def test_an_override_needs_a_reason_an_officer_and_a_stage_that_is_being_prepared(cast):
    stage = cast.stage("testing")
    with pytest.raises(Refused, match="has not been begun"):
        Override.open(stage, cast.ann, "It is urgent.")
    build.begin(stage)
    with pytest.raises(Refused, match="Say why it cannot wait"):
        Override.open(stage, cast.ann, " ")
    with pytest.raises(Refused, match="Only the officers"):
        Override.open(stage, cast.bea, "It is urgent.")
    build.agreement_in_force(stage)
    with pytest.raises(Refused, match="open already"):
        Override.open(stage, cast.ann, "It is urgent.")


def test_a_stage_does_not_open_while_anybody_who_must_sign_has_not(cast):
    stage = cast.stage("needs")
    agreement = build.proposed(stage, parties=[cast.councillors])
    sign(agreement.parties.terms_of(cast.users), cast.bea, "agree")
    sign(agreement.parties.terms_of(cast.commissioners), cast.ann, "agree")
    stage.refresh_from_db()
    assert (stage.state, status_of(stage).waits_for) == ("preparing", ["Cabinet"])
    assert Agreement.objects.draft_now(stage) is None
