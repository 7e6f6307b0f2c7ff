"""An agreement of a finished stage is judged by what had happened when the stage ended."""

import pytest

from feedback.finishing import finish_stage
from involvement.status import status_of
from tests import build

pytestmark = pytest.mark.django_db


def finished(cast, kind):
    stage = build.opened(cast.cycle, kind)
    build.record(stage)
    finish_stage(stage, cast.ann, "It is time.")
    return stage


def test_a_change_after_the_end_leaves_a_finished_agreement_as_it_was_signed(cast):
    done, under_way = finished(cast, "needs"), build.opened(cast.cycle, "strategy")
    build.budget_cut(cast.cycle)
    assert [status_of(stage).word for stage in (done, under_way)] == ["in force", "out of date"]


def test_a_change_before_the_end_that_nobody_signed_again_stays_in_sight(cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    build.budget_cut(cast.cycle)
    finish_stage(stage, cast.ann, "It is time.")
    assert status_of(stage).word == "out of date"


def test_a_further_round_looks_at_today_again(cast):
    stage = finished(cast, "needs")
    build.agreement_in_force(stage)
    build.budget_cut(cast.cycle)
    assert status_of(stage).word == "out of date"
