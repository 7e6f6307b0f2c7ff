"""The word of a party on a record: said by its own people, and it stands; whoever corrects it says why.

A provider replies to what users found on a visit (R60), and each side says what came of its influence (R62). Nobody
says it for them, except an officer who puts in what came on paper, and then that is told with it.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.refusal import Conflict

from .. import ledger, moves
from ..snapshot import facts_of, in_words, value_in_words
from .cycle import CYCLE_CLOSED

WORDS_NEEDED = _("Write it in words.")
SAY_WHY = _("Say why you say it anew. What was said before stays to be read.")
ON_PAPER = _("From paper, by an officer")


class PartyWordQuerySet(models.QuerySet):
    def about(self, records):
        """Those on these records, in the order in which they were said, with their party."""
        return self.filter(record__in=records).select_related("participant", "by").order_by("pk")

    def last_of(self, record, participant):
        """The newest of one party on one record; None before the first."""
        return self.filter(record=record, participant=participant).order_by("number").last()


class PartyWord(models.Model):
    """What one party says, as its first or a further version. A sort names its `record` and says who may speak.

    NEEDS: the further fields that a version has. VERB: of its event.
    """

    NEEDS: tuple[str, ...] = ()

    PERSONAL = {"by": Class.PART, "words": Class.SAID, "because": Class.SAID}

    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField(default=1)
    words = models.TextField(_("in your own words"))
    because = models.TextField(_("why it is said anew"), blank=True)
    is_on_paper = models.BooleanField(default=False)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = PartyWordQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["record", "participant", "number"], name="%(app_label)s_%(class)s_number_once"
            ),
            models.CheckConstraint(
                condition=Q(number=1) | ~Q(because=""), name="%(app_label)s_%(class)s_said_anew_for_a_reason"
            ),
        ]

    def __str__(self):
        return f"{self.participant}, {self.record}"

    @property
    def in_full(self):
        """Who says what, since when, and why anew, on one line."""
        day = value_in_words(self._meta.get_field("at"), localtime(self.at))
        told = [f"{self.participant}, {day}: {self.words}"]
        told += [f"{label}: {words}" for label, words in facts_of(self, (*self.NEEDS, "because"))]
        return " ".join([*told, f"({ON_PAPER})"] if self.is_on_paper else told)

    @classmethod
    def parties_of(cls, record):
        """The participants that are asked for their word on this record, as a queryset."""
        raise NotImplementedError

    @classmethod
    def why_cannot_say(cls, record, person, participant):
        """Why this person cannot say it for this party, as a sentence; empty when they can."""
        standing = record.stage.cycle.standing_of(person)
        if not standing.runs and participant.pk not in standing.belongs_to:
            return cls.NOT_YOURS
        if not cls.parties_of(record).filter(pk=participant.pk).exists():
            return cls.NOT_ASKED
        return CYCLE_CLOSED if record.stage.cycle.is_closed else ""

    @classmethod
    def asked_of(cls, record, person):
        """The parties for which this person may say it now; an officer may put it in for each from paper."""
        standing = record.stage.cycle.standing_of(person)
        if record.stage.cycle.is_closed or not standing.is_involved:
            return []
        found = cls.parties_of(record)
        return list(found if standing.runs else found.filter(pk__in=standing.belongs_to))

    @classmethod
    def say(cls, record, by, participant, words, *, because="", seen=0, **further):
        """Say it, or say it anew. Returns the row.

        seen: the number of the version that the writer had read, 0 for none. further: the fields that NEEDS names.
        Raises Refused, and Conflict with what somebody else of the party has said meanwhile.
        """
        if sentence := cls.why_cannot_say(record, by, participant):
            raise moves.Refused(sentence)
        if not words.strip():
            raise moves.Refused(WORDS_NEEDED)
        with ledger.writing(record.stage.cycle):
            last = cls.objects.last_of(record, participant)
            if (last.number if last else 0) != seen:
                raise Conflict(last)
            if last and not because.strip():
                raise moves.Refused(SAY_WHY)
            is_own = participant.pk in record.stage.cycle.standing_of(by).belongs_to
            new = cls.objects.create(
                record=record, participant=participant, number=seen + 1, words=words, by=by, is_on_paper=not is_own,
                because=because if last else "", **further,
            )  # fmt: skip
            new._tell(by)
        return new

    def _tell(self, by):
        """One event, on the record that it is about, open to as many as the record."""
        told = {"words": self.words, **{name: in_words(self, name) for name in self.NEEDS}}
        ledger.record(
            self.VERB, self.record, by, cycle=self.record.stage.cycle, stage=self.record.stage,
            openness=self.record.openness, acting_for=self.participant.acting_name, reason=self.because,
            after=told | ({"put_in": str(ON_PAPER)} if self.is_on_paper else {}),
        )  # fmt: skip


def columns(*own):
    """The names of the columns of a sort that its guard freezes."""
    return ("id", "record_id", "participant_id", "number", "words", "because", "is_on_paper", "by_id", "at", *own)
