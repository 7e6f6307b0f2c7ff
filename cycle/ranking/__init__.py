"""The counting behind priority exercises: what each side put first, by which method, and how far two sides agree (R45).

Nothing here knows a model. A ballot says something of items, which may be anything hashable but None; an exercise is
counted for one side at a time, so that users' and professionals' results are never mixed. Numbers are exact fractions.
The rule's sources are c4 and c5.
"""

from .borda import Ranking, borda_points, rank
from .copeland import Judgement, Pairs, level, pairs_of, pairwise
from .kendall import Apart, RankAgreement, agreement
from .result import Result, Row
from .sharing import PointsRow, Sharing, points
from .weighing import WeighedRow, Weighing, normalised, weigh

__all__ = [
    "Apart",
    "Judgement",
    "Pairs",
    "PointsRow",
    "RankAgreement",
    "Ranking",
    "Result",
    "Row",
    "Sharing",
    "WeighedRow",
    "Weighing",
    "agreement",
    "borda_points",
    "level",
    "normalised",
    "pairs_of",
    "pairwise",
    "points",
    "rank",
    "weigh",
]
