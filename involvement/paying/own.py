"""What one person was offered, and what they said to it and have not claimed yet."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ..models import Claim, Offer, OfferAnswer

SHOWN = 50


def answers_without_claim(person):
    """The OfferAnswers of this person for which there is no claim, the newest first, each with `may_claim`; one query.

    What they took nothing of is told as well, so that they can say otherwise.
    """
    claimed = Claim.objects.standing().filter(offer=OuterRef("offer"), person=person)
    rows = OfferAnswer.objects.filter(~Exists(claimed), person=person, offer__ended_at__isnull=True)
    found = list(rows.select_related("offer__stage__cycle", "offer__session").order_by("-pk")[:SHOWN])
    for each in found:
        is_over = each.offer.day <= timezone.localdate()
        each.may_claim = is_over and each.says != OfferAnswer.Says.NOTHING
    return found


def offers_without_answer(person):
    """The Offers to this person to which they have said nothing, the newest first; one query."""
    return list(Offer.objects.unanswered_by(person).order_by("-pk")[:SHOWN])
