"""How many said something, beside every summary of what users said, so that no summary can hide them (R48).

Everybody reads the counts, of all that was said and not taken back or kept out. An objection is shown in its words to
those who may read it; the others are counted.
"""

from collections import Counter
from dataclasses import replace

from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Heard, named_in
from cycle.models import Participant

from .figures import Figures, figures_of
from .models import Contribution

OBJECTIONS, LONGEST = 5, 300  # so many are shown, with so many characters each
WITH_WORDS = (Contribution.State.WAITS, Contribution.State.ANSWERED)


class Counts:
    """What was said in a cycle, counted, for one reader; each question is asked of the database once."""

    def __init__(self, cycle, reader):
        self.cycle, self.reader = cycle, reader
        self.figures = figures_of(cycle)
        rows = Participant.objects.filter(cycle=cycle).select_related("group")
        self.parties = {each.pk: each for each in rows}

    def of(self, stages):
        """The Figures of these stages (keys) together."""
        whole = Figures()
        for pk in stages:
            whole.add(self.figures.get(pk) or Figures())
        return whole

    def by_party(self, figures):
        """(name, takes part as, speaks for, how much it said) for each party, users' groups first."""
        places = list(Participant.Standing)
        found = [(self.parties[pk], number) for pk, number in figures.parties.items() if number and pk in self.parties]
        found.sort(key=lambda pair: (places.index(pair[0].standing), pair[0].name))
        return [
            (party.name, str(party.get_standing_display()), party.group.constituency if party.group else "", number)
            for party, number in found
        ]

    def lines(self, stages):
        """All of it in short lines: how many things in all, then by party."""
        figures = self.of(stages)
        if not figures.said:
            return [_("Nobody has said anything yet.")]
        said = ngettext("%(number)d thing in all", "%(number)d things in all", figures.said)
        told = self.by_party(figures)
        return [
            said % {"number": figures.said},
            *(f"{name} ({standing}): {number}" for name, standing, _speaks_for, number in told),
        ]

    def in_words(self, stages):
        """All of it in one sentence for a cell: how many things in all, by party with its constituency, objections."""
        figures = self.of(stages)
        if not figures.said:
            return _("Nobody has said anything in the stages that it names.")
        said = ngettext("%(number)d thing was said.", "%(number)d things were said.", figures.said)
        parties = "; ".join(
            f"{name} ({speaks_for or standing}): {number}"
            for name, standing, speaks_for, number in self.by_party(figures)
        )
        against = figures.sorts[Contribution.Sort.OBJECTION]
        objected = ngettext("%(number)d objected.", "%(number)d objected.", against) % {"number": against}
        return " ".join(filter(None, [said % {"number": figures.said}, f"{parties}.", objected if against else ""]))


def counted(records, cycle, reader):
    """For each of these records of one model that sums up what users said: (label, words) with how many did, by key."""
    if not records or not records[0].HEARD:
        return {}
    _summary, stages = records[0].HEARD
    counts, named = Counts(cycle, reader), named_in(records, stages)
    return {
        each.pk: (_("How many said something"), counts.in_words(stages_of(each, named[each.pk]))) for each in records
    }


def stages_of(record, named):
    """The keys of the stages in which people spoke about a record: those that it names, else its own."""
    return [stage.pk for stage in named] or [record.stage_id]


def with_counts(facts, record, counts):
    """The facts of a record, with how many said something right behind the summary of it."""
    if record.pk not in counts:
        return facts
    label = record.facts_in(record.HEARD[:1])
    place = next((number for number, fact in enumerate(facts, start=1) if [fact] == label), None)
    return [*facts[:place], counts[record.pk], *facts[place:]] if place else facts


def filled(parts, cycle, reader):
    """These parts of a glance, each Heard with its counts and objections; four queries at any number of them."""
    wanted = {pk for part in parts if isinstance(part, Heard) for pk in part.stages}
    if not wanted:
        return parts
    counts, objections = Counts(cycle, reader), _objections(cycle, reader, wanted)
    return [_fill(part, counts, objections) if isinstance(part, Heard) else part for part in parts]


def _objections(cycle, reader, stages):
    """Objections in these stages that the reader may read, the newest first."""
    rows = Contribution.objects.in_cycle(cycle).visible_to(reader, cycle)
    rows = rows.filter(stage__in=stages, sort=Contribution.Sort.OBJECTION, state__in=WITH_WORDS).order_by("-pk")
    found = list(rows.select_related("stage", "participant", "given_by")[: OBJECTIONS * max(len(stages), 1)])
    for each in found:
        each.cycle = each.stage.cycle = cycle
    return [
        (each.stage_id, (Truncator(each.text).chars(LONGEST), each.name_for(reader), each.get_absolute_url()))
        for each in found
    ]


def _fill(part, counts, objections):
    figures = counts.of(part.stages)
    shown = [told for stage, told in objections if stage in part.stages][:OBJECTIONS]
    sorts: Counter = figures.sorts
    return replace(
        part, said=figures.said, parties=counts.by_party(figures), came_of_it=figures.in_words, objections=shown,
        sorts=[(str(label), sorts[value]) for value, label in Contribution.Sort.choices if sorts[value]],
        closed=max(sorts[Contribution.Sort.OBJECTION] - len(shown), 0),
    )  # fmt: skip
