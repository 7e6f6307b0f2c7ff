"""Sign-in letters: for whom, once and in time; and their pages (promise 12)."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cycle import letters
from people.models import PrintedCode
from people.refusal import Refused
from tests import build

from .letters import SIGN_IN, letter_page, made, place, signs_in, tried
from .pages import queries, signed_in, words

pytestmark = pytest.mark.django_db


# --- It signs in the right person, once, in time ----------------------------------------------------------------------


def test_the_letter_signs_in_the_member_it_is_for(cast):
    number, code = made(cast)
    assert signs_in(number, code) == str(cast.mia.pk)


def test_a_member_without_an_e_mail_address_signs_in_as_well(cast):
    ivy = build.person("Ivy")
    build.member(ivy, cast.meals_voice)
    assert signs_in(*made(cast, ivy)) == str(ivy.pk)


def test_it_may_be_typed_as_people_type(cast):
    number, code = made(cast)
    assert signs_in(f" {number[:3]} {number[3:]} ", f" {code.lower().replace('-', ' ')} ") == str(cast.mia.pk)


def test_it_works_once(cast):
    number, code = made(cast)
    assert [signs_in(number, code), signs_in(number, code)] == [str(cast.mia.pk), None]


def test_it_works_for_seventy_two_hours(cast):
    for hours, works in ((71, True), (73, False)):
        number, code = made(cast)
        PrintedCode.objects.filter(number=number).update(made_at=timezone.now() - timedelta(hours=hours))
        assert (signs_in(number, code) is not None) == works


def test_a_new_letter_ends_the_older_one(cast):
    first, second = made(cast), made(cast)
    assert [signs_in(*first), signs_in(*second)] == [None, str(cast.mia.pk)]


def test_the_letter_of_one_does_not_take_the_code_of_another(cast):
    other = build.person("Ivy")
    build.member(other, cast.meals_voice)
    (number, _code), (_number, code) = made(cast), made(cast, other)
    assert signs_in(number, code) is None


def test_signing_in_by_letter_leads_on_to_the_page_that_was_asked_for_and_never_off_the_site(cast):
    entrance = Client().get("/sign-in/?next=/glossary/").content.decode()
    assert 'href="/sign-in/letter/?next=/glossary/"' in entrance
    for asked, led in (("/glossary/", "/glossary/"), ("https://evil.example/", "/"), ("//evil.example", "/")):
        number, code = made(cast)
        assert Client().post(f"{SIGN_IN}?next={asked}", {"number": number, "code": code}).url == led


def test_the_session_ends_when_all_sessions_of_the_person_are_ended(cast):
    client = Client()
    tried(*made(cast), client)
    assert client.get("/groups/").status_code == 200
    cast.mia.sign_out_everywhere()
    assert client.get("/groups/").status_code == 302


def test_who_is_signed_in_already_goes_to_the_first_page(cast):
    assert signed_in(cast.zoe).get(SIGN_IN).url == "/"


# --- For whom ---------------------------------------------------------------------------------------------------------


def test_a_representative_may_have_one_too(cast):
    assert signs_in(*made(cast, cast.bea)) == str(cast.bea.pk)


def barred():
    """What gives somebody more than a member has: name -> what happens to Mia."""
    return {
        "may no longer sign in": lambda cast: type(cast.mia).objects.filter(pk=cast.mia.pk).update(is_active=False),
        "has left": lambda cast: place(cast, cast.mia).end(),
        "keeps the page": lambda cast: build.member(cast.mia, cast.meals_voice, "chair"),
        "keeps another page": lambda cast: build.member(cast.mia, build.group("Walkers"), "convenor"),
        "is a commissioner": lambda cast: build.commissioner(cast.mia, cast.council),
        "works for a provider": lambda cast: build.employed(cast.mia, cast.provider),
        "has a seat": lambda cast: cast.cycle.seat(cast.mia, "decider", cast.ann),
    }


@pytest.mark.parametrize("happens", barred())
def test_a_letter_that_was_made_before_opens_nothing_for_who_is_no_longer_just_a_member(cast, happens):
    number, code = made(cast)
    barred()[happens](cast)
    assert signs_in(number, code) is None


@pytest.mark.parametrize("happens", barred())
def test_no_letter_is_made_for_who_is_not_just_a_member(cast, happens):
    url = letter_page(cast, cast.mia)
    barred()[happens](cast)
    for answer in (signed_in(cast.cove).get(url), signed_in(cast.cove).post(url)):
        assert answer.status_code == 403
        assert "A sign-in letter is only for members." in words(answer)
    assert not PrintedCode.objects.exists()


def test_only_who_keeps_the_group_makes_one(cast):
    for name in ("mia", "bea", "ann", "ola", "zoe"):
        answer = signed_in(getattr(cast, name)).post(letter_page(cast, cast.mia))
        assert answer.status_code == 403
        assert "Only the group’s convenor or chair can do this." in words(answer)
    with pytest.raises(Refused, match="Only the group’s convenor or chair"):
        letters.write(cast.meals_voice, place(cast, cast.mia), cast.bea)


def test_a_place_in_another_group_is_not_found_here(cast):
    elsewhere = build.member(build.person("Ivy"), build.group("Walkers"))
    url = f"{cast.meals_voice.get_absolute_url()}members/{elsewhere.pk}/letter/"
    assert signed_in(cast.cove).post(url).status_code == 404


# --- Its pages --------------------------------------------------------------------------------------------------------


def test_the_members_page_offers_letters_to_who_keeps_it_and_says_which_one_works(cast):
    url = cast.meals_voice.get_absolute_url()
    keeper, member = words(signed_in(cast.cove).get(url)), words(signed_in(cast.mia).get(url))
    assert (keeper.count("Make a sign-in letter"), member.count("Make a sign-in letter")) == (2, 0)
    number, code = made(cast)
    assert f"Letter {number} works until" in words(signed_in(cast.cove).get(url))
    signs_in(number, code)
    assert f"Letter {number} works until" not in words(signed_in(cast.cove).get(url))


def test_the_members_page_takes_the_same_queries_at_three_hundred_members(cast):
    keeper, url = signed_in(cast.cove), cast.meals_voice.get_absolute_url()
    once = queries(keeper, url)
    for number in range(300):
        build.member(build.person(f"Person {number}"), cast.meals_voice)
    assert queries(keeper, url) == once


def test_looking_at_the_page_makes_no_letter(cast):
    page = signed_in(cast.cove).get(letter_page(cast, cast.mia))
    assert (page.status_code, PrintedCode.objects.count()) == (200, 0)
    assert "Make the letter" in words(page)


def test_the_letter_says_how_to_sign_in_until_when_and_whom_to_ask(cast):
    answer = signed_in(cast.cove).post(letter_page(cast, cast.mia))
    page = words(answer)
    until = timezone.localtime(PrintedCode.objects.get().expires_at)
    for sentence in ("A sign-in letter for Mia", "This is from Cove, for the group Meals Voice.",
                     "http://testserver/sign-in/letter/", f"until {until:%-d %B %Y, %H:%M}", "Ask Cove"):  # fmt: skip
        assert sentence in page
    assert "no-store" in answer["Cache-Control"]
