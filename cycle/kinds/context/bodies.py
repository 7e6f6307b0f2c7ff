"""The bodies and departments around the service, and what each explained to the other (R28, R30)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record
from ...pieces import Piece


class Department(Record):
    """A department beyond health and care that the work touches, such as housing or transport (R30)."""

    class Standing(models.TextChoices):
        ASKED = "asked", _("Asked, no reply yet")
        JOINED = "joined", _("Takes part")
        TOLD = "told", _("Is kept informed")
        DECLINED = "declined", _("Does not take part")

    SLUG = "departments"
    PIECE = Piece.OTHERS
    ADD = _("Add a department or service")
    ABOUT = _("Others whose work touches this one: housing, transport, parks, leisure.")
    PROMPT = _("Which other department or service should be at the table?")
    OWN_FIELDS = ("touches_how", "asked_on", "standing", "because")
    ASKED_UNDER = {"standing": {"declined": ("because",)}}
    FIGURE = "standing"
    LISTED = ("asked_on",)

    touches_how = models.TextField(_("how its work touches this one"))
    asked_on = models.DateField(_("when it was asked"), null=True, blank=True)
    standing = models.CharField(_("where it stands"), max_length=8, choices=Standing)
    because = models.TextField(
        _("why it does not take part"), blank=True, help_text=_("Only when it does not take part.")
    )

    class Meta(Record.Meta):
        verbose_name = _("department or service")
        verbose_name_plural = _("other departments and services")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(standing="declined") | ~Q(because=""),
                name="cycle_department_declined_has_a_reason",
                violation_error_message=_("Say why it does not take part."),
            ),
        ]


class BodyView(Record):
    """One body's rules and its idea of need, explained to another body, and as that one understood it (R28)."""

    class View(models.TextChoices):
        SOCIAL = "social", _("Social: what around the person gets in the way")
        MEDICAL = "medical", _("Medical: what the person’s condition calls for")
        BOTH = "both", _("Some of both")

    SLUG = "views"
    PIECE = Piece.OTHERS
    ADD = _("Explain one body to another")
    ABOUT = _("Bodies that buy together have different rules and ideas. Each explains its own, and hears it back.")
    OWN_FIELDS = ("body", "rules", "view", "idea_of_need", "explained_to", "explained_on", "understood_as")
    FIGURE = "view"
    LISTED = ("body", "explained_to")

    body = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="+", verbose_name=_("group or body that explains")
    )
    rules = models.TextField(_("rules that it has to keep to"))
    view = models.CharField(_("way of looking at need"), max_length=8, choices=View)
    idea_of_need = models.TextField(_("what it calls a need"))
    explained_to = models.ForeignKey(
        "cycle.Participant",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group or body to which it was explained"),
    )
    explained_on = models.DateField(_("when"), null=True, blank=True)
    understood_as = models.TextField(
        _("what the other one understood"), blank=True, help_text=_("In the words of the other one.")
    )

    class Meta(Record.Meta):
        verbose_name = _("explanation of one body to another")
        verbose_name_plural = _("how bodies explain themselves")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(explained_to=None) | ~Q(explained_to=F("body")),
                name="cycle_bodyview_is_for_another",
                violation_error_message=_("Choose another body: nobody has to explain itself to itself."),
            ),
            models.CheckConstraint(
                condition=Q(explained_to=None, explained_on=None)
                | Q(explained_to__isnull=False, explained_on__isnull=False),
                name="cycle_bodyview_explained_is_whole_or_absent",
                violation_error_message=_("Say to whom it was explained and when, or leave both open."),
            ),
        ]
