"""The party: one participant's terms in one version of an agreement (R9, R16, R17)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cycle.chain import canonical, digest
from cycle.snapshot import snapshot
from cycle.triggers import Guard


class PartyQuerySet(models.QuerySet):
    def put_before(self, stage):
        """The parties of every version that was proposed in a stage, with what signing asks about them."""
        proposed = self.filter(agreement__round__stage=stage).exclude(agreement__state="draft")
        return proposed.select_related("participant", "agreement__round")

    def terms_of(self, participant):
        """The party that this participant is, or None."""
        return self.filter(participant=participant).first()


class Party(models.Model):
    """Role, level of influence, what it may and may not do, for whom it speaks, and what it is asked to give."""

    class Level(models.TextChoices):
        INFORM = "inform", _("Informs: is heard before others decide")
        INFLUENCE = "influence", _("Influences: what it says must be weighed and answered")
        SHARE = "share", _("Shares in the decision")
        OWN = "own", _("Owns the decision")

    TERMS = (
        "role", "level", "may", "may_not", "speaks_for", "how_it_knows", "hours_asked", "support", "payment",
        "must_sign",
    )  # fmt: skip

    agreement = models.ForeignKey("involvement.Agreement", models.CASCADE, related_name="parties")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="parties")
    role = models.CharField(_("role"), max_length=160)
    level = models.CharField(_("level of influence"), max_length=10, choices=Level)
    may = models.TextField(_("may"))
    may_not = models.TextField(_("may not"))
    speaks_for = models.CharField(_("speaks for"), max_length=240)
    how_it_knows = models.CharField(_("how it knows what they think"), max_length=240, blank=True)
    hours_asked = models.PositiveSmallIntegerField(_("hours asked of each person"), null=True, blank=True)
    support = models.CharField(_("support that it gets"), max_length=240, blank=True)
    payment = models.CharField(_("fees and costs that are paid"), max_length=240, blank=True)
    must_sign = models.BooleanField(_("has to sign before the stage opens"), default=True)
    is_sealed = models.BooleanField(default=False, editable=False)

    objects = PartyQuerySet.as_manager()

    class Meta:
        verbose_name = _("party")
        verbose_name_plural = _("parties")
        ordering = ("agreement_id", "participant__standing", "participant__name")
        constraints = [
            models.UniqueConstraint(fields=["agreement", "participant"], name="involvement_party_once_in_an_agreement"),
            models.CheckConstraint(
                condition=Q(level__in=["inform", "influence", "share", "own"]), name="involvement_party_level_is_known"
            ),
        ]

    def __str__(self):
        return self.participant.name

    @property
    def level_in_a_word(self):
        """The level without its explanation: "Informs"."""
        return str(self.get_level_display()).split(":")[0]

    @property
    def stamp(self):
        """A short mark of the terms as they stand: it differs when somebody has changed them."""
        return digest("", canonical(self.words()))[:16]

    def copy_to(self, agreement):
        """The same terms in another agreement, not sealed yet."""
        terms = {name: getattr(self, name) for name in self.TERMS}
        return Party.objects.create(agreement=agreement, participant=self.participant, **terms)

    def words(self):
        """The terms as a dict of field -> plain value."""
        return snapshot(self, self.TERMS)


GUARD = Guard(
    table="involvement_party",
    columns=(
        "id", "agreement_id", "participant_id", "role", "level", "may", "may_not", "speaks_for", "how_it_knows",
        "hours_asked", "support", "payment", "must_sign", "is_sealed",
    ),
    when="OLD.is_sealed",
)  # fmt: skip
