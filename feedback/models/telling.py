"""How far people were told: up to which event of a cycle, on which morning, about what, and what waits on paper."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from cycle.models import Cycle
from people.models import Membership
from people.personal import Class


class ToldUpTo(models.Model):
    """The number of the last event of a cycle of which those were written to who waited for it."""

    cycle = models.OneToOneField("cycle.Cycle", models.PROTECT, primary_key=True, related_name="+")
    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("what was told of a cycle")
        verbose_name_plural = _("what was told of a cycle")

    def __str__(self):
        return f"{self.cycle_id}: {self.number}"

    @classmethod
    def behind(cls):
        """The cycles in whose ledger something newer stands."""
        told = cls.objects.filter(cycle=OuterRef("pk"), number=OuterRef("ledger_length"))
        return Cycle.objects.filter(~Exists(told), ledger_length__gt=0).order_by("pk")

    @classmethod
    def of(cls, cycle):
        """The row of this cycle, held until the end of the transaction, so that two workers do not tell one thing."""
        row, _is_new = cls.objects.get_or_create(cycle=cycle)
        return cls.objects.select_for_update().get(pk=row.pk)

    def move_to(self, number):
        """Note that everything up to this event is told."""
        type(self).objects.filter(pk=self.pk, number__lt=number).update(number=number)


class Morning(models.Model):
    """The last day on which it was looked at what is new for somebody."""

    PERSONAL = {"person": Class.SENT}

    person = models.OneToOneField("people.Person", models.PROTECT, primary_key=True, related_name="+")
    day = models.DateField()

    class Meta:
        verbose_name = _("morning")
        verbose_name_plural = _("mornings")
        indexes = [models.Index(fields=["day"], name="feedback_morning_day")]

    def __str__(self):
        return f"{self.person_id}: {self.day}"

    @classmethod
    def begin(cls, person, day):
        """Note that it is looked at now; False when somebody has done so today already."""
        row, is_new = cls.objects.get_or_create(person=person, defaults={"day": day})
        return is_new or bool(cls.objects.filter(pk=row.pk, day__lt=day).update(day=day))


class Mentioned(models.Model):
    """Something of which somebody was written to, so that it is not told twice. mark: what it was, in short."""

    PERSONAL = {"person": Class.SENT, "mark": Class.SENT}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64)
    day = models.DateField()

    class Meta:
        verbose_name = _("what somebody was written to about")
        verbose_name_plural = _("what somebody was written to about")
        constraints = [
            models.UniqueConstraint(fields=["person", "mark"], name="feedback_mentioned_once"),
        ]

    def __str__(self):
        return f"{self.person_id}: {self.mark}"

    @classmethod
    def new_among(cls, person, marks):
        """Those of these marks that this person was not written to about."""
        known = set(cls.objects.filter(person=person, mark__in=marks).values_list("mark", flat=True))
        return [mark for mark in marks if mark not in known]

    @classmethod
    def note(cls, person, marks, day):
        """Note these marks, those that are known already too: as long as they come up, they are not forgotten."""
        cls.objects.bulk_create(
            (cls(person=person, mark=mark, day=day) for mark in marks),
            update_conflicts=True, unique_fields=["person", "mark"], update_fields=["day"],
        )  # fmt: skip

    @classmethod
    def forget(cls, person, before):
        """Forget what has not come up since this day: when it comes up again, it is new."""
        cls.objects.filter(person=person, day__lt=before).delete()


class PaperNewsQuerySet(models.QuerySet):
    def waiting(self):
        """What nobody has handed out yet."""
        return self.filter(handed_out_on=None)

    def by_group(self, keeper):
        """For how many people there is some in each group that this person keeps: (group id, its name, number) rows."""
        kept = Membership.objects.active().filter(person=keeper, role__in=Membership.KEEPERS).values("group")
        rows = self.filter(group__in=kept).order_by("group").values_list("group", "group__name")
        return rows.annotate(number=Count("person", distinct=True))


class PaperNews(models.Model):
    """The news of one morning for somebody without e-mail, until a keeper of this group has handed it out on paper.

    marks: what of it was new (as in `Mentioned`). It holds no words: they are asked for when it is printed, so nothing
    stands on paper that was closed, or done, since that morning.
    """

    PERSONAL = {"person": Class.SENT, "marks": Class.SENT, "handed_out_by": Class.PART}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    group = models.ForeignKey("people.Group", models.PROTECT, related_name="+")
    made_on = models.DateField()
    marks = models.JSONField()
    handed_out_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    handed_out_on = models.DateField(null=True)

    objects = PaperNewsQuerySet.as_manager()

    class Meta:
        verbose_name = _("news on paper")
        verbose_name_plural = _("news on paper")
        ordering = ("pk",)
        indexes = [models.Index(fields=["group", "handed_out_on"], name="feedback_paper_news_waiting")]
        constraints = [
            models.CheckConstraint(
                condition=Q(handed_out_by=None, handed_out_on=None)
                | Q(handed_out_by__isnull=False, handed_out_on__isnull=False),
                name="feedback_paper_news_handed_out_by_somebody_on_a_day",
            ),
        ]

    def __str__(self):
        return f"{self.person_id}: {self.made_on}"
