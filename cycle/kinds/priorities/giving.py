"""Giving a ballot: one's own, or what somebody gave on paper, at a meeting or by phone (R45)."""

from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED
from ...openness import stricter
from ...words import Verb
from .ballot import Ballot
from .results import count
from .sides import side_of

GIVEN = Verb("ballot given", _("gave a ballot in"))
CHANGED = Verb("ballot changed", _("changed a ballot in"))

NOT_IN_IT = _("Only those who take part in this cycle can give a ballot.")
NOT_FOR_THEM = _("You can give a ballot for a group or body that you belong to.")
NOT_A_KEEPER = _("Only the convenor of a group, or an officer, can put in ballots of others.")
NOT_THEIRS = _("This person does not belong to the group or body that you chose.")
NOT_OPEN = {
    "preparing": _("This has not been opened yet. Come back when people are asked."),
    "closed": _("This is closed. No more ballots are taken."),
}
BOTH = _("You ticked that you do not choose, and you chose. Do one of the two.")
NOTHING = _("Choose at least one thing, or tick that you do not choose.")
BY_THEMSELVES = _("%(name)s has given a ballot already. Each person has one.")
PAPER_IS_IN = _("The ballot with this code is in already. Each paper counts once.")
ELSEWHERE = _("You changed this ballot in another window since you opened this page. Look at it again.")


def writing(exercise):
    """The transaction that holds the ledger of its cycle."""
    return ledger.writing(exercise.stage.cycle)


def why_none_are_taken(exercise):
    """Why no ballot can come in now, as a sentence; empty when they can."""
    if exercise.stage.cycle.is_closed:
        return CYCLE_CLOSED
    return NOT_OPEN.get(exercise.state, "")


def why_cannot_vote(exercise, person):
    """Why this person can give no ballot of their own now, as a sentence; empty when they can."""
    standing = exercise.stage.cycle.standing_of(person)
    return why_none_are_taken(exercise) if standing.belongs_to else NOT_IN_IT


def why_cannot_put_in(exercise, person, participant=None):
    """Why this person cannot put in the ballots of others now, as a sentence; empty when they can."""
    standing = exercise.stage.cycle.standing_of(person)
    may = standing.runs or (participant.pk in standing.keeps if participant else standing.keeps)
    return why_none_are_taken(exercise) if may else NOT_A_KEEPER


def on_page(exercise, reader):
    """What the page of an exercise shows beside what every record shows, for this reader."""
    own = exercise.ballot_of(reader) if reader.is_authenticated else None
    standing = exercise.stage.cycle.standing_of(reader)
    items = list(exercise.items.all())
    return {
        "items": items,
        "turnout": exercise.turnout,
        "own": own,
        "own_lines": own_lines(exercise, own),
        "pair_count": len(items) * (len(items) - 1) // 2,
        "runs": standing.runs,
        "vote_refusal": exercise.why_cannot_vote(reader),
        "keeps": bool(standing.runs or standing.keeps),
        "items_refusal": exercise.why_items_are_fixed(reader),
        "open_refusal": exercise.refusal("open", reader),
        "close_refusal": exercise.refusal("close", reader),
        "agree_refusal": exercise.why_cannot_agree(reader),
    }


def own_lines(exercise, ballot):
    """What one's own ballot says, a sentence or a name with its place a line."""
    if ballot is None or ballot.is_abstention:
        return []
    ballot.exercise = exercise
    if exercise.is_of_pairs:
        more, same = _("%(one)s matters more than %(other)s"), _("%(one)s and %(other)s matter the same")
        return [(same if each.is_tie else more) % {"one": each.winner, "other": each.loser} for each in ballot.content]
    rows = ballot.content.items()
    if exercise.is_of_points:
        return [_("%(points)s: %(item)s") % {"points": value, "item": item} for item, value in reversed(list(rows))]
    return [_("%(place)s: %(item)s") % {"place": value, "item": item} for item, value in rows]


def vote(exercise, by, participant, content, *, is_abstention=False, token=None, version=0):
    """Give one's own ballot, or change it while the exercise is open. Returns the Ballot. Raises Refused.

    content: as `Ballot.content` has it. version: of the ballot as it was read, 0 for none. A second time with the same
    token gives the first one back.
    """
    with writing(exercise):
        exercise = exercise.afresh()
        if sentence := why_cannot_vote(exercise, by):
            raise moves.Refused(sentence)
        if participant.pk not in exercise.stage.cycle.standing_of(by).belongs_to:
            raise moves.Refused(NOT_FOR_THEM)
        check(exercise, content, is_abstention)
        own = exercise.ballot_of(by)
        if own and token and own.token == token and own.version == 1 and not version:
            return own
        if (own.version if own else 0) != version:
            raise moves.Refused(ELSEWHERE, conflict=True)
        if own is None:
            return _new(exercise, by, participant, content, is_abstention, token, given_by=by)
        return _changed(exercise, own, by, participant, content, is_abstention)


def put_in(exercise, by, participant, content, *, channel, is_abstention=False, given_by=None, reference="",
           token=None):  # fmt: skip
    """Put in a ballot that was given another way than online. Returns the Ballot. Raises Refused.

    given_by: whose it is, when they want to be named. reference: the code on the paper, which counts once.
    """
    with writing(exercise):
        exercise = exercise.afresh()
        if sentence := why_cannot_put_in(exercise, by, participant):
            raise moves.Refused(sentence)
        check(exercise, content, is_abstention)
        if token and (there := exercise.ballots.filter(token=token, entered_by=by).first()):
            return there
        if reference and exercise.ballots.filter(reference=reference).exists():
            raise moves.Refused(PAPER_IS_IN, conflict=True)
        if given_by and participant.pk not in exercise.stage.cycle.standing_of(given_by).belongs_to:
            raise moves.Refused(NOT_THEIRS)
        if given_by and exercise.ballot_of(given_by):
            raise moves.Refused(BY_THEMSELVES % {"name": given_by.name}, conflict=True)
        said = {"given_by": given_by, "channel": channel, "reference": reference}
        return _new(exercise, by, participant, content, is_abstention, token, **said)


def check(exercise, content, is_abstention):
    """Refuse a ballot that says nothing, that says too much, or that the method cannot count. Raises Refused."""
    counted = count(exercise, list(exercise.items.all()), [content])
    if not counted.abstentions and is_abstention:
        raise moves.Refused(BOTH)
    if counted.abstentions and not is_abstention:
        raise moves.Refused(NOTHING)


def _new(exercise, by, participant, content, is_abstention, token, **said):
    token_is_free = token and not Ballot.objects.filter(token=token).exists()
    new = Ballot.objects.create(
        exercise=exercise, participant=participant, side=side_of(participant), entered_by=by,
        is_abstention=is_abstention, **said, **({"token": token} if token_is_free else {}),
    )  # fmt: skip
    new.write(content)
    _tell(GIVEN, exercise, participant)
    return new


def _changed(exercise, own, by, participant, content, is_abstention):
    own.participant, own.side, own.entered_by = participant, side_of(participant), by
    own.is_abstention, own.version, own.exercise = is_abstention, own.version + 1, exercise
    own.save()
    own.write(content)
    _tell(CHANGED, exercise, participant)
    return own


def _tell(verb, exercise, participant):
    """Write that a ballot came in for this party, and neither whose it is nor what it says."""
    ledger.record(
        verb, exercise, None, cycle=exercise.stage.cycle, stage=exercise.stage, acting_for=participant.acting_name,
        openness=stricter(exercise.openness, participant.openness),
    )  # fmt: skip
