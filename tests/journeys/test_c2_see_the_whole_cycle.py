"""C2: anybody sees the whole cycle: a ring where it fits, a list everywhere; where it stands, what feeds what."""

import pytest
from playwright.sync_api import expect

from tests import build
from tests.pdf.structure import text_of

from . import steps

FIGURE = (
    "Operating context",
    "Overall budget ££££",
    "Needs assessment",
    "Agree strategic framework",
    "Agree priorities",
    "Test and refine",
    "Decision",
    "Commission",
    "Procurement",
    "Monitoring and evaluation of user involvement",
    "Review",
)
ADDITIONS = ("Agree a framework for user involvement", "Implementation")
FEEDS = {
    "Agree strategic framework": (
        "Operating context", "Needs assessment", "Overall budget", "Monitoring and evaluation of user involvement",
        "Review",
    ),
    "Needs assessment": ("Monitoring and evaluation of user involvement",),
    "Agree priorities": ("Monitoring and evaluation of user involvement",),
}  # fmt: skip


@pytest.fixture
def cycle(cast):
    """A cycle in which stages stand in several states, and something has just changed."""
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia)
    build.proposed(cast.stage("priorities"))
    build.begin(cast.stage("testing"))
    build.record(cast.stage("context"), title="Prices of food", sort="national economy")
    build.budget_cut(cast.cycle)
    return cast.cycle


def in_the_list(visitor, stage):
    """The row of a stage in the list of stages."""
    page = visitor.page
    rows = page.get_by_role("region", name="The stages, one by one").get_by_role("listitem")
    return rows.filter(has=page.get_by_role("link", name=stage, exact=True))


def the_ring(visitor):
    """The ring: a drawing for the eye alone, so it has no role."""
    return visitor.page.locator("svg", has_text="stages under way")


@pytest.mark.req("R1", "R2", "R6")
def test_a_member_sees_every_stage_under_its_name_as_a_ring_and_as_a_list(visitor, cast, cycle):
    visitor.becomes(cast.mia).follows(steps.CYCLE)
    expect(the_ring(visitor)).to_be_visible()
    names = the_ring(visitor).locator("a").evaluate_all("all => all.map(each => each.firstElementChild.textContent)")
    assert {name.split(":")[0] for name in names} == {*FIGURE, *ADDITIONS}
    for name in ADDITIONS:
        expect(in_the_list(visitor, name)).to_contain_text("Added to the original figure")
    with visitor.at_width(320):
        expect(the_ring(visitor)).to_be_hidden()
        expect(visitor.page.get_by_role("region", name="The stages, one by one").get_by_role("listitem")).to_have_count(
            13
        )
    visitor.follows("Procurement")
    visitor.sees("This stage has not begun. Nothing is asked of you here yet.")


@pytest.mark.req("R4")
def test_the_list_says_what_builds_on_what(visitor, cast, cycle):
    visitor.leaves().follows(steps.CYCLE)
    for stage, sources in FEEDS.items():
        for source in sources:
            expect(in_the_list(visitor, stage)).to_contain_text(source)
    visitor.follows("Agree strategic framework", "Overall budget")
    expect(visitor.page.get_by_role("heading", level=1)).to_have_text("Overall budget")


@pytest.mark.req("R3")
def test_the_list_says_where_stages_stand_what_changed_and_what_waits(visitor, cast, cycle):
    visitor.becomes(cast.bea).follows(steps.CYCLE)
    expect(in_the_list(visitor, "Needs assessment")).to_contain_text("Changed")
    day = f"{cycle.events.material().last().at:%-d %B}"
    expect(in_the_list(visitor, "Needs assessment")).to_contain_text("Agreement: signed before a change (version 1)")
    expect(in_the_list(visitor, "Needs assessment")).to_contain_text(f"1 change since: A budget line, {day}")
    expect(in_the_list(visitor, "Needs assessment")).to_contain_text("Waits for Commissioning team and Meals Voice")
    expect(in_the_list(visitor, "Agree priorities")).to_contain_text("Agreeing")
    expect(in_the_list(visitor, "Test and refine")).to_contain_text("Preparing")
    expect(in_the_list(visitor, "Review")).to_contain_text("Not yet")
    visitor.sees_in("Waiting for you", "Read what changed, and sign again or say why not: Needs assessment")
    visitor.sees("From government", "Prices of food")
    visitor.follows("Everything that happened")
    visitor.sees("This changes what was agreed", "Reason given: The council has less money.")


@pytest.mark.req("R6")
def test_where_everything_stands_is_read_and_printed_on_two_pages(visitor, cast, cycle):
    visitor.leaves().follows(steps.CYCLE, "Where we are, on two pages to print")
    visitor.sees("Needs assessment", "Signed before a change (version 1)", "Commissioning team and Meals Voice")
    text = text_of(visitor.reads_print("These two pages as a PDF, to print"))
    assert [text.count(f"page {number} of 2") for number in (1, 2)] == [1, 1]
    assert "Signed before a change (version 1)" in text


@pytest.mark.req("R3")
def test_a_finished_stage_is_opened_again_with_a_reason_that_everybody_reads(visitor, cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    stage.finish(cast.ann)
    steps.goes_to(visitor.becomes(cast.ann), "Needs assessment")
    visitor.follows("Open this stage again, for a reason")
    visitor.presses("Open it again")
    visitor.is_asked_again("Why is it opened again?")
    visitor.writes("Why is it opened again?", "A second group wants to be heard.")
    visitor.presses("Open it again")
    visitor.is_told("“Needs assessment” is begun again.")
    steps.goes_to(visitor.leaves(), "Needs assessment", "Report")
    visitor.sees("Why it was entered: A second group wants to be heard.")
