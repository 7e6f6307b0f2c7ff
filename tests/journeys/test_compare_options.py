"""Options are compared on a phone and scored by keyboard: what they cost, what they meet, and what each side gives."""

import pytest
from playwright.sync_api import expect

from cycle.models import Score
from tests import build

from . import steps

STAGE, ROOM = "Test and refine", "Options and tests"
HOT, FROZEN = "Hot meals for all", "Frozen meals"


@pytest.fixture
def testing(cast):
    """An open stage with two options, of which one costs more than there is."""
    stage = build.opened(cast.cycle, "testing")
    line = build.record(cast.stage("budget"), title="Meals 2023", amount=400000)
    need = build.record(cast.stage("needs"), title="A warm plate at noon")
    priced = {"saving_a_year": None, "paid_from": line}
    build.record(stage, title=HOT, cost_a_year=450000, needs_met=[need], **priced)
    build.record(stage, title=FROZEN, cost_a_year=300000, **priced)
    return stage


def fits(visitor):
    """Whether nothing of the page lies beside a window that is 320 px wide."""
    with visitor.at_width(320):
        return visitor.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.mark.req("R43", "R46")
def test_options_are_weighed_by_both_sides_and_compared_on_a_phone(visitor, cast, testing):
    steps.goes_to(visitor.becomes(cast.ann), STAGE, ROOM)
    visitor.presses("Begin with five criteria from the Green Book")
    visitor.presses("Add them")
    visitor.is_told("5 criteria are added.")

    steps.goes_to(visitor.becomes(cast.mia), STAGE, ROOM)
    visitor.sees("It costs £450,000 a year, and there is £400,000.", "A warm plate at noon")
    assert fits(visitor)
    visitor.presses("Put in the scores of Meals Voice")
    assert fits(visitor)
    visitor.writes("Is the money there?", "eleven", group=HOT)
    visitor.presses("Save the scores")
    visitor.is_asked_again("Give a whole number from 0 to 10, or nothing. It is about “Is the money there?”")
    visitor.writes("Is the money there?", "1", group=HOT)
    visitor.writes("Can it be done?", "9", group=HOT)
    visitor.writes("Is the money there?", "8", group=FROZEN)
    visitor.presses("Save the scores")
    visitor.is_told("The scores of Meals Voice are saved.")
    visitor.sees("5.0", "8.0", "Only 40% of the weight was scored, and the total is of that.")
    visitor.follows("See every score with its reason, and how each total is made up")
    visitor.sees("9.0 × 20/40")
    assert fits(visitor)


@pytest.mark.req("R46")
def test_who_has_not_scored_sees_no_numbers_of_others_until_the_end(visitor, cast, testing):
    criterion = build.record(testing, model=testing.kind.record_named("criteria"), title="Is it near?", weight=10)
    option = testing.kind.record.objects.get(title=HOT)
    Score.give(cast.pat, testing, cast.providers, 0, {(option.pk, criterion.pk): (7, "")})
    steps.goes_to(visitor.leaves(), STAGE, ROOM)
    visitor.sees("1 party has given its scores.", "Everybody sees them when this stage is finished.")
    visitor.sees_not("7.0")
    testing.finish(cast.ann)
    visitor.page.reload()
    expect(visitor.page.get_by_role("table", name="What the scores come to")).to_contain_text("7.0")
