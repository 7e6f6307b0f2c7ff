"""What is known from every side, in one view, and from where nothing is known (R88)."""

import pytest

from tests import build
from tests.cycle.pages import signed_in, words


def known(cycle, person=None, q=""):
    return words(signed_in(person).get(f"/cycles/{cycle.slug}/known/", {"q": q} if q else {}))


@pytest.mark.req("R88")
def test_users_providers_and_figures_lie_beside_each_other_and_what_is_missing_is_said(cast):
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, cast.users, text="My driver has no time.")
    build.contribution(needs, cast.pat, cast.providers, text="We see it in one case of three.")
    build.record(needs, model=needs.kind.record_named("figures"), title="Minutes at the door")
    page = known(cast.cycle)
    assert page.index("People who use the service") < page.index("My driver has no time.")
    assert page.index("Providers, from the cases") < page.index("We see it in one case of three.")
    assert page.index("Figures and research") < page.index("Minutes at the door")
    assert "Nothing that you can read is known from here yet." in page


@pytest.mark.req("R88")
def test_one_word_is_looked_for_on_every_side(cast):
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, cast.users, text="My driver has no time.")
    build.contribution(needs, cast.mia, cast.users, text="The gravy is salty.")
    build.record(needs, model=needs.kind.record_named("figures"), title="Time of a driver at the door")
    page = known(cast.cycle, q="driver")
    assert "My driver has no time." in page
    assert "Time of a driver at the door" in page
    assert "The gravy is salty." not in page


def test_what_is_kept_from_a_reader_is_not_known_to_them(cast):
    needs = build.opened(cast.cycle, "needs")
    build.contribution(needs, cast.mia, cast.users, text="A secret of mine.", openness="withheld")
    build.withheld(needs, cast.ann, model=needs.kind.record_named("figures"), title="Secret figures")
    for text in ("A secret of mine.", "Secret figures"):
        assert text not in known(cast.cycle, cast.bea)
        assert text in known(cast.cycle, cast.ann)


def test_it_asks_as_often_for_many_as_for_few(cast, django_assert_max_num_queries):
    needs = build.opened(cast.cycle, "needs")
    browser = signed_in(cast.ann)
    for _time in range(2):
        for number in range(6):
            build.contribution(needs, cast.mia, cast.users, text=f"Said {number}")
            build.record(needs, model=needs.kind.record_named("figures"), title=f"Figures {number}")
        with django_assert_max_num_queries(50):
            browser.get(f"/cycles/{cast.cycle.slug}/known/")
