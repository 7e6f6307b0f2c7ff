"""How open the authority says that it is, beside how people place it: the latest of both for each stage (R23)."""

from collections import Counter
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.bars import Series, stack
from cycle.glance import Cell, Drawing, Glance, Table, cell, row
from cycle.models import Stage
from involvement.models import Stance

from ..models import Placing, Tally

MOST_BARS = 12


@dataclass(frozen=True)
class Sides:
    """The latest Stance and the latest Tally of one stage; None where there is none."""

    stage: Stage
    stance: Stance | None = None
    tally: Tally | None = None


def sides_of(scope):
    """The Sides of each stage that was ever begun, or of which the authority has said something; two queries."""
    cycles = list(scope.by_pk)
    stances, tallies = Stance.objects.filter(stage__cycle__in=cycles), Tally.objects.filter(stage__cycle__in=cycles)
    said = {each.stage_id: each for each in stances.last_in_each_round().order_by("round_number", "pk")}
    counted = {each.stage_id: each for each in tallies.last_in_each_round().order_by("round__number", "pk")}
    return [
        Sides(stage, said.get(pk), counted.get(pk))
        for pk, stage in scope.stages.items()
        if stage.round_number or pk in said
    ]


def claimed(sides):
    """In how many of these stages the authority says what of itself, by the values of Stance.Position."""
    return Counter(each.stance.position for each in sides if each.stance)


def experienced(sides):
    """How many answers people gave in the latest counts, by the values of Placing.Position."""
    found = Counter()
    for each in sides:
        if each.tally:
            found.update({position: count for position, _words, count in each.tally.counts})
    return found


def glance_of(scope, sides, on_paper):
    """The Glance of both sides: a line for each stage of one cycle, or for each cycle of several."""
    rows, bars = _by_stage(sides, on_paper) if scope.cycle else _by_cycle(scope, sides, on_paper)
    if not rows:
        return None
    head = _("Stage") if scope.cycle else _("Cycle")
    note = _("People answer without their names. Nothing is shown before five of them have answered.")
    table = Table("", [head, _("The authority says"), _("People say")], rows, note)
    drawn = []
    if bars:
        series = [Series(*each) for each in Placing.Position.choices]
        title = _("How people place it. The table above has the same numbers.")
        drawn = [Drawing(title, stack(series, bars[:MOST_BARS], to_full=True), "dashboard-openness")]
    return Glance(_("How open it is, as the authority says and as people say"), [table, *drawn])


def _by_stage(sides, on_paper):
    rows, bars = [], []
    for each in sides:
        url = "" if on_paper else reverse("stage_openness", args=[each.stage.cycle.slug, each.stage.kind_slug])
        said = each.stance.get_position_display() if each.stance else _("Nothing yet")
        rows.append(row(Cell(str(each.stage), url), said, _people_say(each.tally)))
        if each.tally:
            bars.append((str(each.stage), [count for _position, _words, count in each.tally.counts]))
    return rows, bars


def _people_say(tally):
    return tally.in_words if tally else _("Too few to show")


def _by_cycle(scope, sides, on_paper):
    rows, bars = [], []
    for cycle in scope.cycles:
        own = [each for each in sides if each.stage.cycle_id == cycle.pk]
        if not own:
            continue
        url = "" if on_paper else reverse("cycle_openness", args=[cycle.slug])
        placed = experienced(own)
        rows.append(row(Cell(cycle.title, url), _claimed_in_words(own), _placed_in_words(placed)))
        if placed:
            bars.append((cycle.title, [placed[position] for position in Placing.Position.values]))
    return rows, bars


def _claimed_in_words(sides):
    counts = claimed(sides)
    told = [
        ngettext("%(words)s: %(count)d stage", "%(words)s: %(count)d stages", counts[position])
        % {"words": words, "count": counts[position]}
        for position, words in Stance.Position.choices
        if counts[position]
    ]
    return cell(told) if told else _("Nothing yet")


def _placed_in_words(placed):
    told = [
        ngettext("%(words)s: %(count)d person", "%(words)s: %(count)d people", placed[position])
        % {"words": words, "count": placed[position]}
        for position, words in Placing.Position.choices
    ]
    return cell(told) if placed else _("Too few to show")
