"""What an officer does with what others said, in the open and with a reason: hide a part, let in, keep out (R71)."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.stage import cycle_closed
from cycle.openness import Openness

from .changing import as_it_stands, write
from .models import Contribution, Hiding, Holding
from .models.changed import NOT_YOURS, WITHDRAWN_ALREADY
from .models.moderated import HIDDEN, LOOKS_FIRST, LOOKS_NO_MORE, OBJECTED, SHOWN_AGAIN
from .readable import as_it_came, mark_for, pattern_of, settle

SAY_WHY = _("Say why. Everybody can read the reason.")
NOT_IN_IT = _("These words are not in it. Copy them exactly as they stand there.")
TOO_LITTLE = _("Give at least two letters or figures to hide.")
IN_THE_REASON = _("The reason says the very words that you want to hide. Say it another way.")
FILE_HIDDEN_ALREADY = _("This file is hidden already.")
SHOWN_ALREADY = _("This part is shown again already.")
OBJECTED_ALREADY = _("You have said already that this part ought to be shown.")
LOOKED_ALREADY = _("An officer reads all of it first already.")
NOT_LOOKED = _("Nobody reads anything first here.")


def refusal_to_hide(contribution, person):
    """Why this person cannot hide a part of it now, as a sentence; empty when they can."""
    if not runs(contribution, person):
        return NOT_AN_OFFICER
    if contribution.is_withdrawn:
        return WITHDRAWN_ALREADY
    return cycle_closed(contribution.stage)


def hide(contribution, by, words, reason):
    """Hide these words wherever they stand: in it, in what is attached and in earlier wordings. Returns the Hiding.

    Everybody reads "[hidden: reason]" there; the giver and the officers read the words. Raises Refused.
    """
    words, reason = " ".join(words.split()), " ".join(reason.split())
    with ledger.writing(contribution.cycle):
        fresh = as_it_stands(contribution)
        if sentence := refusal_to_hide(fresh, by) or _wrong_part(fresh, words, reason):
            raise moves.Refused(sentence)
        return _hide(fresh, by, reason, words=words)


def hide_file(contribution, by, attachment, reason):
    """Hide a file that is attached to it, and what is said of the file. Returns the Hiding.

    Everybody reads "[hidden: reason]" there; the giver and the officers still get the file. Raises Refused.
    """
    reason = " ".join(reason.split())
    with ledger.writing(contribution.cycle):
        fresh = as_it_stands(contribution)
        if sentence := refusal_to_hide(fresh, by) or ("" if reason else SAY_WHY):
            raise moves.Refused(sentence)
        if attachment.hidings.standing().exists():
            raise moves.Refused(FILE_HIDDEN_ALREADY, conflict=True)
        return _hide(fresh, by, reason, attachment=attachment)


def _hide(contribution, by, reason, **part):
    """Write one more Hiding, and what may be read from now on."""
    came, number = as_it_came(contribution), contribution.hidings.count() + 1
    new = Hiding.objects.create(contribution=contribution, number=number, reason=reason, by=by, **part)
    settle(contribution, came)
    _write(HIDDEN, contribution, by, reason)
    return new


def _wrong_part(contribution, words, reason):
    """What is wrong with a part that is to be hidden, as a sentence."""
    if len(words) < 2:
        return TOO_LITTLE
    if not reason:
        return SAY_WHY
    found = pattern_of(words)
    if found.search(mark_for(reason)):
        return IN_THE_REASON
    return "" if any(found.search(text) for text in as_it_came(contribution).values()) else NOT_IN_IT


def refusal_to_show(hiding, person):
    """Why this person cannot show the part again, as a sentence; empty when they can."""
    return refusal_to_hide(hiding.contribution, person) or (SHOWN_ALREADY if hiding.is_undone else "")


def show_again(hiding, by, reason):
    """Undo a hiding, for a reason that everybody reads. Raises Refused."""
    if not reason.strip():
        raise moves.Refused(SAY_WHY)
    with ledger.writing(hiding.contribution.cycle):
        fresh = _part(hiding)
        if sentence := refusal_to_show(fresh, by):
            raise moves.Refused(sentence, conflict=sentence == SHOWN_ALREADY)
        came = as_it_came(fresh.contribution)
        Hiding.objects.filter(pk=fresh.pk).update(undone_by=by, undone_at=timezone.now())
        settle(fresh.contribution, came)
        _write(SHOWN_AGAIN, fresh.contribution, by, reason)


def refusal_to_object(hiding, person):
    """Why this person cannot say that the part ought to be read, as a sentence; empty when they can."""
    if not hiding.contribution.may_be_changed_by(person):
        return NOT_YOURS
    if hiding.is_undone:
        return SHOWN_ALREADY
    return OBJECTED_ALREADY if hiding.objected_at else cycle_closed(hiding.contribution.stage)


def object_to(hiding, by, words):
    """The giver says why the part ought to be read; the officers find it among what waits for them. Raises Refused."""
    if not words.strip():
        raise moves.Refused(SAY_WHY)
    with ledger.writing(hiding.contribution.cycle):
        fresh = _part(hiding)
        if sentence := refusal_to_object(fresh, by):
            raise moves.Refused(sentence, conflict=sentence == OBJECTED_ALREADY)
        Hiding.objects.filter(pk=fresh.pk).update(objection=words, objected_at=timezone.now())
        write(OBJECTED, fresh.contribution, by)


def _write(verb, contribution, by, reason):
    """Write what an officer did: by name, whoever gave the contribution."""
    return ledger.record(
        verb, contribution, by, cycle=contribution.cycle, stage=contribution.stage, openness=contribution.openness,
        reason=reason,
    )  # fmt: skip


def _part(hiding):
    """The Hiding as the database has it now, with the contribution as it stands."""
    fresh = Hiding.objects.get(pk=hiding.pk)
    fresh.contribution = as_it_stands(hiding.contribution)
    return fresh


# --- Looking first ----------------------------------------------------------------------------------------------------


def let_in(contribution, by, reason=""):
    """Let others read what was held, or after all what was kept out. Its day for an answer stays. Raises Refused."""
    fresh = as_it_stands(contribution)
    was_kept_out = fresh.state == Contribution.State.KEPT_OUT
    if was_kept_out and not reason.strip():
        raise moves.Refused(SAY_WHY)
    move = "let in after all" if was_kept_out else "let in"
    return fresh.move(move, by, reason=reason, kept_out_because="")


def keep_out(contribution, by, reason):
    """Keep out what was held, for a reason that everybody reads. Raises Refused."""
    if not reason.strip():
        raise moves.Refused(SAY_WHY)
    return as_it_stands(contribution).move("keep out", by, reason=reason, kept_out_because=reason)


def refusal_to_look_first(stage, person):
    """Why this person cannot decide who reads first here, as a sentence; empty when they can."""
    return NOT_AN_OFFICER if not runs(stage, person) else cycle_closed(stage)


def look_first(stage, by, because):
    """From now on an officer reads what is said in this stage before others do. Returns the Holding. Raises Refused."""
    if sentence := refusal_to_look_first(stage, by) or ("" if because.strip() else SAY_WHY):
        raise moves.Refused(sentence)
    with ledger.writing(stage.cycle):
        if Holding.objects.now(stage):
            raise moves.Refused(LOOKED_ALREADY, conflict=True)
        new = Holding.objects.create(stage=stage, because=because, by=by)
        ledger.record(LOOKS_FIRST, stage, by, cycle=stage.cycle, stage=stage, reason=because, openness=Openness.PUBLIC)
    return new


def look_no_more(stage, by, reason):
    """From now on what is said in this stage is read at once; what is held still waits to be let in. Raises Refused."""
    if sentence := refusal_to_look_first(stage, by) or ("" if reason.strip() else SAY_WHY):
        raise moves.Refused(sentence)
    with ledger.writing(stage.cycle):
        there = Holding.objects.now(stage)
        if there is None:
            raise moves.Refused(NOT_LOOKED, conflict=True)
        Holding.objects.filter(pk=there.pk).update(ended_by=by, ended_at=timezone.now())
        ledger.record(LOOKS_NO_MORE, stage, by, cycle=stage.cycle, stage=stage, reason=reason)
