"""What somebody needs so that they can take part, and whom they let know of it: never why they need it."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..need_list import BY_SLUG, CATEGORY, PLACES
from ..personal import Class
from .membership import Membership


class Circle(models.TextChoices):
    """Who may see a need; each one lets in those before it as well."""

    NOBODY = "nobody", _("Nobody but me")
    CONVENOR = "convenor", _("The convenor and the chair of my group")
    PLANNERS = "planners", _("They, and whoever plans a meeting that I am asked to, without my name")
    WRITERS = "writers", _("They, and whoever plans for me or writes to me, with my name")

    @classmethod
    def at_least(cls, circle):
        """The values of this circle and of those that let in more."""
        return cls.values[cls.values.index(circle) :]


class SaidHow(models.TextChoices):
    """How somebody let another person put in what they need."""

    SELF = "", _("They put it in themselves")
    FACE = "face to face", _("Face to face")
    PHONE = "phone", _("By phone")
    WRITING = "writing", _("In writing")


class AccessNeedQuerySet(models.QuerySet):
    def of(self, person):
        """All of one person."""
        return self.filter(person=person)

    def visible_to(self, reader, circle=None):
        """Those that this reader may read with a name: their own, those of members whose group they keep, and others'.

        circle: what the page that asks has made sure this reader is to all these people; None for nothing.
        """
        kept = Membership.objects.active().filter(person=reader, role__in=Membership.KEEPERS, group__isnull=False)
        theirs = Membership.objects.active().filter(group__in=kept.values("group")).values("person")
        may = Q(person=reader) | Q(person__in=theirs, shared_with__in=Circle.at_least(Circle.CONVENOR))
        return self.filter(may | Q(shared_with__in=Circle.at_least(circle)) if circle else may)

    def for_planning(self):
        """Those that are told to whoever plans a meeting, as counts."""
        return self.filter(shared_with__in=Circle.at_least(Circle.PLANNERS))


class AccessNeed(models.Model):
    """One need of one person. words: their own, where no sort of the list says it."""

    PERSONAL = {"person": Class.NEED, "words": Class.NEED, "sort": Class.NEED, "put_in_by": Class.PART}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="access_needs")
    sort = models.CharField(_("what is needed"), max_length=32)
    words = models.CharField(_("in their own words"), max_length=240, blank=True)
    shared_with = models.CharField(_("who may see it"), max_length=8, choices=Circle, default=Circle.NOBODY)
    put_in_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    put_in_at = models.DateTimeField(default=timezone.now)

    objects = AccessNeedQuerySet.as_manager()

    class Meta:
        verbose_name = _("access need")
        verbose_name_plural = _("access needs")
        ordering = ("person_id", "pk")
        constraints = [
            models.UniqueConstraint(fields=["person", "sort"], name="people_accessneed_once_for_a_person"),
            models.CheckConstraint(
                condition=Q(shared_with__in=["nobody", "convenor", "planners", "writers"]),
                name="people_accessneed_circle_is_known",
            ),
            models.CheckConstraint(
                condition=(Q(sort__endswith="-other") & ~Q(words="")) | (~Q(sort__endswith="-other") & Q(words="")),
                name="people_accessneed_own_words_where_no_sort_says_it",
            ),
        ]

    def __str__(self):
        return self.words or str(self.label)

    @property
    def label(self):
        """What is needed, as the list says it; what the list no longer has is told by its slug."""
        sort = BY_SLUG.get(self.sort)
        return sort.words if sort else self.sort

    @property
    def category(self):
        """The Category that it belongs to."""
        return CATEGORY[self.sort.split("-")[0]]

    @property
    def place(self):
        """Where it stands in the list."""
        return PLACES.get(self.sort, len(PLACES))

    @property
    def is_shared(self):
        """Whether anybody but the person may see it."""
        return self.shared_with != Circle.NOBODY

    @property
    def consent(self):
        """The NeedConsent that stands: the last one. They are fetched beforehand."""
        given = sorted(self.consents.all(), key=lambda each: each.pk)
        return given[-1] if given else None

    def share(self, by, circle, text, how=""):
        """Let these see it from now on, by this person's word. Who may, is asked by the sheet. Returns nothing.

        text: the version of the ConsentText that was read; how: a SaidHow, where somebody else puts it in.
        """
        type(self).objects.filter(pk=self.pk).update(shared_with=circle)
        self.shared_with = circle
        NeedConsent.objects.create(need=self, shared_with=circle, text=text, by=by, how=how)


class NeedConsent(models.Model):
    """That a person said who may see a need: which text they read, on which day, and through whom. It goes with it."""

    PERSONAL = {"need": Class.NEED, "by": Class.PART}

    need = models.ForeignKey("people.AccessNeed", models.CASCADE, related_name="consents")
    shared_with = models.CharField(_("who may see it"), max_length=8, choices=Circle)
    text = models.PositiveSmallIntegerField(_("which text was read"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    how = models.CharField(_("how they said so"), max_length=12, choices=SaidHow, blank=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("consent to share a need")
        verbose_name_plural = _("consents to share a need")
        ordering = ("need_id", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(shared_with__in=["nobody", "convenor", "planners", "writers"]),
                name="people_needconsent_circle_is_known",
            ),
            models.CheckConstraint(
                condition=Q(how__in=["", "face to face", "phone", "writing"]), name="people_needconsent_how_is_known"
            ),
        ]

    def __str__(self):
        return f"{self.need}: {self.get_shared_with_display()}"
