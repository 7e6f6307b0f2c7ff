"""Readiness: what is there and what is not before a round is agreed, written down first and for all to read (R15)."""

from dataclasses import dataclass

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from cycle.models.record import Conflict
from cycle.snapshot import in_words, label_of, snapshot
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

WRITTEN = Verb("readiness recorded", _("wrote down"))

FIRST = _("Write down first how ready you are for this round.")
NOT_BEGUN = _("Begin the stage first, then write down how ready you are.")
ROUND_IS_OVER = _("This round of the stage is finished. Begin a new round first.")
SAY_WHAT = _("Say in a few words what is there and what is not.")


@dataclass(frozen=True)
class Gap:
    """One thing that is not ready, or only partly: the question, the answer in a word, and what is said about it."""

    question: str
    answer: str
    words: str


def unwritten(round):
    """A sentence while nobody has written down how ready this round is, else nothing."""
    return "" if Readiness.objects.filter(round=round).exists() else FIRST


def why_cannot_write(stage, person):
    """Why this person cannot write down how ready the stage is now, as a sentence; empty when they can."""
    if not runs(stage, person):
        return NOT_AN_OFFICER
    if stage.cycle.is_closed:
        return CYCLE_CLOSED
    if not stage.round_number:
        return NOT_BEGUN
    return ROUND_IS_OVER if stage.state == stage.State.FINISHED else ""


class ReadinessQuerySet(models.QuerySet):
    def in_stage(self, stage):
        """Those of every round of a stage, oldest first."""
        return self.filter(round__stage=stage).select_related("round", "recorded_by").order_by("pk")

    def now(self, stage):
        """The one that counts for the stage's current round: the last; None when there is none."""
        return self.in_stage(stage).filter(round__number=stage.round_number).last()

    def to_start_from(self, stage):
        """The last one of the stage, or else the newest of its cycle; None when there is none."""
        return self.in_stage(stage).last() or self.filter(round__stage__cycle=stage.cycle_id).order_by("pk").last()


class Readiness(models.Model):
    """Four questions and what is done about them; added and never changed. The latest one of a round counts."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    QUESTIONS = ("users", "capacity", "maturity", "candour")
    SAID = (*(name for each in QUESTIONS for name in (each, f"{each}_words")), "what_helps")

    PERSONAL = {"recorded_by": Class.PART}

    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="readiness")
    users = models.CharField(
        _("are there people who use the service who want to take part, and can?"), max_length=6, choices=Answer
    )
    users_words = models.TextField(_("about the people who would take part"), blank=True)
    capacity = models.CharField(
        _("do the commissioners have the time, the money and the skill for it?"), max_length=6, choices=Answer
    )
    capacity_words = models.TextField(_("about time, money and skill"), blank=True)
    maturity = models.CharField(_("are both sides used to working together?"), max_length=6, choices=Answer)
    maturity_words = models.TextField(_("about how you work together"), blank=True)
    candour = models.CharField(
        _("are the money and the decisions open to those who take part?"), max_length=6, choices=Answer
    )
    candour_words = models.TextField(_("about the money and the decisions"), blank=True)
    what_helps = models.TextField(_("what is done about what is not ready"), blank=True)
    recorded_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    objects = ReadinessQuerySet.as_manager()

    class Meta:
        verbose_name = _("note of readiness")
        verbose_name_plural = _("notes of readiness")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(**{name: "yes"}) | (Q(**{f"{name}__in": ["partly", "no"]}) & ~Q(**{f"{name}_words": ""})),
                name=f"involvement_readiness_{name}_is_told",
            )
            for name in ("users", "capacity", "maturity", "candour")
        ]

    def __str__(self):
        return _("how ready round %(number)d is") % {"number": self.round.number}

    @property
    def gaps(self):
        """The Gaps: every question that is not answered with yes."""
        open_ones = [name for name in self.QUESTIONS if getattr(self, name) != self.Answer.YES]
        return [Gap(label_of(Readiness, name), in_words(self, name), self._words(name)) for name in open_ones]

    @property
    def facts(self):
        """The questions and their answers as (label, words) pairs, and what is done about them."""
        pairs = [
            (label_of(Readiness, name), "\n".join(filter(None, [in_words(self, name), self._words(name)])))
            for name in self.QUESTIONS
        ]
        return [*pairs, (label_of(Readiness, "what_helps"), self.what_helps)] if self.what_helps else pairs

    def _words(self, question):
        return getattr(self, f"{question}_words")

    @classmethod
    def write(cls, stage, by, *, seen=None, **said):
        """Write down how ready the stage's current round is. The same once more gives the one there is back (R15).

        seen: the id of the one of this round that the writer started from, 0 for none; None to write whatever stands.
        said: field -> value for `SAID`. Returns the Readiness. Raises Refused, Conflict.
        """
        with ledger.writing(stage.cycle):
            stage.refresh_from_db(fields=["state", "round_number"])
            if sentence := why_cannot_write(stage, by) or _untold(said):
                raise moves.Refused(sentence)
            last, new = cls.objects.now(stage), cls(round=stage.current_round, recorded_by=by, **said)
            if last and snapshot(last, cls.SAID) == snapshot(new, cls.SAID):
                return last
            if seen is not None and last and last.pk != seen:
                raise Conflict(last)
            new.save(force_insert=True)
            ledger.record(WRITTEN, new, by, cycle=stage.cycle, stage=stage, after=_told(new))
        return new


def _untold(said):
    """A sentence when an answer that is not yes has no words, else nothing."""
    open_ones = [name for name in Readiness.QUESTIONS if said[name] != Readiness.Answer.YES]
    return "" if all(said.get(f"{name}_words", "").strip() for name in open_ones) else SAY_WHAT


def _told(readiness):
    """What the ledger keeps of it: the answers, and the words that there are."""
    return {name: value for name, value in snapshot(readiness, Readiness.SAID).items() if value}


GUARD = Guard(
    table="involvement_readiness",
    columns=("id", "round_id", *Readiness.SAID, "recorded_by_id", "recorded_at"),
)
