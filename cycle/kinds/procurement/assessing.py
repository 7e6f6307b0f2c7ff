"""Who may read how one bid was assessed: the panel, officers, and its own people once it is decided (R55)."""

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

from ...glance import Printed
from . import scoring
from .tables import assessment_told

NOT_FOR_YOU = _("How a bid was assessed is read by its bidder, the panel and officers.")
NOT_DECIDED = _("The tender is not decided yet. Then you can read how your bid was assessed.")
WITHDRAWN = _("You take no part in judging this bid, so you do not read how it was assessed.")
NOT_STANDING = _("This bid was taken back or refused. It was not assessed.")


def why_cannot_read(found, bid, person):
    """Why this person cannot read how this bid was assessed, as a sentence; empty when they can."""
    member = found.member_of(person)
    is_inside = member or found.tender.stage.cycle.standing_of(person).runs
    is_own = bid.is_made_by(person)
    if not is_inside and not is_own:
        return NOT_FOR_YOU
    if found.keeps_out(person.pk, bid) and not is_own:
        return WITHDRAWN
    if not bid.stands:
        return NOT_STANDING
    if not is_inside:
        return "" if found.tender.is_decided and not found.is_sealed else NOT_DECIDED
    return scoring.why_no_results(found, person)


def found_for(model, stage, pk, person):
    """(Scoring, Bid): a bid of the stage that this person may read, judges or made; None for others."""
    bid = model.objects.in_stage(stage).select_related("tender").filter(pk=pk).first()
    if bid is None:
        return None
    bid.stage = bid.tender.stage = stage
    found = scoring.scoring_of(bid.tender)
    may_read = stage.cycle.standing_of(person).may_read(bid.openness)
    if not (may_read or found.member_of(person) or bid.is_made_by(person)):
        return None
    return found, next(each for each in found.bids if each.pk == bid.pk)


def to_print(model, stage, pk, person):
    """How a bid was assessed, as a print for this person; None where they know of no such bid. Raises Refused."""
    if (there := found_for(model, stage, pk, person)) is None:
        return None
    found, bid = there
    if sentence := why_cannot_read(found, bid, person):
        raise Refused(sentence)
    title = _now("How the bid of %(bidder)s was assessed") % {"bidder": bid.bidder}
    facts = [(_now("What became of it"), bid.get_outcome_display()), *bid.facts_in(["users_reason", "officers_reason"])]
    return Printed(title, str(found.tender), [assessment_told(found, bid)], facts, bid.get_url("bid_assessment"))
