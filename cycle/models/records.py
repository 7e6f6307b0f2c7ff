"""The records as a list: who may read which, what is kept back, and what a page asks for with them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from ..openness import Openness
from .open_to import open_to


class RecordQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """The records whose content this person may read: by openness, in cycles that they may know of.

        cycle: when only one is asked about, that Cycle; then what it knows of the person makes the query a plain one.
        """
        return self.filter(open_to(person, "stage__cycle", cycle))

    def to_review(self, cycles, on=None):
        """The withheld records of these cycles whose day of looking at them again has come."""
        day = on or timezone.localdate()
        return self.filter(stage__cycle__in=cycles, openness=Openness.WITHHELD, review_on__lte=day)

    def kept_back(self):
        """Those of which everybody is told that something is kept back, and why: those that say `is_kept_back`."""
        withheld = Q(openness=Openness.WITHHELD)
        return self.filter(withheld | self.model.IN_PART if self.model.IN_PART else withheld)

    def in_cycle(self, cycle):
        """The records of a whole cycle, oldest first, with what a list line needs."""
        return self.filter(stage__cycle=cycle).select_related("withheld_by", "stage", *self._one()).order_by("pk")

    def in_stage(self, stage):
        """The records of a stage, oldest first, with what a list line needs."""
        return self.filter(stage=stage).select_related("withheld_by", "stage__cycle", *self._one()).order_by("pk")

    def _one(self):
        """The typed fields that name one row each, and no record: they stand among the facts of a line."""
        names = set(self.model.naming()) - set(self.model.references())
        return [name for name in names if self.model._meta.get_field(name).many_to_one]

    def for_list(self):
        """The same, with the other rows that their lines in a list name."""
        many = [field.name for field in self.model._meta.many_to_many if field.name in self.model.LISTED]
        return self.prefetch_related(*many)
