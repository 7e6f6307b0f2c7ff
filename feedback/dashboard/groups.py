"""What is asked of each users' group just now, over all cycles of a dashboard."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cycle.models import RECORDS, Participant
from cycle.openness import Openness
from involvement.easing import FEWEST, easings_among, members_of
from involvement.models import Easing
from people.models import Group

from .figure import CLOSED, Counted, Figure, Line, Part, part_of

EXERCISES = [model for model in RECORDS if model.PART == "exercise"]

FIGURES = (
    Figure("cycles", gettext_lazy("Takes part in"), gettext_lazy("Cycles in which groups take part")),
    Figure("to-sign", gettext_lazy("Agreements to sign"), gettext_lazy("Agreements that wait for a group")),
    Figure("asked", gettext_lazy("Stages that ask what it says"), gettext_lazy("Open stages that ask what groups say")),
    Figure("exercises", gettext_lazy("Things to put in order"), gettext_lazy("Open exercises that ask groups")),
    Figure("tired", gettext_lazy("Asked for less"), gettext_lazy("Members who have asked for less"),
           is_for_officers=True),
)  # fmt: skip


@dataclass(frozen=True)
class Ask:
    """One thing that is asked of one group. stage: where it stands, None for a stage or a cycle itself."""

    group: Group
    cycle: object
    words: str
    url: str
    stage: object = None
    note: str = ""


def _parts(scope):
    """The group participants of the open cycles today, by their id; one query."""
    rows = Participant.objects.active().filter(cycle__in=scope.open_ones, group__isnull=False).select_related("group")
    return {part.pk: part for part in rows.order_by("group__name", "cycle_id", "pk")}


def _asks(scope, key, parts):
    """Each Ask that a figure counts, one for each group and thing."""
    makers = {
        "cycles": _cycles, "to-sign": _to_sign, "asked": _to_say, "exercises": _to_rank, "tired": _to_spare,
    }  # fmt: skip
    return makers[key](scope, parts)


def _cycles(scope, parts):
    for part in parts.values():
        cycle = scope.by_pk[part.cycle_id]
        yield Ask(part.group, cycle, cycle.title, cycle.get_absolute_url())


def _to_sign(scope, parts):
    for stage, status in scope.statuses:
        for each in status.parties:
            part = parts.get(each.party.participant_id)
            if part and each.is_waited_for and not each.has_declined:
                yield Ask(part.group, stage.cycle, str(stage), stage.get_absolute_url(), note=f"{status.in_words}.")


def _to_say(scope, parts):
    for stage, status in scope.statuses:
        for each in status.parties if stage.is_open else ():
            part = parts.get(each.party.participant_id)
            if part and not each.has_left and not each.is_paused:
                yield Ask(part.group, stage.cycle, str(stage), stage.get_absolute_url())


def _to_rank(scope, parts):
    """Open exercises are asked of everybody who takes part; those for officers alone are asked of no group."""
    for model in EXERCISES:
        rows = model.objects.filter(state="open", stage__cycle__in=scope.open_ones)
        open_ones = set(rows.visible_to(scope.reader).values_list("pk", flat=True))
        for exercise in rows.exclude(openness=Openness.WITHHELD).order_by("closes_on", "pk"):
            exercise.stage = stage = scope.stages[exercise.stage_id]
            is_open = exercise.pk in open_ones
            words, url = (exercise.title, exercise.get_absolute_url()) if is_open else (str(CLOSED), "")
            note = _("Until %(day)s.") % {"day": date_format(exercise.closes_on, "j F Y")}
            for part in parts.values():
                if part.cycle_id == stage.cycle_id:
                    yield Ask(part.group, stage.cycle, words, url, stage, note)


def _to_spare(scope, parts):
    """Members who asked for less in a cycle that the reader runs: by name where they let it be known (R72).

    Of a group so small that a number would tell who it is, only those are counted.
    """
    run = [part for part in parts.values() if part.cycle_id in scope.run]
    members = members_of(run)
    found = easings_among({pk for people in members.values() for pk in people}, scope.run)
    for part in run:
        cycle, seen = scope.by_pk[part.cycle_id], set()
        for each in sorted(found, key=lambda one: one.told_to != Easing.Told.ASKERS):
            is_told = each.told_to == Easing.Told.ASKERS
            is_here = each.person_id in members[part.pk] and each.cycle_id in (None, part.cycle_id)
            if is_here and each.person_id not in seen and (is_told or len(members[part.pk]) >= FEWEST):
                seen.add(each.person_id)
                words = each.person.name if is_told else _("Somebody who is not named")
                yield Ask(part.group, cycle, words, reverse("group_load", args=[part.group_id]))


def count(scope):
    """How much is asked of each group, by its id; a fixed number of queries."""
    counted, parts = Counted(), _parts(scope)
    for figure in PART.figures_for(scope):
        for ask in _asks(scope, figure.key, parts):
            counted.add(figure.key, ask.group.pk)
    return counted


def groups_of(scope):
    """The groups that take part in the open cycles today, by name."""
    return list({part.group_id: part.group for part in _parts(scope).values()}.values())


def lines(scope, key, after, group=None):
    """What a figure counts, of all groups or of the one with this id."""
    rows = [ask for ask in _asks(scope, key, _parts(scope)) if group in (None, ask.group.pk)]
    return part_of(sorted(rows, key=lambda ask: ask.group.name), after, _line)


def _line(ask):
    return Line(ask.words, ask.url, ask.stage, f"{ask.group}. {ask.note}".strip(), ask.cycle)


PART = Part(gettext_lazy("What is asked of each group"), FIGURES, count, lines)
