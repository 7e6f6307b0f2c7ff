"""Opening the pages of a stage as somebody, and reading them as a person does."""

import re
from html import unescape

from django.test import Client
from django.urls import reverse


def client_of(person=None):
    """A client of this person; of nobody who is signed in without one."""
    client = Client()
    if person is not None:
        client.force_login(person)
    return client


def address(name, stage, *more):
    """The address of a page of this stage."""
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug, *more])


def get(person, name, stage, *more):
    return client_of(person).get(address(name, stage, *more))


def post(person, name, stage, *more, **sent):
    return client_of(person).post(address(name, stage, *more), sent)


def words(response):
    """What the main part of the page says, without its markup, in one line."""
    text = response.content.decode()
    main = text[text.index("<main") :] if "<main" in text else text
    main = re.sub(r"<(script|style).*?</\1>", " ", main, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", main)))


def links(response):
    """The addresses that the page leads to or sends to."""
    return [unescape(found) for found in re.findall(r'(?:href|action)="([^"]+)"', response.content.decode())]
