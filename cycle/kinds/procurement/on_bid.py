"""What the page of a bid shows beside what every record shows: the ways to its offer and to how it was assessed."""

from ...models.cycle import runs
from . import assessing, offer
from .scoring import scoring_of


def on_page(bid, reader):
    """What this reader can do with a bid, and why not."""
    found = scoring_of(bid.tender)
    bid.tender.stage = bid.stage
    here = next(each for each in found.bids if each.pk == bid.pk)
    names = {"offer": "bid_offer", "withdrawal": "bid_withdrawal", "price": "bid_price", "assessment": "bid_assessment"}
    return {
        "runs": runs(bid, reader),
        "knows_of_it": runs(bid, reader) or found.member_of(reader) is not None,
        "offer_refusal": offer.why_cannot_put_in(here, reader),
        "read_refusal": offer.why_cannot_read(found, here, reader),
        "assessment_refusal": assessing.why_cannot_read(found, here, reader),
        "take_back_refusal": here.why_cannot_take_back(reader),
        "price_refusal": here.why_cannot_publish_price(reader),
        "urls": {key: here.get_url(name) for key, name in names.items()},
    }
