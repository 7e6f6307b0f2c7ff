"""Guessing a sign-in letter, and where its code is to be found: on the paper alone (promises 9, 12, 35)."""

import logging
import re
from datetime import timedelta
from itertools import product

import pytest
from django.db import IntegrityError, connection
from django.utils import timezone

from config.logs import DiscreetFormatter
from cycle import letters
from people.forms.letter import TOO_MANY, WRONG
from people.models import Membership, PrintedCode
from people.models import printed_code as printed

from .letters import letter_page, made, place, signs_in, tried
from .pages import signed_in

pytestmark = pytest.mark.django_db


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
