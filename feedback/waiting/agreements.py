"""Agreements that wait to be written, proposed, signed, or brought to somebody on paper."""

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from cycle.models import Event, Stage
from cycle.reading import only_one, read_events, things_of
from involvement import status as agreement
from involvement.status import statuses_of

from .row import Waiting


def agreements(person, stages, known):
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
            if party.party.is_spoken_for_by(standing):
                if party.is_asked(person):
                    yield _to_sign(stage, party, changes.get(stage.pk))
            elif party.party.participant_id in standing.keeps and party.is_waited_for and not party.has_declined:
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
    url = stage.get_absolute_url()
    if party.is_stale:
        sentence = _("Read what changed, and sign again or say why not: %(stage)s") % {"stage": stage}
        return Waiting(sentence, url, stage.cycle.title, why=f"{_told(change)} {why}".strip())
    sentence = _("Read the agreement, and sign it or say why not: %(stage)s") % {"stage": stage}
    return Waiting(sentence, url, stage.cycle.title, why=why)


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
