"""The draft: what somebody has half-written in a long form. It is theirs alone, and no event is written of it."""

import uuid

from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..personal import Class
from ..refusal import Refused

MOST = 50
LONGEST = 100_000  # characters of what was typed, all fields together

TOO_MANY = _("You have 50 half-written texts. Delete one that you do not need any more, and save this one again.")
TOO_LONG = _("This is too long to be kept. Make it shorter.")


class DraftQuerySet(models.QuerySet):
    def of(self, person):
        """Those of this person, the newest first; nobody else ever gets one."""
        return self.filter(person=person).order_by("-saved_at", "-pk") if person.is_authenticated else self.none()

    def for_list(self):
        """With what a list tells of them."""
        return self.defer("typed")

    def of_page(self, path):
        """Those that are written on this page or on one below it."""
        return self.filter(path__startswith=path)

    def of_form(self, person, token):
        """The one that this person writes in the form with this token, as a queryset of one or none."""
        return self.of(person).filter(token=token)


class Draft(models.Model):
    """What was typed into one form, as it was typed: nothing is checked, so nothing is lost.

    path: the address of the form. title: what it is for, as its writer knows it. typed: as a browser sends it.
    """

    PERSONAL = {
        "person": Class.PRIVATE,
        "path": Class.PRIVATE,
        "title": Class.PRIVATE,
        "words": Class.PRIVATE,
        "typed": Class.PRIVATE,
    }

    person = models.ForeignKey("people.Person", models.CASCADE, related_name="drafts")
    token = models.UUIDField(default=uuid.uuid4)
    path = models.CharField(max_length=400)
    title = models.CharField(max_length=240)
    words = models.TextField(blank=True)
    typed = models.TextField(blank=True)
    saved_at = models.DateTimeField(default=timezone.now)

    objects = DraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("half-written text")
        verbose_name_plural = _("half-written texts")
        ordering = ("-saved_at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=["person", "token"], name="people_draft_one_for_each_form"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        """The form, with what was typed in it."""
        return f"{self.path}{'&' if '?' in self.path else '?'}draft={self.token}"

    @property
    def excerpt(self):
        """The first words of it."""
        found = self.words.split()
        return " ".join(found[:14]) + ("…" if len(found) > 14 else "")

    @property
    def sent(self):
        """What was typed, as a form takes it."""
        return QueryDict(self.typed)

    @classmethod
    def keep(cls, person, token, path, title, words, typed):
        """Keep what this person has typed into the form with this token. Returns the Draft. Raises Refused."""
        if len(typed) > LONGEST:
            raise Refused(TOO_LONG)
        kept = {"path": path, "title": title[:240], "words": words, "typed": typed, "saved_at": timezone.now()}
        if cls.objects.filter(person=person, token=token).update(**kept) == 0:
            if cls.objects.filter(person=person).count() >= MOST:
                raise Refused(TOO_MANY)
            cls.objects.update_or_create(person=person, token=token, defaults=kept)
        return cls.objects.get(person=person, token=token)
