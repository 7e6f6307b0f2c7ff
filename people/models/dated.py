"""Roles that begin and end on a day."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class DatedQuerySet(models.QuerySet):
    def active(self, on=None):
        """Those that hold on the day `on` (a date, today by default); the last day still counts."""
        day = on or timezone.localdate()
        return self.filter(from_date__lte=day).filter(Q(until_date__isnull=True) | Q(until_date__gte=day))

    def open_ended(self):
        """Those that have no last day yet."""
        return self.filter(until_date__isnull=True)


class Dated(models.Model):
    """Something that holds from one day until another, both included."""

    from_date = models.DateField(_("from"), default=timezone.localdate)
    until_date = models.DateField(_("until"), null=True, blank=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date") - 1),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
            )
        ]

    @property
    def is_active(self):
        """Whether it holds today."""
        today = timezone.localdate()
        return self.from_date <= today and (self.until_date is None or self.until_date >= today)

    def end(self):
        """End it: from the next request on it gives no right (yesterday is its last day)."""
        yesterday = timezone.localdate() - timezone.timedelta(days=1)
        self.until_date = yesterday
        self.from_date = min(self.from_date, yesterday)
        self.save(update_fields=["until_date", "from_date"])
