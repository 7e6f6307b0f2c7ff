"""The list of cycles, and starting, opening and closing one."""

import pytest

from cycle.models import KINDS, Cycle
from tests.build import authority, begin, cast, commissioner, cycle, person
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db

ABOUT = {
    "title": "Day centres",
    "summary": "Places to meet in the daytime.",
    "sector": "Adult social care",
    "for_whom": "People who live alone",
    "horizon": "2026 to 2029",
}


@pytest.fixture
def people():
    return cast()


@pytest.fixture
def council():
    return authority("Coast Council")


@pytest.fixture
def nia(council):
    """A commissioner of the council."""
    nia = person("Nia", "nia@example.org")
    commissioner(nia, council)
    return nia


# --- The list ---------------------------------------------------------------------------------------------------------


def test_anyone_reads_the_published_cycles_and_nobody_else_the_others():
    people = cast(published=False)
    cycle(people.ann, people.council, title="Open to all")
    titles = {
        name: [row["cycle"].title for row in signed_in(reader).get("/cycles/").context["rows"]]
        for name, reader in {"nobody": None, "zoe": people.zoe, "mia": people.mia, "cara": people.cara}.items()
    }
    both = ["Open to all", "Community meals"]
    assert titles == {"nobody": both[:1], "zoe": both[:1], "mia": both, "cara": both}


def test_the_list_says_where_one_takes_part(people):
    assert "You take part." in words(signed_in(people.mia).get("/cycles/"))
    assert "You take part." not in words(signed_in(people.zoe).get("/cycles/"))


def test_an_empty_list_says_so():
    assert "There is no cycle yet that you can read." in words(signed_in().get("/cycles/"))


def test_the_list_takes_the_same_queries_at_one_three_and_three_hundred_rows(people):
    reader = signed_in(people.mia)
    once = queries(reader, "/cycles/")
    for title in ("Second", "Third"):
        cycle(people.ann, people.council, title=title)
    assert queries(reader, "/cycles/") == once
    made = Cycle.objects.latest("pk")
    same = {"authority": people.council, "state": "running", "published_at": made.published_at, **ABOUT}
    Cycle.objects.bulk_create(Cycle(slug=f"number-{number}", **same) for number in range(297))
    assert queries(reader, "/cycles/") == once


def test_a_long_list_goes_on_with_the_older_ones(people):
    same = {"authority": people.council, "state": "running", "published_at": people.cycle.published_at, **ABOUT}
    Cycle.objects.bulk_create(Cycle(slug=f"number-{number}", **same) for number in range(25))
    first = signed_in().get("/cycles/")
    second = signed_in().get("/cycles/", {"before": first.context["shown"].more})
    assert [len(page.context["rows"]) for page in (first, second)] == [25, 1]
    assert second.context["rows"][0]["cycle"] == people.cycle


# --- Starting ---------------------------------------------------------------------------------------------------------


@pytest.mark.req("R1")
def test_a_commissioner_starts_a_cycle_with_all_its_stages(nia, council):
    answer = signed_in(nia).post("/cycles/new/", {"authority": council.pk, **ABOUT})
    made = Cycle.objects.get()
    assert answer.url == "/cycles/day-centres/"
    assert [stage.kind_slug for stage in made.stages.order_by("place")] == list(KINDS)
    assert (made.authority, made.standing_of(nia).runs, made.is_published) == (council, True, False)


def test_the_only_authority_is_chosen_beforehand(nia, council):
    assert signed_in(nia).get("/cycles/new/").context["form"]["authority"].value() == council.pk


def test_whoever_is_no_commissioner_of_an_authority_is_told_so(people, nia):
    for name in ("cara", "mia", "pat", "zoe"):
        somebody = signed_in(getattr(people, name))
        for answer in (somebody.get("/cycles/new/"), somebody.post("/cycles/new/", ABOUT)):
            assert answer.status_code == 403
            assert "Only a commissioner of a public authority can start a cycle." in words(answer)
        assert "Only a commissioner of a public authority" in words(somebody.get("/cycles/"))


def test_nobody_starts_a_cycle_for_another_authority(nia):
    other = authority("Another Council")
    answer = signed_in(nia).post("/cycles/new/", {"authority": other.pk, **ABOUT})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"authority": ["Choose one of the answers shown."]}
    assert not Cycle.objects.exists()


def test_what_is_missing_is_said_and_what_was_typed_stays(nia, council):
    answer = signed_in(nia).post("/cycles/new/", {"authority": council.pk, **ABOUT, "summary": ""})
    assert answer.status_code == 422
    assert answer.context["form"].errors == {"summary": ["Fill in “What it is about, in plain words”."]}
    assert 'value="Day centres"' in words(answer)


def test_a_double_click_starts_one_cycle(nia, council):
    browser = signed_in(nia)
    answers = [browser.post("/cycles/new/", {"authority": council.pk, **ABOUT}) for _click in "12"]
    assert [answer.status_code for answer in answers] == [302, 422]
    assert "There is a cycle with this title for these years already." in words(answers[1])
    assert Cycle.objects.count() == 1


def test_signing_in_comes_first():
    assert signed_in().get("/cycles/new/").url == "/sign-in/?next=/cycles/new/"


# --- Opening and closing ----------------------------------------------------------------------------------------------


def test_an_officer_opens_the_cycle_for_everyone():
    people = cast(published=False)
    url = f"/cycles/{people.cycle.slug}/publication/"
    assert signed_in(people.zoe).post(url).status_code == 404
    assert signed_in(people.mia).post(url).status_code == 403
    assert signed_in(people.ola).get(url).status_code == 405
    assert signed_in(people.ola).post(url).url == people.cycle.get_absolute_url()
    people.cycle.refresh_from_db()
    assert people.cycle.is_published
    again = signed_in(people.ola).post(url)
    assert (again.status_code, "This cycle is open for everyone already." in words(again)) == (403, True)


def test_a_cycle_is_closed_with_its_reason(people):
    url = f"/cycles/{people.cycle.slug}/closing/"
    officer = signed_in(people.ola)
    assert officer.get(url).status_code == 200
    assert officer.post(url, {"reason": " "}).status_code == 422
    sent = {"reason": "The service goes on as agreed."}
    assert officer.post(url, sent).status_code == 422
    sent |= {"unreviewed_because": "Nobody had the time."}
    assert officer.post(url, sent).url == people.cycle.get_absolute_url()
    people.cycle.refresh_from_db()
    last = people.cycle.events.latest("number")
    assert (people.cycle.state, last.verb, last.reason) == ("closed", "cycle closed", "The service goes on as agreed.")
    assert officer.get(url).status_code == 403


def test_a_cycle_with_a_stage_under_way_cannot_be_closed(people):
    begin(people.stage("needs"))
    answer = signed_in(people.ola).get(f"/cycles/{people.cycle.slug}/closing/")
    assert answer.status_code == 403
    assert "A stage is still under way. Finish every stage before you close the cycle." in words(answer)
