"""What earlier cycles left to one that somebody runs, while they have said nothing to it yet (R87)."""

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.models import Cycle

from ..inheriting import LESSON
from ..models import Legacy
from .row import Waiting


def to_take_or_leave(person, stages, known):
    """For those who run a cycle: one row for each for which an earlier one left something; one query.

    Once they have begun to take or leave things, the rest is asked for when a stage is finished.
    """
    cycles = {
        stage.cycle_id: stage.cycle
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    for pk in _with_something_left(person, cycles) if cycles else ():
        cycle = cycles[pk]
        yield Waiting(
            _("See what earlier cycles left, and take it up or leave it"),
            reverse("from_before", args=[cycle.slug]),
            cycle.title,
            why=_("So that the same mistakes are not made again."),
        )


def _with_something_left(person, cycles):
    earlier = Cycle.objects.visible_to(person).filter(
        Q(state="closed") | Exists(LESSON.objects.filter(stage__cycle=OuterRef("pk"), openness="public")),
        authority=OuterRef("authority"), sector__iexact=OuterRef("sector"), started_at__lt=OuterRef("started_at"),
    )  # fmt: skip
    decided = Legacy.objects.filter(cycle=OuterRef("pk"))
    rows = Cycle.objects.filter(Exists(earlier), ~Exists(decided), pk__in=cycles)
    return rows.order_by("pk").values_list("pk", flat=True)
