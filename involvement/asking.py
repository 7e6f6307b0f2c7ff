"""Asking people to a meeting, by group or one by one, and noting afterwards who came (R25; c4)."""

from collections import defaultdict
from dataclasses import dataclass, replace

from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Participant, Seat
from cycle.models.cycle import CYCLE_CLOSED
from cycle.standing import standings_in
from cycle.words import Verb
from people.models import Person

from .models import Attendance
from .models.session import CALLED_OFF_ALREADY, may_keep

ASKED = Verb("people asked", _("asked people to a meeting:"))
CAME = Verb("who came noted", _("wrote down how many came to a meeting:"))

NOT_YOU = _("Only who keeps this meeting, or a convenor for their own group, can ask people to it.")
NOBODY_CHOSEN = _("Choose at least one person.")
NOT_ASKABLE = _("Choose people who take part in this cycle.")
HAS_PASSED = _("The day of this meeting has passed. You can still write down who came.")
NOT_YET = _("The day of this meeting has not come yet.")
ANSWERED = _("%(name)s has answered already. Talk with them instead of taking the question back.")
RESTS_ON_IT = _("Something else rests on this, such as an offer of pay. It stays.")


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be asked. participant: for whom they would be there; parties: all for whom they could be.

    is_seated: whether they hold a seat for the authority.
    """

    person: Person
    participant: Participant
    parties: tuple[Participant, ...]
    is_seated: bool

    @property
    def pk(self):
        return self.person.pk


def refusal_to_ask(session, person):
    """Why this person can ask nobody to a meeting now, as a sentence; empty when they can."""
    cycle = session.stage.cycle
    standing = cycle.standing_of(person)
    brings_own = bool(standing.keeps) and session.participant_id is None
    if not (may_keep(standing, session.participant_id) or brings_own):
        return NOT_YOU
    if cycle.is_closed:
        return CYCLE_CLOSED
    if session.is_called_off:
        return CALLED_OFF_ALREADY
    return HAS_PASSED if session.is_past else ""


def candidates(session, by):
    """The Candidates whom this person may ask and nobody has asked yet, by party and name; six queries for any number.

    An officer asks everybody; a convenor the members of their own groups, and who holds a seat when they keep the
    meeting themselves. Names of members of other groups are nobody's but that group's (R71).
    """
    cycle = session.stage.cycle
    standing = cycle.standing_of(by)
    parties = {each.pk: each for each in Participant.objects.active().filter(cycle=cycle)}
    seats_too = may_keep(standing, session.participant_id)
    there = set(session.attendances.values_list("person_id", flat=True))
    belongs = {}
    for pk, other in standings_in(cycle).items():
        open_to_me = [part for part in other.belongs_to if _may_be_asked_by(standing, parties.get(part), seats_too)]
        if open_to_me and pk not in there:
            mine = sorted((parties[part] for part in open_to_me), key=lambda party: (party.name, party.pk))
            belongs[pk] = (_party_of(session, mine), tuple(mine), bool(other.roles))
    people = Person.objects.in_bulk(list(belongs))
    found = [Candidate(people[pk], *rest) for pk, rest in belongs.items() if pk in people]
    return sorted(found, key=lambda each: (each.participant.name, each.person.name, each.pk))


def _may_be_asked_by(standing, party, seats_too):
    if party is None:
        return False
    by_seat = party.standing in Participant.BY_SEAT
    return standing.runs or party.pk in standing.keeps or (by_seat and seats_too)


def _party_of(session, mine):
    """For which party somebody who belongs to several is asked: the one whose meeting it is, else the first by name."""
    return next((party for party in mine if party.pk == session.participant_id), mine[0])


def by_party(found):
    """The same Candidates as a dict of Participant -> list; who belongs to several stands under each."""
    parties = defaultdict(list)
    for each in found:
        for party in each.parties:
            parties[party].append(each)
    return dict(sorted(parties.items(), key=lambda pair: (pair[0].name, pair[0].pk)))


def ask(session, by, *, parties=(), people=()):
    """Ask everybody of these parties and these people (ids of both). Returns the new Attendances. Raises Refused.

    What an officer or a councillor may decide is taken over from their seat, for them to set right. The ledger says
    that people were asked, and never who.
    """
    with ledger.writing(session.stage.cycle):
        session.refresh_from_db(fields=["held_on", "called_off_at"])
        if sentence := refusal_to_ask(session, by):
            raise moves.Refused(sentence)
        found = candidates(session, by)
        chosen = [
            replace(each, participant=next((party for party in each.parties if party.pk in parties), each.participant))
            for each in found
            if each.pk in people or any(party.pk in parties for party in each.parties)
        ]
        if not chosen:
            raise moves.Refused(NOT_ASKABLE if people or parties else NOBODY_CHOSEN)
        limits = _limits_of(session.stage.cycle, chosen)
        made = Attendance.objects.bulk_create(
            Attendance(
                session=session, person=each.person, participant=each.participant, asked_by=by,
                may_decide=limits.get(each.pk, "")[:240],
            )
            for each in chosen
        )  # fmt: skip
        _tell(ASKED, session, by)
    return made


def take_back(attendance, by):
    """Take back that somebody was asked, as long as they have not answered. Raises Refused."""
    session = attendance.session
    with ledger.writing(session.stage.cycle):
        if sentence := refusal_to_ask(session, by):
            raise moves.Refused(sentence)
        if not _may_be_asked_by(session.stage.cycle.standing_of(by), attendance.participant, seats_too=True):
            raise moves.Refused(NOT_YOU)
        same = Attendance.objects.filter(pk=attendance.pk, answer=Attendance.Answer.ASKED)
        if not same.exists():
            raise moves.Refused(ANSWERED % {"name": attendance.person}, conflict=True)
        try:
            same.delete()
        except ProtectedError as held:
            raise moves.Refused(RESTS_ON_IT) from held


def refusal_to_note_who_came(session, person):
    """Why this person cannot write down who came, as a sentence; empty when they can."""
    if sentence := session.refusal_to_write(person):
        return sentence
    if session.is_called_off:
        return CALLED_OFF_ALREADY
    return "" if session.is_over else NOT_YET


def note_who_came(session, by, *, came, others=()):
    """Write down who came. came: ids of Attendances; others: ids of people who came without being asked.

    Whoever was asked and is not in it did not come. Raises Refused.
    """
    with ledger.writing(session.stage.cycle):
        session.refresh_from_db(fields=["held_on", "called_off_at"])
        if sentence := refusal_to_note_who_came(session, by):
            raise moves.Refused(sentence)
        found = {each.pk: each for each in candidates(session, by)} if others else {}
        if not set(others) <= set(found):
            raise moves.Refused(NOT_ASKABLE)
        rows = session.attendances.all()
        rows.asked().exclude(pk__in=came).update(came=False)
        rows.filter(answer=Attendance.Answer.UNASKED).exclude(pk__in=came).delete()
        rows.filter(pk__in=came).update(came=True)
        limits = _limits_of(session.stage.cycle, found.values())
        Attendance.objects.bulk_create(
            Attendance(
                session=session, person=found[pk].person, participant=found[pk].participant, asked_by=by, came=True,
                answer=Attendance.Answer.UNASKED, may_decide=limits.get(pk, "")[:240],
            )
            for pk in others
        )  # fmt: skip
        _tell(CAME, session, by)


def _limits_of(cycle, chosen):
    """What each of these people may decide by their seat in the cycle, by the person's id."""
    seated = [each.pk for each in chosen if each.is_seated]
    seats = Seat.objects.active().filter(cycle=cycle, person__in=seated).order_by("-role", "pk") if seated else ()
    return {seat.person_id: " ".join(seat.limits.split()) for seat in seats if seat.limits}


def _tell(verb, session, by):
    """The event in the ledger: that it was done, for those who may read of the meeting; no name of anybody else."""
    ledger.record(verb, session, by, cycle=session.stage.cycle, stage=session.stage, openness=session.openness)
