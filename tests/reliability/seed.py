"""Run in the server's own environment: `seed N` fills its database, `count` says what is there.

`letters N` puts letters in its outbox, `send` sends them until all are gone, `mails` says what became of them.
"""

import json
import sys
import time
from datetime import timedelta
from importlib import import_module

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402

from cycle.ledger import faults  # noqa: E402
from cycle.models import Cycle, Event  # noqa: E402
from feedback.models import Contribution  # noqa: E402
from people import outbox  # noqa: E402
from people.models import Mail, mail  # noqa: E402
from tests.build import cast, member, opened, person  # noqa: E402


def session_of(somebody):
    """A session of this person, as signing in would make it."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(somebody.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = somebody.get_session_auth_hash()
    session.create()
    return session.session_key


def seed(number):
    """A cycle with an open stage and this many members; prints the path to write at and their sessions."""
    people = cast()
    opened(people.cycle, "needs")
    writers = [person(f"Writer {each}", f"writer{each}@example.org") for each in range(number)]
    for writer in writers:
        member(writer, people.meals_voice)
    path = f"/cycles/{people.cycle.slug}/stages/needs/contributions/new/"
    print(json.dumps({"path": path, "sessions": [session_of(writer) for writer in writers]}))


def count():
    """The tokens of the contributions, how many events tell of one being given, and the ledger's faults."""
    tokens = [str(token) for token in Contribution.objects.values_list("token", flat=True)]
    given = Event.objects.filter(verb="contribution given").count()
    wrong = [fault for cycle in Cycle.objects.all() for fault in faults(cycle)]
    print(json.dumps({"tokens": tokens, "given": given, "faults": wrong}))


def letters(number):
    """So many letters, each to somebody else."""
    for each in range(number):
        reader = person(f"Reader {each}", f"reader{each}@example.org")
        outbox.put(
            reader, f"letter {each}", "A letter", "people/email/letter_made.txt", {"by": "Cove", "group": "Voice"}
        )
    print(json.dumps({"put": Mail.objects.count()}))


def send():
    """Send until nothing waits, as a worker does. Whoever died with a letter is believed dead after a second."""
    mail.LEASE = timedelta(seconds=1)
    while Mail.objects.filter(state="waits").exists():
        outbox.send_due()
        time.sleep(0.05)
    print(json.dumps({}))


def mails():
    """The Message-ID of each letter, and its state."""
    print(json.dumps({"mails": list(Mail.objects.values_list("message_id", "state"))}))


if __name__ == "__main__":
    verb, *numbers = sys.argv[1:]
    globals()[verb](*map(int, numbers))
