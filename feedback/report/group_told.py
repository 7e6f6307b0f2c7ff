"""A group's own sheet: what its people said in all cycles that they take part in, and what came of each (R82).

Each reader gets what they may read anyway, under the names that they know: anybody what is public, and members more.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from cycle.models import Cycle, Event, Participant
from cycle.reading import read_events
from people.models import Group

from .. import changes
from ..models import Contribution, Sheet
from .reader import ForOneReader

FOR_MEMBERS = _("This copy is for a member of %(group)s. It may show things that are not open to everyone.")
FOR_SOMEBODY = _("This copy was made for somebody who is signed in. It may show things that are not open to everyone.")
FOR_EVERYONE = _("This copy shows what everyone may read.")
PRINTED = 200  # so many of the newest are printed; the page has them all


@dataclass(frozen=True)
class Own:
    """One thing that was said for the group. change: what changed by the last answer, in words, or empty."""

    said: Contribution
    name: str
    change: str = ""

    @property
    def answer(self):
        """The last Answer, or None."""
        return self.said.last_answer

    @property
    def promise(self):
        """The promise that the last answer made, or None."""
        return getattr(self.answer, "promise", None)


@dataclass(frozen=True)
class GroupTold(ForOneReader):
    """The printed sheet of a group for one reader. last_event: the newest of its cycles, or None.

    for_whom: a sentence that tells it, which may name the group.
    """

    PAPER = "feedback/sheet/group_paper.html"

    group: Group
    rows: list[Own]
    cycles: list[Cycle]
    last_event: Event | None
    is_cut: bool = False
    for_whom: str = FOR_EVERYONE
    standing: object = field(default=None)

    @property
    def is_for_everyone(self):
        return self.for_whom == FOR_EVERYONE

    @property
    def cycle(self):
        """Stands in for a single cycle where a print names its authority; a group may have several."""
        return self.cycles[0] if self.cycles else None

    @property
    def reader(self):
        """For whom this copy is made."""
        return str(self.for_whom) % {"group": self.group}


def said_for(group, reader):
    """The contributions for this group that this reader may read, newest first."""
    parts = Participant.objects.filter(group=group)
    return Contribution.objects.filter(participant__in=parts).visible_to(reader).for_list()


def easy_for(group, reader):
    """The published Easy Read Sheets of whole cycles that this group takes part in, for one reader."""
    cycles = Participant.objects.filter(group=group).values("cycle")
    easy = Sheet.objects.visible_to(reader).published_ones().filter(cycle__in=cycles, stage=None, form=Sheet.Form.EASY)
    return easy.select_related("cycle").order_by("cycle__title", "pk")


def owns(contributions, reader):
    """The Owns for these contributions, which may be of several cycles."""
    rows, by_cycle, lines = list(contributions), {}, {}
    for row in rows:
        cycle = by_cycle.setdefault(row.cycle_id, row.stage.cycle)
        row.stage.cycle = row.cycle = cycle
    for cycle in by_cycle.values():
        events = [row.last_answer.changed_event for row in rows if row.cycle_id == cycle.pk and row.last_answer]
        events = list({event for event in events if event})
        lines |= {line.event: line for line in read_events(events, reader, cycle)}
    return [Own(row, row.name_for(reader), _change(row.last_answer, lines)) for row in rows]


def _change(answer, lines):
    line = lines.get(answer.changed_event) if answer and answer.changed_event else None
    return "" if line is None or line.is_hidden else changes.in_words(line.event)


def group_told(group, reader, is_member):
    """The GroupTold of a group for this reader. is_member: whether they belong to it."""
    rows = owns(said_for(group, reader)[: PRINTED + 1], reader)
    cycles = list({row.said.cycle_id: row.said.cycle for row in rows}.values())
    newest = Event.objects.filter(cycle__in=cycles).order_by("-at").first() if cycles else None
    for_whom = FOR_MEMBERS if is_member else FOR_SOMEBODY if reader.is_authenticated else FOR_EVERYONE
    return GroupTold(group, rows[:PRINTED], cycles, newest, len(rows) > PRINTED, for_whom)
