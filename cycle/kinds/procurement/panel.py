"""The panel: persons who judge the bids of one tender, for whom each sits, and what helps them (R54)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from ...models.participant import Participant
from ...openness import Openness, stricter
from ...words import Verb
from . import scoring

JOINED = Verb("panel joined", _("named somebody for the panel of"))
LEFT = Verb("panel left", _("wrote down that somebody left the panel of"))
TRAINED = Verb("panel trained", _("wrote down what helps somebody on the panel of"))

NOT_FROM_THERE = _("This person does not belong to the group or body that you chose.")
THERE_ALREADY = _("%(name)s sits on the panel already.")
SCORES_ARE_OPEN = _("All scores are in and can be read. Nobody can join the panel now.")
DECIDED = _("The tender is decided. Its panel stays as it was.")
CANNOT_READ = _("This tender is withheld, and this person could not read it. Let them read it first.")
LEFT_ALREADY = _("They have left the panel already.")
SAY_WHY = _("Say why they leave the panel.")


class PanelMember(models.Model):
    """A Person on the panel of a tender, and the participant they sit for. handed_in_at: when their scores were in.

    help_named: technical help that they have, in words: who explains what, without emptying what it is about.
    """

    class Side(models.TextChoices):
        USERS = "users", _("Users")
        OFFICERS = "officers", _("Officers")
        OTHER = "other", _("Others")

    PERSONAL = {"person": Class.PART, "help_named": Class.NEED, "left_because": Class.LOAD}

    tender = models.ForeignKey("cycle.Tender", models.PROTECT, related_name="members")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="panel_places")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="panel_members")
    side = models.CharField(_("side"), max_length=8, choices=Side)
    training_offered_on = models.DateField(_("training was offered on"), null=True, blank=True)
    training_taken_on = models.DateField(_("training was taken on"), null=True, blank=True)
    help_named = models.TextField(_("technical help: who explains what"), blank=True)
    joined_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True)
    left_because = models.TextField(_("why they left"), blank=True)
    handed_in_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("member of the panel")
        verbose_name_plural = _("members of the panel")
        ordering = ("-side", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["tender", "person"], condition=Q(left_at__isnull=True), name="cycle_panelmember_once_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(side__in=["users", "officers", "other"]), name="cycle_panelmember_side_is_known"
            ),
            models.CheckConstraint(
                condition=Q(left_at__isnull=True, left_because="") | (Q(left_at__isnull=False) & ~Q(left_because="")),
                name="cycle_panelmember_left_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(training_taken_on__isnull=True)
                | Q(training_offered_on__isnull=False, training_taken_on__gte=F("training_offered_on")),
                name="cycle_panelmember_training_is_offered_first",
                violation_error_message=_("Training is offered before it is taken. Look at the two days."),
            ),
        ]

    def __str__(self):
        return self.person.name

    @property
    def is_of_users(self):
        return self.side == self.Side.USERS

    @property
    def has_left(self):
        return self.left_at is not None

    def told_as(self, knows_names):
        """What a reader reads in the place of the name: those who take part know it, others know for whom they sit."""
        if knows_names:
            return _("%(name)s, for %(party)s") % {"name": self.person.name, "party": self.participant.name}
        return self.participant.somebody


def side_of(participant):
    """The side of the panel on which somebody from this participant sits."""
    sides = {Participant.Standing.USERS: PanelMember.Side.USERS,
             Participant.Standing.COMMISSIONERS: PanelMember.Side.OFFICERS}  # fmt: skip
    return sides.get(participant.standing, PanelMember.Side.OTHER)


def why_cannot_name(tender, person):
    """Why this person cannot say who sits on the panel, as a sentence; empty when they can."""
    if not tender.stage.cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    if tender.stage.cycle.is_closed:
        return CYCLE_CLOSED
    return DECIDED if tender.is_decided else ""


def name_member(tender, by, person, participant, *, help_named="", training_offered_on=None, training_taken_on=None):
    """Let a person sit on the panel for a participant. Returns the PanelMember. Raises Refused."""
    with ledger.writing(tender.stage.cycle):
        tender.refresh_from_db(fields=["state", "opened_at"])
        if sentence := why_cannot_name(tender, by) or _why_not_this(tender, person, participant):
            raise moves.Refused(sentence)
        member = PanelMember(
            tender=tender, person=person, participant=participant, side=side_of(participant), help_named=help_named,
            training_offered_on=training_offered_on, training_taken_on=training_taken_on,
        )  # fmt: skip
        _whole(member)
        member.save(force_insert=True)
        tell(JOINED, member, by)
        return member


def _why_not_this(tender, person, participant):
    standing = tender.stage.cycle.standing_of(person)
    if participant.cycle_id != tender.stage.cycle_id or participant.pk not in standing.belongs_to:
        return NOT_FROM_THERE
    if tender.members.filter(person=person, left_at__isnull=True).exists():
        return THERE_ALREADY % {"name": person.name}
    if tender.openness == Openness.WITHHELD and not standing.sees_withheld:
        return CANNOT_READ
    found = scoring.scoring_of(tender)
    return SCORES_ARE_OPEN if tender.is_opened and found.active and not found.is_sealed else ""


def support(member, by, *, help_named="", training_offered_on=None, training_taken_on=None):
    """Write down the training and the help of a member. Returns the Event, or None when nothing differs.

    Raises Refused.
    """
    said = {"help_named": help_named, "training_offered_on": training_offered_on,
            "training_taken_on": training_taken_on}  # fmt: skip
    with ledger.writing(member.tender.stage.cycle):
        member.refresh_from_db(fields=[*said, "left_at"])
        if sentence := why_cannot_name(member.tender, by) or (LEFT_ALREADY if member.has_left else ""):
            raise moves.Refused(sentence)
        before = {name: getattr(member, name) for name in said}
        changed = [name for name in said if said[name] != before[name]]
        for name in changed:
            setattr(member, name, said[name])
        _whole(member)
        if not changed:
            return None
        member.save(update_fields=changed)
        return tell(TRAINED, member, by)


def leave(member, by, reason):
    """Write down that a member leaves the panel; what they scored is left out from now on. Raises Refused (R56)."""
    with ledger.writing(member.tender.stage.cycle):
        member.refresh_from_db(fields=["left_at"])
        if sentence := why_cannot_name(member.tender, by):
            raise moves.Refused(sentence)
        if member.has_left:
            raise moves.Refused(LEFT_ALREADY, conflict=True)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        member.left_at, member.left_because = timezone.now(), reason
        member.save(update_fields=["left_at", "left_because"])
        return tell(LEFT, member, by, reason=reason, is_open=False)


def _whole(member):
    if member.training_taken_on and not (
        member.training_offered_on and member.training_offered_on <= member.training_taken_on
    ):
        raise moves.Refused(_("Training is offered before it is taken. Look at the two days."))


def tell(verb, member, by, *, reason="", acting_for="", is_open=True):
    """Write an event about a member of the panel; it tells for whom they sit and never who. Returns it.

    is_open: whether everybody may read it who may read the tender, or only those who take part.
    """
    tender = member.tender
    openness = tender.openness if is_open else stricter(tender.openness, Openness.INVOLVED)
    return ledger.record(
        verb, tender, by, cycle=tender.stage.cycle, stage=tender.stage, reason=reason, acting_for=acting_for,
        after={"panel_member": member.participant.somebody}, openness=openness,
    )  # fmt: skip


GUARD = Guard(
    table="cycle_panelmember",
    columns=("id", "tender_id", "person_id", "participant_id", "side", "joined_at"),
)
