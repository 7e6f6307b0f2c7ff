"""The sessions of one person: only their content says whose they are."""

import json

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from .. import models


def sessions_of(person: models.Person):
    """Every kept Session in which this person is signed in, or has asked for a code, as a list."""
    return [each for each in Session.objects.iterator() if _is_of(each.get_decoded(), person)]


def _is_of(said, person):
    """Whether a session says that it is this person's; who only asked for a code stands in it by the address."""
    asked = bool(person.email) and person.email in json.dumps(said, default=str).lower()
    return said.get(SESSION_KEY) == str(person.pk) or asked


def end_sessions(person: models.Person):
    """Take out all of these, from the cache too. Returns how many."""
    found = sessions_of(person)
    for each in found:
        Session.get_session_store_class()(each.session_key).delete()
    return len(found)
