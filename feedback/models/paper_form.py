"""Paper forms: a batch that was printed for one party of a stage, and its sheets, each with a code of its own (R70)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cycle import ledger, moves
from cycle.models import Participant
from cycle.words import Verb
from people import reference
from people.personal import Class

from ..voices import people_of, voices_to_enter

PRINTED = Verb("paper forms printed", _("had paper forms made:"))

MOST = 100
NOT_YOURS = _("Only the convenor of a group, or an officer, carries paper between people and this stage.")
NOT_OPEN = _("This stage is not open, so nothing is asked of anybody in it now.")
TOO_MANY = _("Print from 1 to 100 forms at a time.")
ONE_FOR_ONE = _("A pack for one person holds one form.")
NOT_THEIRS = _("This person does not belong to the group or body that you chose.")


class BatchQuerySet(models.QuerySet):
    def printable_by(self, person, cycle):
        """Those of one cycle that this person may print: of the groups that they keep, or all for an officer."""
        return self.filter(participant__in=voices_to_enter(cycle, person))

    def visible_to(self, person, cycle=None):
        """That forms were printed and how many, all may read who may know of the cycle; not for whom by name."""
        return self.filter(stage__in=_stages(person, cycle))

    def in_stage(self, stage):
        """Those of one stage, newest first."""
        return self.filter(stage=stage).select_related("participant", "by", "person").order_by("-pk")


def _stages(person, cycle):
    """The stages that this person may know of."""
    model = Batch._meta.get_field("stage").related_model
    return model.objects.visible_to(person, cycle).values("pk")


class Batch(models.Model):
    """Forms that were made at one time. person: for whom a pack was put together, or nobody in particular."""

    PERSONAL = {"person": Class.PART, "by": Class.PART}

    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="paper_batches")
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="+")
    participant = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="paper_batches", verbose_name=_("for which group or body")
    )
    person = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("for whom")
    )
    number = models.PositiveSmallIntegerField(_("how many forms"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = BatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("batch of paper forms")
        verbose_name_plural = _("batches of paper forms")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(condition=Q(number__range=(1, 100)), name="feedback_batch_is_of_1_to_100"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(number=1), name="feedback_batch_for_one_person_has_one_form"
            ),
        ]

    def __str__(self):
        return ngettext("%(count)d paper form", "%(count)d paper forms", self.number) % {"count": self.number}

    def get_absolute_url(self):
        return reverse("paper_forms", args=[self.stage.cycle.slug, self.stage.kind_slug])

    def get_pdf_url(self):
        return reverse("paper_forms_pdf", args=[self.stage.cycle.slug, self.stage.kind_slug, self.pk])

    @classmethod
    def refusal(cls, stage, person):
        """Why this person can print no forms for this stage now, as a sentence; empty when they can."""
        standing = stage.cycle.standing_of(person)
        if not (standing.runs or standing.keeps):
            return NOT_YOURS
        return "" if stage.is_open and not stage.cycle.is_closed else NOT_OPEN

    @classmethod
    def refusal_to_carry(cls, stage, person):
        """Why this person carries no paper between people and this stage, whether it is open or not."""
        return NOT_YOURS if cls.refusal(stage, person) == NOT_YOURS else ""

    @classmethod
    def make(cls, stage, by, participant, number, person=None):
        """Make so many sheets for a party, or one in a pack for a person. Returns the Batch. Raises Refused."""
        if sentence := cls.refusal(stage, by) or _wrong(stage, by, participant, number, person):
            raise moves.Refused(sentence)
        with ledger.writing(stage.cycle):
            new = cls.objects.create(
                stage=stage, round=stage.current_round, participant=participant, person=person, number=number, by=by
            )
            codes = set()
            while len(codes) < number:
                codes.add(reference.free_code(PaperForm.objects))
            PaperForm.objects.bulk_create([PaperForm(batch=new, stage=stage, code=code) for code in sorted(codes)])
            ledger.record(
                PRINTED, new, by, cycle=stage.cycle, stage=stage, acting_for=participant.acting_name,
                openness=participant.openness, after={"number": number},
            )  # fmt: skip
        return new


def _wrong(stage, by, participant, number, person):
    """A sentence when these forms cannot be made by this person, else nothing."""
    if not voices_to_enter(stage.cycle, by).filter(pk=participant.pk).exists():
        return NOT_YOURS
    if not 1 <= number <= MOST:
        return TOO_MANY
    if person is None:
        return ""
    if number != 1:
        return ONE_FOR_ONE
    return "" if people_of([participant]).filter(pk=person.pk).exists() else NOT_THEIRS


class PaperFormQuerySet(models.QuerySet):
    def to_put_in_by(self, person, cycle):
        """Those of one cycle whose words this person may put in."""
        voices = Participant.objects.filter(pk__in=voices_to_enter(cycle, person))
        return self.filter(batch__participant__in=voices, stage__cycle=cycle)

    def coded(self, code):
        """The PaperForm with this code, with its stage and party; or None."""
        return self.filter(code=code).select_related("stage__cycle", "batch__participant").first()


class PaperForm(models.Model):
    """One printed form: its code leads to its stage and its party when it comes back."""

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="sheets")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="+")
    code = models.CharField(_("code"), max_length=reference.LENGTH, unique=True)

    objects = PaperFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper form")
        verbose_name_plural = _("paper forms")
        ordering = ("pk",)

    def __str__(self):
        return reference.in_print(self.code)

    @property
    def participant(self):
        """The party that it was printed for."""
        return self.batch.participant
