"""C4: a commissioner records a budget cut or a pressure, and everybody whom it concerns sees it without asking."""

import pytest
from playwright.sync_api import expect

from tests import build

from . import steps
from .test_c2_see_the_whole_cycle import in_the_list, the_ring

NEEDS = "Needs assessment"
SORTS = (
    "Government directive", "Legislation", "Regulation", "National priority", "National economy", "Budget issue",
    "Local priority", "Local problem", "Quality of services or life", "Changing circumstances",
    "Option if things go wrong", "Change of political control", "Only what can be counted counts",
    "Values that nobody says aloud", "Power that is taken for granted",
)  # fmt: skip
WHY = "The settlement is smaller than we were told."


@pytest.fixture
def under_way(cast):
    """A stage that is open and in which something was said; a budget line that it rests on, and that pays an option."""
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, text="Hot food matters to me.")
    line = build.record(cast.stage("budget"), title="Meals 2023", amount=489000)
    build.record(cast.stage("testing"), title="Hot meals for all", cost_a_year=450000, paid_from=line)
    return cast


@pytest.mark.req("R10", "R20")
def test_everybody_concerned_sees_a_budget_cut(visitor, under_way):
    steps.changes_amount(visitor.becomes(under_way.ann), "Meals 2023", "400,000", WHY)
    visitor.is_told("The agreement of 1 stage rests on it and has to be looked at again.")
    visitor.sees("400,000", f"was £489,000 until {steps.today()}")

    visitor.becomes(under_way.bea)
    visitor.sees_in("Waiting for you", f"Read what changed, and sign again or say why not: {NEEDS}", "Meals 2023")
    visitor.follows(steps.CYCLE)
    expect(in_the_list(visitor, NEEDS)).to_contain_text("Changed")
    expect(the_ring(visitor)).to_contain_text("Changed")
    visitor.follows(NEEDS)
    visitor.sees(f"On {steps.today()} Ann changed “Meals 2023”", WHY, "Before", "489,000", "Now", "400,000")
    visitor.sees("So it has to be signed again by")
    visitor.follows("What people said (1)")
    visitor.sees("Said before the change of", "Meals 2023")

    steps.goes_to(visitor.leaves(), NEEDS)
    visitor.sees("changed “Meals 2023”", WHY, "489,000", "400,000")


@pytest.mark.req("R20", "R43")
def test_what_a_cut_touches_is_shown_before_it_is_saved(visitor, under_way):
    steps.goes_to(visitor.becomes(under_way.ann), "Overall budget", "The money", "Budget lines", "Meals 2023")
    visitor.presses("Change this")
    visitor.writes("Amount", "300,000")
    visitor.writes("Why do you change it?", WHY)
    visitor.presses("Save the change")
    visitor.sees("Before you save: what this touches", "Nothing is saved yet.", "£489,000", "£300,000", WHY)
    visitor.sees(f"{NEEDS}: Commissioning team, Meals Voice have to sign again.")
    visitor.sees("Hot meals for all: It costs £450,000 a year, and there is £300,000.")
    visitor.sees(f"{NEEDS}: 1 contribution. Still without an answer: 1.", "4 people get a notice")

    visitor.presses("Go back and change it")
    expect(visitor.page.get_by_role("textbox", name="Amount (optional)")).to_have_value("300,000")
    expect(visitor.page.get_by_role("textbox", name="Why do you change it?")).to_have_value(WHY)
    visitor.writes("Amount", "400,000")
    visitor.presses("Save the change")
    visitor.sees("It costs £450,000 a year, and there is £400,000.")
    visitor.presses("Save it and tell them")
    visitor.is_told("“Meals 2023” is saved.")
    steps.goes_to(visitor.leaves(), "Test and refine", "Options and tests", "Options")
    visitor.sees(f"Does not fit the money since {steps.today()}", "there is £400,000", f"Reason given: {WHY}")


@pytest.mark.req("R20")
def test_those_who_signed_or_spoke_find_a_notice_until_they_have_read_it(visitor, under_way):
    steps.changes_amount(visitor.becomes(under_way.ann), "Meals 2023", "400,000", WHY)
    visitor.becomes(under_way.bea)
    changed = f"On {steps.today()} Ann changed “Meals 2023”"
    visitor.sees_in("What changed for you", changed, WHY, "£489,000", "£400,000")
    visitor.sees_in("What changed for you", f"You may sign for Meals Voice in {NEEDS}.")

    visitor.becomes(under_way.mia)
    visitor.sees_in("What changed for you", changed, f"You said something before the change in {NEEDS}.")
    visitor.presses(f"I have read this: {steps.CYCLE}")
    visitor.is_told("You have read what changed in “Community meals”.")
    visitor.sees_not("What changed for you")
    visitor.page.goto(f"{under_way.cycle.get_absolute_url()}notices/")
    visitor.sees(changed, WHY)
    steps.goes_to(visitor, NEEDS, "What people said (1)")
    visitor.sees(f"Said before the change of {steps.today()}: Meals 2023", f"Reason given: {WHY}")


@pytest.mark.req("R18", "R19", "R20")
def test_those_whom_a_pressure_hits_are_told_what_it_means_for_them(visitor, under_way):
    steps.goes_to(visitor.becomes(under_way.ann), "Operating context", "What goes on around us", "Pressures")
    visitor.presses("Add a pressure")
    visitor.writes("Title", "Prices of food")
    visitor.writes("In plain words", "The same money buys fewer meals.")
    offered = visitor.page.get_by_role("combobox", name="Sort of pressure").get_by_role("option").all_inner_texts()
    assert set(SORTS) <= set(offered)
    visitor.picks("Sort of pressure", "National economy")
    visitor.writes("Where it comes from", "The autumn statement")
    visitor.dates("Date", "17 11 2022")
    visitor.ticks(NEEDS)
    visitor.presses("Save")
    visitor.sees(f"{NEEDS}: Commissioning team, Meals Voice have to sign again.")
    visitor.presses("Save it and tell them")
    visitor.is_told("The agreement of 1 stage rests on it and has to be looked at again.")

    visitor.becomes(under_way.bea).follows(f"Read what changed, and sign again or say why not: {NEEDS}")
    visitor.sees("Prices of food", "The same money buys fewer meals.", "The autumn statement", "17 November 2022")
    visitor.leaves().follows(steps.CYCLE, "Prices of food")
    visitor.sees("National economy", "The same money buys fewer meals.", NEEDS)


@pytest.mark.req("R41")
def test_an_amount_that_is_not_told_says_why(visitor, cast):
    steps.goes_to(visitor.becomes(cast.ann), "Overall budget", "The money", "Budget lines")
    visitor.presses("Add a budget line")
    visitor.writes("Title", "Reserve")
    visitor.writes("In plain words", "Money that is kept back.")
    visitor.writes("Year", "2023")
    visitor.chooses("How sure it is", "Not disclosed")
    visitor.presses("Save")
    visitor.is_asked_again("leave the amount empty and say why it is not told")
    visitor.writes("Why the amount is not told", "Bidders would ask for all of it.")
    visitor.presses("Save")
    steps.goes_to(visitor.leaves(), "Overall budget", "The money", "Budget lines", "Reserve")
    visitor.sees("Not disclosed", "Bidders would ask for all of it.")
