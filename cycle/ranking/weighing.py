"""Weighing options: scores for each criterion, and criteria that count for more or less (R45).

The weighted sum is the usual form of multi-criteria analysis, as in the manual of the Department for Communities and
Local Government (2009). What was not scored is left out of the total there is, and the share that was scored is told.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import floor

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from people.refusal import Refused

from .ballot import distinct, spoken
from .result import Result, Row, placed

type Number = int | float | Decimal | Fraction
type Sheet = Mapping[Hashable, Mapping[Hashable, Number | None]]

HIGHEST = 10
NOT_A_WEIGHT = _("Give each thing that matters a weight above 0.")
NOT_A_SCORE = _("A score is a number from 0 to 10.")


@dataclass(frozen=True)
class WeighedRow(Row):
    """One option; its score is the weighted total, from 0 to 10, over what was scored of it.

    share: how much of the weight was scored, from 0 to 1. means: the average score for each criterion in the order of
    the weights, None where nobody gave one. said: how many sheets gave it any score.
    """

    share: Fraction
    means: tuple[Fraction | None, ...]

    @property
    def note(self) -> str:
        """What the total leaves out, as a sentence; empty when all was scored."""
        if self.share == 1:
            return ""
        if not self.share:
            return gettext("Nobody gave it a score, so it has no total.")
        percent = max(1, floor(self.share * 100))
        return gettext("Only %(percent)s%% of the weight was scored, and the total is of that.") % {"percent": percent}


@dataclass(frozen=True)
class Weighing(Result):
    """What came of sheets with scores, a sheet being a ballot.

    weights: each criterion with its weight; these add up to 1. by_party: each party with the Weighing of its own sheets
    alone; empty inside such a one.
    """

    name = _("Weighing options")
    explanation = _(
        "Each option gets a score from 0 to 10 for each thing that matters. What matters more counts for more. What "
        "nobody gave a score is left out: it does not count as 0."
    )

    weights: tuple[tuple[Hashable, Fraction], ...]
    by_party: tuple[tuple[Hashable, "Weighing"], ...] = ()


def weigh(
    weights: Mapping[Hashable, Number], options: Iterable[Hashable], sheets: Mapping[Hashable, Iterable[Sheet]]
) -> Weighing:
    """Weigh options by what sheets say of them, for all together and for each party (R45).

    weights: of each criterion, any positive numbers. sheets: of each party, in the order of its rows; a sheet holds
    for options the scores from 0 to 10 for criteria, and None or what is not in it was not scored. A criterion's score
    is the average over the sheets that scored it, each counting once whoever gave it; an option's total is over the
    criteria that were scored, their weights again made to add up to 1. One without any score has no total and no
    place. A sheet without any score is an abstention.
    Raises Refused for a weight that is not above 0, a score that is not from 0 to 10, an option or a criterion that
    was not asked about, or no criterion at all, and ValueError for an option that is there twice.
    """
    weights, options = normalised(weights), distinct(options)
    read = {party: [_scores(sheet, options, weights) for sheet in own] for party, own in sheets.items()}
    by_party = tuple((party, _weighed(weights, options, own)) for party, own in read.items())
    return _weighed(weights, options, [sheet for own in read.values() for sheet in own], by_party)


def normalised(weights: Mapping[Hashable, Number]) -> dict[Hashable, Fraction]:
    """The weights as exact fractions that add up to 1; a float is taken as it is written, so 0.1 is a tenth.

    Raises Refused for a weight that is not above 0, or when there is none.
    """
    exact = {criterion: _exact(weight, NOT_A_WEIGHT) for criterion, weight in weights.items()}
    if not exact or min(exact.values()) <= 0:
        raise Refused(NOT_A_WEIGHT)
    return {criterion: weight / sum(exact.values()) for criterion, weight in exact.items()}


def _weighed(weights, options, sheets, by_party=()):
    means = {option: tuple(_mean(sheets, option, criterion) for criterion in weights) for option in options}
    shares, scores = {}, {}
    for option in options:
        scored = [
            (weight, mean) for weight, mean in zip(weights.values(), means[option], strict=True) if mean is not None
        ]
        share = shares[option] = sum((weight for weight, _mean in scored), Fraction(0))
        scores[option] = sum(weight * mean for weight, mean in scored) / share if scored else None
    said = {option: sum(any(about == option for about, _criterion in sheet) for sheet in sheets) for option in options}
    rows = tuple(
        WeighedRow(*standing, said[standing[0]], shares[standing[0]], means[standing[0]]) for standing in placed(scores)
    )
    return Weighing(rows, len(sheets), sum(not sheet for sheet in sheets), tuple(weights.items()), by_party)


def _scores(sheet, options, weights):
    """What the sheet gives to each (option, criterion) that it scores."""
    found = {}
    for option, scores in spoken(sheet, options).items():
        for criterion, score in spoken(scores, weights).items():
            found[option, criterion] = exact = _exact(score, NOT_A_SCORE)
            if not 0 <= exact <= HIGHEST:
                raise Refused(NOT_A_SCORE)
    return found


def _mean(sheets, option, criterion):
    given = [sheet[option, criterion] for sheet in sheets if (option, criterion) in sheet]
    return sum(given) / len(given) if given else None


def _exact(number, refusal):
    try:
        return Fraction(str(number))
    except ValueError as problem:
        raise Refused(refusal) from problem
