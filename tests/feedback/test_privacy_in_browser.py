"""What is kept about oneself and being forgotten, in a real browser: by everybody's means, at any width."""

import pytest
from django.template.loader import render_to_string
from django.utils import timezone

from people.privacy.finding import kept_about
from people.privacy.told import TOLD
from tests.browser import axe, sideways, sign_in, watch
from tests.cycle.pages import signed_in
from tests.nu import nu_pages

PAGES = ["/you/", "/you/data/", "/you/data/forgetting/", "/privacy/"]


@pytest.mark.parametrize("address", PAGES)
def test_the_page_has_no_fault_and_fits_a_narrow_window(page, cast, address):
    sign_in(page, cast.mia)
    complaints = watch(page)
    page.goto(address)
    assert (axe(page), complaints) == ([], [])
    page.set_viewport_size({"width": 320, "height": 640})
    assert sideways(page) == 0


def test_after_a_mistake_the_page_has_no_fault_either(page, cast):
    sign_in(page, cast.mia)
    page.goto("/you/data/forgetting/")
    page.get_by_role("button", name="Forget me").click()
    assert page.get_by_role("alert").is_visible()
    assert axe(page) == []


@pytest.mark.django_db
def test_the_pages_and_the_page_in_the_file_are_valid_html(cast, tmp_path):
    browser = signed_in(cast.mia)
    pages = {address: browser.get(address).content.decode() for address in PAGES}
    rows = list(kept_about(cast.mia))
    told = {"person": cast.mia, "at": timezone.now(), "told": TOLD, "sorts": [("rows", rows)], "fields": []}
    pages["file"] = render_to_string("people/own_data/file.html", told)
    assert nu_pages(pages, tmp_path) == []
