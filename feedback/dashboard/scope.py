"""What a dashboard looks at: one cycle, or those of an authority or of a part of it that its reader may know of."""

from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Cycle, Stage
from cycle.models.cycle import learn_standings
from involvement.status import statuses_of
from people.models import Directorate, Organisation

UNDER_WAY = (Stage.State.PREPARING, Stage.State.OPEN)


@dataclass(frozen=True)
class Scope:
    """Some cycles for one reader, who knows of all of them. cycle: the one, where it is the dashboard of one."""

    reader: object
    cycles: list[Cycle]
    organisation: Organisation
    cycle: Cycle | None = None
    directorate: Directorate | None = None
    directorates: list[Directorate] = field(default_factory=list)

    def __str__(self):
        return str(self.cycle or self.directorate or self.organisation)

    @property
    def name(self):
        """What the dashboard is called in a way back."""
        return _("Dashboard: %(of)s") % {"of": self}

    def alone(self, cycle):
        """The Scope of one of these cycles by itself, for its addresses."""
        return Scope(self.reader, [cycle], self.organisation, cycle=cycle)

    @cached_property
    def by_pk(self):
        """The cycles by their id."""
        return {cycle.pk: cycle for cycle in self.cycles}

    @cached_property
    def open_ones(self):
        """The ids of the cycles that are not closed."""
        return [cycle.pk for cycle in self.cycles if not cycle.is_closed]

    @cached_property
    def run(self):
        """The ids of the cycles that are not closed and that the reader runs."""
        return [pk for pk in self.open_ones if self.by_pk[pk].standing_of(self.reader).runs]

    @cached_property
    def today(self):
        """The day by which everything is judged to be late."""
        return timezone.localdate()

    @cached_property
    def stages(self):
        """The stages of all these cycles by their id, each with the very cycle; one query."""
        found = {stage.pk: stage for stage in Stage.objects.filter(cycle__in=list(self.by_pk))}
        for stage in found.values():
            stage.cycle = self.by_pk[stage.cycle_id]
        return found

    @cached_property
    def statuses(self):
        """(Stage, AgreementStatus) for each stage under way in a cycle that is not closed; six queries."""
        under_way = [each for each in self.stages.values() if each.state in UNDER_WAY and not each.cycle.is_closed]
        found = statuses_of(under_way)
        return [(stage, found[stage.pk]) for stage in under_way]

    def address(self, ending="", *args, **query):
        """The address of the dashboard, or of something that belongs to it: "_pdf", "_csv", "_list"."""
        name, key = ("cycle", self.cycle.slug) if self.cycle else ("organisation", self.organisation.pk)
        query |= {"part": self.directorate.pk} if self.directorate else {}
        query = {key: value for key, value in query.items() if value not in (None, "")}
        return reverse(f"{name}_dashboard{ending}", args=[key, *args]) + (f"?{urlencode(query)}" if query else "")


def of_cycle(cycle, reader):
    """The Scope of one cycle, with its authority fetched, which the reader may know of."""
    return Scope(reader, [cycle], cycle.authority, cycle=cycle)


def of_organisation(organisation, reader, directorate=None):
    """The Scope of an authority, or of a part of it, the newest cycle first; four queries at any number of cycles."""
    known = Cycle.objects.visible_to(reader).filter(authority=organisation).select_related("authority", "directorate")
    cycles = list(known.order_by("-started_at", "-pk"))
    parts = {cycle.directorate_id: cycle.directorate for cycle in cycles if cycle.directorate}
    if directorate:
        cycles = [cycle for cycle in cycles if cycle.directorate_id == directorate.pk]
    learn_standings(reader, cycles)
    by_name = sorted(parts.values(), key=lambda part: part.name.lower())
    return Scope(reader, cycles, organisation, directorate=directorate, directorates=by_name)
