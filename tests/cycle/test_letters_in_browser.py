"""The pages of sign-in letters in a real browser: accessible, narrow, and one sheet of paper."""

import subprocess

import pytest
from django.test import Client

from tests import build
from tests.browser import axe, sideways, sign_in, watch
from tests.nu import nu_pages


@pytest.fixture
def cast(transactional_db):
    return build.cast()


@pytest.fixture
def url(cast):
    place = cast.meals_voice.memberships.get(person=cast.mia)
    return f"{cast.meals_voice.get_absolute_url()}members/{place.pk}/letter/"


def faults(page):
    """What axe finds, wide, and by how much the page is too wide for a narrow window."""
    page.set_viewport_size({"width": 1280, "height": 900})
    found = axe(page)
    page.set_viewport_size({"width": 320, "height": 640})
    return found, sideways(page)


def test_each_page_of_a_letter_is_accessible_and_fits_a_narrow_window(page, cast, url):
    complaints, found = watch(page), {}
    page.goto("/sign-in/letter/")
    found["sign in"] = faults(page)
    page.get_by_role("button", name="Sign in").click()
    found["sign in, refused"] = faults(page)
    sign_in(page, cast.cove)
    page.goto(url)
    found["before"] = faults(page)
    page.get_by_role("button", name="Make the letter").click()
    page.get_by_role("heading", name="A sign-in letter for Mia").wait_for()
    found["the letter"] = faults(page)
    page.goto(cast.meals_voice.get_absolute_url())
    found["the group"] = faults(page)
    assert {name: what for name, what in found.items() if what != ([], 0)} == {}
    assert complaints == []


def test_the_letter_is_one_sheet_of_paper(page, cast, url, tmp_path):
    sign_in(page, cast.cove)
    page.goto(url)
    page.get_by_role("button", name="Make the letter").click()
    page.get_by_role("heading", name="A sign-in letter for Mia").wait_for()
    paper = tmp_path / "letter.pdf"
    page.pdf(path=paper, format="A4")
    said = subprocess.run(["pdfinfo", paper], capture_output=True, text=True, check=True).stdout
    assert "Pages:           1\n" in said


def test_each_page_of_a_letter_is_valid_html(cast, url, tmp_path):
    cove = Client()
    cove.force_login(cast.cove)
    pages = {
        "sign in": Client().get("/sign-in/letter/"),
        "sign in, refused": Client().post("/sign-in/letter/", {"number": "x", "code": "y"}),
        "before": cove.get(url),
        "the letter": cove.post(url),
        "the group": cove.get(cast.meals_voice.get_absolute_url()),
    }
    assert nu_pages({name: page.content.decode() for name, page in pages.items()}, tmp_path) == []
