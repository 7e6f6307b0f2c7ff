"""How far somebody has read what changed for them. It is theirs alone: no event is written, and nobody else sees it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from cycle import ledger
from people.personal import Class


class SeenQuerySet(models.QuerySet):
    def up_to(self, person, cycle):
        """The number of the last event that this person has read the notices of; 0 for none."""
        return self.filter(person=person, cycle=cycle).values_list("number", flat=True).first() or 0


class Seen(models.Model):
    """Up to which event of a cycle one person has read their notices; later ones are new to them."""

    PERSONAL = {"person": Class.SENT}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="+")
    number = models.PositiveBigIntegerField()

    objects = SeenQuerySet.as_manager()

    class Meta:
        verbose_name = _("what somebody has read")
        verbose_name_plural = _("what somebody has read")
        constraints = [
            models.UniqueConstraint(fields=["person", "cycle"], name="feedback_seen_once_in_a_cycle"),
        ]

    def __str__(self):
        return f"{self.person_id} {self.cycle_id}: {self.number}"

    @classmethod
    def mark(cls, person, cycle, number):
        """This person has read the notices of this cycle up to the event with this number; it never goes back."""
        number = min(number, ledger.length(cycle))
        row, _is_new = cls.objects.get_or_create(person=person, cycle=cycle, defaults={"number": number})
        cls.objects.filter(pk=row.pk, number__lt=number).update(number=number)
