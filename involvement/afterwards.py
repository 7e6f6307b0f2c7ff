"""What came of a meeting, as one reader may see it (R25, R74)."""

from dataclasses import dataclass

from cycle.models import Participant

from .models import Action, Attendance, Debrief, MinutesWord, Taken


@dataclass(frozen=True)
class Afterwards:
    """What was decided and is to be done, whether it was so, and how it went for each side.

    actions: (Action, whether the reader may say what became of it). debriefs: of those that the reader may read.
    hidden: names of sides that keep theirs to themselves. missing: (party, whether the reader may look back for it) of
    those that have not.
    """

    decisions: list[Taken]
    actions: list
    so: int
    not_so: list[MinutesWord]
    may_say: bool
    own_word: MinutesWord | None
    debriefs: list
    hidden: list[str]
    missing: list
    may_add: bool
    names_are_open: bool


def afterwards(session, reader):
    """The Afterwards of a meeting for this reader; the same number of queries for any length."""
    cycle = session.stage.cycle
    is_involved = cycle.standing_of(reader).is_involved
    words = list(MinutesWord.objects.of(session))
    own = Attendance.objects.of(session).of_person(reader) if reader.is_authenticated else None
    debriefs, hidden, missing = _looked_back(session, reader)
    return Afterwards(
        decisions=[_at_home(each, session) for each in Taken.objects.of(session).with_who()],
        actions=_actions(session, reader),
        so=sum(word.is_so for word in words), not_so=[word for word in words if not word.is_so],
        may_say=not MinutesWord.refusal_to_say(session, own),
        own_word=next((word for word in words if own and word.attendance_id == own.pk), None),
        debriefs=debriefs, hidden=hidden, missing=missing,
        may_add=not Taken.refusal_to_add(session, reader), names_are_open=is_involved,
    )  # fmt: skip


def _at_home(piece, session):
    piece.session = session
    return piece


def _actions(session, reader):
    rows = [_at_home(each, session) for each in Action.objects.of(session).with_owner()]
    return [(each, reader.is_authenticated and not each.refusal_to_finish(reader)) for each in rows]


def _looked_back(session, reader):
    """The debriefs that the reader may read, who keeps theirs back, and who has not looked back."""
    cycle = session.stage.cycle
    if not cycle.standing_of(reader).is_involved:
        return [], [], []
    every = list(Debrief.objects.of(session))
    readable = set(Debrief.objects.of(session).visible_to(reader, cycle).values_list("pk", flat=True))
    shown = [(each, not Debrief.refusal_to_write(session, each.participant, reader)) for each in every
             if each.pk in readable]  # fmt: skip
    hidden = [each.participant.name for each in every if each.pk not in readable]
    done = {each.participant_id for each in every}
    missing = [(party, not Debrief.refusal_to_write(session, party, reader)) for party in sides_of(session)
               if party.pk not in done]  # fmt: skip
    return shown, hidden, missing if session.is_over and not session.is_called_off else []


def sides_of(session):
    """The parties that look back on a meeting: the authority's own, whose meeting it is, and whose people came."""
    team = Participant.objects.active().filter(cycle=session.stage.cycle, standing=Participant.Standing.COMMISSIONERS)
    came = Participant.objects.filter(attendances__session=session, attendances__came=True)
    own = Participant.objects.filter(pk=session.participant_id)
    ids = {pk for rows in (team, came, own) for pk in rows.values_list("pk", flat=True)}
    return list(Participant.objects.filter(pk__in=ids).order_by("name", "pk"))
