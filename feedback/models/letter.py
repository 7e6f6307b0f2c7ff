"""The letter: an answer on its way back to somebody who has no e-mail, or who said it on paper (R70, R82)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.words import Verb
from people import reference
from people.personal import Class

BROUGHT = Verb("answer brought back", _("brought an answer back:"))

NOT_YOURS = _("Only the convenor of the group or an officer brings this answer back.")
BROUGHT_ALREADY = _("It is written down already that this answer was brought back.")
TOO_EARLY = _("An answer is not brought back before it is given.")


class Letter(models.Model):
    """One answer that goes back by paper, phone or face to face; the code is on its tear-off slip."""

    class How(models.TextChoices):
        LETTER = "letter", _("By letter or note")
        PHONE = "phone", _("By phone")
        MEETING = "meeting", _("At a meeting")
        ONE_TO_ONE = "one to one", _("In a one-to-one talk")

    PERSONAL = {"made_by": Class.PART, "brought_by": Class.PART}

    answer = models.OneToOneField("feedback.Answer", models.PROTECT, related_name="letter")
    code = models.CharField(_("code"), max_length=reference.LENGTH, unique=True)
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    how = models.CharField(_("how it was brought back"), max_length=12, choices=How, blank=True)
    brought_on = models.DateField(_("brought back on"), null=True, blank=True)
    brought_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("letter with an answer")
        verbose_name_plural = _("letters with answers")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(how="", brought_on__isnull=True, brought_by__isnull=True)
                | (~Q(how="") & Q(brought_on__isnull=False, brought_by__isnull=False)),
                name="feedback_letter_brought_how_when_and_by_whom",
            ),
        ]

    def __str__(self):
        return reference.in_print(self.code)

    @property
    def contribution(self):
        """What is answered by it."""
        return self.answer.contribution

    def get_slip_url(self):
        here = [self.contribution.cycle.slug, self.contribution.stage.kind_slug]
        return reverse("slip", args=[*here, self.code])

    @classmethod
    def make(cls, answer, by):
        """The letter of an answer, made now unless there is one. Who may, is asked above (bringing.py)."""
        there = cls.objects.filter(answer=answer).first()
        return there or cls.objects.create(answer=answer, code=reference.free_code(cls.objects), made_by=by)

    def bring(self, by, how, on):
        """Write down that it was brought back. Raises Refused."""
        said = self.contribution
        if on < timezone.localtime(self.answer.at).date():
            raise moves.Refused(TOO_EARLY)
        with ledger.writing(said.cycle):
            changed = {"how": how, "brought_on": on, "brought_by": by}
            if not type(self).objects.filter(pk=self.pk, how="").update(**changed):
                raise moves.Refused(BROUGHT_ALREADY, conflict=True)
            for name, value in changed.items():
                setattr(self, name, value)
            ledger.record(
                BROUGHT, said, by, cycle=said.cycle, stage=said.stage, openness=said.openness,
                acting_for=said.participant.acting_name, after={"brought_how": str(self.get_how_display())},
            )  # fmt: skip
