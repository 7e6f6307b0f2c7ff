"""Options weighed by each party, and two sides' rankings side by side: worked examples with known figures (R45)."""

from decimal import Decimal
from fractions import Fraction
from math import isclose, sqrt

from cycle import ranking

from .ballots import order, refused, table

HALF = Fraction(1, 2)


# --- Worked examples: weighing options --------------------------------------------------------------------------------

# A course on managing projects at Pennsylvania State University (MANGT 510, simple scoring): scores from 1 to 3.
PROJECT_WEIGHTS = {"safety": 3, "profit": 2, "cost": 1}
PROJECTS = {
    "Alpha": {"cost": 3, "profit": 1, "safety": 2},
    "Beta": {"cost": 2, "profit": 2, "safety": 3},
    "Gamma": {"cost": 3, "profit": 3, "safety": 2},
    "Delta": {"cost": 1, "profit": 1, "safety": 3},
}

# A table of dwmbeancounter.com on multi-criteria analysis; it counts what was not scored of option 3 as nought.
INVESTMENT_WEIGHTS = {"a": Decimal("0.5"), "b": Decimal("0.25"), "c": Decimal("0.15"), "d": Decimal("0.1")}
INVESTMENTS = {
    1: {"a": 3, "b": 5, "c": 4, "d": 4},
    2: {"a": 5, "b": 9, "c": 6, "d": 3},
    3: {"a": 5, "b": None, "c": 8, "d": 5},
    4: {"a": 5, "b": 6, "c": 8, "d": 8},
}


def test_four_projects_weigh_what_the_textbook_says():
    result = ranking.weigh(PROJECT_WEIGHTS, PROJECTS, {"all": [PROJECTS]})
    assert [(row.label, row.item, row.score * 6) for row in result.rows] == [
        ("=1", "Beta", 15),
        ("=1", "Gamma", 15),
        ("3", "Delta", 12),
        ("4", "Alpha", 11),
    ]
    assert result.weights == (("safety", HALF), ("profit", Fraction(1, 3)), ("cost", Fraction(1, 6)))


def test_what_was_not_scored_is_left_out_and_said_not_counted_as_nought():
    result = ranking.weigh(INVESTMENT_WEIGHTS, INVESTMENTS, {"all": [INVESTMENTS]})
    as_printed = {1: Fraction("3.75"), 2: Fraction("5.95"), 3: Fraction("4.2"), 4: Fraction("6.0")}
    assert {row.item: row.score * row.share for row in result.rows} == as_printed
    assert [(row.item, row.score, row.share) for row in result.rows] == [
        (4, 6, 1),
        (2, Fraction("5.95"), 1),
        (3, Fraction("5.6"), Fraction("0.75")),
        (1, Fraction("3.75"), 1),
    ]
    assert [row.note for row in result.rows] == [
        "",
        "",
        "Only 75% of the weight was scored, and the total is of that.",
        "",
    ]


def test_an_option_that_nobody_scored_has_no_total_and_no_place():
    (scored, silent) = ranking.weigh({"a": 1}, "xy", {"all": [{"x": {"a": 0}, "y": {"a": None}}]}).rows
    assert (scored.score, scored.place, scored.note) == (0, 1, "")
    assert (silent.score, silent.place, silent.label, silent.share) == (None, None, "", 0)
    assert silent.note == "Nobody gave it a score, so it has no total."


def test_a_share_is_never_rounded_up_to_all_or_down_to_nothing():
    heavy, light = ranking.weigh({"a": 999, "b": 1}, "xy", {"all": [{"x": {"a": 5}, "y": {"b": 4}}]}).rows
    assert heavy.note == "Only 99% of the weight was scored, and the total is of that."
    assert light.note == "Only 1% of the weight was scored, and the total is of that."


def test_each_party_has_its_own_rows():
    weights = {"cost": 1, "kindness": 3}
    users = [{"x": {"kindness": 9, "cost": 1}}, {"x": {"kindness": 7}, "y": {"kindness": 2}}, {}]
    professionals = [{"x": {"kindness": 5}, "y": {"kindness": 8, "cost": 10}}]
    result = ranking.weigh(weights, "xy", {"users": users, "professionals": professionals})
    apart = dict(result.by_party)
    assert table(apart["users"]) == [("1", "x", Fraction(25, 4)), ("2", "y", 2)]
    assert table(apart["professionals"]) == [("1", "y", Fraction(17, 2)), ("2", "x", 5)]
    assert [row.means for row in apart["users"].rows] == [(1, 8), (None, 2)]
    assert [(apart[party].ballots, apart[party].abstentions) for party in apart] == [(3, 1), (1, 0)]
    assert (result.ballots, result.abstentions) == (4, 1)
    assert table(result) == [("1", "y", Fraction(25, 4)), ("2", "x", Fraction(11, 2))]
    assert [row.said for row in result.rows] == [2, 3]


def test_a_weight_is_above_nought_and_a_score_from_nought_to_ten():
    weights = [{}, {"a": 0}, {"a": 1, "b": -1}, {"a": "much"}, {"a": float("nan")}, {"a": float("inf")}]
    assert {refused(ranking.normalised, each) for each in weights} == {"Give each thing that matters a weight above 0."}
    scores = [-1, 11, Decimal("10.01"), "high"]
    sheets = [{"all": [{"x": {"a": score}}]} for score in scores]
    assert {refused(ranking.weigh, {"a": 1}, "x", each) for each in sheets} == {"A score is a number from 0 to 10."}


def test_a_weight_is_taken_as_it_is_written():
    assert ranking.normalised({"a": 0.1, "b": Decimal("0.2"), "c": Fraction(7, 10)}) == {
        "a": Fraction(1, 10),
        "b": Fraction(1, 5),
        "c": Fraction(7, 10),
    }


# --- Worked examples: two sides ---------------------------------------------------------------------------------------


def test_tau_b_with_ties_is_as_in_the_manual_of_scipy():
    """The example of `scipy.stats.kendalltau`, which gives -0.4714045..., that is minus the root of two by three."""
    x, y = dict(enumerate([12, 2, 1, 12, 2])), dict(enumerate([1, 4, 7, 1, 0]))
    result = ranking.agreement(x, y)
    assert isclose(result.tau, -0.47140452079103173)
    assert isclose(result.tau, -sqrt(2) / 3)
    assert (result.same, result.opposite, result.tied) == (2, 6, 2)


def test_tau_without_ties_is_exact():
    """The figure that R gives for these, by the tests of `scipy.stats.kendalltau`: minus one seventh."""
    x, y = dict(enumerate([5, 2, 1, 3, 6, 4, 7])), dict(enumerate([5, 2, 6, 3, 1, 7, 4]))
    assert ranking.agreement(x, y).tau == Fraction(-1, 7)


def test_each_item_says_how_many_places_the_sides_are_apart():
    result = ranking.agreement({"a": 2, "b": 1, "c": 3}, {"a": 1, "b": 3, "d": 2})
    assert [(row.item, row.one, row.other, row.difference) for row in result.rows] == [
        ("b", 1, 3, 2),
        ("a", 2, 1, -1),
        ("c", 3, None, None),
        ("d", None, 2, None),
    ]
    assert (result.tau, result.same, result.opposite) == (-1, 0, 1)


def test_two_results_are_laid_side_by_side():
    users = ranking.rank("abc", [order("a", "b", "c")])
    professionals = ranking.points("abc", [{"b": 5, "a": 2, "c": 2}])
    result = ranking.agreement(users.places, professionals.places)
    assert [(row.item, row.difference) for row in result.rows] == [("a", 1), ("b", -1), ("c", -1)]
    assert result.finding == (
        "Both sides put 1 pair in the same order. They put 1 pair the other way round. "
        "At least one side put 1 pair level."
    )


def test_without_ties_the_finding_does_not_speak_of_them():
    assert ranking.agreement(order("a", "b", "c"), order("a", "b", "c")).finding == (
        "Both sides put 3 pairs in the same order. They put 0 pairs the other way round."
    )


def test_there_is_no_figure_for_one_item_or_when_a_side_puts_all_level():
    assert ranking.agreement({"a": 1}, {"a": 1}).tau is None
    assert ranking.agreement({"a": 1, "b": 1}, {"a": 1, "b": 2}).tau is None
    assert ranking.agreement({}, {}).rows == ()
