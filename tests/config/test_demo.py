"""The command that plays the demonstration, and being one of its people with one click."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings
from django.urls import NoReverseMatch, reverse, set_urlconf

from config.demo.visitors import VISITORS
from cycle.models import Cycle
from people.models import Person
from tests import build
from tests.config import demo_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo(settings, tmp_path):
    """The settings of the demonstration, with a folder of its own for reports."""
    settings.DEMO = settings.DEBUG = True
    settings.ROOT_URLCONF = demo_site.__name__
    settings.REPORTS_DIR = tmp_path
    yield settings
    set_urlconf(None)


@pytest.fixture
def bea():
    return build.person("Bea Madeup", "bea@example.org")


def said(*arguments):
    """What the command prints, and what it complains about."""
    out, err = StringIO(), StringIO()
    call_command("demo", *arguments, stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def test_the_command_refuses_outside_the_demonstration():
    with pytest.raises(CommandError, match="set DEMO"):
        call_command("demo")
    assert not Cycle.objects.exists()


def test_it_plays_once_and_a_second_run_keeps_what_is_there(demo, client):
    (demo.REPORTS_DIR / "one.pdf").touch()
    first, _ = said()
    assert "13 stages" in first
    Person.objects.filter(email="bea@example.org").update(name="Bea Renamed")
    second, _ = said()
    assert "kept as it stands" in second
    assert "Bea Renamed" in second
    assert Cycle.objects.count() == 2
    everybody_finds_the_first_page(client)


def everybody_finds_the_first_page(client):
    """Each of the demonstration's people can be signed in, and is greeted by the first page and shown the others."""
    for visitor in VISITORS:
        person = Person.objects.get(email=visitor.email)
        page = client.post(f"/demo/{person.pk}/", follow=True)
        assert (page.status_code, page.context["user"]) == (200, person)
        assert page.context["demo"] is True
        assert [shown for _person, shown in page.context["demo_people"]] == list(VISITORS)


def test_reports_that_are_not_there_yet_are_written(demo):
    build.opened(build.cycle(), "needs")
    said()
    assert sorted(file.name for file in demo.REPORTS_DIR.glob("*.pdf")) == [
        "community-meals-03-needs.pdf",
        "community-meals-where-we-are.pdf",
    ]


def test_a_machine_that_cannot_print_still_shows_the_rest(demo):
    build.opened(build.cycle(), "needs")
    demo.REPORT_SECONDS = 0
    out, err = said()
    assert "This report took longer to print" in err
    assert "one click" in out


def test_one_click_makes_a_visitor_one_of_the_people(demo, client, bea):
    page = client.post(f"/demo/{bea.pk}/")
    assert (page.status_code, page.url) == (302, "/")
    assert client.session["_auth_user_id"] == str(bea.pk)


def test_it_takes_more_than_following_a_link(demo, client, bea):
    assert client.get(f"/demo/{bea.pk}/").status_code == 405


def test_nobody_else_can_be_signed_in_that_way(demo, client):
    others = [build.person("Ms Real", "real@example.com"), build.person("Bea On Paper")]
    gone = build.person("Mia Notreal", "mia@example.org")
    gone.is_active = False
    gone.save()
    assert {client.post(f"/demo/{person.pk}/").status_code for person in [*others, gone]} == {404}
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("off", ["DEMO", "DEBUG"])
def test_it_is_not_there_when_the_demonstration_or_debug_is_off(demo, client, bea, off):
    with override_settings(**{off: False}):
        assert client.post(f"/demo/{bea.pk}/").status_code == 404
    assert "_auth_user_id" not in client.session


def test_a_site_that_is_no_demonstration_has_no_such_address(client, bea):
    with pytest.raises(NoReverseMatch):
        reverse("demo_sign_in", args=[bea.pk])
    page = client.get("/about/")
    assert page.context["demo"] is False
    assert "demo_people" not in page.context
