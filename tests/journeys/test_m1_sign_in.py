"""M1: a member signs in with a code from an e-mail that she types in; nobody has to invent a password."""

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


def test_a_member_types_the_code_from_her_e_mail(visitor, hazel, mailoutbox):
    visitor.page.goto("/")
    visitor.goes_by(visitor.page.get_by_role("banner").get_by_role("link", name="Sign in"))
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


def test_the_convenor_brings_a_member_in_who_can_then_sign_in(visitor, cast, mailoutbox):
    visitor.becomes(cast.cove).follows("Community meals", "Who takes part", "Meals Voice")
    visitor.presses("Add a member")
    visitor.writes("Name", "Hazel")
    visitor.writes("E-mail address", "hazel@example.org")
    visitor.presses("Add")
    visitor.is_told("Hazel belongs to the group now.")
    visitor.leaves()
    visitor.goes_by(visitor.page.get_by_role("banner").get_by_role("link", name="Sign in"))
    visitor.writes("Your e-mail address", "hazel@example.org")
    visitor.presses("Send me a code")
    visitor.writes("The code from the e-mail", newest_code(mailoutbox))
    visitor.presses("Sign in")
    visitor.sees("Hello, Hazel", "Community meals")
