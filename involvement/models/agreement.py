"""The agreement: the two key principles as one versioned page for each round of a stage (R9–R12)."""

from contextlib import contextmanager

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.record import CYCLE_CLOSED, Conflict
from cycle.officers import is_officer
from cycle.snapshot import snapshot
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

from .agreements import AgreementQuerySet
from .party import Party
from .proposing import OFFICERS_ANSWER, OWNERS_SIGN, cannot_sign, unready

DRAFTED = Verb("agreement drafted", _("began to draft an agreement"))
PROPOSED = Verb("agreement proposed", _("proposed the agreement"))
WELCOMED = Verb("party welcomed", _("added to those who agree:"))
REPLACED = Verb("agreement replaced", _("replaced the earlier agreement"))

NOT_IN_THE_CYCLE = _("This party does not take part in the cycle.")
NOT_PROPOSED = _("This version is not open for signing.")
NOT_A_DRAFT = _("This agreement has been proposed, so its words stand. Draft a new version to change them.")
ROUND_IS_OVER = _("This round of the stage is finished. Begin a new round to agree again.")
A_PARTY_ALREADY = _("%(party)s is a party of this agreement already.")


class Agreement(moves.Movable):
    """What the parties of one round agree. Its words may change while it is a draft, and never after (promise 23)."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        PROPOSED = "proposed", _("Proposed")
        REPLACED = "replaced", _("Replaced by a later version")

    MOVES = {
        "propose": moves.Move(
            PROPOSED,
            ("draft",),
            "proposed",
            runs,
            NOT_AN_OFFICER,
            _("This version has been proposed already."),
            unready,
        ),
        "replace": moves.Move(REPLACED, ("proposed",), "replaced", runs, NOT_AN_OFFICER, NOT_A_DRAFT),
    }

    TEXT_FIELDS = (
        "purpose", "open_to_change", "fixed", "fixed_because", "is_not", "who_decides", "decides_on", "answer_days",
        "answered_by", "read_twice", "without_users",
    )  # fmt: skip
    NEEDED = ("purpose", "open_to_change", "fixed", "fixed_because", "is_not", "who_decides")

    PERSONAL = {"drafted_by": Class.PART, "answered_by": Class.PART, "who_decides": Class.NAMED}
    PERSONAL_OF = {"who_decides": None}

    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="agreements")
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    purpose = models.TextField(_("what this stage is for"), blank=True)
    open_to_change = models.TextField(_("what you can change"), blank=True)
    fixed = models.TextField(_("what is fixed"), blank=True)
    fixed_because = models.TextField(_("why it is fixed"), blank=True)
    is_not = models.TextField(_("what this stage is not"), blank=True)
    who_decides = models.TextField(_("who decides in the end"), blank=True)
    decides_on = models.DateField(_("when it is decided"), null=True, blank=True)
    answer_days = models.PositiveSmallIntegerField(_("working days until you get an answer"), default=15)
    answered_by = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("who sees to it that you get one"),
    )  # fmt: skip
    read_twice = models.BooleanField(_("a second person reads each answer before you get it"), default=False)
    without_users = models.TextField(_("why no users take part"), blank=True)
    drafted_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    revision = models.PositiveIntegerField(default=1)
    drafted_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(auto_now_add=True)
    proposed_at = models.DateTimeField(null=True, blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ("round_id", "version")
        constraints = [
            models.UniqueConstraint(fields=["round", "version"], name="involvement_agreement_version_once_in_a_round"),
            models.UniqueConstraint(
                fields=["round"], condition=Q(state="draft"), name="involvement_agreement_one_draft_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["round"], condition=Q(state="proposed"), name="involvement_agreement_one_proposed_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(state="draft", proposed_at__isnull=True)
                | Q(state__in=["proposed", "replaced"], proposed_at__isnull=False),
                name="involvement_agreement_proposed_has_its_time",
            ),
            models.CheckConstraint(
                condition=Q(answer_days__range=(1, 120)), name="involvement_agreement_answers_come_in_time"
            ),
        ]

    def __str__(self):
        return _("Agreement for %(stage)s, round %(round)d, version %(version)d") % {
            "stage": self.round.stage, "round": self.round.number, "version": self.version,
        }  # fmt: skip

    def get_absolute_url(self):
        return reverse("stage", args=[self.stage.cycle.slug, self.stage.kind_slug])

    def get_draft_url(self, name):
        """The address of one of the pages on which a draft is written."""
        return reverse(name, args=[self.stage.cycle.slug, self.stage.kind_slug])

    def get_version_url(self):
        """The address of this version's own page."""
        return reverse(
            "agreement_version", args=[self.stage.cycle.slug, self.stage.kind_slug, self.round.number, self.version]
        )

    @property
    def stage(self):
        return self.round.stage

    @property
    def ledger_cycle(self):
        return self.round.stage.cycle

    @property
    def ledger_stage(self):
        return self.round.stage

    @property
    def is_draft(self):
        return self.state == self.State.DRAFT

    def is_over(self):
        """A sentence when its cycle is closed or its round is over, else nothing."""
        if self.ledger_cycle.is_closed:
            return CYCLE_CLOSED
        is_over = self.stage.state == self.stage.State.FINISHED or not self.round.is_current
        return ROUND_IS_OVER if is_over else ""

    def why_cannot_write(self, person):
        """Why this person cannot write in it, as a sentence; empty when they can."""
        if not runs(self, person):
            return NOT_AN_OFFICER
        return self.is_over() or ("" if self.is_draft else NOT_A_DRAFT)

    @contextmanager
    def _writing(self, by):
        """Hold the ledger, and go on only while it is still a draft that `by` may write in. Raises Refused."""
        with ledger.writing(self.ledger_cycle):
            self.stage.refresh_from_db(fields=["state", "round_number"])
            if self.pk:
                self.refresh_from_db(fields=["state"])
            if sentence := self.why_cannot_write(by):
                raise moves.Refused(sentence)
            yield

    @classmethod
    def draft(cls, stage, by):
        """The draft for the stage's current round: the one there is, or a new one made from the last (R10, R11).

        Returns the Agreement. Raises Refused.
        """
        blank = cls(round=stage.current_round) if stage.current_round else None
        if blank is None:
            raise moves.Refused(_("Begin the stage first, then draft its agreement."))
        with blank._writing(by):
            if there := cls.objects.filter(round=blank.round, state=cls.State.DRAFT).first():
                return there
            last = cls.objects.last_in(stage) or cls.objects.last_elsewhere(stage, by)
            blank.version = last.version + 1 if last and last.round_id == blank.round.pk else 1
            blank.drafted_by = by
            if last:
                blank._take_words_of(last)
            if not is_officer(blank.answered_by, stage.cycle):
                blank.answered_by = by
            blank.save(force_insert=True)
            for party in last.parties.select_related("participant") if last else ():
                party.copy_to(blank)
            ledger.record(DRAFTED, blank, by, cycle=stage.cycle, stage=stage)
        return blank

    def _take_words_of(self, last):
        """Begin with the words of an earlier agreement; the days of another cycle's decisions are not ours."""
        self.drafted_from = last
        for name in self.TEXT_FIELDS:
            setattr(self, name, getattr(last, name))
        if last.round.stage_id != self.round.stage_id:
            self.decides_on = None

    def write(self, by, revision, **said):
        """Change the words of a draft, when nobody else has since `revision`. Raises Refused, Conflict."""
        if said.get("answered_by") and not is_officer(said["answered_by"], self.ledger_cycle):
            raise moves.Refused(OFFICERS_ANSWER)
        with self._writing(by):
            rows = type(self).objects.filter(pk=self.pk, revision=revision, state=self.State.DRAFT)
            if not rows.update(revision=revision + 1, **said):
                raise Conflict(type(self).objects.get(pk=self.pk))
        self.refresh_from_db(fields=["revision", *said])

    def name_party(self, by, participant, seen=None, **terms):
        """Name a party of the draft, or change its terms. Returns the Party. Raises Refused, Conflict.

        seen: the `Party.stamp` of the terms that the writer started from; None to write whatever stands there.
        """
        if participant.cycle_id != self.ledger_cycle.pk:
            raise moves.Refused(NOT_IN_THE_CYCLE)
        if not participant.is_active:
            raise moves.Refused(NOT_IN_THE_CYCLE)
        if terms.get("level") == Party.Level.OWN and not terms.get("must_sign", True):
            raise moves.Refused(OWNERS_SIGN % {"party": participant})
        with self._writing(by):
            there = self.parties.filter(participant=participant).first()
            if seen is not None and there and there.stamp != seen:
                raise Conflict(there)
            return Party.objects.update_or_create(agreement=self, participant=participant, defaults=terms)[0]

    def drop_party(self, by, party):
        """Take a party out of the draft. Raises Refused."""
        with self._writing(by):
            self.parties.filter(pk=party.pk).delete()

    def propose(self, by):
        """Put the draft before its parties; its words stand from now on. Returns the Event. Raises Refused."""
        with ledger.writing(self.ledger_cycle):
            earlier = type(self).objects.filter(round=self.round, state=self.State.PROPOSED).first()
            if sentence := self.refusal("propose", by):
                raise moves.Refused(sentence)
            if earlier:
                earlier.move("replace", by)
            event = self.move("propose", by, proposed_at=timezone.now(), reason=self.purpose)
            for party in self.parties.select_related("participant__group"):
                party.seal()
            return event

    def why_cannot_welcome(self, person):
        """Why this person cannot add a party to what was proposed, as a sentence; empty when they can."""
        if not runs(self, person):
            return NOT_AN_OFFICER
        return self.is_over() or ("" if self.state == self.State.PROPOSED else NOT_PROPOSED)

    def welcome(self, by, participant, **terms):
        """Add a party that came later: it signs what exists, and the others say whether it holds with them in it.

        Returns the Party. Raises Refused (R10, R89).
        """
        if participant.cycle_id != self.ledger_cycle.pk or not participant.is_active:
            raise moves.Refused(NOT_IN_THE_CYCLE)
        with ledger.writing(self.ledger_cycle):
            self.stage.refresh_from_db(fields=["state", "round_number"])
            self.refresh_from_db(fields=["state"])
            if sentence := self.why_cannot_welcome(by):
                raise moves.Refused(sentence)
            if self.parties.filter(participant=participant).exists():
                raise moves.Refused(A_PARTY_ALREADY % {"party": participant}, conflict=True)
            party = Party(agreement=self, participant=participant, **terms)
            if sentence := cannot_sign(party):
                raise moves.Refused(sentence)
            party.seal()
            ledger.record(
                WELCOMED, party, by, cycle=self.ledger_cycle, stage=self.stage, material=True,
                openness=participant.openness, after=party.terms_told(),
            )  # fmt: skip
        return party

    def words(self):
        """The text as a dict of field -> plain value, for the side-by-side of two versions."""
        return snapshot(self, self.TEXT_FIELDS)


GUARD = Guard(
    table="involvement_agreement",
    columns=(
        "id", "round_id", "version", "purpose", "open_to_change", "fixed", "fixed_because", "is_not", "who_decides",
        "decides_on", "answer_days", "answered_by_id", "read_twice", "without_users", "drafted_from_id", "revision",
        "drafted_by_id", "drafted_at", "proposed_at",
    ),
    when="OLD.state <> 'draft'",
)  # fmt: skip
