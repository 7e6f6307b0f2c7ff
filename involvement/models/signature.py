"""The signature: what one party says to one version of an agreement, by whom, when and in which words."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard


class SignatureQuerySet(models.QuerySet):
    def to_version(self, agreement):
        """Every answer that was given to one version, oldest first, with what a page says of it."""
        given = self.filter(party__agreement=agreement).select_related("party__participant", "signed_by")
        return given.order_by("event__number")


class Signature(models.Model):
    """Agree, agree with a reservation, or decline; added and never changed. The latest one of a party counts."""

    class Position(models.TextChoices):
        AGREE = "agree", _("We agree")
        RESERVE = "reserve", _("We agree, with a reservation")
        DECLINE = "decline", _("We do not agree")

    PERSONAL = {"signed_by": Class.PART, "words": Class.SAID, "entered_by": Class.PART}

    party = models.ForeignKey("involvement.Party", models.PROTECT, related_name="signatures")
    position = models.CharField(_("your answer"), max_length=8, choices=Position)
    words = models.TextField(_("in your own words"), blank=True)
    signed_by = models.ForeignKey("people.Person", models.PROTECT, related_name="signatures")
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    signed_on = models.DateField(_("signed on"), default=timezone.localdate)
    on_paper = models.BooleanField(_("signed on paper"), default=False)
    read_back = models.BooleanField(_("it was read back to the one who signed"), default=False)
    event = models.OneToOneField("cycle.Event", models.PROTECT, related_name="signature")

    objects = SignatureQuerySet.as_manager()

    class Meta:
        verbose_name = _("signature")
        verbose_name_plural = _("signatures")
        ordering = ("event_id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(position="agree") | (Q(position__in=["reserve", "decline"]) & ~Q(words="")),
                name="involvement_signature_reservation_has_words",
            ),
            models.CheckConstraint(
                condition=Q(on_paper=True) | Q(signed_by=models.F("entered_by")),
                name="involvement_signature_only_paper_is_entered_by_another",
            ),
        ]

    def __str__(self):
        return f"{self.party}: {self.get_position_display()}"


GUARD = Guard(
    table="involvement_signature",
    columns=(
        "id", "party_id", "position", "words", "signed_by_id", "entered_by_id", "signed_on", "on_paper", "read_back",
        "event_id",
    ),
    blankable=("words",),
)  # fmt: skip
