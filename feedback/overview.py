"""A whole cycle at a glance: where every stage stands, what was said in it, what presses on it from outside (R1–R6)."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import OuterRef
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import KINDS, RECORDS, Event
from cycle.reading import readable
from cycle.ring import Node, draw
from involvement.status import AgreementStatus, statuses_of

from .counting import AtMost, in_words
from .models import Contribution
from .state import AGREEING, CHANGED, DECLINED, FINISHED, OPEN, WORDS, shape_of

# Where the pressures of each side stand: the source's figure has the four corners, the fifth place is ours (R21).
PLACES = {
    "national": "top-left",
    "local": "top-right",
    "changing": "bottom-left",
    "fallback": "bottom-right",
    "less tangible": "below",
}
ADDED = "below"
NAMED = 1  # so many parties are named in a note before the rest is counted


@dataclass(frozen=True)
class StageLine:
    """One stage: its shape and word, how much was said in it and how much of that waits, and a few words of news.

    said, waiting: counted with `at_most`.
    """

    stage: object
    status: AgreementStatus
    shape: str
    said: int
    waiting: int
    note: str = ""

    @property
    def word(self):
        return str(WORDS[self.shape])


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
    return Overview(cycle, stage_lines(cycle), pressures, hidden)


def stage_lines(cycle):
    """A StageLine for each stage of the cycle, in their order."""
    of_stage = Contribution.objects.filter(stage=OuterRef("pk"))
    counts = {"said": AtMost(of_stage), "waiting": AtMost(of_stage.unanswered())}
    stages = list(cycle.stages.order_by("place").annotate(**counts))
    for stage in stages:
        stage.cycle = cycle
    statuses = statuses_of(stages)
    numbers = [status.changed_at for status in statuses.values()]
    days = {event.number: event.at for event in Event.objects.numbered([cycle], numbers)}
    lines = []
    for stage in stages:
        status = statuses[stage.pk]
        shape = shape_of(stage, status)
        note = _note(shape, status, stage.said, stage.waiting, days.get(status.changed_at))
        lines.append(StageLine(stage, status, shape, stage.said, stage.waiting, note))
    return lines


def _note(shape, status, said, waiting, changed):
    """A few words of news about a stage."""
    if shape == CHANGED:
        return _("on %(day)s, sign again") % {"day": date_format(localtime(changed), "j F")} if changed else ""
    if shape == AGREEING:
        return _("waits for %(names)s") % {"names": _some(status.waits_for)} if status.waits_for else ""
    if shape == DECLINED:
        names = [each.party.participant.name for each in status.parties if each.has_declined]
        return _("%(names)s said no") % {"names": _some(names)}
    if shape in (OPEN, FINISHED):
        without = [_("without agreement")] if status.override else []
        return ", ".join(without + _counted(said, waiting))
    return ""


def _counted(said, waiting):
    if not said:
        return []
    words = [_("%(count)s said") % {"count": in_words(said)}]
    if waiting:
        waits = ngettext("%(count)s waits for an answer", "%(count)s wait for an answer", waiting)
        return [*words, waits % {"count": in_words(waiting)}]
    return [*words, _("all answered")]


def _some(names):
    """The first names, and how many more there are."""
    if len(names) <= NAMED:
        return _(" and ").join(names)
    return _("%(names)s and %(count)d more") % {"names": ", ".join(names[:NAMED]), "count": len(names) - NAMED}


def _node(line):
    kind = line.stage.kind
    url = line.stage.get_absolute_url()
    return Node(str(kind.on_ring), line.shape, line.word, str(line.note), url, kind.addition, str(kind.name))


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
            hidden.append({"count": len(stubs), "url": _records_url(cycle, model)})
    groups = [
        {"place": place, "title": titles[side], "rows": rows[side], "addition": place == ADDED}
        for side, place in PLACES.items()
    ]
    return groups, hidden


def _records_url(cycle, model):
    kind = next(kind for kind in KINDS.values() if model in kind.records)
    return reverse("records", args=[cycle.slug, kind.slug, model.SLUG])
