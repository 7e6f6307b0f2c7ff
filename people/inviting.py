"""The invitation: an e-mail to somebody who has been brought in. It holds no secret."""

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
    sending = Sending()
    if person.email and person.is_active and person != by:
        context = {"name": person.name, "by": by, "to_what": to_what, "site": site, "email": person.email}
        body = render_to_string("people/email/invitation.txt", context).strip()
        mail = EmailMessage(subject=_("You are invited"), body=body, to=[person.email])
        transaction.on_commit(lambda: _send(mail, sending))
    return sending


def _send(mail, sending):
    """Send it; a mail server that fails loses nothing that was done, and the log does not say whose mail it was."""
    try:
        mail.send()
    except (OSError, ValueError) as error:
        logger.warning("An invitation could not be sent: %s", type(error).__name__)
        sending.went = False
    else:
        sending.went = True
