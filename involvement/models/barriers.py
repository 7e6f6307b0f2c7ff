"""The barriers as a list: who may read which, and who has to do something about them (R80)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cycle.models import Seat
from cycle.models.cycle import seated, taking_part
from cycle.openness import Openness

from .barrier_step import BarrierStep


class BarrierQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose words this person may read: by openness, and their own."""
        own = Q(by=person) if person is not None and person.is_authenticated else Q(pk__in=[])
        if cycle is not None:
            levels = cycle.standing_of(person).reads if cycle.is_known_to(person) else ()
            return self.filter(Q(openness__in=levels) | own, cycle=cycle)
        open_to_all = Q(openness=Openness.PUBLIC, cycle__published_at__isnull=False)
        if person is None or not person.is_authenticated:
            return self.filter(open_to_all)
        return self.filter(open_to_all | own | Q(cycle__in=seated(person)) | Q(cycle__in=taking_part(person)))

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
