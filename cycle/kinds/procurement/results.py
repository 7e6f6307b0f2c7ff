"""What the moderated scores of a tender come to, bid by bid; and the summary for one bidder (R54, R55)."""

from dataclasses import dataclass

from .adding import Measure, Total, add_up


@dataclass(frozen=True)
class Results:
    """The Totals of the bids that stand, the best first. prices: whether criteria of the price could be worked out."""

    totals: tuple[Total, ...]

    def of(self, bid):
        """The Total of one bid."""
        return next(each for each in self.totals if each.bid.pk == bid.pk)


def measure_of(criterion):
    """A criterion as the adding knows it."""
    return Measure(
        criterion.pk, criterion.weight, criterion.top, criterion.minimum, criterion.is_fatal, not criterion.is_scored
    )


def results_of(found):
    """The Results of a Scoring; asks nothing of the database. Call it only when the scores are not sealed."""
    measures = [measure_of(each) for each in found.criteria]
    scores = {
        (bid, criterion.pk): there.score
        for bid in found.standing_bids
        for criterion in found.scored_criteria
        if (there := found.moderated(bid, criterion))
    }
    prices = {bid: offer.price if (offer := getattr(bid, "offer", None)) else None for bid in found.standing_bids}
    return Results(add_up(measures, found.standing_bids, scores, prices))
