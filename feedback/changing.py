"""What the giver does with what they said: correct it while it waits, withdraw it, bring it back (R71).

No word of theirs goes into the ledger: what is hidden or withdrawn later would stand in it for ever.
"""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.stage import cycle_closed

from .models import Contribution, Original
from .models.changed import CORRECTED, DAYS_TO_BRING_BACK, NOT_YOURS
from .readable import as_it_came, settle

SAY_ANEW = _(
    "This has been answered, so its words stand as the answer found them. What you want to add is a new contribution."
)
NOTHING_TO_CORRECT = _("This was withdrawn or kept out, so there is nothing to correct.")
SAY_WHY = _("Say why you correct it, so that others can follow.")
WORDS_NEEDED = _("Write what it ought to say. To take it back, withdraw it.")
SAME_WORDS = _("These are the words as they are. Change them, or go back.")


def refusal_to_correct(contribution, person):
    """Why this person cannot correct the words now, as a sentence; empty when they can."""
    if not contribution.may_be_changed_by(person):
        return NOT_YOURS
    if contribution.state == Contribution.State.ANSWERED:
        return SAY_ANEW
    if contribution.state not in (Contribution.State.WAITS, Contribution.State.HELD):
        return NOTHING_TO_CORRECT
    return cycle_closed(contribution.stage)


def correct(contribution, by, text, because, seen):
    """Put other words in the place of those that were said; the earlier ones stay readable. Returns the Contribution.

    seen: how many earlier wordings there were on the page where it was corrected. Raises Refused.
    """
    if not text.strip() or not because.strip():
        raise moves.Refused(WORDS_NEEDED if not text.strip() else SAY_WHY)
    with ledger.writing(contribution.cycle):
        fresh = as_it_stands(contribution)
        if sentence := refusal_to_correct(fresh, by):
            raise moves.Refused(sentence, conflict=sentence == SAY_ANEW)
        number = fresh.wordings.count() + 1
        if number != seen + 1:
            raise moves.Refused(moves.QUICKER, conflict=True)
        came = as_it_came(fresh)
        if came["text"] == text:
            raise moves.Refused(SAME_WORDS)
        fresh.wordings.create(number=number, text=fresh.text, because=because, by=by)
        came |= {f"wording {number}": came["text"], f"because {number}": because, "text": text}
        settle(fresh, came)
        write(CORRECTED, fresh, by)
    return fresh


def withdraw(contribution, by, reason=""):
    """Take it back: its place stays, its words are there for the giver alone, nobody has to answer it. Raises Refused.

    reason: optional; everybody who may read that it was withdrawn reads it.
    """
    with ledger.writing(contribution.cycle):
        fresh = as_it_stands(contribution)
        fresh.move(
            "withdraw", by, reason=reason, acting_for=fresh.participant.acting_name, is_named=is_named(fresh, by),
            withdrawn_from=fresh.state, withdrawn_at=timezone.now(),
        )  # fmt: skip
        settle(fresh)
    return fresh


def bring_back(contribution, by):
    """Undo a withdrawal within the week: it is again what it was. Raises Refused."""
    with ledger.writing(contribution.cycle):
        fresh = as_it_stands(contribution)
        words, move = as_it_came(fresh), _way_back(fresh)
        if sentence := fresh.refusal(move, by):
            raise moves.Refused(sentence)
        # A row that speaks for others cannot stand without saying how it knows, not even for a moment.
        Contribution.objects.filter(pk=fresh.pk).update(how_known=words["how_known"])
        fresh.move(
            move, by, acting_for=fresh.participant.acting_name, is_named=is_named(fresh, by),
            withdrawn_from="", withdrawn_at=None,
        )  # fmt: skip
        settle(fresh, words)
    return fresh


def refusal_to_bring_back(contribution, person):
    """Why this person cannot bring it back now, as a sentence; empty when they can."""
    return contribution.refusal(_way_back(contribution), person)


def until_when(contribution):
    """The day until which a withdrawn contribution can be brought back."""
    return timezone.localdate(contribution.withdrawn_at + timedelta(days=DAYS_TO_BRING_BACK))


def words_for(contribution, person):
    """The words as they came, for those who may read them, as a dict of place -> text; empty for everybody else.

    A withdrawn contribution is its giver's alone; a hidden part may be read by officers too.
    """
    if not (person and person.is_authenticated):
        return {}
    officer = contribution.cycle.standing_of(person).runs and not contribution.is_withdrawn
    if not officer and not contribution.may_be_changed_by(person):
        return {}
    return {each.place: each.text for each in Original.objects.filter(contribution=contribution)}


def as_it_stands(contribution):
    """The contribution as the database has it now, with the very cycle that its page has."""
    fresh = type(contribution).objects.select_related("stage__cycle", "participant", "given_by").get(pk=contribution.pk)
    fresh.stage.cycle = fresh.cycle = contribution.cycle
    return fresh


def is_named(contribution, by):
    """Whether an event about it may say who did it: one who stays unnamed stays so in the ledger, too."""
    return not (contribution.is_unnamed and contribution.is_from(by))


def write(verb, contribution, by):
    """Write what the giver did, in the stage and for the readers of the contribution."""
    return ledger.record(
        verb, contribution, by if is_named(contribution, by) else None, cycle=contribution.cycle,
        stage=contribution.stage, openness=contribution.openness, acting_for=contribution.participant.acting_name,
    )  # fmt: skip


def _way_back(contribution):
    return f"bring back {contribution.withdrawn_from or Contribution.State.WAITS}"
