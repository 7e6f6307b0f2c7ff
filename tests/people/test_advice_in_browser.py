"""Advice beside a text in a real browser: while one writes, and without JavaScript after saving."""

import pytest
from playwright.sync_api import expect

from involvement.models import Agreement
from tests import build
from tests.browser import axe, sideways, sign_in, watch
from tests.involvement.pages import address

LONG = "We will talk with you about " + "meals and " * 10 + "about what they cost."


@pytest.fixture
def cast(transactional_db):
    return build.cast()


@pytest.fixture
def stage(cast):
    stage = build.begin(cast.stage("needs"))
    Agreement.draft(stage, cast.ann)
    return stage


@pytest.mark.req("R84")
def test_the_advice_follows_the_writer_and_speaks_only_when_it_is_another(page, cast, stage):
    complaints = watch(page)
    sign_in(page, cast.ann)
    page.goto(address("agreement_words", stage))
    box, advice = page.get_by_label("What this stage is for"), page.locator("#id_purpose-advice")
    expect(advice).to_have_text("")
    box.fill(LONG)
    expect(advice).to_contain_text("This sentence has 30 words:")
    advice.evaluate("region => { region.changes = 0; new MutationObserver(() => region.changes++).observe(region, "
                    "{childList: true, subtree: true}) }")  # fmt: skip
    with page.expect_response("**/advice/**"):
        box.press("End")
        box.press_sequentially(" Or more.")
    with page.expect_response("**/advice/**"):
        box.fill("Stakeholders decide.")
    expect(advice).to_have_text("“Stakeholders”: say “the people concerned”.")
    assert advice.evaluate("region => region.changes") == 1
    assert (advice.get_attribute("aria-live"), "id_purpose-advice" in box.get_attribute("aria-describedby")) == (
        "polite",
        True,
    )
    assert (axe(page), complaints) == ([], [])


def test_the_advice_stands_beside_the_text_and_under_it_in_a_narrow_window(page, cast, stage):
    sign_in(page, cast.ann)
    build.draft(stage, purpose=LONG)
    page.goto(address("agreement_words", stage))
    box, advice = page.get_by_label("What this stage is for"), page.locator("#id_purpose-advice")
    text, said = box.bounding_box(), advice.bounding_box()
    assert said["x"] >= text["x"] + text["width"]
    page.set_viewport_size({"width": 320, "height": 640})
    text, said = box.bounding_box(), advice.bounding_box()
    assert said["y"] >= text["y"] + text["height"]
    assert sideways(page) == 0


def test_without_advice_from_the_server_nobody_is_told_of_a_failure(page, cast, stage):
    sign_in(page, cast.ann)
    page.goto(address("agreement_words", stage))
    page.context.clear_cookies()
    with page.expect_response("**/advice/**"):
        page.get_by_label("What this stage is for").fill(LONG)
    expect(page.locator("#status")).to_have_text("")
    expect(page.locator("#id_purpose-advice")).to_have_text("")


@pytest.mark.req("R84")
def test_without_javascript_the_second_button_saves_and_shows_how_it_reads(page_no_js, cast, stage):
    page = page_no_js
    sign_in(page, cast.ann)
    page.goto(address("agreement_words", stage))
    page.get_by_label("What this stage is for").fill(LONG)
    page.get_by_role("button", name="Save, and see how it reads").click()
    expect(page.get_by_text("The words of the draft are saved.")).to_be_visible()
    expect(page.locator("#id_purpose-advice")).to_contain_text("This sentence has 30 words:")
    expect(page.get_by_label("What this stage is for")).to_have_value(LONG)
