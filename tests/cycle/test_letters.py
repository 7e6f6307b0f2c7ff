"""Sign-in letters: for whom, once, in time, with five tries, and the code nowhere but on the paper (promises 9, 12)."""

import logging
import re
from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.utils import timezone

from config.logs import DiscreetFormatter
from cycle import letters
from people.forms.letter import TOO_MANY, WRONG
from people.models import Membership, PrintedCode
from people.models import printed_code as printed
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db

SIGN_IN = "/sign-in/letter/"


@pytest.fixture
def cast():
    return build.cast()


def place(cast, person):
    return cast.meals_voice.memberships.get(person=person)


def letter_page(cast, person):
    return f"{cast.meals_voice.get_absolute_url()}members/{place(cast, person).pk}/letter/"


def made(cast, person=None):
    """(number, code) of a letter that Cove has made for Mia, as they stand on its page."""
    page = words(signed_in(cast.cove).post(letter_page(cast, person or cast.mia)))
    number = re.search(r"Type the number of this letter: .*?(\d{6})", page, re.DOTALL)[1]
    return number, re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", page)[0]


def tried(number, code, client=None, **further):
    return (client or Client()).post(SIGN_IN, {"number": number, "code": code}, **further)


def signs_in(number, code):
    """Whom this number and code sign in, by the id in the session; None when nobody."""
    client = Client()
    answer = tried(number, code, client)
    assert answer.status_code in (302, 422)
    if answer.status_code == 422:
        assert answer.context["form"].non_field_errors() == [WRONG]
    return client.session.get("_auth_user_id")


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


# --- Guessing ---------------------------------------------------------------------------------------------------------


def wrong_codes():
    return ("".join(letters) for letters in product(printed.LETTERS, repeat=printed.LENGTH))


def test_after_five_wrong_tries_the_right_code_opens_nothing(cast):
    number, code = made(cast)
    guesses = wrong_codes()
    assert [signs_in(number, next(guesses)) for _try in range(5)] == [None] * 5
    assert signs_in(number, code) is None


def test_after_four_wrong_tries_it_still_works(cast):
    number, code = made(cast)
    guesses = wrong_codes()
    assert [signs_in(number, next(guesses)) for _try in range(4)] == [None] * 4
    assert signs_in(number, code) == str(cast.mia.pk)


def test_unknown_wrong_used_expired_and_replaced_look_the_same(cast):
    replaced, used = made(cast), made(cast)
    signs_in(*used)
    expired = made(cast)
    PrintedCode.objects.filter(number=expired[0]).update(made_at=timezone.now() - timedelta(days=4))
    bea = made(cast, cast.bea)
    pages = set()
    for number, code in (replaced, used, expired, (bea[0], "BBBB-BBBB"), ("000000", bea[1]), ("xyz", "!"), ("x", "é")):
        body = tried(number, code).content.decode()
        assert str(WRONG) in body
        pages.add(re.sub(r'(name="csrfmiddlewaretoken" value=|value=)"[^"]*"', r"\1", body))
    assert len(pages) == 1


def test_one_address_gets_twenty_tries_in_a_minute_and_the_others_are_not_looked_at(cast):
    number, code = made(cast)
    answers = [tried("000000", "BCDFGHJK") for _try in range(20)]
    assert {answer.context["form"].non_field_errors()[0] for answer in answers} == {str(WRONG)}
    late = tried(number, code)
    assert (late.status_code, late.context["form"].non_field_errors()) == (422, [TOO_MANY])
    assert PrintedCode.objects.get().tries_left == 5
    assert tried(number, code, REMOTE_ADDR="10.0.0.9").status_code == 302


def test_guessing_succeeds_as_seldom_as_its_five_tries_allow(cast, monkeypatch):
    monkeypatch.setattr(printed, "LETTERS", "BCDF")
    monkeypatch.setattr(printed, "LENGTH", 3)
    rounds, in_all, hits = 250, 4**3, 0
    for _letter in range(rounds):
        letter, _code = letters.write(cast.meals_voice, place(cast, cast.mia), cast.cove)
        guesses = wrong_codes()
        hits += any(letters.reader_of(letter.number, next(guesses)) for _guess in range(20))
    monkeypatch.undo()
    chance = 5 / len(printed.LETTERS) ** printed.LENGTH
    print(
        f"\nof {rounds} letters with {in_all} codes {hits} fell to 20 guesses each, {rounds * 5 / in_all:.1f} "
        f"expected; "
        f"with the real {len(printed.LETTERS)}^{printed.LENGTH} codes {chance:.1e} a letter: "
        f"{1e-4 / chance:,.0f} letters a day for one account would stay within 1 in 10,000"
    )
    assert abs(hits - rounds * 5 / in_all) < 4 * (rounds * 5 / in_all) ** 0.5
    # A letter is made by hand, by somebody who knows its code. A hundred a day are more than there will be.
    assert 100 * chance < 1e-4


# --- The code is nowhere ----------------------------------------------------------------------------------------------


def everything_kept():
    """Every value of every table, as text: the sessions, the cache and the messages too."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            yield table, str(cursor.fetchall())


def test_the_code_is_kept_in_no_table_not_even_in_a_hash_that_can_be_tried_without_the_key(cast, settings):
    number, code = made(cast)
    tried(number, "BBBB-BBBB")
    for spelling in (code, code.replace("-", ""), code.lower()):
        assert [table for table, values in everything_kept() if spelling in values] == []
    settings.SECRET_KEY = f"not {settings.SECRET_KEY}"
    assert letters.reader_of(number, code.replace("-", "")) is None


def test_the_code_and_the_number_are_in_no_log(cast, caplog):
    caplog.set_level(logging.DEBUG)
    number, code = made(cast)
    tried(number, "BBBB-BBBB")
    tried(number, code)
    tried(number, code)
    lines = "\n".join(DiscreetFormatter().format(record) for record in caplog.records)
    assert [sign for sign in (number, code, code.replace("-", ""), "BBBB") if sign in lines] == []


def test_the_page_that_showed_the_code_does_not_show_it_again(cast):
    _number, code = made(cast)
    cove = signed_in(cast.cove)
    for url in ("/", letter_page(cast, cast.mia), cast.meals_voice.get_absolute_url(), "/groups/"):
        assert code not in cove.get(url).content.decode()


def test_nobody_makes_a_letter_for_themselves_in_the_database_either(cast):
    assert Membership.objects.filter(person=cast.cove, role="convenor").exists()
    with pytest.raises(IntegrityError, match="people_printedcode_is_made_by_another"):
        PrintedCode.make(cast.cove, cast.cove)
