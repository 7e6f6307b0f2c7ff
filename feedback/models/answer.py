"""The answer: what came of a contribution, and whether it answers the one who gave it (R82)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.due import add_working_days
from cycle.words import Verb

ANSWERED = Verb("contribution answered", _("answered"))
JUDGED = Verb("answer judged", _("said whether the answer is one:"))

NOT_THE_GIVER = _("Only the one who said it can say whether this answers them.")
ANSWERED_ALREADY = _("This has been answered.")
JUDGED_ALREADY = _("You have said already whether this answers you.")
WORDS_NEEDED = _("Say what is missing, so that a better answer can be given.")


class AnswerQuerySet(models.QuerySet):
    def in_stage(self, stage):
        """Those to what was said in one stage."""
        return self.filter(contribution__stage=stage)

    def promised(self):
        """Those that say by when it is looked at, where nothing newer was said and nobody called it no answer (R78)."""
        newer = Answer.objects.filter(contribution=OuterRef("contribution"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer), outcome=Answer.Outcome.LATER).exclude(verdict=Answer.Verdict.DOES_NOT)

    def late(self, on=None):
        """Those whose day has passed."""
        return self.filter(later_by__lt=on or timezone.localdate())


class Answer(models.Model):
    """Something changed, nothing changed because, or later by a day; with the verdict of the one who is answered."""

    class Outcome(models.TextChoices):
        CHANGED = "changed", _("Something changed")
        NO_CHANGE = "no change", _("Nothing changed")
        LATER = "later", _("It will be looked at later")

    class Verdict(models.TextChoices):
        ANSWERS = "answers", _("This answers me")
        DOES_NOT = "does not", _("This does not answer me")

    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(_("what came of it"), max_length=10, choices=Outcome)
    text = models.TextField(_("your answer, in plain words"))
    because = models.TextField(_("why nothing changed"), blank=True)
    later_by = models.DateField(_("by when it is looked at"), null=True, blank=True)
    changed_event = models.ForeignKey(
        "cycle.Event", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("what changed")
    )
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
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
            models.CheckConstraint(
                condition=Q(outcome="changed", changed_event__isnull=False, because="", later_by__isnull=True)
                | (Q(outcome="no change", changed_event__isnull=True, later_by__isnull=True) & ~Q(because=""))
                | Q(outcome="later", changed_event__isnull=True, because="", later_by__isnull=False),
                name="feedback_answer_outcome_has_its_ground",
            ),
            models.CheckConstraint(
                condition=Q(verdict="", verdict_at__isnull=True) | (~Q(verdict="") & Q(verdict_at__isnull=False)),
                name="feedback_answer_verdict_has_its_time",
            ),
        ]

    def __str__(self):
        return str(self.get_outcome_display())

    @classmethod
    def refusal_to_give(cls, contribution, person):
        """Why this person cannot answer this contribution now; empty when they can."""
        return contribution.refusal("answer", person)

    @classmethod
    def give(cls, contribution, by, outcome, text, *, because="", later_by=None, changed_event=None):
        """Answer a contribution. Returns the Answer. Raises Refused.

        outcome decides which ground is kept: changed_event (an Event), because (a sentence) or later_by (a date).
        """
        ground = {"because": because, "later_by": later_by, "changed_event": changed_event}
        kept = {"changed": "changed_event", "no change": "because", "later": "later_by"}[outcome]
        if not ground[kept]:
            raise moves.Refused(_("An answer says what changed, or why nothing did, or by when it is looked at."))
        with ledger.writing(contribution.cycle):
            fresh = type(contribution).objects.select_related("stage__cycle").get(pk=contribution.pk)
            fresh.stage.cycle = fresh.cycle = contribution.cycle
            if sentence := cls.refusal_to_give(fresh, by):
                raise moves.Refused(sentence, conflict=sentence == ANSWERED_ALREADY)
            fresh.move(
                "answer", by, told={"outcome": str(outcome), "text": text, kept: _plain(ground[kept])},
            )  # fmt: skip
            contribution.state = fresh.state
            return cls.objects.create(
                contribution=fresh,
                number=fresh.answers.count() + 1,
                outcome=outcome,
                text=text,
                by=by,
                **{kept: ground[kept]},
            )

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


def _plain(ground):
    return f"event {ground.number}" if hasattr(ground, "number") else str(ground)
