"""The money: how sure each amount is, where it is really decided, how it changed, and what options would take."""

from decimal import Decimal

import pytest

from tests import build
from tests.cycle.pages import signed_in, words


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "budget")


def work(stage, person=None):
    """What the page of the stage's work says to this person."""
    return words(signed_in(person).get(f"/cycles/{stage.cycle.slug}/stages/budget/whole/"))


@pytest.mark.req("R41")
def test_an_amount_that_is_not_told_says_why_in_the_table_of_its_year(stage):
    build.record(stage, title="Savings", status="undisclosed", amount=None, undisclosed_because="Nobody knows yet.")
    build.record(stage, title="Meals", year=2024, status="indicative", amount=Decimal(1000))
    page = work(stage)
    assert page.index("2023–24") < page.index("Nobody knows yet.") < page.index("2024–25") < page.index("£1,000")
    assert "Indicative, it may change" in page


def test_what_is_spent_in_a_year_is_summed_up_and_a_price_for_each_is_not(stage):
    for title, amount, per in (("Meals", 1000, "year"), ("Vans", 500, "year"), ("A meal", 4, "each")):
        build.record(stage, title=title, amount=Decimal(amount), per=per, sort="spent")
    assert "£1,500" in work(stage)
    assert "£1,504" not in work(stage)


@pytest.mark.req("R42")
def test_where_money_is_really_decided_says_who_sits_there_and_what_users_may_do(stage):
    forums = stage.kind.record_named("forums")
    made = build.record(stage, model=forums, title="The autumn talks", who_sits="The leader", users_may="nothing")
    page = words(signed_in().get(made.get_absolute_url()))
    assert "Users have no part in it" in page
    assert "The leader" in page
    assert "The autumn talks" in work(stage)


@pytest.mark.req("R41")
def test_a_line_that_changed_is_drawn_from_its_first_amount_to_the_latest_with_each_reason(stage, cast):
    line = build.record(stage, title="Meals", amount=Decimal(1000))
    assert "How the money changed" not in work(stage)
    line.revise(cast.ann, 1, "The council has less.", amount=Decimal(800))
    line.revise(cast.ann, 2, "A grant came.", amount=Decimal(900))
    line.revise(cast.ann, 3, "Better words.", summary="Words only.")
    page = work(stage)
    for told in (
        "How the money changed",
        "£200 less",
        "The council has less.",
        "£100 more",
        "Now: £900",
        cast.ann.name,
    ):
        assert told in page
    assert "Better words." not in page
    assert page.count("<rect") == 4


def test_a_change_that_is_closed_to_the_reader_is_in_no_drawing(stage, cast):
    line = build.withheld(stage, title="Highest price", amount=Decimal(1000))
    line.revise(cast.ann, 1, "A secret reason.", amount=Decimal(800))
    assert "A secret reason." in work(stage, cast.ann)
    assert "A secret reason." not in work(stage, cast.mia)
    assert "£800" not in work(stage, cast.mia)


@pytest.mark.req("R43")
def test_users_see_what_each_option_would_take_and_that_one_does_not_fit(stage, cast):
    line = build.record(stage, title="Meals 2023", amount=Decimal(1000))
    testing = cast.stage("testing")
    build.record(testing, title="Keep it all", cost_a_year=Decimal(1200), paid_from=line, saving_a_year=None)
    build.record(testing, title="Make it smaller", cost_a_year=Decimal(900), paid_from=line, saving_a_year=None)
    page = work(stage, cast.mia)
    assert "It costs £1,200 a year, and there is £1,000." in page
    assert "Meals 2023: £1,000; left over: £100" in page
    assert "Nothing stands against it" in page


@pytest.mark.req("R43")
def test_a_limit_that_is_closed_to_the_reader_tells_them_nothing(stage, cast):
    line = build.withheld(stage, title="Highest price", amount=Decimal(1000))
    build.record(cast.stage("testing"), title="Keep it all", cost_a_year=Decimal(1200), paid_from=line)
    assert "there is £1,000" in work(stage, cast.ann)
    assert "£1,000" not in work(stage, cast.mia)
