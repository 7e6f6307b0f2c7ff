"""Who is asked to a meeting as one reader may see it, and whether anybody who comes can decide (R25; c4)."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cycle.models import Participant
from people.models import Circle
from people.needs import needs_of

from .asking import refusal_to_ask, refusal_to_note_who_came
from .models import Attendance, Session
from .models.session import may_keep
from .status import status_of


@dataclass(frozen=True)
class Comer:
    """One person who is asked: the Attendance, and what this reader may do about it.

    words: what they said with their answer, where the reader may read it. needs: what they let the reader know.
    """

    attendance: Attendance
    words: str
    may_answer: bool
    may_say_authority: bool
    may_take_back: bool
    needs: list


@dataclass(frozen=True)
class Attending:
    """Who is asked and comes, for one reader.

    counts: (party, asked, come, came) for everybody; comers: by name, for those who take part. gap: the sentence that
    says that nobody who comes can decide, or "". decider: who decides and when, in words, or "".
    """

    session: Session
    counts: list
    comers: list[Comer]
    names_are_open: bool
    gap: str
    decider: str
    deciders: list[Attendance]
    may_ask: bool
    may_note: bool
    own: Attendance | None
    without_mail: int

    @property
    def total(self):
        """How many are asked."""
        return sum(row["asked"] for row in self.counts)


def attending(session, reader):
    """The Attending of a meeting for this reader; its number of queries is the same for any number of people."""
    cycle = session.stage.cycle
    standing = cycle.standing_of(reader)
    rows = list(Attendance.objects.of(session))
    for each in rows:
        each.session = session
    keeps = may_keep(standing, session.participant_id)
    may_ask = not refusal_to_ask(session, reader)
    needs = needs_of(
        [each.person_id for each in rows if each.person_id != reader.pk], reader, Circle.WRITERS if keeps else None
    )
    comers = [
        _comer(each, reader, standing, keeps, may_ask, needs[each.person_id])
        for each in (rows if standing.is_involved else ())
    ]
    deciders = [each for each in rows if each.decides and (each.came if session.is_past else each.is_expected)]
    decider = _decider(session)
    return Attending(
        session=session, counts=_counts(rows), comers=comers, names_are_open=standing.is_involved,
        gap=_gap(session, rows, deciders, decider), decider=decider,
        deciders=deciders if standing.is_involved else [], may_ask=may_ask,
        may_note=not refusal_to_note_who_came(session, reader),
        own=next((each for each in rows if reader.is_authenticated and each.person_id == reader.pk), None),
        without_mail=sum(1 for each in rows if each.is_expected and not each.person.email) if keeps else 0,
    )  # fmt: skip


def _comer(row, reader, standing, keeps, may_ask, needs):
    is_own = row.person_id == reader.pk
    waits = row.answer == Attendance.Answer.ASKED
    takes_back = may_ask and waits and (keeps or row.participant_id in standing.keeps)
    return Comer(
        row, row.words if is_own or keeps or row.participant_id in standing.keeps else "",
        not row.refusal_to_answer(reader) and row.answer != Attendance.Answer.UNASKED,
        row.participant.standing != Participant.Standing.USERS and not row.refusal_to_say_authority(reader), takes_back,
        needs,
    )  # fmt: skip


def _counts(rows):
    """For each party in the order of its name: how many are asked, come, cannot, have not answered, and came."""
    found = {}
    for each in rows:
        empty = {"party": each.participant.name, "asked": 0, "comes": 0, "cannot": 0, "open": 0, "came": 0}
        row = found.setdefault(each.participant, empty)
        row["asked"] += each.answer != Attendance.Answer.UNASKED
        row["comes"] += each.answer == Attendance.Answer.COMES
        row["cannot"] += each.answer == Attendance.Answer.CANNOT
        row["open"] += each.answer == Attendance.Answer.ASKED
        row["came"] += bool(each.came)
    return sorted(found.values(), key=lambda row: row["party"])


def _gap(session, rows, deciders, decider):
    """The sentence that nobody who comes can decide, where people are asked; or where it is to be decided, at once."""
    if deciders or session.is_called_off or not (rows or session.aim == Session.Aim.DECIDE):
        return ""
    if session.is_past:
        first = _("Nobody who was there can decide what this is about.")
    else:
        first = _("Nobody in the room can decide this.")
    return f"{first} {decider}".strip()


def _decider(session):
    """Who decides, and on which day, as the stage's agreement says; empty without one."""
    agreement = status_of(session.stage).agreement
    if agreement is None:
        return ""
    if agreement.decides_on is None:
        return _("It is decided by: %(who)s") % {"who": agreement.who_decides}
    day = date_format(agreement.decides_on, "j F Y")
    return _("It is decided on %(day)s by: %(who)s") % {"day": day, "who": agreement.who_decides}
