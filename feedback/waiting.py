"""What waits for a person, and why: read from agreements, contributions, answers and records each time, never stored.

The number of queries is the same for one cycle and for a hundred.
"""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import RECORDS, Event, Stage
from cycle.reading import only_one, read_events, things_of
from involvement import status as agreement
from involvement.status import statuses_of

from .counting import MANY, in_words
from .models import Contribution

ONE_BY_ONE = 3  # so many answers of one stage are named singly before they are counted


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: a sentence that is a link, by when (or None), and why it waits for this person."""

    sentence: str
    url: str
    cycle: str
    due: date | None = None
    why: str = ""

    @property
    def order(self):
        """Sorts what is due first to the top, and what has no day to the end."""
        return (self.due is None, self.due or date.max)


def waiting_for(person, cycles, statuses=None):
    """The list of Waiting for this person in these cycles, the most pressing first.

    cycles: a list of Cycle that know the person's standing already (`learn_standings`). statuses: the AgreementStatus
    by each Stage of these cycles, where the page has asked for them already.
    """
    if not cycles or not person.is_authenticated:
        return []
    stages = {stage.pk: stage for stage in statuses} if statuses else _stages(cycles)
    known = {stage.pk: status for stage, status in (statuses or {}).items()}
    found = [
        *_agreements(person, stages, known),
        *_to_answer(person, stages),
        *_to_judge(person, stages),
        *_to_ask(person, stages),
        *_to_review(person, stages),
    ]
    if len(cycles) > 1:
        found = [replace(waiting, why=f"{waiting.why} ({waiting.cycle})".strip()) for waiting in found]
    return sorted(found, key=lambda waiting: waiting.order)


def _stages(cycles):
    """The stages of these cycles as a dict by id, each with the very cycle that was given."""
    by_id = {cycle.pk: cycle for cycle in cycles}
    stages = list(Stage.objects.filter(cycle__in=cycles))
    for stage in stages:
        stage.cycle = by_id[stage.cycle_id]
    return {stage.pk: stage for stage in stages}


def _agreements(person, stages, known):
    """What they may sign, and, for those who run a cycle, agreements that wait to be proposed or were declined."""
    states = (Stage.State.PREPARING, Stage.State.OPEN)
    under_way = [stage for stage in stages.values() if stage.state in states and not stage.cycle.is_closed]
    statuses = known or statuses_of(under_way)
    changes = _last_changes(under_way, statuses, person)
    for stage in under_way:
        standing, status = stage.cycle.standing_of(person), statuses[stage.pk]
        if standing.runs:
            yield from _to_propose(stage, status)
        for party in status.parties:
            participant = party.party.participant_id
            if participant in standing.speaks_for and not party.has_declined:
                yield from _to_sign(stage, party, changes.get(stage.pk))
            elif participant in standing.keeps and party.is_waited_for and not party.has_declined:
                yield _to_bring(stage, party)


def _to_propose(stage, status):
    """A stage that somebody runs and that waits for its agreement to be written, or to be written anew."""
    url = stage.get_absolute_url()
    if status.word in (agreement.NONE, agreement.DRAFT) and not stage.is_open:
        yield Waiting(_("Write and propose the agreement: %(stage)s") % {"stage": stage}, url, stage.cycle.title)
    if status.word == agreement.DECLINED:
        declined = [each.party.participant for each in status.parties if each.has_declined]
        why = " ".join(_("%(party)s does not agree.") % {"party": party} for party in declined)
        yield Waiting(
            _("Read why, and propose a new version: %(stage)s") % {"stage": stage}, url, stage.cycle.title, why=why
        )


def _to_sign(stage, party, change):
    """An agreement that somebody may sign: for the first time, or again because something changed."""
    why = _("You may sign for %(party)s.") % {"party": party.party.participant.name}
    if party.is_stale:
        sentence = _("Read what changed, and sign again or say why not: %(stage)s") % {"stage": stage}
        yield Waiting(sentence, stage.get_absolute_url(), stage.cycle.title, why=f"{_told(change)} {why}".strip())
    elif not party.signature:
        sentence = _("Read the agreement, and sign it or say why not: %(stage)s") % {"stage": stage}
        yield Waiting(sentence, stage.get_absolute_url(), stage.cycle.title, why=why)


def _to_bring(stage, party):
    """An agreement that a convenor's group has not signed: somebody may need it on paper, or read out."""
    name = party.party.participant.name
    return Waiting(
        _("Help %(party)s to read the agreement and sign it or say why not: %(stage)s")
        % {"party": name, "stage": stage},
        stage.get_absolute_url(),
        stage.cycle.title,
        why=_("You can put in what was signed on paper."),
    )


def _last_changes(stages, statuses, person):
    """For each stage the Line of its newest material event, as this person may read it."""
    wanted = {stage.pk: (stage.cycle_id, statuses[stage.pk].changed_at) for stage in stages}
    cycles = {stage.cycle_id: stage.cycle for stage in stages}
    found = Event.objects.numbered(cycles, {number for _pk, number in wanted.values()})
    events = [event for event in found if (event.cycle_id, event.number) in set(wanted.values())]
    things, lines = things_of(events, person, only_one(list(cycles.values()))), {}
    for pk, cycle in cycles.items():
        for line in read_events([event for event in events if event.cycle_id == pk], person, cycle, things):
            lines[pk, line.event.number] = line
    return {pk: lines.get(key) for pk, key in wanted.items()}


def _told(change):
    """What changed since they signed, and when."""
    if change is None:
        return ""
    day = date_format(localtime(change.at), "j F")
    if change.is_hidden:
        return _("Something changed on %(day)s.") % {"day": day}
    return _("Changed on %(day)s: %(title)s.") % {"day": day, "title": change.title.rstrip(".")}


def _to_answer(person, stages):
    """The contributions that this person has to answer, counted by stage, with the day of the first.

    Only the first to be due are looked at, a thousand in all.
    """
    theirs = [stage for stage in stages.values() if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed]
    mine = Contribution.objects.filter(stage__in=theirs, owner=person).unanswered().order_by("due_on")
    days = defaultdict(list)
    for pk, due_on in mine.values_list("stage_id", "due_on")[: MANY + 1] if theirs else ():
        days[pk].append(due_on)
    today = timezone.localdate()
    for pk, due in days.items():
        stage, late = stages[pk], sum(day < today for day in due)
        sentence = ngettext(
            "Answer %(count)s contribution: %(stage)s", "Answer %(count)s contributions: %(stage)s", len(due)
        )
        overdue = ngettext("%(count)s is overdue.", "%(count)s are overdue.", late) % {"count": in_words(late)}
        yield Waiting(
            sentence % {"count": in_words(len(due)), "stage": stage},
            _list_url(stage, "no"),
            stage.cycle.title,
            due[0],
            overdue if late else "",
        )


def _to_judge(person, stages):
    """The answers to what this person said, of which they have not said yet whether they are answers."""
    own = Contribution.objects.filter(stage__in=stages).to_judge(person).order_by("pk").only("stage_id", "text")
    by_stage = defaultdict(list)
    for contribution in own[: MANY + 1]:
        by_stage[contribution.stage_id].append(contribution)
    for pk, found in by_stage.items():
        stage = stages[pk]
        if len(found) > ONE_BY_ONE:
            sentence = _("Say whether these %(count)s answers answer you: %(stage)s")
            yield Waiting(
                sentence % {"count": in_words(len(found)), "stage": stage}, _list_url(stage, "judge"), stage.cycle.title
            )
            continue
        for contribution in found:
            contribution.stage, contribution.cycle = stage, stage.cycle
            sentence = _("Say whether this answers you: “%(words)s”") % {"words": contribution.excerpt}
            yield Waiting(sentence, contribution.get_absolute_url(), stage.cycle.title, why=str(stage))


def _to_ask(person, stages):
    """The answers to members without e-mail, whom their convenor asks whether they are answers."""
    kept = {participant for stage in stages.values() for participant in stage.cycle.standing_of(person).keeps}
    asked = Contribution.objects.to_ask_about(kept).select_related("given_by").order_by("pk") if kept else ()
    for contribution in asked:
        contribution.stage = stages[contribution.stage_id]
        contribution.cycle = contribution.stage.cycle
        sentence = _("Ask %(name)s whether this is an answer: “%(words)s”")
        yield Waiting(
            sentence % {"name": contribution.given_by.name, "words": contribution.excerpt},
            contribution.get_absolute_url(),
            contribution.cycle.title,
            why=str(contribution.stage),
        )


def _to_review(person, stages):
    """The withheld records whose day has come, for the officers who look at them again (R14, R41)."""
    run = {
        stage.cycle_id
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    if not run:
        return
    first, *others = (_due_for_review(model, run) for model in RECORDS)
    for pk, title, review_on, stage_id, room in first.union(*others, all=True):
        stage = stages[stage_id]
        url = reverse("record", args=[stage.cycle.slug, stage.kind_slug, room, pk])
        sentence = _("Look again at whether this has to stay withheld: %(title)s") % {"title": title}
        yield Waiting(sentence, url, stage.cycle.title, review_on, str(stage))


def _due_for_review(model, cycles):
    due = model.objects.to_review(cycles).order_by().annotate(room=Value(model.SLUG, output_field=CharField()))
    return due.values_list("pk", "title", "review_on", "stage_id", "room")


def _list_url(stage, answered):
    address = reverse("contributions", args=[stage.cycle.slug, stage.kind_slug])
    return f"{address}?answered={answered}"
