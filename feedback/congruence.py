"""What the authority says about its openness beside how people place it, stage by stage and over time (R23)."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.formats import date_format
from django.utils.translation import ngettext

from cycle.bars import Figure, Series, stack
from cycle.models import Event, Stage
from involvement.models import Stance
from involvement.models.stance import STATED

from .models import Placing, Tally
from .models.placing import TALLIED

DRAWN = 6  # so many of the last counts are drawn; the table has them all


@dataclass(frozen=True)
class Entry:
    """One line of the story of a stage: a Stance or a Tally, the other is None."""

    stance: Stance | None = None
    tally: Tally | None = None

    @property
    def day(self):
        return self.tally.taken_on if self.tally else self.stance.at

    @property
    def round_number(self):
        """The round that it is about, 0 before the first."""
        return self.tally.round.number if self.tally else self.stance.round_number


@dataclass(frozen=True)
class Now:
    """The latest of both for one stage, as far as there are any."""

    stage: Stage
    stance: Stance | None
    tally: Tally | None

    @property
    def is_of_an_earlier_round(self):
        """Whether the count is older than the round that the stage is in."""
        return bool(self.tally) and self.tally.round.number != self.stage.round_number

    @property
    def waits(self):
        """Whether people can answer about the round that the stage is in, and no count of it is shown yet."""
        may_place = self.stage.state in (Stage.State.OPEN, Stage.State.FINISHED)
        return may_place and (self.tally is None or self.is_of_an_earlier_round)


def now_of(stage):
    """The Now of a stage; two queries."""
    stance = Stance.objects.of(stage).select_related("by").last()
    tally = Tally.objects.of(stage).last()
    return Now(stage, stance, tally)


def events_of(stage):
    """The events in which a stance was stated or a count was taken."""
    return Event.objects.filter(stage=stage, verb__in=[STATED.slug, TALLIED.slug])


def entries_of(events):
    """The Entries behind these events, in their order; two queries."""
    stances = Stance.objects.select_related("by").in_bulk(_things(events, STATED))
    tallies = Tally.objects.select_related("round").in_bulk(_things(events, TALLIED))
    return [
        Entry(stance=stances[event.thing_id]) if event.verb == STATED.slug else Entry(tally=tallies[event.thing_id])
        for event in events
    ]


def _things(events, verb):
    return [event.thing_id for event in events if event.verb == verb.slug]


@dataclass(frozen=True)
class Story:
    """All that was said about the openness of one stage, oldest first, and where it stands now."""

    stage: Stage
    now: Now

    @cached_property
    def entries(self):
        return entries_of(list(events_of(self.stage).order_by("number")))


def story_of(stage):
    """The Story of a stage, for its report."""
    return Story(stage, now_of(stage))


def figure_of(stage) -> Figure | None:
    """The last counts of a stage as bars, oldest first; None before there are any."""
    last = list(Tally.objects.of(stage).order_by("-pk")[:DRAWN])
    if not last:
        return None
    series = [Series(*each) for each in Placing.Position.choices]
    bars = [(_caption(tally), [count for _position, _words, count in tally.counts]) for tally in last[::-1]]
    return stack(series, bars, to_full=True)


def _caption(tally):
    words = {"round": tally.round.number, "day": date_format(tally.taken_on, "j M Y"), "total": tally.total}
    return (
        ngettext(
            "Round %(round)d, %(day)s: %(total)d person", "Round %(round)d, %(day)s: %(total)d people", tally.total
        )
        % words
    )


@dataclass(frozen=True)
class RoundLine:
    """One round of a stage in the table of a whole cycle, with the stance that held and the last count."""

    stage: Stage
    number: int
    stance: Stance | None
    tally: Tally | None

    @property
    def is_current(self):
        return self.number == self.stage.round_number


def round_lines(cycle):
    """The RoundLines of every stage, the newest round of each first; three queries at any number."""
    stances, tallies = {}, {}
    for stance in Stance.objects.filter(stage__cycle=cycle).last_in_each_round():
        stances[stance.stage_id, stance.round_number] = stance
    for tally in Tally.objects.filter(stage__cycle=cycle).last_in_each_round():
        tallies[tally.stage_id, tally.round.number] = tally
    lines = []
    for stage in cycle.stages.order_by("place"):
        stage.cycle = cycle
        lines += _lines_of(stage, stances, tallies)
    return lines


def _lines_of(stage, stances, tallies):
    """One line for each round; a stance holds until the next one, also beyond the end of its round."""
    held, lines = stances.get((stage.pk, 0)), []
    for number in range(min(1, stage.round_number), stage.round_number + 1):
        held = stances.get((stage.pk, number), held)
        lines.append(RoundLine(stage, number, held, tallies.get((stage.pk, number))))
    return lines[::-1]


def has_placed(person, stage):
    """Whether this person has answered already; which answer they gave is told to nobody, not even to them."""
    return person.is_authenticated and Placing.is_placed_by(person, stage)
