"""What survives a change of control: each stage that was under way then, as one reader finds it (R31)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.apps import apps
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Reassessment, Stage, Survival

from .status import AgreementStatus, statuses_of

Outcome = Survival.Outcome


@dataclass(frozen=True)
class Row:
    """One stage that was under way: what was agreed in it, where that stands now, and what was said of it since."""

    survival: Survival
    status: AgreementStatus
    facts: list[tuple[str, str]] = field(default_factory=list)

    @property
    def stage(self):
        return self.survival.stage

    @property
    def is_over(self):
        """Whether the round that was under way then has ended since."""
        return self.stage.state == Stage.State.FINISHED or self.stage.round_number != self.survival.round_number

    @property
    def when(self):
        """Who put the judgement in, and on which day."""
        return told_by(self.survival)


@dataclass
class Look:
    """One reassessment as one reader finds it, with its stages in their order; rows only where the page asks for them.

    may_judge: whether this reader may say what becomes of a stage.
    """

    reassessment: Reassessment
    survivals: list[Survival]
    may_judge: bool = False
    rows: list[Row] = field(default_factory=list)

    @property
    def record(self):
        return self.reassessment.record

    @property
    def next(self):
        """The first stage that nobody has looked at again yet; None when all are done."""
        return next((each for each in self.survivals if not each.is_judged), None)

    @property
    def is_waiting(self):
        """Whether a stage still has to be looked at."""
        return bool(self.next) and not self.reassessment.is_called_off

    @property
    def progress(self):
        """ "4 of 6 stages looked at again: 3 hold, 1 ends"."""
        count = Counter(each.outcome for each in self.survivals if each.is_judged)
        words = {
            Outcome.HOLDS: ngettext("%(n)d holds", "%(n)d hold", count[Outcome.HOLDS]),
            Outcome.CHANGES: ngettext("%(n)d holds with changes", "%(n)d hold with changes", count[Outcome.CHANGES]),
            Outcome.ENDS: ngettext("%(n)d ends", "%(n)d end", count[Outcome.ENDS]),
        }
        whole = ngettext(
            "%(judged)d of %(all)d stage looked at again", "%(judged)d of %(all)d stages looked at again",
            len(self.survivals),
        ) % {"judged": count.total(), "all": len(self.survivals)}  # fmt: skip
        told = ", ".join(sentence % {"n": count[outcome]} for outcome, sentence in words.items() if count[outcome])
        return f"{whole}: {told}" if told else whole


@dataclass(frozen=True)
class Mark:
    """What a stage bears of one change of control, for one reader. `words`, `said` and `url` are empty where closed."""

    sentence: str
    words: str = ""
    said: str = ""
    url: str = ""
    round_number: int = 0
    is_waiting: bool = False


def looks_of(cycle, person):
    """The Looks of a cycle that this person may read, oldest first; at most three queries, one when there is none."""
    standing = cycle.standing_of(person)
    found = list(Reassessment.objects.in_cycle(cycle).prefetch_related("survivals__stage"))
    for each in found:
        each.event.cycle = cycle
    learn_records(found)
    return [Look(each, _survivals(each, cycle)) for each in found if standing.may_read(each.record.openness)]


def look_at(reassessment, person):
    """The Look at one reassessment with its Rows, for somebody who may read it."""
    cycle = reassessment.event.cycle
    survivals = _survivals(reassessment, cycle)
    statuses = statuses_of([each.stage for each in survivals])
    runs = cycle.standing_of(person).runs and not cycle.is_closed
    rows = [row_of(each, statuses[each.stage_id]) for each in survivals]
    return Look(reassessment, survivals, runs and not reassessment.is_called_off, rows)


def row_of(survival, status):
    """The Row of one stage; what was agreed is told only while the round goes on that was under way then."""
    row = Row(survival, status)
    agreement = None if row.is_over else status.agreement
    words = [(_("Its agreement now"), _("This round has ended since.") if row.is_over else str(status.in_words))]
    if agreement:
        rests_on = "\n".join(filter(None, [agreement.fixed, agreement.fixed_because]))
        words += [(_("Purpose"), agreement.purpose), (_("What it rests on"), rests_on)]
        words += [(_("Who decides in the end"), agreement.who_decides)]
    return Row(survival, status, words)


def marks_of(stage, person):
    """The Marks of a stage in all its rounds, oldest first; two queries, one when there is none."""
    standing = stage.cycle.standing_of(person)
    found = list(
        stage.survivals.select_related("reassessment__event", "event__by").order_by("reassessment__event__number")
    )
    for each in found:
        each.stage = stage
        each.reassessment.event.cycle = stage.cycle
    learn_records([each.reassessment for each in found])
    return [
        _mark(each, standing.may_read(each.reassessment.record.openness))
        for each in found
        if each.is_judged or not each.reassessment.is_called_off
    ]


def learn_records(reassessments):
    """Let each of these know its record; one query for each sort of record."""
    wanted = defaultdict(list)
    for each in reassessments:
        wanted[each.event.thing_type].append(each.event.thing_id)
    for label, ids in wanted.items():
        records = apps.get_model(label).objects.select_related("stage").in_bulk(ids)
        for each in reassessments:
            if each.event.thing_type == label:
                each.record = records[each.event.thing_id]
                each.record.stage.cycle = each.event.cycle


def told_by(survival):
    """Who put a judgement in, on which day, and who had said so; empty before there is one."""
    if not survival.is_judged:
        return ""
    day = date_format(localtime(survival.event.at), "j F Y")
    words = {"said_by": survival.said_by, "name": survival.event.by.name, "day": day}
    return _("Said by: %(said_by)s. Put in by %(name)s on %(day)s.") % words


def _mark(survival, is_readable):
    reassessment, round_number = survival.reassessment, survival.round_number
    is_over = survival.stage.state == Stage.State.FINISHED or survival.stage.round_number != round_number
    waits = not survival.is_judged and not is_over
    if not is_readable:
        said = _("This stage has to be looked at again, after a change that is not open to you.")
        if survival.is_judged:
            said = _("This stage was looked at again, after a change that is not open to you.")
        return Mark(said, round_number=round_number, is_waiting=waits)
    words = {"title": reassessment.record.title, "outcome": survival.get_outcome_display()}
    if survival.is_judged:
        sentence = _("Looked at again after the change of control “%(title)s”. %(outcome)s.")
    elif is_over:
        sentence = _("Not looked at again after the change of control “%(title)s”: the round had ended before.")
    else:
        sentence = _("Has to be looked at again after the change of control “%(title)s”.")
    url = survival.get_absolute_url()
    return Mark(capfirst(sentence % words), survival.words, told_by(survival), url, round_number, waits)


def _survivals(reassessment, cycle):
    """Its stages in their order, each with the very cycle that the page has."""
    found = sorted(reassessment.survivals.all(), key=lambda each: each.stage.place)
    for each in found:
        each.stage.cycle, each.reassessment = cycle, reassessment
    return found
