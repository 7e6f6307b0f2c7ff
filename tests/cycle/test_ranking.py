"""Priorities put in order, given points or compared in pairs: worked examples with known figures (R45)."""

from fractions import Fraction

import pytest

from cycle import ranking

from .ballots import order, refused, table

METHODS = [ranking.Ranking, ranking.Sharing, ranking.Pairs, ranking.Weighing, ranking.RankAgreement]
HALF = Fraction(1, 2)


# --- Worked examples: putting in order --------------------------------------------------------------------------------

# The well-known example of where Tennessee's capital ought to be, a hundred people living in four cities.
MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE = CITIES = ("Memphis", "Nashville", "Chattanooga", "Knoxville")
TENNESSEE = [
    *[order(MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE)] * 42,
    *[order(NASHVILLE, CHATTANOOGA, KNOXVILLE, MEMPHIS)] * 26,
    *[order(CHATTANOOGA, KNOXVILLE, NASHVILLE, MEMPHIS)] * 15,
    *[order(KNOXVILLE, CHATTANOOGA, NASHVILLE, MEMPHIS)] * 17,
]


def test_borda_gives_tennessee_the_capital_of_the_literature():
    assert table(ranking.rank(CITIES, TENNESSEE)) == [
        ("1", NASHVILLE, 194),
        ("2", CHATTANOOGA, 173),
        ("3", MEMPHIS, 126),
        ("4", KNOXVILLE, 107),
    ]


def test_two_that_tie_share_the_points_of_their_places():
    result = ranking.rank("abcd", [order("a", ["b", "c"], "d")])
    assert table(result) == [("1", "a", 3), ("=2", "b", Fraction(3, 2)), ("=2", "c", Fraction(3, 2)), ("4", "d", 0)]


def test_those_left_out_share_the_last_places_as_if_tied():
    assert ranking.borda_points("abcd", {"c": 1}) == {"c": 3, "a": 1, "b": 1, "d": 1}
    assert ranking.borda_points("abcd", {"c": 1}) == ranking.borda_points("abcd", order("c", ["a", "b", "d"]))


def test_an_empty_ballot_gives_nobody_points():
    assert ranking.borda_points("ab", {}) == {"a": 0, "b": 0}


def test_only_the_order_of_the_places_counts_not_how_they_are_numbered():
    skipped, close = {"a": 1, "b": 1, "c": 3}, {"a": 4, "b": 4, "c": 5}
    assert ranking.borda_points("abc", skipped) == ranking.borda_points("abc", close)


def test_each_row_says_how_many_ballots_ranked_the_item():
    result = ranking.rank("abc", [order("a", "b"), order("b"), {"a": 1, "c": None}, {}])
    assert {row.item: row.said for row in result.rows} == {"a": 2, "b": 2, "c": 0}
    assert (result.ballots, result.abstentions) == (4, 1)


def test_a_place_that_is_no_whole_number_from_one_is_refused():
    sentence = "A place is a whole number: 1 for the first, 2 for the next."
    assert {refused(ranking.rank, "ab", [{"a": place}]) for place in (0, -1, 1.5, "1")} == {sentence}


# --- Worked examples: sharing out points ------------------------------------------------------------------------------


def test_points_are_added_and_their_mean_is_of_those_who_gave_any():
    result = ranking.points("abc", [{"a": 7, "b": 3}, {"b": 4}, {"a": 0, "c": None}])
    assert table(result) == [("=1", "a", 7), ("=1", "b", 7), ("3", "c", 0)]
    assert [(row.said, row.mean) for row in result.rows] == [(1, 7), (2, Fraction(7, 2)), (0, None)]
    assert (result.ballots, result.abstentions, result.budget) == (3, 1, 10)


def test_fewer_points_may_be_given_but_not_more():
    assert table(ranking.points("ab", [{"a": 1, "b": 1}], budget=3)) == [("=1", "a", 1), ("=1", "b", 1)]
    assert refused(ranking.points, "ab", [{"a": 6, "b": 5}]) == "You have 10 points to give, and this is 11."
    assert refused(ranking.points, "ab", [{"a": 2}], 1) == "You have 1 point to give, and this is 2."


def test_points_that_are_not_whole_or_below_nought_are_refused():
    sentence = "Points are whole numbers, and none is below 0."
    assert {refused(ranking.points, "ab", [{"a": given, "b": 1}]) for given in (-1, 0.5, "2")} == {sentence}


# --- Worked examples: two at a time -----------------------------------------------------------------------------------


def test_nashville_beats_each_other_city_as_in_the_literature():
    result = ranking.pairwise(CITIES, [ranking.pairs_of(CITIES, ballot) for ballot in TENNESSEE])
    assert table(result) == [("1", NASHVILLE, 3), ("2", CHATTANOOGA, 2), ("3", KNOXVILLE, 1), ("4", MEMPHIS, 0)]
    assert result.matrix == ((0, 68, 68, 58), (32, 0, 83, 58), (32, 17, 0, 58), (42, 42, 42, 0))
    assert (result.winner, result.circles) == (NASHVILLE, ())
    assert result.finding == "Nashville beats all others."


PARADOX = [order("a", "b", "c"), order("b", "c", "a"), order("c", "a", "b")]


def test_three_that_go_round_in_a_circle_are_named_so():
    """Condorcet's paradox of 1785, with one ballot for each way."""
    result = ranking.pairwise("abc", [ranking.pairs_of("abc", ballot) for ballot in PARADOX])
    assert table(result) == [("=1", "a", 1), ("=1", "b", 1), ("=1", "c", 1)]
    assert (result.winner, result.circles) == (None, (("a", "b", "c"),))
    assert result.finding == (
        "No item beats all others. a, b and c go round in a circle: each is beaten by another of them."
    )


def test_a_circle_below_a_winner_is_named_too():
    result = ranking.pairwise("abcd", [[*["da", "db", "dc"], *["ab", "bc", "ca"]]])
    assert (result.winner, result.circles) == ("d", (("a", "b", "c"),))
    assert result.finding == ("d beats all others. a, b and c go round in a circle: each is beaten by another of them.")


def test_two_circles_are_told_apart():
    within = ["ab", "bc", "ca", "de", "ef", "fd"]
    across = [(one, other) for one in "abc" for other in "def"]
    assert ranking.pairwise("abcdef", [[*within, *across]]).circles == (("a", "b", "c"), ("d", "e", "f"))


def test_a_draw_at_the_top_is_no_circle():
    result = ranking.pairwise("abc", [[("a", "b"), ("a", "c")], [("b", "a"), ("b", "c")]])
    assert table(result) == [("=1", "a", Fraction(3, 2)), ("=1", "b", Fraction(3, 2)), ("3", "c", 0)]
    assert (result.winner, result.circles, result.finding) == (None, (), "No item beats all others.")


def test_a_pair_that_nobody_judged_counts_for_neither():
    result = ranking.pairwise("abcd", [[("a", "b"), ranking.level("b", "c")], []])
    assert table(result) == [("1", "a", 1), ("=2", "b", HALF), ("=2", "c", HALF), ("", "d", None)]
    assert [row.said for row in result.rows] == [1, 1, 1, 0]
    assert (result.ballots, result.abstentions, result.winner) == (2, 1, None)


def test_those_who_judged_a_pair_level_are_counted_apart():
    result = ranking.pairwise("ab", [[("a", "b")], [ranking.level("b", "a")], [ranking.level("a", "b")]])
    assert (result.matrix, result.levels) == (((0, 1), (0, 0)), ((0, 2), (2, 0)))
    assert table(result) == [("1", "a", 1), ("2", "b", 0)]


def test_where_nobody_looked_at_any_pair_there_is_no_finding():
    assert ranking.pairwise("ab", [[], []]).finding == "Nobody looked at any pair."


def test_a_ballot_in_order_says_nothing_of_two_that_it_left_out():
    said = ranking.pairs_of("abcd", order(["c", "b"]))
    assert said == [
        ranking.Judgement("b", "a"),
        ranking.Judgement("c", "a"),
        ranking.level("b", "c"),
        ranking.Judgement("b", "d"),
        ranking.Judgement("c", "d"),
    ]


def test_a_pair_is_of_two_and_judged_once():
    assert refused(ranking.pairwise, "ab", [[("a", "a")]]) == "A pair is made of two different things."
    twice = {refused(ranking.pairwise, "ab", [[("a", "b"), again]]) for again in ("ab", "ba", ranking.level("a", "b"))}
    assert twice == {"The same pair was judged twice on one sheet."}


# --- What every method says -------------------------------------------------------------------------------------------


def test_each_method_has_a_name_and_says_in_words_how_it_counts():
    assert len({str(method.name) for method in METHODS}) == len(METHODS)
    assert all(str(method.explanation).endswith(".") for method in METHODS)


def test_about_anything_else_than_was_asked_all_are_refused():
    sentence = "This is about something that nobody was asked about."
    assert {
        refused(ranking.rank, "ab", [{"z": 1}]),
        refused(ranking.points, "ab", [{"z": 1}]),
        refused(ranking.pairwise, "ab", [[("a", "z")]]),
        refused(ranking.pairs_of, "ab", {"z": 1}),
        refused(ranking.weigh, {"a": 1}, "x", {"all": [{"z": {"a": 1}}]}),
        refused(ranking.weigh, {"a": 1}, "x", {"all": [{"x": {"z": 1}}]}),
    } == {sentence}


def test_an_item_that_is_there_twice_is_an_error_of_the_caller():
    with pytest.raises(ValueError, match="twice"):
        ranking.rank("aba", [])
