"""What somebody who joins half-way has to know: where it stands, what was settled and why, who is who (R89).

It is put together from what is there each time, so that nobody has to brief anybody.
"""

from dataclasses import dataclass, field

from django.urls import reverse

from cycle.models import RECORDS, Event
from cycle.reading import readable
from cycle.snapshot import facts_of
from involvement import terms
from involvement.since import told

from .stage_lines import stage_lines

SHOWN = 6  # so many of a stage's settled things are told here, the newest; its own list has the rest
CHANGES = 2
WANTED = 40  # so many of one sort are read at most


@dataclass(frozen=True)
class Settled:
    """One thing that was settled in a stage: its title, its address, and (label, words) pairs that say what and why."""

    title: str
    url: str
    summary: str
    facts: list


@dataclass
class StageSoFar:
    """One stage that has been begun: its StageLine, what was settled in it, and how many more there are.

    more_url: where the rest is, empty when there is none.
    """

    line: object
    settled: list[Settled] = field(default_factory=list)
    more_url: str = ""

    def take(self, record, *, is_shown):
        """Tell one more thing here; beyond SHOWN, and where the reader may not read it, only that there is more."""
        if is_shown and len(self.settled) < SHOWN:
            facts = facts_of(record, record.SETTLES)
            self.settled.append(Settled(record.title, record.get_absolute_url(), record.summary, facts))
        else:
            place = [record.stage.cycle.slug, record.stage.kind_slug, record.SLUG]
            self.more_url = reverse("records", args=place)


@dataclass(frozen=True)
class Part:
    """What the reader is in some stages under way that give their party the same terms.

    stages: pairs of a stage and whether the reader's signature is waited for there.
    """

    row: terms.Row
    stages: list


@dataclass(frozen=True)
class Newcomer:
    """The whole page for one reader."""

    cycle: object
    stages: list[StageSoFar]
    parts: list[Part]
    changes: list
    seats: list
    participants: list


def newcomer_of(cycle, reader):
    """The Newcomer of a cycle for this reader; the same number of queries whatever is in it."""
    standing = cycle.standing_of(reader)
    lines = stage_lines(cycle, reader)
    begun = {line.stage.pk: StageSoFar(line) for line in lines if line.stage.round_number}
    for model in RECORDS:
        if model.SETTLES:
            _fill(begun, model, cycle, reader)
    material = Event.objects.filter(cycle=cycle).material().select_related("by", "stage").order_by("-number")[:CHANGES]
    return Newcomer(
        cycle=cycle,
        stages=list(begun.values()),
        parts=_parts(lines, standing, reader),
        changes=told(material, reader, cycle),
        seats=list(cycle.seats.active().select_related("person")),
        participants=list(cycle.participants.active().select_related("group")),
    )


def _fill(begun, model, cycle, reader):
    """Give each stage what was settled in records of this model, newest first."""
    records = list(model.objects.in_cycle(cycle).order_by("-pk")[:WANTED])
    for record, seen in zip(records, readable(records, reader, cycle), strict=True):
        if so_far := begun.get(record.stage_id):
            record.stage = so_far.line.stage
            so_far.take(record, is_shown=seen is record)


def _parts(lines, standing, reader):
    """The Parts of this reader in the stages that are under way; what is the same in several is told once."""
    by_row = {}
    for line in lines:
        for each in line.status.parties if line.stage.state in ("preparing", "open") else ():
            if each.party.participant_id in standing.belongs_to and not each.has_left:
                is_asked = each.party.is_spoken_for_by(standing) and each.is_asked(reader)
                row = terms.row(each.party, has_agreed=each.has_agreed)
                by_row.setdefault(row, []).append((line.stage, is_asked))
    return [Part(row, stages) for row, stages in by_row.items()]
