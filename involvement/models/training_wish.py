"""The wish for training: somebody who takes part says what they would like to learn, and is answered (R77)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.cycle import CYCLE_CLOSED
from people.personal import Class

from .training import why_cannot_plan

NOT_INVOLVED = _("Only people who take part in this cycle can ask for training here.")
SAY_WHAT = _("Say what you would like to learn.")
SAY_SOMETHING = _("Write an answer.")
ANSWERED = _("Somebody has answered this already.")


class TrainingWishQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read: their own, and in a cycle all for its officers."""
        if not person.is_authenticated:
            return self.none()
        if cycle is None:
            return self.filter(person=person)
        found = self.filter(cycle=cycle).select_related("person", "answered_by", "training")
        return found if cycle.standing_of(person).runs else found.filter(person=person)

    def unanswered(self):
        """Those that wait for an answer."""
        return self.filter(answered_at__isnull=True)


class TrainingWish(models.Model):
    """What one person would like to learn, and the answer; read by them and the officers of the cycle."""

    PERSONAL = {
        "person": Class.PRIVATE, "words": Class.PRIVATE, "answer": Class.PRIVATE, "answered_by": Class.PART,
    }  # fmt: skip

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="training_wishes")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="training_wishes")
    words = models.TextField(_("what they would like to learn"))
    at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(_("the answer"), blank=True)
    training = models.ForeignKey(
        "involvement.Training", models.PROTECT, null=True, blank=True, related_name="wishes", verbose_name=_("training")
    )
    answered_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = TrainingWishQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish for training")
        verbose_name_plural = _("wishes for training")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="involvement_trainingwish_says_what"),
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None, training=None)
                | (Q(answered_by__isnull=False, answered_at__isnull=False) & ~Q(answer="")),
                name="involvement_trainingwish_answer_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["cycle", "answered_at"], name="training_wish_of_cycle")]

    def __str__(self):
        return str(self._meta.verbose_name)

    @classmethod
    def refusal_to_ask(cls, cycle, person):
        """Why this person cannot ask for training in this cycle, as a sentence; empty when they can."""
        if not cycle.standing_of(person).is_involved:
            return NOT_INVOLVED
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def ask(cls, cycle, person, words):
        """Ask for training. Returns the TrainingWish. Raises Refused."""
        if sentence := cls.refusal_to_ask(cycle, person):
            raise moves.Refused(sentence)
        if not words.strip():
            raise moves.Refused(SAY_WHAT)
        return cls.objects.create(cycle=cycle, person=person, words=words)

    def reply(self, by, answer, training=None):
        """Answer it once, with the training that came of it if there is one. Raises Refused."""
        if sentence := why_cannot_plan(self.cycle, by):
            raise moves.Refused(sentence)
        if not answer.strip():
            raise moves.Refused(SAY_SOMETHING)
        said = {"answer": answer, "training": training, "answered_by": by, "answered_at": timezone.now()}
        if not type(self).objects.filter(pk=self.pk, answered_at__isnull=True).update(**said):
            raise moves.Refused(ANSWERED, conflict=True)
        self.refresh_from_db()
