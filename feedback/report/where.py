"""Where a whole cycle is, for one reader, on two pages: its stages, its money, what was said, what is late (R6)."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Cycle, Event, Participant
from cycle.standing import Standing

from ..models import Contribution, Promise
from ..overview import Overview, overview_of
from ..stage_lines import listed
from .agreed import place_of
from .reader import ForOneReader
from .said import by_party
from .shortly import Shortlist, cut, part_of, with_its_brief, with_its_figure

PARTIES, LATE, NEXT, PRESSURES = 5, 4, 3, 2  # so many lines of each
NAME, TITLE = 26, 28  # so many characters of a name and of a title
NAMED = 2  # so many names before the rest is counted
PURPOSE = 190  # so many characters of what the cycle is about


@dataclass(frozen=True)
class StageRow:
    """One stage in the table."""

    name: str
    url: str
    word: str
    agreement: str
    changes: str
    waits_for: str


@dataclass(frozen=True)
class Counts:
    """How much one party said (or all of them), how much of it waits, and how much of that is late."""

    name: str
    said: int
    waiting: int
    late: int

    @property
    def answered(self):
        return self.said - self.waiting


@dataclass(frozen=True)
class Nearest:
    """Who decides in a stage under way, and when (a date, or None)."""

    stage: str
    who: str
    on: date | None


@dataclass(frozen=True)
class Late:
    """So many answers, or things promised, that are late in a stage, and the first day that has passed."""

    stage: str
    count: int
    since: date
    is_promised: bool


@dataclass(frozen=True)
class Side:
    """One side from which pressures come: its first titles, and how many more there are."""

    title: str
    rows: list[dict]
    more: int


@dataclass(frozen=True)
class WhereWeAre(ForOneReader):
    """The two pages for one reader. today: what is late is judged by it, and it is printed beside that."""

    PAPER = "feedback/where/paper.html"

    cycle: Cycle
    standing: Standing
    last_event: Event
    today: date
    overview: Overview
    stages: list[StageRow]
    money: Shortlist
    decisions: Shortlist
    nearest: list[Nearest] = field(default_factory=list)
    parties: list[Counts] = field(default_factory=list)
    more_parties: int = 0
    total: Counts | None = None
    late: list[Late] = field(default_factory=list)
    more_late: int = 0

    @property
    def purpose(self):
        """What the cycle is about, on one line or two."""
        return cut(self.cycle.summary, PURPOSE)

    @property
    def short_name(self):
        """The cycle's name where there is room for two words or three."""
        return cut(self.cycle.title, 28)

    @property
    def pressures(self):
        """What presses from each side: its first few titles."""
        return [
            Side(
                str(group["title"]),
                [{"name": cut(row["name"], NAME + 8), "url": row["url"]} for row in group["rows"][:PRESSURES]],
                max(len(group["rows"]) - PRESSURES, 0),
            )
            for group in self.overview.pressures
        ]


def where_we_are(cycle, reader):
    """The WhereWeAre of a cycle, with its authority fetched, for this reader; a fixed number of queries."""
    today, standing = timezone.localdate(), cycle.standing_of(reader)
    overview = overview_of(cycle, reader)
    parties, total = _parties(cycle, today)
    late = _late(cycle, overview.lines, today)
    return WhereWeAre(
        cycle=cycle, standing=standing, last_event=cycle.events.get(number=cycle.ledger_length), today=today,
        overview=overview,
        stages=[_in_the_table(line) for line in overview.lines],
        money=part_of(cycle, reader, "money", with_its_brief, most=4),
        decisions=part_of(cycle, reader, "decision", with_its_figure, most=2),
        nearest=_nearest(overview.lines),
        parties=parties[:PARTIES], more_parties=max(len(parties) - PARTIES, 0), total=total,
        late=late[:LATE], more_late=max(len(late) - LATE, 0),
    )  # fmt: skip


def _in_the_table(line):
    return StageRow(
        name=str(line.stage),
        url=line.stage.get_absolute_url(),
        word=line.word,
        agreement=line.agreement[:1].upper() + line.agreement[1:],
        changes=line.changes.in_words(TITLE) if line.changes else "",
        waits_for=listed(line.waits_for, NAMED, NAME) if line.waits_for else "",
    )


def _nearest(lines):
    """Who decides next and when: the agreements of the stages under way, the first to be decided at the top."""
    under_way = [line for line in lines if line.stage.state in ("preparing", "open") and line.status.agreement]
    under_way.sort(key=lambda line: (line.status.agreement.decides_on is None, line.status.agreement.decides_on))
    return [
        Nearest(str(line.stage), cut(line.status.agreement.who_decides, 55), line.status.agreement.decides_on)
        for line in under_way[:NEXT]
    ]


def _parties(cycle, today):
    """The Counts of everybody who said something, the users first; and those of all together."""
    of_cycle = Contribution.objects.in_cycle(cycle)
    said, waiting, late = by_party(of_cycle), by_party(of_cycle.owed()), by_party(of_cycle.overdue(today))
    found = []
    for party in sorted(Participant.objects.filter(pk__in=said), key=place_of):
        name = cut(party.name, NAME - 2)
        found.append(Counts(name, said[party.pk], waiting.get(party.pk, 0), late.get(party.pk, 0)))
    return found, Counts(_("All"), sum(said.values()), sum(waiting.values()), sum(late.values()))


def _late(cycle, lines, today):
    """What is late, by stage: answers, and what was promised for a day that has passed."""
    stages = {line.stage.pk: line.stage for line in lines}
    answers = Contribution.objects.in_cycle(cycle).overdue(today).order_by().values_list("stage_id")
    promises = Promise.objects.in_cycle(cycle).late(today).order_by().values_list("stage_id")
    found = [
        (stages[pk], count, first, is_promised)
        for is_promised, rows in (
            (False, answers.annotate(Count("pk"), Min("due_on"))),
            (True, promises.annotate(Count("pk"), Min("due_on"))),
        )
        for pk, count, first in rows
    ]
    found.sort(key=lambda each: (each[2], each[0].place))
    return [Late(str(stage), *told) for stage, *told in found]
