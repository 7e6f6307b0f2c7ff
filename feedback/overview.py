"""A whole cycle at a glance: where every stage stands, what was said in it, what presses on it from outside (R1–R6)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import KINDS, RECORDS
from cycle.reading import readable
from cycle.ring import Node, draw

from .counting import in_words
from .due import overdue_in_words
from .stage_lines import StageLine, stage_lines
from .state import FINISHED

# Where the pressures of each side stand: the source's figure has the four corners, the fifth place is ours (R21).
PLACES = {
    "national": "top-left",
    "local": "top-right",
    "changing": "bottom-left",
    "fallback": "bottom-right",
    "less tangible": "below",
}
ADDED = "below"
REASONS = 2  # so many of the reasons why pressures are withheld are told on a short page


@dataclass(frozen=True)
class Overview:
    """All stages of a cycle, in their order, as one reader sees them."""

    cycle: object
    lines: list[StageLine]
    pressures: list[dict] = field(default_factory=list)
    hidden_pressures: list[dict] = field(default_factory=list)

    @property
    def ring(self):
        """The figure, with an arrow from each stage to those that it feeds (R4)."""
        index = {line.stage.kind_slug: number for number, line in enumerate(self.lines)}
        feeds = [
            (index[source], index[line.stage.kind_slug])
            for line in self.lines
            for source in line.stage.kind.fed_by
            if source in index
        ]
        return draw([_node(line) for line in self.lines], feeds)

    @property
    def overdue(self):
        """How many answers are overdue in the whole cycle, as a sentence for everybody; empty for none."""
        return overdue_in_words(sum(line.overdue for line in self.lines))

    @property
    def middle(self):
        """Two short lines: how many stages are under way, how many answers are owed."""
        under_way = sum(line.shape not in ("not_yet", FINISHED) for line in self.lines)
        owed = sum(line.waiting for line in self.lines)
        stages = _("%(count)d of %(all)d stages under way") % {"count": under_way, "all": len(self.lines)}
        answers = ngettext("%(count)s answer is owed", "%(count)s answers are owed", owed) % {"count": in_words(owed)}
        return [stages, answers if owed else _("No answer is owed")]


def overview_of(cycle, reader):
    """The Overview of one cycle for this reader; the same number of queries whatever is in it."""
    pressures, hidden = _pressures(cycle, reader)
    return Overview(cycle, stage_lines(cycle, reader), pressures, hidden)


def _node(line):
    kind = line.stage.kind
    url = line.stage.get_absolute_url()
    return Node(
        str(kind.on_ring), line.shape, line.word, str(line.note), url, kind.addition, str(kind.name), line.facts
    )


def _pressures(cycle, reader):
    """The pressures by their side of the figure, and the counts of those that are not open to this reader.

    A record model that says which SIDES of the figure its sorts stand on is a pressure.
    """
    rows, titles, hidden = defaultdict(list), {}, []
    for model in RECORDS:
        if not hasattr(model, "SIDES"):
            continue
        titles |= {side: title for side, (title, _sorts) in model.SIDES.items()}
        side_of = {sort: side for side, (_title, sorts) in model.SIDES.items() for sort in sorts}
        found = readable(list(model.objects.in_cycle(cycle)), reader, cycle)
        for record in found:
            if not getattr(record, "is_stub", False):
                record.stage.cycle = cycle
                row = {"name": record.title, "url": record.get_absolute_url()}
                rows[side_of[getattr(record, model.FIGURE)]].append(row)
        if stubs := [each for each in found if getattr(each, "is_stub", False)]:
            reasons = list(dict.fromkeys(str(each.because) for each in stubs))
            told = {"because": " ".join(reasons[:REASONS]), "url": _records_url(cycle, model)}
            hidden.append({"count": len(stubs), **told})
    groups = [
        {"place": place, "title": titles[side], "rows": rows[side], "addition": place == ADDED}
        for side, place in PLACES.items()
    ]
    return groups, hidden


def _records_url(cycle, model):
    kind = next(kind for kind in KINDS.values() if model in kind.records)
    return reverse("records", args=[cycle.slug, kind.slug, model.SLUG])
