"""The agreed list: made from what both sides said, with the reason wherever it differs from one of them (R45)."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ... import ledger, moves
from ...models.record import why_cannot_record
from .priority import Priority

NOT_CLOSED = gettext_lazy("The list is agreed when the ballots are counted. Close the exercise first.")
AGREED = gettext_lazy("The list is agreed already. To change a place, change the priority itself and say why.")
EACH_ONCE = gettext_lazy("Give each thing a place of its own, from 1 to %(last)d.")


def why_cannot_agree(exercise, person):
    """Why this person cannot make the agreed list now, as a sentence; empty when they can."""
    if sentence := why_cannot_record(exercise.stage, person):
        return sentence
    if not exercise.is_closed:
        return NOT_CLOSED
    return AGREED if exercise.is_agreed else ""


def why_reason_is_needed(compared, place):
    """Why this place of a thing needs a reason, as a sentence; empty when both sides had it there, or nowhere."""
    theirs = {"item": compared.item, "users": compared.users.label, "professionals": compared.professionals.label}
    moved = tuple(row.place not in (None, place) for row in (compared.users, compared.professionals))
    if not any(moved):
        return ""
    sentences = {
        (True, True): _(
            "The two sides put “%(item)s” at %(users)s and at %(professionals)s. Say why the agreed place differs."
        ),
        (True, False): _("Users put “%(item)s” at %(users)s. Say why the agreed place differs."),
        (False, True): _("Professionals put “%(item)s” at %(professionals)s. Say why the agreed place differs."),
    }
    return sentences[moved] % theirs


def agree(exercise, by, places):
    """Make a Priority of each thing, all or none. Returns them in the agreed order. Raises Refused (R45).

    places: dict of Item -> (agreed place from 1, reason), for every thing.
    """
    with ledger.writing(exercise.stage.cycle):
        current = exercise.afresh()
        if sentence := why_cannot_agree(current, by):
            raise moves.Refused(sentence, conflict=sentence == AGREED)
        results = current.results
        if sorted(place for place, _why in places.values()) != list(range(1, len(results.items) + 1)):
            raise moves.Refused(EACH_ONCE % {"last": len(results.items)})
        in_order = sorted(places.items(), key=lambda pair: pair[1][0])
        return [_agreed(current, by, results.of(item), place, why.strip()) for item, (place, why) in in_order]


def _agreed(exercise, by, compared, place, why):
    if not why and (sentence := why_reason_is_needed(compared, place)):
        raise moves.Refused(sentence)
    item = compared.item
    return Priority.add(
        by, exercise.stage, item=item, title=item.title, summary=item.summary or item.title,
        users_rank=compared.users.place, professionals_rank=compared.professionals.place, agreed_rank=place,
        why_it_differs=why, openness=exercise.openness, withheld_because=exercise.withheld_because,
        review_on=exercise.review_on,
    )  # fmt: skip
