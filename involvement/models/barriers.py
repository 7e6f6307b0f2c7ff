"""The barriers as a list: who may read which, and who has to do something about them (R80)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cycle.models import Seat
from cycle.models.open_to import open_to

from .barrier_step import BarrierStep


class BarrierQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose words this person may read: by openness, and their own."""
        own = Q(by=person) if person is not None and person.is_authenticated else Q(pk__in=[])
        rows = self if cycle is None else self.filter(cycle=cycle)
        return rows.filter(open_to(person, "cycle", cycle) | own)

    def in_cycle(self, cycle):
        """Those of one cycle."""
        return self.filter(cycle=cycle)

    def standing(self):
        """Those that are not taken back."""
        return self.exclude(state="taken back")

    def not_gone(self):
        """Those that still get in the way, as far as anybody knows."""
        return self.filter(state__in=["open", "done"])

    def matching(self, stage=None, sort=""):
        """Those of a stage and of a sort, where these are given."""
        found = self.filter(stage=stage) if stage else self
        return found.filter(sort=sort) if sort else found

    def to_act_on(self, person, cycles):
        """Open ones that this person owns, and in these cycles those whose owner runs them no longer."""
        runners = Seat.objects.active().filter(cycle=OuterRef("cycle"), person=OuterRef("owner"), role__in=Seat.RUNNERS)
        open_ones = self.filter(state="open", cycle__in=cycles).annotate(is_owned=Exists(runners))
        return open_ones.filter(Q(owner=person) | Q(is_owned=False))

    def for_list(self):
        """With what a list says of them."""
        related = self.select_related("cycle", "stage__cycle", "by", "participant", "owner")
        return related.prefetch_related(models.Prefetch("steps", BarrierStep.objects.select_related("by")))
