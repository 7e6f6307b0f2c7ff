"""Challenging what is kept back, and replying: who may, what may be said, and how the line moves with it (R14)."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.due import add_working_days
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.record import CYCLE_CLOSED
from cycle.openness import Level
from cycle.voices import own_voices
from cycle.words import Verb

from .models import Challenge
from .status import status_of

CHALLENGED = Verb("line challenged", _("said that this ought to be shown:"))
REPLIED = Verb("challenge replied to", _("replied to the challenge to show"))

USUAL_DAYS = 15

NOT_INVOLVED = _("Only people who take part in this cycle can say that it ought to be shown.")
YOU_RUN_IT = _("You run this cycle, so you can open this yourself. Others ask you to.")
NOTHING_KEPT_BACK = _("Nothing of this is kept back any more.")
ONLY_YOUR_OWN = _("Choose a group or body that you belong to.")
SAY_WHY = _("Say why it ought to be shown.")
WAITS_ALREADY = _("%(party)s has asked for this already, and waits for the reply. You can ask again after that.")
REPLIED_ALREADY = _("There is a reply to this already.")
REPLY_NEEDED = _("Write a reply: people read it to see why.")
NEEDS_A_DAY = _("Give the day when this is looked at again. It has to lie ahead.")
NOT_SO = {
    Level.WITHHELD: _("Choose whether it is opened, shared or stays withheld."),
    Level.IN_PART: _("Something of it is still not told. Change it first, then say so here."),
    Level.INVOLVED: _("It is shared with those who take part now, so say that less is kept back."),
    Level.PUBLIC: _("It is open to everyone now, so say so."),
}

Outcome = Challenge.Outcome
POSSIBLE = {
    Level.WITHHELD: (Outcome.OPENED, Outcome.NARROWED, Outcome.STAYS),
    Level.IN_PART: (Outcome.STAYS,),
    Level.INVOLVED: (Outcome.NARROWED,),
    Level.PUBLIC: (Outcome.OPENED,),
}
OPENNESS = {Outcome.OPENED: "public", Outcome.NARROWED: "involved"}


def refusal(record, person):
    """Why this person cannot say that a record ought to be shown, as a sentence; empty when they can."""
    cycle = record.stage.cycle
    standing = cycle.standing_of(person)
    if standing.runs:
        return YOU_RUN_IT
    if not standing.belongs_to:
        return NOT_INVOLVED
    if cycle.is_closed:
        return CYCLE_CLOSED
    return "" if record.is_kept_back else NOTHING_KEPT_BACK


def why_wait(record, person):
    """Why this person has to wait for a reply first, when all for whom they speak have asked already."""
    waiting = set(Challenge.objects.to(record).unanswered().values_list("participant_id", flat=True))
    voices = list(own_voices(record.stage.cycle, person))
    if any(voice.pk not in waiting for voice in voices):
        return ""
    return WAITS_ALREADY % {"party": voices[0].name} if voices else NOT_INVOLVED


def challenge(record, by, participant, words):
    """Say why a record ought to be shown. Returns the Challenge; a second time with the same words gives the first.

    Raises Refused. A reply is due after as many working days as the stage's agreement gives for an answer, else 15.
    """
    stage, words = record.stage, words.strip()
    with ledger.writing(stage.cycle):
        record = _as_it_stands(record)
        if sentence := refusal(record, by) or ("" if words else SAY_WHY):
            raise moves.Refused(sentence)
        if not own_voices(stage.cycle, by).filter(pk=participant.pk).exists():
            raise moves.Refused(ONLY_YOUR_OWN)
        there = Challenge.objects.to(record)
        if waits := there.unanswered().filter(participant=participant).first():
            if (waits.by_id, waits.words) == (by.pk, words):
                return waits
            raise moves.Refused(WAITS_ALREADY % {"party": participant.name})
        status = status_of(stage)
        days = status.agreement.answer_days if status.agreement else USUAL_DAYS
        new = Challenge.objects.create(
            cycle=stage.cycle, stage=stage, thing_type=record._meta.label_lower, thing_id=record.pk,
            number=there.count() + 1, by=by, participant=participant, words=words,
            knew=stage.cycle.standing_of(by).may_read(record.openness),
            due_on=add_working_days(timezone.localdate(), days),
        )  # fmt: skip
        ledger.record(CHALLENGED, new, by, cycle=stage.cycle, stage=stage, acting_for=participant.acting_name)
    return new


def reply_refusal(challenge, person):
    """Why this person cannot reply to a challenge now, as a sentence; empty when they can."""
    if not runs(challenge.stage, person):
        return NOT_AN_OFFICER
    if challenge.cycle.is_closed:
        return CYCLE_CLOSED
    return REPLIED_ALREADY if challenge.is_answered else ""


def reply(challenge, by, outcome, words, *, review_on=None, version=None):
    """Reply to a challenge, and in the same step move the line where the reply says so. Returns the Challenge.

    outcome: a `Challenge.Outcome` that is possible as the record stands. version: of the record that the officer read.
    Raises Refused, and Conflict when somebody has changed the record since.
    """
    with ledger.writing(challenge.cycle):
        fresh = Challenge.objects.for_list().get(pk=challenge.pk)
        if sentence := reply_refusal(fresh, by):
            raise moves.Refused(sentence, conflict=sentence == REPLIED_ALREADY)
        if sentence := _unsaid(fresh.record, outcome, words, review_on):
            raise moves.Refused(sentence)
        came = _moved(fresh.record, by, Outcome(outcome), words, review_on, version)
        said = {"outcome": came, "reply": words, "review_on": review_on if came == Outcome.STAYS else None}
        given = {"replied_by": by, "replied_at": timezone.now()}
        Challenge.objects.filter(pk=fresh.pk).update(**said, **given)
        fresh.refresh_from_db(fields=[*said, *given])
        day = {"review_on": str(review_on)} if came == Outcome.STAYS else {}
        ledger.record(
            REPLIED, fresh, by, cycle=fresh.cycle, stage=fresh.stage,
            after={"outcome": str(came), "reply": words, **day},
        )  # fmt: skip
    return fresh


def _unsaid(record, outcome, words, review_on):
    """What is missing from a reply, or cannot be said as the record stands, as a sentence."""
    if outcome not in POSSIBLE[record.line_level]:
        return NOT_SO[record.line_level]
    if not words.strip():
        return REPLY_NEEDED
    needs_day = outcome == Outcome.STAYS and (review_on is None or review_on <= timezone.localdate())
    return NEEDS_A_DAY if needs_day else ""


def _moved(record, by, outcome, words, review_on, version):
    """Change a withheld record as the reply says, by its own verb. Returns the Outcome that this really is.

    A record that is open now may still keep back a part, with a reason of its own: then less is kept back, and not all
    is open.
    """
    if record.is_withheld:
        said = {"openness": OPENNESS.get(outcome, record.openness), "review_on": review_on}
        if outcome != Outcome.STAYS:
            said |= {"withheld_because": "", "review_on": None}
        record.revise(by, version or record.version, words, **said)
        if outcome == Outcome.OPENED and record.is_kept_back:
            return Outcome.NARROWED
    return outcome


def _as_it_stands(record):
    """The record as the database has it now, with the very stage that its page has."""
    found = type(record).objects.select_related("withheld_by").get(pk=record.pk)
    found.stage = record.stage
    return found
