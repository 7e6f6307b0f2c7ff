"""Who may read how one bid was assessed: the panel, officers, and its own people once it is decided (R55)."""

from django.utils.translation import gettext_lazy as _

from . import scoring

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
    if member and found.is_withdrawn(member, bid) and not is_own:
        return WITHDRAWN
    if not bid.stands:
        return NOT_STANDING
    if not is_inside:
        return "" if found.tender.is_decided and not found.is_sealed else NOT_DECIDED
    return scoring.why_no_results(found, person)
