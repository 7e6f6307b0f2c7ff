"""The sessions of one person: only their content says whose they are."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session

from .. import models


def sessions_of(person: models.Person):
    """Every kept Session in which this person is signed in, as a list."""
    return [each for each in Session.objects.iterator() if each.get_decoded().get(SESSION_KEY) == str(person.pk)]


def end_sessions(person: models.Person):
    """Take out all of these, from the cache too. Returns how many."""
    found = sessions_of(person)
    for each in found:
        Session.get_session_store_class()(each.session_key).delete()
    return len(found)
