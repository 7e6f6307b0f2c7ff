"""Attaching a file that was looked at (people/files.py) to what somebody says, and taking it away again."""

from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

from .models import Attachment

DESCRIBE = _("Say what is to be seen, for those who cannot see it.")
TOO_MANY = _("Five files can be attached. Remove one first.")


def attach(person, token, found, description):
    """Keep a Checked file with what this person writes in the form with this token. Returns the Attachment."""
    if found.is_photo and not description.strip():
        raise Refused(DESCRIBE)
    if Attachment.objects.being_written(person, token).count() >= Attachment.AT_MOST:
        raise Refused(TOO_MANY)
    new = Attachment(
        token=token, by=person, ending=found.ending, size=len(found.content), description=description.strip()
    )
    new.file.save("", ContentFile(found.content), save=False)
    new.save(force_insert=True)
    return new


def remove(person, token, pk):
    """Take away one that has not gone out yet; nothing happens when it is somebody else's or gone."""
    for found in Attachment.objects.being_written(person, token).filter(pk=pk):
        found.delete()
        transaction.on_commit(partial(found.file.storage.delete, found.file.name))


def forget(person, token):
    """Take away everything that was attached in the form with this token and has not gone out."""
    for pk in list(Attachment.objects.being_written(person, token).values_list("pk", flat=True)):
        remove(person, token, pk)
