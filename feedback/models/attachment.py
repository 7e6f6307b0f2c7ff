"""What is attached to a contribution or to what is half-written: a photo, a text, a sound, each described in words."""

from pathlib import Path

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.files import files, random_path
from people.personal import Class


def random_name(attachment, name):
    """A name that says nothing; what the sender called it is a word in a row, and never a path."""
    return random_path("attachments", attachment.ending)


class AttachmentQuerySet(models.QuerySet):
    def being_written(self, person, token):
        """Those that this person has attached to what they write in the form with this token."""
        return self.filter(contribution=None, token=token, by=person)

    def visible_to(self, person):
        """Those of contributions that this person may read, and those that they have attached to what they write."""
        said = self.model._meta.get_field("contribution").related_model
        readable = Q(contribution__in=said.objects.visible_to(person))
        if person is None or not person.is_authenticated:
            return self.filter(readable)
        return self.filter(readable | Q(contribution=None, by=person))


class Attachment(models.Model):
    """One file. token: of the form in which it was attached; contribution: what it went out with, none before."""

    class Sort(models.TextChoices):
        PHOTO = "photo", _("Photo")
        TEXT = "text", _("Text")
        SOUND = "sound", _("Sound")

    # ending -> (sort, media type)
    TYPES = {
        "jpg": (Sort.PHOTO, "image/jpeg"),
        "png": (Sort.PHOTO, "image/png"),
        "pdf": (Sort.TEXT, "application/pdf"),
        "docx": (Sort.TEXT, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        "odt": (Sort.TEXT, "application/vnd.oasis.opendocument.text"),
        "mp3": (Sort.SOUND, "audio/mpeg"),
        "ogg": (Sort.SOUND, "audio/ogg"),
        "wav": (Sort.SOUND, "audio/x-wav"),
        "m4a": (Sort.SOUND, "audio/mp4"),
    }
    AT_MOST = 5  # to one contribution

    PERSONAL = {"by": Class.PART, "file": Class.SAID, "description": Class.SAID}
    PERSONAL_OF = {"file": "contribution__given_by", "description": "contribution__given_by"}

    contribution = models.ForeignKey(
        "feedback.Contribution", models.PROTECT, null=True, blank=True, related_name="attachments"
    )
    token = models.UUIDField(db_index=True)
    file = models.FileField(storage=files, upload_to=random_name, max_length=120)
    ending = models.CharField(max_length=5)
    size = models.PositiveIntegerField()
    description = models.CharField(_("what is in it"), max_length=240, blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ("pk",)

    def __str__(self):
        return self.description or str(self.Sort(self.sort).label)

    def get_absolute_url(self):
        return reverse("attachment", args=[self.pk])

    @property
    def sort(self):
        return self.TYPES[self.ending][0]

    @property
    def sort_in_words(self):
        """ "Photo (jpg)"."""
        return f"{self.Sort(self.sort).label} ({self.ending})"

    @property
    def media_type(self):
        return self.TYPES[self.ending][1]

    @property
    def download_name(self):
        """What the file is called on the reader's disk: nothing of what its sender called it."""
        return f"attachment-{self.pk}{Path(self.file.name).suffix}"

    def may_be_got_by(self, person):
        """Whether this reader of what it is attached to gets the file: not where that was withdrawn, or it is hidden.

        The giver always does, and so do officers where it is hidden.
        """
        said = self.contribution
        if said is None or (person.is_authenticated and said.may_be_changed_by(person)):
            return True
        is_open = said.cycle.standing_of(person).runs or not self.hidings.standing().exists()
        return is_open and not said.is_withdrawn

    @classmethod
    def claim(cls, contribution):
        """What was attached in the form that this contribution came from goes with it."""
        cls.objects.being_written(contribution.entered_by, contribution.token).update(contribution=contribution)
