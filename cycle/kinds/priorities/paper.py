"""Paper ballots: printed for one party of an open exercise, each with a code, so that none is put in twice (R45)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people import reference
from people.personal import Class

from ... import ledger, moves
from ...openness import stricter
from ...words import Verb

PRINTED = Verb("paper ballots printed", _("had paper ballots made for"))
MOST = 100
TOO_MANY = _("Print from 1 to 100 ballots at a time.")


class PaperRun(models.Model):
    """Paper ballots that were made at one time for one party."""

    PERSONAL = {"by": Class.PART}

    exercise = models.ForeignKey("cycle.Exercise", models.PROTECT, related_name="paper_runs")
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="+", verbose_name=_("for which group or body")
    )
    number = models.PositiveSmallIntegerField(_("how many ballots"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("run of paper ballots")
        verbose_name_plural = _("runs of paper ballots")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(1, 100)), name="cycle_paper_run_is_of_1_to_100")
        ]

    def __str__(self):
        return ngettext("%(count)d paper ballot", "%(count)d paper ballots", self.number) % {"count": self.number}


class PaperBallot(models.Model):
    """One printed ballot: its code tells the exercise and the party when it comes back."""

    run = models.ForeignKey(PaperRun, models.PROTECT, related_name="sheets")
    code = models.CharField(_("code"), max_length=reference.LENGTH, unique=True)

    class Meta:
        verbose_name = _("paper ballot")
        verbose_name_plural = _("paper ballots")
        ordering = ("pk",)

    def __str__(self):
        return reference.in_print(self.code)


def print_for(exercise, by, participant, number):
    """Make so many paper ballots for a party. Returns the PaperRun. Raises Refused."""
    if sentence := exercise.why_cannot_put_in(by, participant):
        raise moves.Refused(sentence)
    if not 1 <= number <= MOST:
        raise moves.Refused(TOO_MANY)
    with ledger.writing(exercise.stage.cycle):
        run = PaperRun.objects.create(exercise=exercise, participant=participant, number=number, by=by)
        codes = set()
        while len(codes) < number:
            codes.add(reference.free_code(PaperBallot.objects))
        PaperBallot.objects.bulk_create([PaperBallot(run=run, code=code) for code in sorted(codes)])
        ledger.record(
            PRINTED, exercise, by, cycle=exercise.stage.cycle, stage=exercise.stage, after={"ballots_printed": number},
            acting_for=participant.acting_name, openness=stricter(exercise.openness, participant.openness),
        )  # fmt: skip
    return run


def coded(exercise, code):
    """The PaperBallot of this exercise with this tidy code, with its party; or None."""
    rows = PaperBallot.objects.filter(run__exercise=exercise, code=code)
    return rows.select_related("run__participant").first()
