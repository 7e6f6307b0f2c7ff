"""What those to whom something was promised say of it: kept, in part or not, in their own words (R78)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.openness import stricter
from cycle.words import Verb
from people.personal import Class

JUDGED = Verb("promise judged", _("said whether this promise is kept:"))

NOT_PROMISED_TO_YOU = _("Only those to whom it was promised can say here whether it is kept.")
NOT_YET = _("The day of this promise has not come yet, and nobody has said what came of it.")
WORDS_NEEDED = _("Say what is missing.")


class PromiseVerdictQuerySet(models.QuerySet):
    def current(self):
        """Those that were not replaced by a newer one of the same voice."""
        return self.filter(is_current=True)

    def of(self, promises):
        """Those on these promises that stand now, oldest first, with all that a list of them tells."""
        found = self.current().filter(promise__in=promises).order_by("pk")
        return found.select_related(
            "participant", "contribution__participant", "contribution__given_by", "by", "told_by"
        )


class PromiseVerdict(models.Model):
    """One verdict of a participant, or of the one who gave a contribution. It stands beside the authority's, for ever.

    is_current: whether it is the newest of its voice. told_by: who speaks for the group, where `by` put in what they
    wrote on paper or said. The words of its answers are those of the promise's states.
    """

    class Verdict(models.TextChoices):
        KEPT = "kept", _("Kept")
        PARTLY = "partly", _("Kept in part")
        BROKEN = "broken", _("Not kept")

    PERSONAL = {"by": Class.PART, "words": Class.SAID, "told_by": Class.PART}

    promise = models.ForeignKey("feedback.Promise", models.PROTECT, related_name="verdicts")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, null=True, related_name="+")
    contribution = models.ForeignKey("feedback.Contribution", models.PROTECT, null=True, related_name="+")
    verdict = models.CharField(_("was it kept?"), max_length=8, choices=Verdict)
    words = models.TextField(_("in your own words"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    told_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    is_current = models.BooleanField(default=True)

    objects = PromiseVerdictQuerySet.as_manager()

    class Meta:
        verbose_name = _("verdict on a promise")
        verbose_name_plural = _("verdicts on promises")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(participant__isnull=False, contribution__isnull=True)
                | Q(participant__isnull=True, contribution__isnull=False),
                name="feedback_promiseverdict_is_of_one_voice",
            ),
            models.CheckConstraint(
                condition=Q(verdict__in=["kept", "partly", "broken"]), name="feedback_promiseverdict_is_known"
            ),
            models.CheckConstraint(
                condition=Q(verdict="kept") | ~Q(words=""), name="feedback_promiseverdict_says_what_is_missing"
            ),
            models.UniqueConstraint(
                fields=["promise", "participant"], condition=Q(is_current=True),
                name="feedback_promiseverdict_one_of_a_party",
            ),
            models.UniqueConstraint(
                fields=["promise", "contribution"], condition=Q(is_current=True),
                name="feedback_promiseverdict_one_of_a_giver",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.get_verdict_display())

    @property
    def openness(self):
        """Who may read its words: whoever may read the promise, and what was said, where it came from that."""
        return stricter(self.promise.openness, *([self.contribution.openness] if self.contribution else []))

    @classmethod
    def refusal(cls, promise, voices):
        """Why somebody with these Voices cannot say now whether it is kept; empty when they can."""
        if not voices:
            return NOT_PROMISED_TO_YOU
        return "" if promise.waits_for_verdicts else NOT_YET

    @classmethod
    def give(cls, promise, by, voice, verdict, words=""):
        """Say as this Voice (`feedback/promising.py`) whether it is kept; the last word of each counts.

        Returns the PromiseVerdict. Raises Refused.
        """
        if verdict != cls.Verdict.KEPT and not words.strip():
            raise moves.Refused(WORDS_NEEDED)
        with ledger.writing(promise.cycle):
            promise.refresh_from_db(fields=["state", "due_on"])
            if sentence := cls.refusal(promise, [voice]):
                raise moves.Refused(sentence)
            of = {"participant": voice.participant, "contribution": voice.contribution}
            cls.objects.filter(promise=promise, **of).update(is_current=False)
            said = {"verdict": verdict, "words": words, "told_by": voice.told_by}
            new = cls.objects.create(promise=promise, by=by, **said, **of)
            ledger.record(
                JUDGED, promise, None if voice.hides(by) else by, cycle=promise.cycle, stage=promise.stage,
                after={"verdict": str(verdict), "words": words}, acting_for=voice.acting_name, openness=new.openness,
            )  # fmt: skip
        return new
