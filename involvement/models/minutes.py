"""Is this how it was? What those who were at a meeting say of what is written of it (R25; c4)."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import CYCLE_CLOSED
from cycle.words import Verb
from people.personal import Class

from .session import Session

CONFIRMED = Verb("minutes confirmed", _("said that this is how it was:"))
DISPUTED = Verb("minutes disputed", _("said that it was not like this:"))

NOT_THERE = _("Only those who were at the meeting can say if this is how it was.")
NOTHING_YET = _("Nothing is written down of this meeting yet.")
SAY_HOW = _("Say how it was, in a few words.")


class MinutesWordQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of meetings that this person may read of."""
        return self.filter(session__in=Session.objects.visible_to(person, cycle))

    def of(self, session):
        """Those of one meeting, oldest first."""
        return self.filter(session=session).select_related("attendance__person", "attendance__participant")


class MinutesWord(models.Model):
    """What one person who was there says: it was so, or it was not, and how. notes_version: what they had read."""

    PERSONAL = {"attendance": Class.PART, "words": Class.SAID}

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="minutes_words")
    attendance = models.OneToOneField("involvement.Attendance", models.PROTECT, related_name="minutes_word")
    is_so = models.BooleanField(_("it was so"))
    words = models.TextField(_("how it was"), blank=True)
    notes_version = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)

    objects = MinutesWordQuerySet.as_manager()

    class Meta:
        verbose_name = _("word on how a meeting was")
        verbose_name_plural = _("words on how meetings were")
        ordering = ("at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_so=True) | ~models.Q(words=""), name="involvement_minutesword_no_says_how"
            ),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)

    def get_absolute_url(self):
        return self.session.get_absolute_url()

    @classmethod
    def refusal_to_say(cls, session, attendance):
        """Why the person of this Attendance (or None) cannot say how it was, as a sentence; empty when they can."""
        if attendance is None or not attendance.came:
            return NOT_THERE
        if session.stage.cycle.is_closed:
            return CYCLE_CLOSED
        return "" if session.notes else NOTHING_YET

    @classmethod
    def say(cls, session, attendance, *, is_so, words="", seen):
        """Say whether it was so; a second time is instead of the first. seen: the version read. Raises Refused.

        It is the word of the person who was there, and nobody else's.
        """
        with ledger.writing(session.stage.cycle):
            if sentence := cls.refusal_to_say(session, attendance) or ("" if is_so or words.strip() else SAY_HOW):
                raise moves.Refused(sentence)
            said = {"session": session, "is_so": is_so, "words": words, "notes_version": seen, "at": timezone.now()}
            cls.objects.update_or_create(attendance=attendance, defaults=said)
            ledger.record(
                CONFIRMED if is_so else DISPUTED, session, attendance.person, cycle=session.stage.cycle,
                stage=session.stage, openness=session.openness, acting_for=attendance.participant.acting_name,
            )  # fmt: skip
