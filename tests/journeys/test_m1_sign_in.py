"""M1: a member is invited by e-mail, by letter or by the convenor beside her, and signs in without a password."""

import re

import pytest
from playwright.sync_api import expect

from tests import build


@pytest.fixture
def hazel(transactional_db):
    """Somebody whom a convenor has brought in by e-mail."""
    return build.person("Hazel", "hazel@example.org")


def newest_code(mailoutbox):
    return re.search(r"\b\d{6}\b", mailoutbox[-1].body)[0]


def goes_to_sign_in(visitor):
    visitor.page.goto("/")
    visitor.goes_by(visitor.page.get_by_role("banner").get_by_role("link", name="Sign in"))


def makes_a_letter(visitor, name):
    """The convenor makes a sign-in letter for a member; (number, code) as they stand on it."""
    visitor.follows("Community meals", "Who takes part", "Meals Voice", f"Make a sign-in letter: {name}")
    visitor.sees("It works once, and for three days.")
    visitor.presses("Make the letter")
    visitor.sees(
        "Print this page now.", f"A sign-in letter for {name}", "This is from Cove, for the group Meals Voice."
    )
    said = visitor.page.get_by_role("article").inner_text()
    return re.search(r"\b\d{6}\b", said)[0], re.search(r"\b[A-Z]{4}-[A-Z]{4}\b", said)[0]


def types_in(visitor, number, code):
    visitor.writes("The number of the letter", number)
    visitor.writes("The code", code)
    visitor.presses("Sign in")


def test_a_member_types_the_code_from_her_e_mail(visitor, hazel, mailoutbox):
    goes_to_sign_in(visitor)
    visitor.sees("You need no password.")
    visitor.writes("Your e-mail address", "Hazel@example.org")
    visitor.presses("Send me a code")
    visitor.writes("The code from the e-mail", "000000" if newest_code(mailoutbox) != "000000" else "111111")
    visitor.presses("Sign in")
    visitor.is_asked_again("That is not the code we sent last.")
    visitor.writes("The code from the e-mail", newest_code(mailoutbox))
    visitor.presses("Sign in")
    visitor.sees("Hello, Hazel", "Nothing waits for you just now.")
    visitor.presses("Sign out")
    expect(visitor.page.get_by_role("banner").get_by_role("link", name="Sign in")).to_be_visible()


def test_a_member_is_invited_by_e_mail_and_follows_what_it_says(visitor, cast, mailoutbox):
    visitor.becomes(cast.cove).follows("Community meals", "Who takes part", "Meals Voice")
    visitor.presses("Add a member")
    visitor.writes("Name", "Hazel")
    visitor.writes("E-mail address", "hazel@example.org")
    visitor.presses("Add")
    visitor.is_told("Hazel belongs to the group now. An e-mail tells them how to sign in.")
    visitor.leaves()
    (invitation,) = mailoutbox
    assert (invitation.to, "Cove has brought you in: Meals Voice." in invitation.body) == (["hazel@example.org"], True)
    visitor.page.goto(re.search(r"https?://\S+", invitation.body)[0])
    visitor.writes("Your e-mail address", "hazel@example.org")
    visitor.presses("Send me a code")
    visitor.writes("The code from the e-mail", newest_code(mailoutbox))
    visitor.presses("Sign in")
    visitor.sees("Hello, Hazel", "Community meals")


def test_a_member_without_e_mail_signs_in_with_a_letter(visitor, cast):
    build.member(build.person("Ivy"), cast.meals_voice)
    number, code = makes_a_letter(visitor.becomes(cast.cove), "Ivy")
    visitor.leaves()
    goes_to_sign_in(visitor)
    visitor.follows("I have a letter with a code")
    types_in(visitor, number, "BBBB-BBBB")
    visitor.is_asked_again("This number and this code open nothing.")
    types_in(visitor, number, code.lower().replace("-", " "))
    visitor.sees("Hello, Ivy", "Community meals")
    visitor.presses("Sign out")
    goes_to_sign_in(visitor)
    visitor.follows("I have a letter with a code")
    types_in(visitor, number, code)
    visitor.is_asked_again("This number and this code open nothing.")


def test_a_member_signs_in_on_her_own_phone_with_the_convenor_beside_her(visitor, come, way, cast):
    mia = come(way)
    mia.page.set_viewport_size({"width": 320, "height": 640})
    goes_to_sign_in(mia)
    mia.follows("I have a letter with a code")
    number, code = makes_a_letter(visitor.becomes(cast.cove), "Mia")
    visitor.sees("Is the person beside you?")
    types_in(mia, number, code)
    mia.sees("Hello, Mia", "Community meals")
