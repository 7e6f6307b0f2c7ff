"""A list is narrowed down in place, says so by ear, has an address of its own, and going back shows a whole page."""

import re

import pytest
from playwright.sync_api import expect

from tests import build

from . import steps


@pytest.fixture
def said(cast):
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, sort="question", text="Who checks on people?")
    build.contribution(needs, cast.mia, sort="idea", text="Put fish on the menu.")
    return cast


def test_the_filters_of_what_people_said(visitor, way, said):
    steps.goes_to(visitor.becomes(said.mia), "Needs assessment", "What people said (2)")
    asked = []
    visitor.page.on("request", lambda request: asked.append(request.resource_type))
    visitor.picks("What it is", "A question")
    visitor.presses("Show")
    expect(visitor.page).to_have_url(re.compile("sort=question"))
    visitor.sees("Who checks on people?")
    visitor.sees_not("Put fish on the menu.")
    if way != "without JavaScript":
        assert ("xhr" in asked, "document" in asked) == (True, False)
        expect(visitor.page.get_by_role("status")).to_have_text("1 contribution is shown.")
        expect(visitor.page.get_by_role("button", name="Show")).to_be_focused()
    visitor.page.reload()
    visitor.sees("Who checks on people?")
    visitor.sees_not("Put fish on the menu.")
    visitor.page.go_back()
    expect(visitor.page.get_by_role("heading", name="Needs assessment")).to_be_visible()
    visitor.sees("What people said", "Who checks on people?", "Put fish on the menu.")


def test_the_way_back_from_one_that_was_opened_leads_to_the_narrowed_list(visitor, said):
    steps.goes_to(visitor.becomes(said.mia), "Needs assessment", "What people said (2)")
    visitor.picks("What it is", "An idea")
    visitor.presses("Show")
    visitor.sees_not("Who checks on people?")
    steps.opens(visitor, "Put fish on the menu.")
    visitor.page.go_back()
    expect(visitor.page.get_by_role("heading", name="Needs assessment")).to_be_visible()
    visitor.sees("Put fish on the menu.")
    visitor.sees_not("Who checks on people?")
