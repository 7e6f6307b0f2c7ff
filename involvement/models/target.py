"""Whom a stage wants to hear, how many of them and why, agreed with users; and how they were reached (R69; c4, c5)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant
from cycle.models.stage import cycle_closed
from cycle.words import Verb
from people.personal import Class

WANTED = Verb("people wanted", _("said whom this stage wants to hear:"))
AGREED = Verb("people wanted agreed", _("agreed whom this stage wants to hear:"))
ENDED = Verb("people wanted ended", _("no longer looks for:"))
NAMED = Verb("people wanted named", _("said who here speaks for:"))
TRIED = Verb("people looked for", _("wrote down how people were looked for:"))

NOT_YOURS = _("Only officers, and those who keep or speak for a group, can say whom a stage wants to hear.")
NOT_YOUR_PARTY = _("You can agree only for a group or body that you speak for or keep.")
NOT_TO_END = _("Only an officer, or who speaks for or keeps the group that put it forward, can end this.")
AGREED_ALREADY = _("It is agreed for this group already.")
HAS_ENDED = _("Nobody looks for them here any more.")
SAY_WHY = _("Say why, so that others can follow.")
OTHERS = _("Choose among those who take part in this cycle.")


def parties_of(cycle, person):
    """The participants for which this person speaks or that they keep, by name."""
    standing = cycle.standing_of(person)
    return Participant.objects.active().filter(cycle=cycle, pk__in=standing.speaks_for | standing.keeps)


class TargetQuerySet(models.QuerySet):
    def of(self, stage):
        """Those of one stage with their parties and who agreed, those that still stand first; four queries."""
        fetched = self.filter(stage=stage).select_related("proposed_by", "made_by")
        return fetched.prefetch_related("parties", "agreed_by", "tries__by").order_by("ended_at", "pk")

    def standing(self):
        """Those for which people are still looked for."""
        return self.filter(ended_at=None)


class Target(models.Model):
    """Some people whom a stage wants to hear. parties: those who take part and belong to them. proposed_by: None for
    the authority."""

    class Sort(models.TextChoices):
        NOW = "now", _("People who use the service now")
        LATER = "later", _("People who may use it later")
        NEVER = "never", _("People who do not use it, or stopped")
        NEW = "new", _("A community that is new here, or growing")
        OTHER = "other", _("Others")

    PERSONAL = {"made_by": Class.PART, "ended_by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="targets")
    sort = models.CharField(_("what sort of people"), max_length=6, choices=Sort)
    name = models.CharField(_("who they are"), max_length=160)
    how_many = models.PositiveSmallIntegerField(_("how many of them at least"))
    why = models.TextField(_("why they are needed here"))
    parties = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who among those here speaks for them")
    )
    proposed_by = models.ForeignKey("cycle.Participant", models.PROTECT, null=True, blank=True, related_name="+")
    agreed_by = models.ManyToManyField("cycle.Participant", blank=True, related_name="+")
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(_("why nobody looks for them any more"), blank=True)

    objects = TargetQuerySet.as_manager()

    class Meta:
        verbose_name = _("people whom a stage wants to hear")
        verbose_name_plural = _("people whom stages want to hear")
        ordering = ("stage_id", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(sort__in=["now", "later", "never", "new", "other"]), name="involvement_target_sort_is_known"
            ),
            models.CheckConstraint(condition=Q(how_many__gte=1), name="involvement_target_is_of_somebody"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="involvement_target_end_is_whole_or_absent",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return f"{reverse('who_is_there', args=[self.stage.cycle.slug, self.stage.kind_slug])}#target-{self.pk}"

    def address(self, name):
        """The address of something that is done with it."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def has_ended(self):
        return self.ended_at is not None

    @property
    def proposer(self):
        """Who put it forward, in words."""
        return self.proposed_by.name if self.proposed_by else str(self.stage.cycle.authority)

    @classmethod
    def refusal_to_want(cls, stage, person):
        """Why this person cannot say whom a stage wants to hear, as a sentence; empty when they can."""
        standing = stage.cycle.standing_of(person)
        may = standing.runs or standing.keeps or standing.speaks_for
        return cycle_closed(stage) if may else NOT_YOURS

    def refusal_to_go_on(self, person):
        """Why this person cannot agree to it, name who speaks for them or say how they were looked for."""
        return HAS_ENDED if self.has_ended else self.refusal_to_want(self.stage, person)

    def refusal_to_end(self, person):
        """Why this person cannot end it, as a sentence; empty when they can."""
        standing = self.stage.cycle.standing_of(person)
        if not (standing.runs or self.proposed_by_id in standing.speaks_for | standing.keeps):
            return NOT_TO_END
        return self.refusal_to_go_on(person)

    @classmethod
    def want(cls, stage, by, *, proposed_by=None, parties=(), **said):
        """Say whom the stage wants to hear. Returns the Target. Raises Refused.

        proposed_by: a participant that the writer speaks for or keeps; None for the authority, which an officer may.
        """
        sentence = cls.refusal_to_want(stage, by)
        if not sentence and not may_act_for(stage.cycle, by, proposed_by):
            sentence = NOT_YOUR_PARTY
        if sentence or any(party.cycle_id != stage.cycle_id for party in parties):
            raise moves.Refused(sentence or OTHERS)
        with ledger.writing(stage.cycle):
            new = cls.objects.create(stage=stage, made_by=by, proposed_by=proposed_by, **said)
            new.parties.set(parties)
            if proposed_by:
                new.agreed_by.add(proposed_by)
            told = {name: said[name] for name in ("name", "how_many", "why")}
            new._tell(WANTED, by, proposed_by, told)
        return new

    def agree(self, by, participant):
        """Agree to it for a participant. Raises Refused."""
        if sentence := self.refusal_to_go_on(by):
            raise moves.Refused(sentence)
        if participant is None or not may_act_for(self.stage.cycle, by, participant):
            raise moves.Refused(NOT_YOUR_PARTY)
        with ledger.writing(self.stage.cycle):
            if self.agreed_by.filter(pk=participant.pk).exists():
                raise moves.Refused(AGREED_ALREADY, conflict=True)
            self.agreed_by.add(participant)
            self._tell(AGREED, by, participant, {})

    def name_parties(self, by, parties):
        """Say anew who among those who take part speaks for them. Raises Refused."""
        if sentence := self.refusal_to_go_on(by):
            raise moves.Refused(sentence)
        if any(party.cycle_id != self.stage.cycle_id for party in parties):
            raise moves.Refused(OTHERS)
        with ledger.writing(self.stage.cycle):
            self.parties.set(parties)
            self._tell(NAMED, by, None, {"parties": sorted(str(party) for party in parties)})

    def look_for(self, by, **said):
        """Write down how they were looked for and what came of it. Returns the Outreach. Raises Refused."""
        if sentence := self.refusal_to_go_on(by):
            raise moves.Refused(sentence)
        with ledger.writing(self.stage.cycle):
            new = self.tries.create(by=by, **said)
            self._tell(TRIED, by, None, {"how": new.how})
        return new

    def end(self, by, because):
        """Say that nobody looks for them any more, and why. Raises Refused."""
        if sentence := self.refusal_to_end(by) or ("" if because.strip() else SAY_WHY):
            raise moves.Refused(sentence)
        with ledger.writing(self.stage.cycle):
            now = timezone.now()
            rows = type(self).objects.filter(pk=self.pk, ended_at=None)
            if not rows.update(ended_at=now, ended_by=by, ended_because=because):
                raise moves.Refused(HAS_ENDED, conflict=True)
            self.ended_at, self.ended_by, self.ended_because = now, by, because
            self._tell(ENDED, by, None, {}, because)

    def _tell(self, verb, by, party, after, reason=""):
        acting_for = party.acting_name if party else ""
        told = {"cycle": self.stage.cycle, "stage": self.stage, "after": after, "reason": reason}
        ledger.record(verb, self, by, acting_for=acting_for, **told)


def may_act_for(cycle, person, participant):
    """Whether this person may put something forward for this participant; for the authority (None) an officer may."""
    standing = cycle.standing_of(person)
    if participant is None:
        return standing.runs
    return participant.pk in standing.speaks_for | standing.keeps
