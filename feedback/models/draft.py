"""The draft of an answer, to one or to many: kept on the server, read by a second person, sent by an officer (R82).

It is not the record yet, so nothing of it stands in the ledger; what is sent does, with who read it before.
"""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs, seated
from cycle.models.seat import Seat
from cycle.models.stage import cycle_closed
from cycle.officers import seated_in
from people.personal import Class
from people.refusal import Conflict

from .grounds import EMPTY, Outcome

ENDED = _("This draft was sent or put away.")
NOT_YOURSELF = _("Choose somebody else than the one who wrote it last.")
NO_SEAT = _("Choose somebody who has a seat in this cycle.")
NOT_THE_READER = _("Only the one who was asked to read it can say this.")
SAY_WHAT = _("Say what to change.")


class AnswerDraftQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of cycles that this person runs, and those that they were asked to read while they have a seat."""
        if person is None or not person.is_authenticated:
            return self.none()
        here = self if cycle is None else self.filter(stage__cycle=cycle)
        run = Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS).values("cycle_id")
        asked = Q(reader=person, stage__cycle__in=seated(person))
        return here.filter(Q(stage__cycle__in=run) | asked)

    def open(self):
        """Those that were neither sent nor put away."""
        return self.filter(ended_at__isnull=True)

    def in_stages(self, stages):
        """Those of these stages."""
        return self.filter(stage__in=stages)

    def to_read_by(self, person):
        """Those that this person was asked to read, and has said nothing of yet."""
        return self.open().filter(reader=person, reading="")

    def read_for(self, person):
        """Those that this person wrote and a second reader has said something of."""
        return self.open().filter(written_by=person).exclude(reading="")


class AnswerDraft(models.Model):
    """An answer that is being written. revision: of its words. reading: what the reader says of this revision."""

    class Reading(models.TextChoices):
        READY = "ready", _("It is ready to be sent")
        CHANGE = "change", _("Something has to change first")

    TEXT_FIELDS = ("outcome", "changed_event", "because", "later_by", "passed_to", "expect", "text")

    PERSONAL = {"written_by": Class.PART, "reader": Class.PART, "passed_to": Class.NAMED}
    PERSONAL_OF = {"passed_to": None}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="answer_drafts")
    contributions = models.ManyToManyField("feedback.Contribution", related_name="drafts")
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome, blank=True)
    text = models.TextField(_("the answer"), blank=True)
    because = models.TextField(_("why"), blank=True)
    later_by = models.DateField(_("by when it is looked at"), null=True, blank=True)
    changed_event = models.ForeignKey(
        "cycle.Event", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("what changed")
    )
    passed_to = models.CharField(_("to whom it was passed"), max_length=160, blank=True)
    expect = models.TextField(_("what they can expect"), blank=True)
    revision = models.PositiveIntegerField(default=1)
    written_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)
    reader = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    reading = models.CharField(_("what do you say?"), max_length=6, choices=Reading, blank=True)
    reading_words = models.TextField(_("in your own words"), blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerDraftQuerySet.as_manager()

    class Meta:
        verbose_name = _("draft of an answer")
        verbose_name_plural = _("drafts of answers")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(reading="") | Q(reader__isnull=False), name="feedback_answerdraft_reading_has_its_reader"
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "ended_at"], name="answerdraft_of_stage"),
            models.Index(fields=["reader", "ended_at"], name="answerdraft_of_reader"),
        ]

    def __str__(self):
        return str(_("Draft of an answer, number %(number)d") % {"number": self.pk or 0})

    def get_absolute_url(self):
        return reverse("answer_draft", args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def ledger_cycle(self):
        return self.stage.cycle

    @property
    def is_ready(self):
        return self.reading == self.Reading.READY

    @property
    def second_reader(self):
        """Who has read it as it stands and finds it ready; or None."""
        return self.reader if self.is_ready else None

    def refusal(self, person):
        """Why this person cannot write in it or send it, as a sentence; empty when they can."""
        if not runs(self, person):
            return NOT_AN_OFFICER
        return cycle_closed(self.stage) or (ENDED if self.ended_at else "")

    def refusal_to_read(self, person):
        """Why this person cannot say whether it is ready; empty when they can."""
        if self.reader_id != person.pk or not self.ledger_cycle.standing_of(person).roles:
            return NOT_THE_READER
        return ENDED if self.ended_at else ""

    @property
    def only_questions(self):
        """Whether all that it answers are questions."""
        return not self.contributions.exclude(pk__in=self.contributions.questions()).exists()

    @property
    def needs_a_reader(self):
        """Whether it was agreed for some of what it answers that a second person reads it first."""
        return self.contributions.filter(agreement__read_twice=True).exists()

    def possible_readers(self):
        """Everybody with a seat in the cycle, but for the one who wrote it last."""
        return seated_in(self.ledger_cycle).exclude(pk=self.written_by_id)

    @classmethod
    def begin(cls, stage, by, contributions, **said):
        """A draft for these contributions of one stage (a list). Returns it. Raises Refused."""
        draft = cls(stage=stage, written_by=by, **said)
        if sentence := draft.refusal(by):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            draft.save(force_insert=True)
            draft.contributions.set(contributions)
        return draft

    def write(self, by, revision, **said):
        """Change its words, when nobody else has since `revision`; then it has to be read again.

        Raises Refused, Conflict (with what stands now).
        """
        changes = {name: value for name, value in said.items() if getattr(self, name) != value}
        if changes and self.reader_id == by.pk:
            changes["reader"] = None  # whoever writes in it is no second reader of it
        if changes:
            changes |= {"written_by": by, "written_at": timezone.now(), "reading": "", "reading_words": ""}
            changes["revision"] = revision + 1
        self._change(by, revision if changes else self.revision, self.refusal(by), **changes)

    def ask(self, by, reader):
        """Give it to a second reader. Raises Refused."""
        sentence = self.refusal(by)
        if not sentence and not seated_in(self.ledger_cycle).filter(pk=reader.pk).exists():
            sentence = NO_SEAT
        sentence = sentence or (NOT_YOURSELF if reader.pk == self.written_by_id else "")
        self._change(by, self.revision, sentence, reader=reader, reading="", reading_words="")

    def read(self, by, revision, reading, words=""):
        """Say of this revision that it is ready, or what to change. Raises Refused, Conflict."""
        sentence = self.refusal_to_read(by)
        if not sentence and reading == self.Reading.CHANGE and not words.strip():
            sentence = SAY_WHAT
        self._change(by, revision, sentence, reading=reading, reading_words=words)

    def put_away(self, by):
        """Do not send it; the words stay in the database. Raises Refused."""
        self._change(by, self.revision, self.refusal(by), ended_at=timezone.now())

    def end_as_sent(self, by, revision):
        """It is being sent as it stood at this revision. Called by `feedback.sending`. Raises Refused, Conflict."""
        self._change(by, revision, self.refusal(by), ended_at=timezone.now())

    def _change(self, by, seen, sentence, **changes):
        """Change the row while it is open and stands where we saw it. Raises Refused, Conflict."""
        if sentence:
            raise moves.Refused(sentence, conflict=sentence == ENDED)
        with ledger.writing(self.ledger_cycle):
            same = type(self).objects.open().filter(pk=self.pk, revision=seen)
            if not (same.update(**changes) if changes else same.exists()):
                current = type(self).objects.select_related("written_by", "changed_event").get(pk=self.pk)
                raise moves.Refused(ENDED, conflict=True) if current.ended_at else Conflict(current)
        for name, value in changes.items():
            setattr(self, name, value)

    def grounds(self):
        """What an answer may rest on, as far as it is written."""
        return {name: getattr(self, name) for name in EMPTY}
