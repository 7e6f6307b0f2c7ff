"""E-mails to people about their way in: the invitation, and that a letter was made. They hold no secret."""

import logging
from dataclasses import dataclass

from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

logger = logging.getLogger(__name__)


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
        return _("The e-mail that tells them could not be sent. Tell them yourself how to sign in.")


def invite(person, by, to_what, site):
    """Write to somebody who was brought in, after the commit. Returns the Sending.

    by: who did it, a Person or a name; to_what: the group or cycle; site: the address where one signs in.
    """
    if person == by:
        return Sending()
    context = {"by": by, "to_what": to_what, "site": site}
    return _write(person, _("You are invited"), "people/email/invitation.txt", context)


def tell_of_letter(person, by, group):
    """Write to somebody with an e-mail address for whom a sign-in letter was made. Returns the Sending."""
    context = {"by": by, "group": group}
    return _write(person, _("A letter was made for you"), "people/email/letter_made.txt", context)


def _write(person, subject, template, context):
    """Send a text to a person after the commit, if they have an address and may sign in. Returns the Sending."""
    sending = Sending()
    if person.email and person.is_active:
        body = render_to_string(template, {"name": person.name, "email": person.email, **context}).strip()
        mail = EmailMessage(subject=subject, body=body, to=[person.email])
        transaction.on_commit(lambda: _send(mail, sending))
    return sending


def _send(mail, sending):
    """Send it; a mail server that fails loses nothing that was done, and the log does not say whose mail it was."""
    try:
        mail.send()
    except (OSError, ValueError) as error:
        logger.warning("An e-mail could not be sent: %s", type(error).__name__)
        sending.went = False
    else:
        sending.went = True
