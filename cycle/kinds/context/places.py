"""Rules and facts that were weighed, and what people know of their own places (R27, R29)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record
from ...pieces import Piece


class Circumstance(Record):
    """A rule, a law or a local fact that was weighed, and what it does to which stage: evidence for later (R27)."""

    class Sort(models.TextChoices):
        LAW = "law", _("A law or a duty")
        RULE = "rule", _("A rule of one of the bodies")
        FACT = "fact", _("A local fact")
        FIGURE = "figure", _("A figure")

    SLUG = "circumstances"
    ADD = _("Add a rule or a local fact")
    ABOUT = _("What was known and weighed, with where it comes from, for those who ask later.")
    OWN_FIELDS = ("sort", "source", "dated", "does", "touches")
    FIGURE = "sort"
    LISTED = ("source", "dated")
    FIXES = ("touches", ("does",))

    sort = models.CharField(_("what it is"), max_length=8, choices=Sort)
    source = models.CharField(_("where it comes from"), max_length=240)
    dated = models.DateField(_("date"))
    does = models.TextField(_("what it does to our work"))
    touches = models.ManyToManyField(
        "cycle.Stage", blank=True, related_name="+", verbose_name=_("stages that it matters for")
    )

    class Meta(Record.Meta):
        verbose_name = _("rule or local fact")
        verbose_name_plural = _("rules and local facts")


class Place(Record):
    """How one place differs from another, or how what was meant differs from what people live (R29)."""

    class Sort(models.TextChoices):
        DIFFERENCE = "difference", _("Places differ")
        LIVED = "lived", _("It was meant one way, and is lived another")

    SLUG = "places"
    PIECE = Piece.USERS
    ADD = _("Add what people know of a place")
    ABOUT = _("What users know: how places differ, and how what was meant differs from what they live.")
    PROMPT = _("What is different where you live? What was meant to help, and does it?")
    OWN_FIELDS = ("sort", "place", "meant", "lived", "known_by")
    FIGURE = "place"
    LISTED = ("sort", "known_by")

    sort = models.CharField(_("what it tells"), max_length=10, choices=Sort)
    place = models.CharField(_("where"), max_length=160)
    meant = models.TextField(_("what was meant, or how it is elsewhere"))
    lived = models.TextField(_("how people live it here"))
    known_by = models.ForeignKey(
        "cycle.Participant",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group or body that says so"),
    )

    class Meta(Record.Meta):
        verbose_name = _("thing that people know of a place")
        verbose_name_plural = _("what people know of their places")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(meant="") & ~Q(lived=""),
                name="cycle_place_has_both_sides",
                violation_error_message=_("Give both sides: what was meant or is elsewhere, and how it is here."),
            ),
        ]
