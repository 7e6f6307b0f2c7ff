"""Sorting what was said into themes: each act, and each contribution in a theme, with who put it there and when."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class Sorting(models.Model):
    """One act of sorting, of one thing or of many: what was put in a theme and taken out of one by it.

    theme: where an act of many put things. undoes: the act that this one took back. event_number: its line in the
    ledger, which tells neither how many there were nor which, because not everybody may know.
    """

    PERSONAL = {"by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="sortings")
    theme = models.ForeignKey("feedback.Theme", models.PROTECT, null=True, related_name="sortings")
    undoes = models.OneToOneField("self", models.PROTECT, null=True, related_name="undone_by")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    event_number = models.PositiveBigIntegerField()

    class Meta:
        verbose_name = _("act of sorting")
        verbose_name_plural = _("acts of sorting")
        ordering = ("-pk",)

    def __str__(self):
        return f"{self.stage_id}: {self.event_number}"

    @property
    def is_undone(self):
        """Whether it was taken back."""
        return type(self).objects.filter(undoes=self).exists()


class CodingQuerySet(models.QuerySet):
    def standing(self):
        """Those that hold now."""
        return self.filter(taken=None)

    def under(self, theme):
        """Those in one theme."""
        return self.filter(theme=theme)

    def shown_in(self, themes):
        """Those that hold in one of these themes, with who put them there, as a list line needs them."""
        held = self.standing().filter(theme__in=themes).select_related("theme", "put__by")
        return held.order_by("theme__place", "theme__name", "pk")


class Coding(models.Model):
    """One contribution in one theme: by which act it was put there, and by which it was taken out, if it was."""

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="codings")
    theme = models.ForeignKey("feedback.Theme", models.PROTECT, related_name="codings")
    put = models.ForeignKey(Sorting, models.PROTECT, related_name="codings_put")
    taken = models.ForeignKey(Sorting, models.PROTECT, null=True, related_name="codings_taken")

    objects = CodingQuerySet.as_manager()

    class Meta:
        verbose_name = _("place in a theme")
        verbose_name_plural = _("places in a theme")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["contribution", "theme"], condition=Q(taken__isnull=True), name="feedback_coding_holds_once"
            ),
        ]
        indexes = [
            models.Index(fields=["theme", "-contribution"], condition=Q(taken__isnull=True), name="coding_of_theme"),
        ]

    def __str__(self):
        return f"{self.contribution_id} in {self.theme_id}"
