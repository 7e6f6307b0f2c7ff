"""The tick: something that the workers do every so many seconds, each at most one of them at a time."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

ALIVE = timedelta(minutes=2)


class TickQuerySet(models.QuerySet):
    def take(self, name, may_take):
        """Take up the tick of this name when it is due and nobody has it: whether it is ours now.

        may_take: seconds after which a worker that has not ended it counts as dead.
        """
        self.get_or_create(name=name)
        now = timezone.now()
        free = self.filter(name=name, due_at__lte=now).filter(Q(taken_until=None) | Q(taken_until__lte=now))
        return bool(free.update(taken_until=now + timedelta(seconds=may_take), began_at=now))

    def end(self, name, every, went_well):
        """Give the tick back; it is due again `every` seconds after it began."""
        now = timezone.now()
        row = self.get(name=name)
        due = max((row.began_at or now) + timedelta(seconds=every), now)
        self.filter(name=name).update(
            taken_until=None, due_at=due, ended_at=now, failures=0 if went_well else row.failures + 1
        )

    def is_somebody_at_work(self):
        """Whether a worker gave a sign of life in the last minutes."""
        return self.filter(began_at__gte=timezone.now() - ALIVE).exists()


class Tick(models.Model):
    """When something was done last, when it is due, and until when a worker has it."""

    name = models.CharField(max_length=40, primary_key=True)
    due_at = models.DateTimeField(default=timezone.now)
    taken_until = models.DateTimeField(null=True)
    began_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    failures = models.PositiveIntegerField(default=0)

    objects = TickQuerySet.as_manager()

    class Meta:
        verbose_name = "tick"
        verbose_name_plural = "ticks"
        ordering = ("name",)

    def __str__(self):
        return self.name
