"""The single things that are asked of people just now: meetings, signatures, exercises, answers, bids (R72; c5)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import RECORDS, Stage
from cycle.openness import Openness
from involvement.models import Attendance
from involvement.status import statuses_of

from ..models import Contribution
from . import usual

EXERCISES = [model for model in RECORDS if model.PART == "exercise"]
TENDERS = [model for model in RECORDS if model.PART == "tender"]


@dataclass(frozen=True)
class Ask:
    """One thing that is asked of somebody. minutes: how long it takes; is_guess: whether nobody wrote that down."""

    sort: str
    words: str
    url: str
    stage: Stage
    minutes: int
    day: date | None = None
    is_guess: bool = True

    @property
    def in_time(self):
        """How long it takes, in words."""
        return usual.in_time(self.minutes)


def asks_of(people, places, stages, today):
    """(person id, Ask) for everything that is asked; a fixed number of queries.

    places: a `loads.Places`. stages: those under way in which one of them takes part, by id.
    """
    minutes = usual.usual_on(today).minutes
    yield from _meetings(people, stages, minutes, today)
    yield from _signatures(places, stages, minutes)
    yield from _exercises(people, places, stages, minutes)
    yield from _answers(people, places, minutes)
    yield from _bids(people, stages, minutes)


def _meetings(people, stages, minutes, today):
    """The meetings of this month to which somebody is asked and has not said no. One query."""
    rows = Attendance.objects.filter(
        person__in=people, session__held_on__year=today.year, session__held_on__month=today.month
    )
    rows = (
        rows.exclude(session__stage__cycle__state="closed")
        .filter(session__called_off_at=None)
        .expected()
        .select_related("session__stage__cycle")
    )
    for each in rows:
        session = each.session
        session.stage = stages.get(session.stage_id, session.stage)
        words = _("Meeting: %(title)s") % {"title": session.title}
        length = session.minutes or minutes[usual.MEETING]
        yield each.person_id, Ask(
            usual.MEETING, words, session.get_absolute_url(), session.stage, length, session.held_on,
            not session.minutes,
        )  # fmt: skip


def _signatures(places, stages, minutes):
    """Agreements that wait for somebody who may sign for a party. Six queries."""
    statuses = statuses_of(list(stages.values()))
    speakers = defaultdict(set)
    for person, part in places.speaks:
        speakers[part].add(person)
    for stage in stages.values():
        for each in statuses[stage.pk].parties:
            if not each.is_waited_for or each.has_declined:
                continue
            signed = {one.signed_by_id for one in each.agreeing if each.is_fresh(one)}
            for person in speakers[each.party.participant_id] - signed:
                words = _("Read and sign an agreement: %(stage)s") % {"stage": stage}
                yield person, Ask(usual.SIGN, words, stage.get_absolute_url(), stage, minutes[usual.SIGN])


def _exercises(people, places, stages, minutes):
    """Open exercises in which somebody has given no ballot. Two queries for each sort of exercise."""
    cycles = {part.cycle_id for part in places.parts.values()}
    takes_part = {
        person: {places.parts[pk].cycle_id for pk in found} for person, found in places.of_person.items()
    }  # fmt: skip
    for model in EXERCISES:
        rows = model.objects.filter(state="open", stage__cycle__in=cycles).exclude(openness=Openness.WITHHELD)
        rows = list(rows.select_related("stage__cycle"))
        ballots = model._meta.get_field("ballots").related_model.objects.filter(exercise__in=rows, given_by__in=people)
        given = set(ballots.values_list("given_by_id", "exercise_id"))
        for exercise in rows:
            stage = exercise.stage = stages.get(exercise.stage_id, exercise.stage)
            words = _("Say what matters most: %(stage)s") % {"stage": stage}
            ask = Ask(usual.RANK, words, exercise.get_absolute_url(), stage, minutes[usual.RANK], exercise.closes_on)
            for person, there in takes_part.items():
                if stage.cycle_id in there and (person, exercise.pk) not in given:
                    yield person, ask


def _answers(people, places, minutes):
    """Answers to what somebody said, of which they have not said whether these are answers. Two queries."""
    rows = Contribution.objects.filter(given_by__in=people, answers__verdict="").exclude(
        state=Contribution.State.WITHDRAWN
    )
    rows = rows.exclude(cycle__state="closed").order_by().values_list("given_by_id", "stage_id")
    counts = list(rows.annotate(number=Count("pk", distinct=True)))
    stages = Stage.objects.select_related("cycle").in_bulk({stage for _person, stage, _number in counts})
    for person, pk, number in counts:
        stage = stages[pk]
        words = ngettext(
            "Say whether %(number)d answer answers you: %(stage)s",
            "Say whether %(number)d answers answer you: %(stage)s", number,
        )  # fmt: skip
        url = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug]) + "?answered=judge"
        said = {"number": number, "stage": stage}
        yield person, Ask(usual.JUDGE, words % said, url, stage, number * minutes[usual.JUDGE])


def _bids(people, stages, minutes):
    """Tenders on whose panel somebody sits and has not handed in. One query for each sort of tender."""
    for model in TENDERS:
        places = model._meta.get_field("members").related_model.objects.filter(
            person__in=people, left_at__isnull=True, handed_in_at__isnull=True,
            tender__state__in=["asking", "opened"],
        )  # fmt: skip
        for place in places.exclude(tender__stage__cycle__state="closed").select_related("tender__stage__cycle"):
            tender = place.tender
            stage = tender.stage = stages.get(tender.stage_id, tender.stage)
            words = _("Judge bids: %(stage)s") % {"stage": stage}
            yield place.person_id, Ask(usual.BIDS, words, tender.get_url("tender_panel"), stage, minutes[usual.BIDS])
