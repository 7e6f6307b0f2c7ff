"""The own file: all that is kept about one person, made for that person alone, and gone after some days."""

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

from ..personal import Class


def files():
    """Where they are kept: outside everything that is served by its address alone."""
    return FileSystemStorage(location=settings.FILES_DIR, base_url=None, file_permissions_mode=0o600)


def random_name(own_file, name):
    """A name that says nothing of whose file it is."""
    return f"own/{get_random_string(40, 'abcdefghijklmnopqrstuvwxyz0123456789')}.zip"


class OwnFile(models.Model):
    """The file of one person; a new one takes the place of the one before. Only its person can get it."""

    PERSONAL = {"person": Class.PRIVATE, "file": Class.PRIVATE}

    person = models.OneToOneField("people.Person", models.PROTECT, related_name="own_file")
    file = models.FileField(storage=files, upload_to=random_name, max_length=120)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("file of what is kept about somebody")
        verbose_name_plural = _("files of what is kept about somebody")
        ordering = ("pk",)

    def __str__(self):
        return str(self._meta.verbose_name)
