"""Asking to be forgotten by oneself: what would happen, the question twice, and being signed out (R71)."""

import pytest

from people.models import Person
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db
URL = "/you/data/forgetting/"


def test_the_page_tells_in_numbers_what_would_happen_and_what_stays(cast):
    build.contribution(build.opened(cast.cycle, "needs"), cast.mia, cast.users)
    response = signed_in(cast.mia).get(URL)
    page, told = words(response), dict(response.context["rehearsal"])
    assert told["Texts of yours that are taken away"] == 1
    assert told["Places in groups, bodies and cycles that end"] == 1
    assert [what for what in told if what not in page] == []
    assert "The law asks it to show what was done in its name." in page
    assert Person.objects.get(pk=cast.mia.pk).name == "Mia"


@pytest.mark.parametrize("form", [{}, {"words": "keep"}, {"sure": "on"}, {"words": "other", "sure": "on"}])
def test_nothing_happens_without_a_choice_and_a_tick(cast, form):
    response = signed_in(cast.mia).post(URL, form)
    assert response.status_code == 422
    assert Person.objects.get(pk=cast.mia.pk).email == "mia@example.org"


def test_who_is_forgotten_is_signed_out_and_told_the_number(cast):
    browser = signed_in(cast.mia)
    response = browser.post(URL, {"words": "keep", "sure": "on"}, follow=True)
    assert "You are forgotten here. In the record stands “Member 1” now." in words(response)
    assert browser.get("/you/").status_code == 302
    assert Person.objects.at_address("mia@example.org") is None


def test_who_cannot_go_now_reads_why(cast):
    response = signed_in(cast.cove).get(URL)
    assert response.status_code == 403
    assert "You are the only one who keeps “Meals Voice”." in words(response)
    assert signed_in(cast.cove).post(URL, {"words": "keep", "sure": "on"}).status_code == 403


def test_the_group_reads_the_number_in_her_place(cast):
    signed_in(cast.mia).post(URL, {"words": "keep", "sure": "on"})
    page = words(signed_in(cast.cove).get(f"/groups/{cast.meals_voice.pk}/"))
    assert "Member 1" in page
    assert "Mia" not in page


def test_the_page_about_oneself_leads_here(cast):
    browser = signed_in(cast.mia)
    assert "/you/data/" in browser.get("/you/").content.decode()
    assert URL in browser.get("/you/data/").content.decode()
