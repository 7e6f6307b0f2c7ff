"""E-mails to people about their way in: the invitation, and that a letter was made. They hold no secret."""

import uuid
from dataclasses import dataclass

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from . import outbox
from .links import absolute


@dataclass
class Sending:
    """What became of a letter. went: whether it did; None when there was none, or when it waits for the commit."""

    went: bool | None = None

    @property
    def sentence(self):
        """What whoever brought the person in is told of it; empty when there is nothing to tell."""
        if self.went is None:
            return ""
        if self.went:
            return _("An e-mail tells them how to sign in.")
        return _("The e-mail that tells them could not be sent yet. We keep trying. You can tell them how to sign in.")


def invite(person, by, to_what, site, as_what=""):
    """Write to somebody who was brought in, after the commit: to what, by whom, as what, and how to say no.

    by: who did it, a Person or a name; to_what: the group or cycle; site: the address where one signs in; as_what: the
    part that they are given, in words. Returns the Sending.
    """
    if person == by:
        return Sending()
    context = {"by": by, "to_what": to_what, "site": site, "as_what": as_what}
    context |= {"was_here": person.last_login is not None, "own_url": absolute(reverse("own"))}
    return _write(person, _("You are invited"), "people/email/invitation.txt", context)


def tell_of_letter(person, by, group):
    """Write to somebody with an e-mail address for whom a sign-in letter was made. Returns the Sending."""
    context = {"by": by, "group": group}
    return _write(person, _("A letter was made for you"), "people/email/letter_made.txt", context)


def _write(person, subject, template, context):
    """Put a letter to a person in the outbox and try to send it after the commit. Returns the Sending."""
    sending = Sending()
    if mail := outbox.put(person, f"way in:{uuid.uuid4()}", subject, template, context):
        transaction.on_commit(lambda: _send(mail, sending))
    return sending


def _send(mail, sending):
    sending.went = bool(outbox.send(mail))
