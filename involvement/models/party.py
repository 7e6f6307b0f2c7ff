"""The party: one participant's terms in one version of an agreement (R9, R16, R17)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cycle.chain import canonical, digest
from cycle.models import Participant
from cycle.snapshot import snapshot
from cycle.words import Verb
from people.models import SigningRule
from people.triggers import Guard

GONE = Verb("party left", _("no longer takes part:"))

# What a level that carries responsibility is called until the party has agreed to it (R17).
ASKED = {
    "share": _("Is asked to share in the decision"),
    "own": _("Is asked to own the decision"),
}


class PartyQuerySet(models.QuerySet):
    def put_before(self, stage):
        """The parties of every version that was proposed in a stage, with what signing asks about them."""
        proposed = self.filter(agreement__round__stage=stage).exclude(agreement__state="draft")
        return proposed.select_related("participant", "agreement__round")

    def standing_in(self, stages):
        """The parties of what was proposed last in the current round of these stages."""
        current = self.filter(agreement__round__stage__in=stages, agreement__state="proposed")
        current = current.filter(agreement__round__number=models.F("agreement__round__stage__round_number"))
        return current.select_related("participant", "agreement__round__stage")

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
    signing_rule = models.CharField(
        _("who signs for it"), max_length=6, choices=SigningRule, default=SigningRule.ONE, editable=False
    )
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
            models.CheckConstraint(
                condition=~Q(level="own") | Q(must_sign=True),
                name="involvement_party_owner_has_to_sign",
                violation_error_message=_("Whoever owns the decision has to sign: nobody owns it without saying yes."),
            ),
        ]

    def __str__(self):
        return self.participant.name

    @property
    def level_in_a_word(self):
        """What it is asked to be, without the explanation: "Informs", "Is asked to own the decision"."""
        return self.level_for(has_agreed=False)

    def level_for(self, *, has_agreed):
        """The level in a few words; who carries a decision is never said before they have said yes to that (R17)."""
        asked = {} if has_agreed else ASKED
        return str(asked.get(self.level) or self.get_level_display()).split(":")[0]

    @property
    def signatures_needed(self):
        """How many people have to sign for it, by its own rule."""
        return 2 if self.signing_rule == SigningRule.TWO else 1

    def is_spoken_for_by(self, standing):
        """Whether somebody of this Standing may sign for it, by its own rule."""
        who = standing.chairs if self.signing_rule == SigningRule.CHAIR else standing.speaks_for
        return self.participant_id in who

    def seal(self):
        """Fix the terms, and with them the rule by which its group signs today; nothing changes them after that."""
        if group := self.participant.group:
            self.signing_rule = group.signing_rule
        self.is_sealed = True
        self.save()

    @property
    def stamp(self):
        """A short mark of the terms as they stand: it differs when somebody has changed them."""
        return digest("", canonical(self.words()))[:16]

    def copy_to(self, agreement):
        """The same terms in another agreement, not sealed yet; nothing when the party takes no part there now."""
        there = self._same_in(agreement.ledger_cycle)
        if there and not agreement.parties.filter(participant=there).exists():
            terms = {name: getattr(self, name) for name in self.TERMS}
            Party.objects.create(agreement=agreement, participant=there, **terms)

    def _same_in(self, cycle):
        """The participant who is the same in this cycle today, also when these terms are from another one; or None."""
        mine, there = self.participant, cycle.participants.active()
        if mine.cycle_id == cycle.pk:
            return there.filter(pk=mine.pk).first()
        if mine.standing in Participant.BY_SEAT:
            return there.filter(standing=mine.standing).first()
        if mine.group_id:
            return there.filter(group=mine.group_id).first()
        return there.filter(organisation=mine.organisation_id, standing=mine.standing, person=mine.person_id).first()

    def terms_told(self):
        """The terms for the ledger, when nobody has said yes to them yet: what it is only asked to carry says so."""
        return {name: value for name, value in self.words().items() if value} | {"level": self.level_in_a_word}

    def words(self):
        """The terms as a dict of field -> plain value."""
        return snapshot(self, self.TERMS)


GUARD = Guard(
    table="involvement_party",
    columns=(
        "id", "agreement_id", "participant_id", "role", "level", "may", "may_not", "speaks_for", "how_it_knows",
        "hours_asked", "support", "payment", "must_sign", "signing_rule", "is_sealed",
    ),
    when="OLD.is_sealed",
)  # fmt: skip
