"""What gets in the way, as one reader may have it, and how much of each sort there is for everybody (R80)."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from cycle.glance import Cell, Row, Table

from .models import Barrier

SHAPES = {"open": "changed", "done": "preparing", "gone": "finished", "taken back": "not_yet"}


@dataclass(frozen=True)
class Told:
    """One barrier for one reader: under which name, and what the reader may do about it."""

    barrier: Barrier
    name: str
    may_act: bool = False
    may_say: bool = False
    may_hand_over: bool = False

    @property
    def state(self):
        """Where it stands as a shape and a word, as components/state_tag.html takes them."""
        return {"shape": SHAPES[self.barrier.state], "word": self.barrier.get_state_display()}

    @property
    def steps(self):
        return self.barrier.steps.all()


def at_home(barrier, cycle):
    """The barrier with the very cycle that the page has, so that who may do what is asked once."""
    barrier.cycle = barrier.participant.cycle = cycle
    if barrier.stage_id:
        barrier.stage.cycle = cycle
    return barrier


def told(rows, reader, cycle):
    """The Tolds of these barriers of one cycle, fetched with `for_list`."""
    return [_told(at_home(each, cycle), reader) for each in rows]


def _told(barrier, reader):
    knows = reader is not None and reader.is_authenticated
    return Told(
        barrier, barrier.name_for(reader),
        may_act=not barrier.refusal("act", reader),
        may_say=bool(knows and not barrier.refusal("gone", reader)),
        may_hand_over=not barrier.refusal("hand over", reader),
    )  # fmt: skip


def counts_of(cycle):
    """The Table of how many things of each sort got in the way in a cycle, and how many are gone; None for none.

    A number says nothing of who said what, so everybody reads it. One query.
    """
    rows = Barrier.objects.in_cycle(cycle).standing().order_by().values_list("sort", "state")
    counts = {(sort, state): number for sort, state, number in rows.annotate(number=Count("pk"))}
    if not counts:
        return None
    lines = []
    for sort, label in Barrier.Sort.choices:
        gone = counts.get((sort, "gone"), 0)
        still = sum(counts.get((sort, state), 0) for state in ("open", "done"))
        if gone or still:
            lines.append(Row(Cell(str(label)), [Cell(str(still)), Cell(str(gone))]))
    heads = [_("What"), _("Still gets in the way"), _("Gone")]
    return Table(_("How often each sort was named"), heads, lines, is_of_numbers=True)
