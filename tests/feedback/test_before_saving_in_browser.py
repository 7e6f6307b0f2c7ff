"""The page before saving answers a form, so the walk over all addresses does not come by: it is looked at here."""

import pytest

from tests import build
from tests.browser import axe, sideways, sign_in, watch

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.looks]


def test_what_a_change_touches_is_accessible_and_fits_a_phone(page):
    cast = build.cast()
    build.contribution(build.opened(cast.cycle, "needs"), cast.mia)
    line = build.record(cast.stage("budget"), title="Meals-and-deliveries-in-all-the-valleys 2023")
    complaints = watch(page)
    sign_in(page, cast.ann)
    page.goto(f"{line.get_absolute_url()}edit/")
    page.get_by_role("textbox", name="Amount (optional)", exact=True).fill("400")
    page.get_by_label("Why do you change it?").fill("The council has less money.")
    page.get_by_role("button", name="Save the change").click()
    page.get_by_role("heading", name="Before you save: what this touches").wait_for()
    assert axe(page) == []
    page.set_viewport_size({"width": 320, "height": 900})
    assert sideways(page) == 0
    assert complaints == []
