"""What goes back to people: "we asked, you said, we did, we could not because" of a stage or a cycle (R82, A1).

It is read from the ledger for everybody, whoever asks: the numbers count all that was said, and of words it holds only
what is public. So one print serves all, and nothing closed can be in it.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext as _

from cycle.models import Cycle, Event, Participant, Stage
from cycle.reading import read_events
from cycle.standing import Standing
from involvement.models import Agreement

from .. import changes
from ..at_head import at_head
from ..figures import Figures, figures_in, figures_of
from ..models import Answer, Contribution, Promise, Sheet
from ..promising import Shown
from ..promising import shown as shown_promises
from .agreed import place_of
from .reader import ForOneReader

SHOWN = {"stage": 12, "cycle": 3}  # so many of each sort are told of one stage; the rest is counted, with a link
OUTCOMES = (Answer.Outcome.CHANGED, Answer.Outcome.NO_CHANGE)


@dataclass(frozen=True)
class Item:
    """One thing that somebody said for everybody to read, and what came of it.

    change: what changed, in words, or empty; change_url: where, or empty.
    """

    answer: Answer
    name: str
    change: str = ""
    change_url: str = ""

    @property
    def said(self):
        return self.answer.contribution

    @property
    def url(self):
        return self.said.get_absolute_url()


@dataclass(frozen=True)
class StageTold:
    """One stage: what was asked, by whom something was said and how, what came of it, what is promised, what waits.

    parties, channels, topics: (words, how many). changed, unchanged, promised: the newest few; more_…: whether there is
    more that everybody can read.
    """

    stage: Stage
    purpose: str
    figures: Figures
    parties: list[tuple[str, int]]
    changed: list[Item]
    unchanged: list[Item]
    promised: list[Shown]
    more_changed: bool = False
    more_unchanged: bool = False
    more_promised: bool = False

    @property
    def channels(self):
        return _in_words(self.figures.channels, Contribution.Channel)

    @property
    def topics(self):
        """What it was about: themes, where contributions are grouped into them; until then, their sorts."""
        return _in_words(self.figures.sorts, Contribution.Sort)

    @property
    def kept(self):
        return [each for each in self.promised if each.promise.state == "kept"]


def _in_words(counter, choices):
    """(label, how many) for each of the choices that was counted, the most frequent first."""
    return [(str(choices(value).label), number) for value, number in counter.most_common() if number]


@dataclass(frozen=True)
class ToldBack(ForOneReader):
    """The sheet of a stage or of a whole cycle (stage is None), for everybody.

    words: the published Sheet of officers' own words, or None. newer: how many events came after it was published.
    """

    PAPER = "feedback/sheet/paper.html"

    cycle: Cycle
    stage: Stage | None
    stages: list[StageTold]
    figures: Figures
    last_event: Event
    words: Sheet | None = None
    newer: int = 0
    standing: Standing = field(default_factory=Standing)

    @property
    def subject(self):
        return self.stage or self.cycle


@dataclass(frozen=True)
class EasyTold(ForOneReader):
    """The Easy Read sheet of a stage or a cycle: the published words of it, one idea a line with its picture."""

    PAPER = "feedback/sheet/easy_paper.html"

    cycle: Cycle
    stage: Stage | None
    last_event: Event
    words: Sheet | None = None
    newer: int = 0
    standing: Standing = field(default_factory=Standing)

    @property
    def subject(self):
        return self.stage or self.cycle


def told_back(cycle, stage=None):
    """The ToldBack of a cycle, with its authority fetched, or of one stage of it; a fixed number of queries."""
    figures = figures_of(cycle)
    stages = [stage] if stage else [each for each in cycle.stages.order_by("place") if each.pk in figures]
    for each in stages:
        each.cycle = cycle
    return ToldBack(
        stages=_stages(cycle, stages, figures, SHOWN["stage" if stage else "cycle"]),
        figures=figures.get(stage.pk, Figures()) if stage else figures_in(cycle),
        **_common(cycle, stage, Sheet.Form.PLAIN),
    )


def easy_told(cycle, stage=None):
    """The EasyTold of a cycle or a stage."""
    return EasyTold(**_common(cycle, stage, Sheet.Form.EASY))


def _common(cycle, stage, form):
    words = Sheet.objects.of(cycle, stage, form).published()
    events = cycle.events.after(words.event_number) if words else cycle.events.none()
    newer = events.filter(stage=stage) if stage else events
    return {
        "cycle": cycle,
        "stage": stage,
        "last_event": cycle.events.get(number=cycle.ledger_length),
        "words": words,
        "newer": newer.order_by()[:1001].count(),
    }


def _stages(cycle, stages, figures, most):
    """The StageTold of each of these stages."""
    items, promises, purposes = _items(cycle, stages, most), _promises(cycle, stages, most), _purposes(stages)
    parties = {each.pk: each for each in Participant.objects.filter(cycle=cycle)}
    found = []
    for stage in stages:
        counted = figures.get(stage.pk, Figures())
        changed, unchanged, promised = (
            *(items[stage.pk, outcome] for outcome in OUTCOMES),
            promises[stage.pk],
        )
        found.append(
            StageTold(
                stage=stage, purpose=purposes.get(stage.pk, ""), figures=counted,
                parties=[(each.name, counted.parties[each.pk]) for each in _in_order(parties, counted)],
                changed=changed[:most], unchanged=unchanged[:most], promised=promised[:most],
                more_changed=len(changed) > most, more_unchanged=len(unchanged) > most,
                more_promised=len(promised) > most,
            )
        )  # fmt: skip
    return found


def _in_order(parties, counted):
    return sorted((parties[pk] for pk in counted.parties), key=place_of)


def _items(cycle, stages, most):
    """The newest Items of each stage and outcome, by (stage id, outcome), one more than `most`; three queries."""
    of_which = stages[0].pk if len(stages) == 1 else "all"
    keys = at_head(cycle, f"newest-answers-{of_which}-{most}", lambda: _newest_answers(cycle, stages, most))
    rows = Answer.objects.filter(pk__in=keys).order_by("-pk")
    rows = list(rows.select_related("contribution__participant", "changed_event__by", "changed_event__stage"))
    events = list({row.changed_event for row in rows if row.changed_event})
    lines = {line.event: line for line in read_events(events, None, cycle)}
    by_id, found = {stage.pk: stage for stage in stages}, defaultdict(list)
    for row in rows:
        said = row.contribution
        said.stage, said.cycle = by_id[said.stage_id], cycle
        found[said.stage_id, row.outcome].append(Item(row, said.participant.somebody, *_change(row, lines)))
    return found


def _newest_answers(cycle, stages, most):
    """The ids of the newest last answers of each stage and outcome to what everybody may read, one more than `most`."""
    public = Contribution.objects.visible_to(None, cycle).filter(stage__in=stages)
    newer = Answer.objects.filter(contribution=OuterRef("contribution"), number__gt=OuterRef("number"))
    answers = Answer.objects.filter(~Exists(newer), contribution__in=public, outcome__in=OUTCOMES)
    place = Window(RowNumber(), partition_by=["contribution__stage_id", "outcome"], order_by=F("pk").desc())
    return list(answers.annotate(place=place).filter(place__lte=most + 1).order_by().values_list("pk", flat=True))


def _change(answer, lines):
    """What changed, in words, and where; without words where it is not public."""
    line = lines.get(answer.changed_event)
    if line is None:
        return "", ""
    if line.is_hidden:
        return _("something that is not open to everyone"), ""
    return changes.in_words(line.event), line.url


def _promises(cycle, stages, most):
    """The newest public promises of each stage as Showns, by its id, one more than `most`."""
    place = Window(RowNumber(), partition_by="stage_id", order_by=F("pk").desc())
    public = Promise.objects.visible_to(None, cycle).filter(stage__in=stages)
    newest = public.annotate(place=place).filter(place__lte=most + 1).values_list("pk", flat=True)
    found = defaultdict(list)
    for each in shown_promises(Promise.objects.filter(pk__in=list(newest)).for_list(), None, cycle):
        found[each.promise.stage_id].append(each)
    return found


def _purposes(stages):
    """What the agreement of each stage that was proposed last says that it is for, by the stage's id."""
    proposed = Agreement.objects.filter(round__stage__in=stages).proposed().order_by("round__number", "version")
    return dict(proposed.values_list("round__stage_id", "purpose"))
