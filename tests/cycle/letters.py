"""Making a sign-in letter on its page, and trying it, as people do."""

import re

from django.test import Client

from people.forms.letter import WRONG

from .pages import signed_in, words

SIGN_IN = "/sign-in/letter/"


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
