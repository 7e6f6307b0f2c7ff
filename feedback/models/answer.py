"""The answer: what came of a contribution, and whether it answers the one who gave it (R82)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.due import add_working_days
from cycle.words import Verb
from people.personal import Class

from .following import follow
from .grounds import ONLY_QUESTIONS, Outcome, has_its_ground, kept, told

ANSWERED = Verb("contribution answered", _("answered"))
JUDGED = Verb("answer judged", _("said whether the answer is one:"))

NOT_THE_GIVER = _("Only the one who said it can say whether this answers them.")
READ_TWICE = _(
    "It was agreed here that a second person reads each answer before it is sent. "
    "Keep yours as a draft, and give it to somebody to read."
)
ANSWERED_ALREADY = _("This has been answered.")
JUDGED_ALREADY = _("You have said already whether this answers you.")
WORDS_NEEDED = _("Say what is missing, so that a better answer can be given.")


class AnswerQuerySet(models.QuerySet):
    def in_stage(self, stage):
        """Those to what was said in one stage."""
        return self.filter(contribution__stage=stage)


class Answer(models.Model):
    """What came of a contribution, with its ground, and with the verdict of the one who is answered.

    given_to: how many contributions got this answer at once. second_reader: who read it before it was sent.
    """

    Outcome = Outcome

    class Verdict(models.TextChoices):
        ANSWERS = "answers", _("This answers me")
        DOES_NOT = "does not", _("This does not answer me")

    PERSONAL = {"by": Class.PART, "second_reader": Class.PART, "passed_to": Class.NAMED, "verdict_words": Class.SAID}
    PERSONAL_OF = {"passed_to": None, "verdict_words": "contribution__given_by"}

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome)
    text = models.TextField(_("your answer, in plain words"))
    because = models.TextField(_("why"), blank=True)
    later_by = models.DateField(_("by when it is looked at"), null=True, blank=True)
    changed_event = models.ForeignKey(
        "cycle.Event", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("what changed")
    )
    passed_to = models.CharField(_("to whom it was passed"), max_length=160, blank=True)
    expect = models.TextField(_("what they can expect"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    second_reader = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    given_to = models.PositiveIntegerField(default=1)
    at = models.DateTimeField(default=timezone.now)
    due_on = models.DateField(null=True, editable=False)  # by when it was owed; a second one is owed by a later day
    verdict = models.CharField(_("does it answer you?"), max_length=10, choices=Verdict, blank=True)
    verdict_words = models.TextField(_("in your own words"), blank=True)
    verdict_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering = ("contribution_id", "number")
        constraints = [
            models.UniqueConstraint(fields=["contribution", "number"], name="feedback_answer_number_once"),
            models.CheckConstraint(condition=has_its_ground(), name="feedback_answer_outcome_has_its_ground"),
            models.CheckConstraint(
                condition=Q(verdict="", verdict_at__isnull=True) | (~Q(verdict="") & Q(verdict_at__isnull=False)),
                name="feedback_answer_verdict_has_its_time",
            ),
        ]

    def __str__(self):
        return str(self.get_outcome_display())

    @property
    def is_refusal(self):
        """Whether it says that a question is not answered, and why."""
        return self.outcome == Outcome.REFUSED

    @classmethod
    def refusal_to_give(cls, contribution, person):
        """Why this person cannot answer this contribution now; empty when they can."""
        return contribution.refusal("answer", person)

    @classmethod
    def give(cls, contribution, by, outcome, text, *, second_reader=None, **ground):
        """Answer a contribution. Returns the Answer. Raises Refused.

        ground: changed_event (an Event), because, later_by (a date), passed_to and expect; the outcome decides which of
        them is kept. To answer many at once: `feedback.answering.answer_many`.
        """
        columns = kept(outcome, ground)
        with ledger.writing(contribution.cycle):
            fresh = type(contribution).objects.select_related("stage__cycle", "agreement").get(pk=contribution.pk)
            fresh.stage.cycle = fresh.cycle = contribution.cycle
            if sentence := cls.refusal_to_give(fresh, by):
                raise moves.Refused(sentence, conflict=sentence == ANSWERED_ALREADY)
            if sentence := cls.refusal_of(fresh, outcome, second_reader):
                raise moves.Refused(sentence)
            event = fresh.move("answer", by, told=cls.told(outcome, text, columns, second_reader))
            contribution.state = fresh.state
            number = fresh.answers.count() + 1
            said = {"outcome": outcome, "text": text, "by": by, "second_reader": second_reader, **columns}
            given = cls.objects.create(contribution=fresh, number=number, due_on=fresh.due_on, **said)
            follow(given, event, by)
            return given

    @classmethod
    def refusal_of(cls, contribution, outcome, second_reader):
        """Why this contribution cannot have an answer of this sort, as a sentence; empty when it can."""
        if outcome == Outcome.REFUSED and contribution.sort != contribution.Sort.QUESTION:
            return ONLY_QUESTIONS
        return READ_TWICE if contribution.is_read_twice and second_reader is None else ""

    @staticmethod
    def told(outcome, text, columns, second_reader):
        """An answer as its event tells it."""
        said = {"outcome": str(outcome), "text": text, **told(columns)}
        return said | ({"second_reader": second_reader.name} if second_reader else {})

    def refusal_to_judge(self, person, by_slip=False):
        """Why this person cannot say whether it answers them; empty when they can.

        by_slip: whether it came back in writing from the one who is answered; who may put that in is asked above.
        """
        if not by_slip and not self.contribution.is_judged_by(person):
            return NOT_THE_GIVER
        return JUDGED_ALREADY if self.verdict else ""

    def judge(self, by, verdict, words="", *, by_slip=False):
        """Say whether it answers the one who gave the contribution. Raises Refused.

        The first "does not" gives the contribution back to its owner, once, with a day of its own; after that two
        answers stand beside what the giver says of them (R82).
        """
        if sentence := self.refusal_to_judge(by, by_slip):
            raise moves.Refused(sentence)
        if verdict == self.Verdict.DOES_NOT and not words.strip():
            raise moves.Refused(WORDS_NEEDED)
        contribution = self.contribution
        hides_name = contribution.is_unnamed and contribution.is_from(by)
        told = {"verdict": str(verdict), "verdict_words": words}
        with ledger.writing(contribution.cycle):
            said = {"verdict": verdict, "verdict_words": words, "verdict_at": timezone.now()}
            if not type(self).objects.filter(pk=self.pk, verdict="").update(**said):
                raise moves.Refused(JUDGED_ALREADY, conflict=True)
            for name, value in said.items():
                setattr(self, name, value)
            acting_for = contribution.participant.acting_name
            if verdict == self.Verdict.DOES_NOT and self.number == 1:
                contribution.refresh_from_db(fields=["state"])
                contribution.move(
                    "return", by, acting_for=acting_for, told=told, is_named=not hides_name,
                    due_on=add_working_days(timezone.localdate(), contribution.answer_days),
                )  # fmt: skip
            else:
                ledger.record(
                    JUDGED, contribution, None if hides_name else by, cycle=contribution.cycle, after=told,
                    stage=contribution.stage, openness=contribution.openness, acting_for=acting_for,
                )  # fmt: skip
