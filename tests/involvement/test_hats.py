"""Which hat one wears: said on every page of a cycle, chosen where one speaks, listed on one's own page, and ended."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.hats import hats_in_words, hats_of
from feedback.models import Contribution
from people.models import Membership
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def second(cast):
    """Another group that takes part, to which bea belongs, and cove, who convenes the first one, as a member."""
    made = build.group("Walkers")
    build.member(cast.bea, made, "chair")
    build.member(cast.cove, made)
    build.admit(cast.cycle, made)
    cast.afresh()
    return made


def pages(cast):
    """Some pages of a cycle, of each app."""
    stage = build.opened(cast.cycle, "needs")
    here, there = cast.cycle.get_absolute_url(), stage.get_absolute_url()
    return [here, f"{here}people/", f"{here}ledger/", there, f"{there}records/records/", f"{there}contributions/",
            f"{there}history/", f"{there}openness/"]  # fmt: skip


@pytest.mark.req("R16")
def test_every_page_of_a_cycle_says_for_whom_its_reader_is_there(cast, second):
    cast.cycle.seat(cast.bea, "officer", cast.ann)
    told = "You are here for Meals Voice (representative), for Walkers (chair) and as an officer."
    shown = [words(signed_in(cast.bea).get(url)) for url in pages(cast) if "records/records" not in url]
    assert [told in page for page in shown] == [True] * len(shown)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("mia", "You are here for Meals Voice (member)."),
        ("cove", "You are here for Meals Voice (convenor) and for Walkers (member)."),
        ("pat", "You are here for Hot Plate Ltd."),
        ("ann", "You are here as the lead commissioner."),
        ("cara", "You are here as somebody who decides."),
        ("zoe", ""),
    ],
)
@pytest.mark.req("R16")
def test_the_hats_of_each(cast, second, name, told):
    assert hats_in_words(getattr(cast, name), cast.cycle) == told


def test_somebody_alone_is_there_for_themselves_and_nobody_signed_in_for_nobody(cast):
    cast.cycle.admit(cast.ann, "users", person=cast.zoe)
    assert hats_of(cast.zoe, cast.cycle) == ["for yourself"]
    assert "You are here" not in words(signed_in().get(cast.cycle.get_absolute_url()))


def test_on_pages_outside_a_cycle_nothing_is_said(cast):
    for url in ("/", "/groups/", "/cycles/"):
        assert "You are here" not in words(signed_in(cast.mia).get(url))


def test_it_costs_the_same_for_one_group_and_for_thirty(cast, django_assert_num_queries):
    cast.cycle.standing_of(cast.mia)
    with django_assert_num_queries(2):
        hats_of(cast.mia, cast.cycle)
    for number in range(30):
        made = build.group(f"Group {number}")
        build.member(cast.mia, made)
        build.admit(cast.cycle, made)
    cast.afresh()
    cast.cycle.standing_of(cast.mia)
    with django_assert_num_queries(2):
        assert len(hats_of(cast.mia, cast.cycle)) == 31


@pytest.mark.req("R16")
def test_who_belongs_to_several_chooses_for_which_they_speak(cast, second):
    stage = build.opened(cast.cycle, "needs")
    form = signed_in(cast.bea).get(f"{stage.get_absolute_url()}contributions/new/").context["form"]
    assert sorted(each.name for each in form.fields["participant"].queryset) == ["Meals Voice", "Walkers"]
    walkers = cast.cycle.participants.get(group=second)
    assert build.contribution(stage, cast.bea, walkers).participant == walkers


# --- Roles that end, end at once --------------------------------------------------------------------------------------


@pytest.mark.req("R16")
def test_a_role_that_ends_gives_no_right_on_the_next_request_anywhere(cast):
    stage = build.opened(cast.cycle, "needs")
    build.loyalty(cast.meals_voice, cast.cove)
    group, bea = cast.meals_voice.get_absolute_url(), signed_in(cast.bea)
    speaks = f"{stage.get_absolute_url()}contributions/new/"
    urls = (speaks, f"{group}loyalty/", f"{group}money/", f"{group}direct-funding/new/")
    assert [bea.get(url).status_code for url in urls] == [200] * 4
    cast.meals_voice.end_membership(cast.cove, cast.meals_voice.memberships.get(person=cast.bea))
    assert [bea.get(url).status_code for url in urls] == [403, 404, 404, 404]
    assert "Cove" not in words(bea.get(group)).split("<main")[1]
    assert "You are here" not in words(bea.get(cast.cycle.get_absolute_url()))
    assert Contribution.refusal_to_give(stage, cast.bea) != "" or cast.afresh() is None


@pytest.mark.req("R16")
def test_a_role_with_a_last_day_ends_with_that_day_by_itself(cast):
    place = cast.meals_voice.memberships.get(person=cast.bea)
    today = timezone.localdate()
    Membership.objects.filter(pk=place.pk).update(from_date=today - timedelta(days=9), until_date=today)
    bea, url = signed_in(cast.bea), f"{cast.meals_voice.get_absolute_url()}loyalty/"
    assert bea.get(url).status_code == 200
    Membership.objects.filter(pk=place.pk).update(until_date=today - timedelta(days=1))
    assert bea.get(url).status_code == 404


def test_one_of_two_roles_that_ends_leaves_the_other(cast, second):
    second.memberships.get(person=cast.bea).end()
    cast.afresh()
    assert hats_of(cast.bea, cast.cycle) == ["for Meals Voice (representative)"]


# --- All of one's places ----------------------------------------------------------------------------------------------


@pytest.mark.req("R16")
def test_the_page_about_oneself_lists_every_place_with_what_one_may_do_and_until_when(cast, second):
    cast.cycle.seat(cast.bea, "decider", cast.ann, limits="Cannot change the budget.")
    build.employed(cast.bea, cast.provider)
    day = timezone.localdate() + timedelta(days=20)
    Membership.objects.filter(person=cast.bea, group=second).update(until_date=day)
    page = words(signed_in(cast.bea).get("/you/"))
    for told in ("Meals Voice", "Speak and sign for the group, within your mandate.", "Walkers", "Hot Plate Ltd",
                 "Councillor or board member who decides", "Cannot change the budget.", f"until {day:%-d %B %Y}",
                 "To leave, ask those who run the cycle."):  # fmt: skip
        assert told in page
    nothing = "You belong to no group and no organisation here, and take part in no cycle."
    assert nothing in words(signed_in(cast.zoe).get("/you/"))


def test_one_leaves_a_group_after_a_question_and_nobody_leaves_for_another(cast):
    place = cast.meals_voice.memberships.get(person=cast.mia)
    url = f"{cast.meals_voice.get_absolute_url()}members/{place.pk}/leaving/"
    mia = signed_in(cast.mia)
    assert url in mia.get("/you/").content.decode()
    assert "Leave Meals Voice?" in words(mia.get(url))
    assert [signed_in(each).post(url).status_code for each in (cast.cove, cast.bea, cast.ann)] == [404] * 3
    assert said(mia.post(url, follow=True)) == ["You have left Meals Voice."]
    assert (cast.meals_voice.has_member(cast.mia), mia.get(url).status_code) == (False, 404)


def test_the_last_who_keeps_a_group_is_told_why_they_cannot_leave_it(cast):
    place = cast.meals_voice.memberships.get(person=cast.cove)
    answer = signed_in(cast.cove).post(f"{cast.meals_voice.get_absolute_url()}members/{place.pk}/leaving/")
    assert (answer.status_code, "Somebody has to keep the group’s page." in words(answer)) == (422, True)


def test_the_page_about_oneself_costs_the_same_for_few_places_and_many(cast):
    mia = signed_in(cast.mia)
    once = queries(mia, "/you/")
    for number in range(20):
        build.member(cast.mia, build.group(f"Group {number}"))
    assert queries(mia, "/you/") == once
