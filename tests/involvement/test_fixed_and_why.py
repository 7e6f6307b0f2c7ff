"""What is fixed, and why, is fed by the pressures, rules and money of the cycle (R11)."""

from decimal import Decimal

import pytest

from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    """A stage that is agreed, with what fixes something in it."""
    stage, context = build.opened(cast.cycle, "needs"), cast.stage("context")
    build.record(context, title="Food costs more", summary="Each meal costs more.", hits=[stage])
    build.record(context, title="Snow", hits=[cast.stage("budget")])
    rules = context.kind.record_named("circumstances")
    build.record(context, model=rules, title="The duty", does="Nobody is left without help.", touches=[stage])
    build.record(
        cast.stage("budget"), title="Meals 2023", status="firm", amount=Decimal(1000), settled_where="The council"
    )
    build.record(cast.stage("budget"), title="Perhaps", status="indicative")
    build.withheld(context, title="A secret rule", hits=[stage])
    return stage


@pytest.mark.req("R11")
def test_whoever_drafts_and_whoever_reads_sees_what_stands_behind_what_is_fixed(stage, cast):
    needs = f"/cycles/{cast.cycle.slug}/stages/needs/"
    page = words(signed_in(cast.mia).get(needs))
    assert "What stands behind what is fixed" in page
    for told in ("Food costs more</a>: Each meal costs more.", "The duty</a>: Nobody is left without help.",
                 "Meals 2023</a>: £1,000. The council"):  # fmt: skip
        assert told in page
    assert [title for title in ("Snow", "Perhaps", "A secret rule") if title in page] == []
    signed_in(cast.ann).post(f"{needs}agreement/draft/")
    draft = words(signed_in(cast.ann).get(f"{needs}agreement/draft/words/"))
    assert "What fixes things in this stage, to help you write it" in draft
    assert "A secret rule" in draft


def test_nothing_is_said_where_nothing_is_fixed(cast):
    build.opened(cast.cycle, "needs")
    page = words(signed_in(cast.mia).get(f"/cycles/{cast.cycle.slug}/stages/needs/"))
    assert "What stands behind what is fixed" not in page
