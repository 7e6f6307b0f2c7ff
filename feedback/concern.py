"""Whom a material change concerns, and why: one rule for the page before saving and for the notices after (R20)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Min
from django.utils.text import get_text_list
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cycle.models import Event, Stage
from cycle.models.stage import BEGUN, FINISHED
from involvement.models import Agreement, Party

from .models import Contribution

RUN, SIGN, KEEP, SAID = "run", "sign", "keep", "said"
SENTENCES = {
    RUN: gettext_lazy("You run this cycle."),
    SIGN: gettext_lazy("You may sign for %(party)s in %(stages)s."),
    KEEP: gettext_lazy("You support %(party)s, which is a party in %(stages)s."),
    SAID: gettext_lazy("You said something before the change in %(stages)s."),
}


@dataclass(frozen=True)
class Ground:
    """One reason why a change concerns somebody: its sort, and for which party in which stages."""

    sort: str
    party: str = ""
    stages: tuple = ()

    def __str__(self):
        stages = get_text_list([str(stage) for stage in self.stages], _("and"))
        return SENTENCES[self.sort] % {"party": self.party, "stages": stages}


@dataclass
class Parts:
    """What people have to do with the stages of some cycles.

    stages: Stage by id. turns: for each stage id the (number, whether it was a beginning) of its rounds' events.
    parties: for each (stage id, round number) its (participant id, name, when it was proposed to them).
    said: (person id, stage id) -> the number of the first thing they said there.
    """

    stages: dict[int, Stage]
    turns: dict = field(default_factory=lambda: defaultdict(list))
    parties: dict = field(default_factory=lambda: defaultdict(list))
    said: dict = field(default_factory=dict)

    def concerned(self, events):
        """The stages that these material events concern and that were under way when they happened, in their order."""
        wide = {event.cycle_id for event in events if event.reach == Event.Reach.CYCLE}
        single = {event.stage_id for event in events}
        number = events[0].number
        found = [each for each in self.stages.values() if each.cycle_id in wide or each.pk in single]
        return sorted((each for each in found if self._round(each, number)), key=lambda stage: stage.place)

    def _round(self, stage, number):
        """The number of the round that was under way at this event; 0 for none."""
        before = [begins for turn, begins in self.turns[stage.pk] if turn < number]
        begun = sum(before)
        return begun if begun > len(before) - begun else 0

    def grounds(self, person_id, standing, events, came=None):
        """The Grounds on which these events, of one change, concern this person; none for somebody without a part.

        came: from which day on changes can concern them, by participant id and under RUN for their seat (R20); what
        is not in it holds from ever.
        """
        if not standing.is_involved:
            return []
        event, stages, came = events[0], self.concerned(events), came or {}
        if not stages:  # nothing was under way, so nothing rests on it
            return []
        day, found = localdate(event.at), defaultdict(list)
        for stage in stages:
            for participant, name, proposed_at in self.parties[stage.pk, self._round(stage, event.number)]:
                if proposed_at > event.at or day < came.get(participant, date.min):
                    continue
                if participant in standing.speaks_for:
                    found[SIGN, name].append(stage)
                elif participant in standing.keeps:
                    found[KEEP, name].append(stage)
        if spoke := [each for each in stages if self.said.get((person_id, each.pk), event.number) < event.number]:
            found[SAID, ""] = spoke
        run = [Ground(RUN)] if standing.runs and day >= came.get(RUN, date.min) else []
        return run + [Ground(sort, name, tuple(dict.fromkeys(where))) for (sort, name), where in found.items()]


def parts_of(cycles, person=None):
    """The Parts of everybody in these cycles, or of one person; four queries.

    cycles: a list of Cycle; for one person they know that person's standing already (`learn_standings`).
    """
    by_id = {cycle.pk: cycle for cycle in cycles}
    stages = {stage.pk: stage for stage in Stage.objects.filter(cycle__in=cycles).order_by("pk")}
    for stage in stages.values():
        stage.cycle = by_id[stage.cycle_id]
    parts = Parts(stages)
    turns = Event.objects.filter(cycle__in=cycles, verb__in=[BEGUN.slug, FINISHED.slug])
    for stage_id, number, verb in turns.values_list("stage_id", "number", "verb"):
        parts.turns[stage_id].append((number, verb == BEGUN.slug))
    for stage_id, number, *party in _parties(cycles, person):
        parts.parties[stage_id, number].append(tuple(party))
    said = Contribution.objects.filter(cycle__in=cycles, given_by__isnull=False).order_by()
    said = said.filter(given_by=person) if person else said
    firsts = said.values_list("given_by_id", "stage_id").annotate(Min("event_number"))
    parts.said = {(giver, stage_id): number for giver, stage_id, number in firsts}
    return parts


def _parties(cycles, person):
    """(stage, round, participant, name, when it was proposed) of every version that was proposed in these cycles."""
    parties = Party.objects.filter(agreement__round__stage__cycle__in=cycles)
    if person:
        standings = [cycle.standing_of(person) for cycle in cycles]
        own = {pk for standing in standings for pk in standing.speaks_for | standing.keeps}
        parties = parties.filter(participant__in=own)
    return parties.exclude(agreement__state=Agreement.State.DRAFT).order_by("pk").values_list(
        "agreement__round__stage_id", "agreement__round__number", "participant_id", "participant__name",
        "agreement__proposed_at",
    )  # fmt: skip
