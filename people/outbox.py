"""The outbox: what is written to people is kept with what it is about, in one transaction, and sent after it.

So nothing is missing when a process dies. When it dies between sending and noting that, the letter goes out a second
time under the same Message-ID. Codes to sign in with do not come this way: they are of use for ten minutes, and whoever
asked for one sees at once when it could not be sent.
"""

import logging

from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from .links import absolute
from .models import Mail

logger = logging.getLogger(__name__)
SALT = "people.outbox.stop"


def put(person, key, subject, template, context, *, may_be_stopped=False):
    """Keep a letter to this person until it has gone. Returns the Mail, or None for somebody who gets none.

    key: what it is about; a second one with the same key is not written. template: of its words; it finds `name` and
    `email` beside the context. may_be_stopped: whether a link in it ends such letters.
    """
    if not person.email or not person.is_active:
        return None
    stop_url = absolute(reverse("post_stop", args=[stop_token(person)])) if may_be_stopped else ""
    words = {"name": person.name, "email": person.email, "stop_url": stop_url, **context}
    said = {
        "person": person,
        "subject": " ".join(str(subject).split()),
        "body": render_to_string(template, words).strip(),
        "may_be_stopped": may_be_stopped,
        "message_id": Mail.new_message_id(),
    }
    return Mail.objects.get_or_create(key=key, defaults=said)[0]


def send(mail):
    """Try once to send this letter, when nobody else is at it. Returns whether it has gone; None when it was not tried.

    A mail server that fails loses nothing: the letter waits for its next try, and the log does not say whose it is.
    """
    if not mail.take():
        return None
    person = mail.person
    if not person.email or not person.is_active:
        mail.give_up("no address")
        return False
    try:
        _message(mail).send()
    except (OSError, ValueError) as error:
        logger.warning("An e-mail could not be sent: %s", type(error).__name__)
        mail.failed(type(error).__name__)
        return False
    mail.went()
    return True


def send_due(most=200):
    """Try each letter whose time has come, `most` at the most. Returns how many have gone."""
    due = Mail.objects.due().select_related("person")[:most]
    return sum(bool(send(mail)) for mail in due)


def waiting_since():
    """Since when the oldest letter waits that was tried and has not gone; None when there is none."""
    oldest = Mail.objects.filter(state=Mail.State.WAITS, tries__gt=0).order_by("made_at").first()
    return oldest.made_at if oldest else None


def stop_token(person):
    """What stands in the link that ends letters to this person: it works without signing in, and for nothing else."""
    return signing.dumps(person.pk, salt=SALT)


def person_of(token):
    """The id of the Person whose letters this token ends, or None."""
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None


def _message(mail):
    """The letter as a mail program gets it; one that may be stopped says so in the way that these programs know."""
    headers = {"Message-ID": mail.message_id, "Auto-Submitted": "auto-generated"}
    if mail.may_be_stopped:
        stop_url = absolute(reverse("post_stop", args=[stop_token(mail.person)]))
        headers |= {"List-Unsubscribe": f"<{stop_url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
    date = timezone.localtime(mail.made_at)
    headers["Date"] = date.strftime("%a, %d %b %Y %H:%M:%S %z")
    return EmailMessage(subject=mail.subject, body=mail.body, to=[mail.person.email], headers=headers)
