"""The pages about the site itself, and those of signing in, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from people.models import Person
from tests.browser import axe, sideways, sign_in, watch
from tests.nu import nu_pages

PAGES = ["/about/", "/glossary/", "/accessibility/", "/privacy/", "/sign-in/"]


@pytest.mark.parametrize("address", PAGES)
def test_the_page_has_no_accessibility_fault_and_the_browser_no_complaint(page, address):
    complaints = watch(page)
    assert page.goto(address).status == 200
    assert (axe(page), complaints) == ([], [])


@pytest.mark.parametrize("address", PAGES)
def test_the_page_fits_a_narrow_window(page, address):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    assert sideways(page) == 0


def test_the_pages_are_valid_html(client, db, tmp_path):
    assert nu_pages({address: client.get(address).content.decode() for address in PAGES}, tmp_path) == []


def test_one_signs_in_without_javascript(page_no_js, mailoutbox):
    Person.objects.create_user(email="hazel@example.org", name="Hazel")
    page_no_js.goto("/sign-in/")
    page_no_js.get_by_label("Your e-mail address").fill("hazel@example.org")
    page_no_js.get_by_role("main").get_by_role("button").first.click()
    code = re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]
    page_no_js.get_by_label("The code from the e-mail").fill(code)
    page_no_js.get_by_role("main").get_by_role("button").first.click()
    expect(page_no_js).not_to_have_url(re.compile("sign-in"))


def test_after_a_mistake_the_summary_has_the_focus(page):
    page.goto("/sign-in/")
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.locator(".govuk-error-summary")).to_be_focused()
    assert axe(page) == []


def test_somebody_who_is_signed_in_can_sign_out(page):
    sign_in(page, Person.objects.create_user(email="hazel@example.org", name="Hazel"))
    page.goto("/sign-out/")
    page.get_by_role("main").get_by_role("button").first.click()
    page.goto("/sign-out/")
    expect(page).to_have_url(re.compile("/$"))
