"""Which agreements have lapsed, since when, and whether that is explained: worked out each time (R81; c4)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Min, Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import Event, Round, Stage
from involvement import status as agreement
from involvement.models import Signature

from .models import Contribution, Explanation

Sort = Explanation.Sort


@dataclass(frozen=True)
class Grace:
    """So many days an agreement may be out of date before that has to be explained; from a day until a day."""

    days: int
    source: str | Promise
    valid_from: date
    valid_to: date | None = None


GRACES = (Grace(28, gettext_lazy("Our own choice: four weeks. No law says so."), date(2020, 1, 1)),)


def grace_on(day):
    """The Grace that holds on this day."""
    return next(each for each in GRACES if each.valid_from <= day and (each.valid_to is None or day <= each.valid_to))


@dataclass(frozen=True)
class Lapse:
    """One way in which an agreement did not hold. explanations: those given to it, the latest last."""

    stage: Stage
    round_number: int
    sort: str
    since: date
    explanations: list[Explanation] = field(default_factory=list)

    @property
    def key(self):
        return self.stage.pk, self.round_number, self.sort, self.since

    @property
    def in_words(self):
        return str(Sort(self.sort).label)

    @property
    def slug(self):
        """The sort as an address has it."""
        return self.sort.replace(" ", "-")

    @property
    def days(self):
        """For how many days it has lasted."""
        return (timezone.localdate() - self.since).days

    @property
    def is_explained(self):
        return bool(self.explanations)

    @property
    def missing(self):
        """That nobody has explained it, with the days, as everybody reads it; empty once somebody has."""
        if self.is_explained:
            return ""
        words = ngettext(
            "Nobody has explained this for %(days)d day.", "Nobody has explained this for %(days)d days.", self.days
        )
        return words % {"days": self.days}


def lapses_of(statuses, today=None):
    """The Lapses of these stages, in their order. statuses: AgreementStatus by Stage. Five queries at any number."""
    today = today or timezone.localdate()
    stages = [stage for stage in statuses if stage.round_number]
    if not stages:
        return []
    dates, given = _Dates(stages, statuses), defaultdict(list)
    found = [Lapse(stage, stage.round_number, sort, since)
             for stage in stages for sort, since in _of(stage, statuses[stage], dates, today)]  # fmt: skip
    if not found:
        return []
    rows = Explanation.objects.filter(stage__in=stages).select_related("by").prefetch_related("verdicts__participant")
    for each in rows.order_by("pk"):
        given[each.key].append(each)
    return [Lapse(each.stage, each.round_number, each.sort, each.since, given[each.key]) for each in found]


class _Dates:
    """The days on which what could be a lapse began, for some stages; four queries."""

    def __init__(self, stages, statuses):
        stale = {stage: statuses[stage].stale_since for stage in stages}
        wanted = Q(pk__in=[])
        for stage, number in stale.items():
            numbers = Q(number__gt=number) if number is not None else Q(number=statuses[stage].changed_at)
            wanted |= (Q(stage=stage) | Q(cycle=stage.cycle_id, reach=Event.Reach.CYCLE)) & numbers
        events = Event.objects.filter(wanted).material().values_list("cycle_id", "stage_id", "reach", "number", "at")
        self.changed = _firsts(stages, events)
        rounds = Round.objects.filter(stage__in=stages, finished_at__isnull=False)
        self.finished = {(pk, number): at for pk, number, at in rounds.values_list("stage_id", "number", "finished_at")}
        late = Contribution.objects.filter(stage__in=stages).overdue().order_by().values_list("stage_id")
        self.due = dict(late.annotate(first=Min("due_on")))
        said_no = Signature.objects.filter(party__agreement__round__stage__in=stages, position="decline")
        self.declined = {}
        for each in said_no.order_by("pk").values_list("party__agreement__round__stage_id", "signed_on"):
            self.declined[each[0]] = each[1]


def _firsts(stages, events):
    """The day of the first of these events that concerns each stage, by its id."""
    found = {}
    for cycle_id, stage_id, reach, _number, at in sorted(events, key=lambda event: event[3]):
        for stage in stages:
            concerns = stage.pk == stage_id or (stage.cycle_id == cycle_id and reach == Event.Reach.CYCLE)
            if concerns:
                found.setdefault(stage.pk, timezone.localtime(at).date())
    return found


def _of(stage, status, dates, today):
    """(sort, since) for each way in which the agreement of the stage's round does not hold."""
    grace = timedelta(days=grace_on(today).days)
    changed = dates.changed.get(stage.pk)
    if stage.state == Stage.State.FINISHED:
        ended = dates.finished.get((stage.pk, stage.round_number))
        if status.agreement and not status.is_in_force and ended:
            yield Sort.ENDED, timezone.localtime(ended).date()
        return
    if status.has_lost_its_users and not status.has_users_on_pause:
        yield Sort.USERS_LEFT, changed or today
    elif status.word == agreement.OUT_OF_DATE and changed and changed + grace < today:
        yield Sort.CHANGED, changed
    declined = dates.declined.get(stage.pk)
    if stage.is_open and status.word == agreement.DECLINED and declined and declined + grace < today:
        yield Sort.WENT_ON, declined
    if stage.is_open:
        yield from _not_done(stage, status, dates, today)


def _not_done(stage, status, dates, today):
    """What the agreement asked of the authority, and did not happen."""
    grace, decides_on = timedelta(days=grace_on(today).days), status.agreement and status.agreement.decides_on
    if decides_on and decides_on + grace < today:
        yield Sort.UNDECIDED, decides_on
    due = dates.due.get(stage.pk)
    if due and status.agreement and due + grace < today:
        yield Sort.UNANSWERED, due


def lapse_of(stage, sort):
    """The Lapse of this sort that the stage has now, or None."""
    found = lapses_of({stage: agreement.status_of(stage)})
    return next((each for each in found if each.sort == sort), None)


def past_of(stage, lapses):
    """Explanations of lapses of this stage that have ended since, or were of earlier rounds; oldest first."""
    now = {each.key for each in lapses}
    rows = Explanation.objects.filter(stage=stage).select_related("by").prefetch_related("verdicts__participant")
    return [each for each in rows.order_by("pk") if each.key not in now]


@dataclass(frozen=True)
class Explained:
    """An explanation with the latest word of each users' group on it: (name, whether it explains it, words)."""

    explanation: Explanation
    verdicts: list[tuple[str, bool, str]]


def with_verdicts(explanation):
    """The Explained of an explanation whose verdicts are fetched with it."""
    latest = {each.participant_id: each for each in explanation.verdicts.all()}
    return Explained(explanation, [(each.participant.name, each.explains, each.words) for each in latest.values()])
