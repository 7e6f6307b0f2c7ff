"""The explanation: why an agreement lapsed, and whether users say that this explains it (R81; c4)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.words import Verb
from people.personal import Class
from people.triggers import Guard

from .explanation_verdict import ExplanationVerdict

EXPLAINED = Verb("lapse explained", _("explained why the agreement lapsed:"))
JUDGED = Verb("explanation judged", _("said whether this explains it:"))

SAY_WHY = _("Say why, in plain words: everybody reads it.")
NOT_A_SPEAKER = _("Only somebody who may speak for a users’ group that is a party here can say this.")
SAY_WHY_NOT = _("Say in a few words what it does not explain.")


class Explanation(models.Model):
    """Why one agreement lapsed; it stands. sort, since: which lapse it is about, as `feedback.lapses` tells it."""

    class Sort(models.TextChoices):
        CHANGED = "changed", _("Something changed, and it was not signed again")
        USERS_LEFT = "users left", _("All users’ groups have left it")
        WENT_ON = "went on", _("The stage goes on, and somebody does not agree")
        ENDED = "ended", _("The stage ended with no agreement in force")
        UNDECIDED = "undecided", _("The day came, and nothing was decided")
        UNANSWERED = "unanswered", _("Answers did not come in the time that was agreed")

    PERSONAL = {"by": Class.PART, "words": Class.SAID}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="explanations")
    round_number = models.PositiveSmallIntegerField()
    sort = models.CharField(_("how it lapsed"), max_length=10, choices=Sort)
    since = models.DateField(_("since when"))
    words = models.TextField(_("why"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("explanation")
        verbose_name_plural = _("explanations")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(sort__in=["changed", "users left", "went on", "ended", "undecided", "unanswered"]),
                name="feedback_explanation_sort_is_known",
            ),
        ]

    def __str__(self):
        return str(self.get_sort_display())

    def get_absolute_url(self):
        return reverse("stage", args=[self.stage.cycle.slug, self.stage.kind_slug])

    @property
    def key(self):
        """Which lapse it is about."""
        return self.stage_id, self.round_number, self.sort, self.since

    @classmethod
    def refusal_to_give(cls, stage, person):
        """Why this person cannot explain it, as a sentence; empty when they can."""
        if not stage.cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if stage.cycle.is_closed else ""

    @classmethod
    def give(cls, lapse, by, words):
        """Explain a `feedback.lapses.Lapse`. Returns the Explanation. Raises Refused (R81)."""
        stage = lapse.stage
        if sentence := cls.refusal_to_give(stage, by) or ("" if words.strip() else SAY_WHY):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            made = cls.objects.create(
                stage=stage, round_number=lapse.round_number, sort=lapse.sort, since=lapse.since, by=by,
                words=words.strip(),
            )  # fmt: skip
            told = {"words": made.words, "since": str(made.since)}
            ledger.record(EXPLAINED, made, by, cycle=stage.cycle, stage=stage, after=told)
        return made

    def refusal_to_judge(self, participant, person):
        """Why this person cannot say for the participant whether it explains it, as a sentence; empty when they can."""
        standing = self.stage.cycle.standing_of(person)
        is_users = participant.standing == Participant.Standing.USERS
        is_party = is_users and participant.parties.filter(agreement__round__stage=self.stage).exists()
        if participant.pk not in standing.speaks_for or not is_party:
            return NOT_A_SPEAKER
        return CYCLE_CLOSED if self.stage.cycle.is_closed else ""

    def judge(self, by, participant, explains, words=""):
        """Say for a users' group whether it explains it; the latest word counts. Raises Refused."""
        if sentence := self.refusal_to_judge(participant, by):
            raise moves.Refused(sentence)
        if not explains and not words.strip():
            raise moves.Refused(SAY_WHY_NOT)
        with ledger.writing(self.stage.cycle):
            made = ExplanationVerdict.objects.create(
                explanation=self, participant=participant, explains=explains, words=words.strip(), by=by
            )
            told = {"verdict_words": made.words} if made.words else {}
            told["outcome"] = str(made)
            ledger.record(
                JUDGED, self, by, cycle=self.stage.cycle, stage=self.stage, after=told,
                acting_for=participant.acting_name,
            )  # fmt: skip


GUARD = Guard(
    table="feedback_explanation",
    columns=("id", "stage_id", "round_number", "sort", "since", "words", "by_id", "given_at"),
    blankable=("words",),
)
