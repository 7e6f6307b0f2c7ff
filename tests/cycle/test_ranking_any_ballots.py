"""What holds for any ballots of a priority exercise, by every method (R45)."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle import ranking

from .ballots import ballots_in_order, ballots_of_pairs, ballots_of_points, ballots_of_scores, sizes, tiers

WEIGHTS = {"p": 5, "q": 3, "r": 1}


def weighed(items, sheets):
    return ranking.weigh(WEIGHTS, items, {"all": sheets})


def renamed(ballot, names):
    """The same ballot about items with other names."""
    if isinstance(ballot, dict):
        return {names[item]: said for item, said in ballot.items()}
    return [ranking.Judgement(names[one], names[other], is_tie) for one, other, is_tie in ballot]


COUNTS = {
    "rank": (ranking.rank, ballots_in_order, {}),
    "points": (ranking.points, ballots_of_points, {}),
    "pairwise": (ranking.pairwise, ballots_of_pairs, []),
    "weigh": (weighed, ballots_of_scores, {}),
}
by_every_method = pytest.mark.parametrize(("count", "ballots", "empty"), COUNTS.values(), ids=list(COUNTS))


@by_every_method
@given(data=st.data(), size=sizes)
def test_it_does_not_matter_who_gives_a_ballot_first(count, ballots, empty, data, size):
    given_ = data.draw(st.lists(ballots(size), max_size=8))
    assert count(range(size), data.draw(st.permutations(given_))) == count(range(size), given_)


@by_every_method
@given(data=st.data(), size=sizes)
def test_items_with_other_names_get_the_same_places(count, ballots, empty, data, size):
    given_ = data.draw(st.lists(ballots(size), max_size=8))
    names = data.draw(st.permutations("uvwxyz"))[:size]
    before, after = count(range(size), given_), count(names, [renamed(ballot, names) for ballot in given_])
    assert [(names[row.item], row.score, row.label, row.said) for row in before.rows] == [
        (row.item, row.score, row.label, row.said) for row in after.rows
    ]


@by_every_method
@given(data=st.data(), size=sizes)
def test_it_does_not_matter_in_which_order_the_items_were_asked_about(count, ballots, empty, data, size):
    given_ = data.draw(st.lists(ballots(size), max_size=8))
    shuffled = data.draw(st.permutations(range(size)))
    assert set(count(shuffled, given_).rows) == set(count(range(size), given_).rows)


@by_every_method
@given(data=st.data(), size=sizes)
def test_an_abstention_changes_nothing_but_the_counts(count, ballots, empty, data, size):
    given_ = data.draw(st.lists(ballots(size), max_size=8))
    before, after = count(range(size), given_), count(range(size), [*given_, empty])
    assert after.rows == before.rows
    assert (after.ballots, after.abstentions) == (before.ballots + 1, before.abstentions + 1)


@by_every_method
def test_when_all_abstain_nothing_has_a_place(count, ballots, empty):
    result = count("ab", [empty, empty])
    assert [(row.score, row.place, row.said) for row in result.rows] == [(None, None, 0)] * 2
    assert (result.ballots, result.abstentions) == (2, 2)
    assert result.rows == count("ab", []).rows


@by_every_method
@given(data=st.data(), size=sizes)
def test_a_place_is_one_more_than_the_number_of_those_that_are_better(count, ballots, empty, data, size):
    rows = [row for row in count(range(size), data.draw(st.lists(ballots(size), max_size=8))).rows if row.place]
    assert all(above.score >= below.score for above, below in pairwise(rows))
    assert [row.place for row in rows] == [1 + sum(other.score > row.score for other in rows) for row in rows]
    assert [row.is_shared for row in rows] == [sum(other.score == row.score for other in rows) > 1 for row in rows]


def as_points(ballot):
    return {item: len(ballot) - place for item, place in ballot.items()}


def as_scores(ballot):
    return {item: {"p": 10 - place} for item, place in ballot.items()}


@given(data=st.data(), size=sizes, voices=st.integers(1, 5))
def test_when_all_say_the_same_every_method_says_it_too(data, size, voices):
    ballot = data.draw(tiers(size).filter(lambda ballot: len(set(ballot.values())) > 1))
    items = range(size)
    results = [
        ranking.rank(items, [ballot] * voices),
        ranking.points(items, [as_points(ballot)] * voices, budget=size * size),
        ranking.pairwise(items, [ranking.pairs_of(items, ballot)] * voices),
        ranking.weigh({"p": 1}, items, {"all": [as_scores(ballot)] * voices}),
    ]
    wanted = {item: 1 + sum(place < ballot[item] for place in ballot.values()) for item in items}
    assert [result.places for result in results] == [wanted] * len(results)


@given(data=st.data(), size=sizes)
def test_borda_points_add_up_to_the_same_for_every_ballot_that_says_something(data, size):
    result = ranking.rank(range(size), data.draw(st.lists(ballots_in_order(size), min_size=1, max_size=8)))
    voices = result.ballots - result.abstentions
    assert sum(row.score or 0 for row in result.rows) == voices * size * (size - 1) // 2


@given(data=st.data(), size=sizes)
def test_two_that_every_ballot_ties_have_the_same_score(data, size):
    given_ = data.draw(st.lists(tiers(size).map(lambda ballot: ballot | {1: ballot[0]}), min_size=1, max_size=8))
    pairs = [ranking.pairs_of(range(size), ballot) for ballot in given_]
    for result in (ranking.rank(range(size), given_), ranking.pairwise(range(size), pairs)):
        one, other = (row for row in result.rows if row.item in (0, 1))
        assert (one.score, one.label) == (other.score, other.label)
        assert one.is_shared


@given(data=st.data(), size=sizes)
def test_a_tie_is_the_same_said_either_way_round(data, size):
    given_ = data.draw(st.lists(ballots_of_pairs(size), max_size=8))
    turned = [[ranking.level(one[1], one[0]) if one.is_tie else one for one in ballot] for ballot in given_]
    assert ranking.pairwise(range(size), turned) == ranking.pairwise(range(size), given_)


@given(data=st.data(), size=sizes)
def test_one_that_beats_all_others_is_first_and_in_no_circle(data, size):
    result = ranking.pairwise(range(size), data.draw(st.lists(ballots_of_pairs(size), max_size=8)))
    if result.winner is not None:
        assert (result.rows[0].item, result.rows[0].label, result.rows[0].score) == (result.winner, "1", size - 1)
    assert result.winner not in {item for group in result.circles for item in group}


@given(data=st.data(), size=sizes)
def test_in_a_circle_each_beats_one_of_it_and_is_beaten_by_one(data, size):
    result = ranking.pairwise(range(size), data.draw(st.lists(ballots_of_pairs(size), max_size=5)))
    at = {row.item: index for index, row in enumerate(result.rows)}

    def beats(one, other):
        return result.matrix[at[one]][at[other]] > result.matrix[at[other]][at[one]]

    for group in result.circles:
        assert len(group) >= 3
        assert all(any(beats(one, other) for other in group) for one in group)
        assert all(any(beats(other, one) for other in group) for one in group)


weights = st.fixed_dictionaries(dict.fromkeys("pqr", st.fractions(Fraction(1, 100), 100)))


@given(weights, st.fractions(Fraction(1, 1000), 1000))
def test_weights_add_up_to_one_and_only_their_proportion_counts(some, factor):
    scaled = {criterion: weight * factor for criterion, weight in some.items()}
    assert sum(ranking.normalised(some).values()) == 1
    assert ranking.normalised(scaled) == ranking.normalised(some)


@given(weights, st.lists(ballots_of_scores(3), max_size=5))
def test_a_total_lies_between_the_lowest_and_the_highest_mean(some, sheets):
    for row in ranking.weigh(some, range(3), {"all": sheets}).rows:
        means = [mean for mean in row.means if mean is not None]
        assert (row.score is None) == (not means) == (row.share == 0)
        assert not means or min(means) <= row.score <= max(means)
        assert (row.share == 1) == (len(means) == 3) == (row.note == "")


@given(data=st.data(), size=sizes)
def test_tau_is_the_same_from_either_side_and_never_beyond_one(data, size):
    one, other = data.draw(ballots_in_order(size)), data.draw(ballots_in_order(size))
    here, there = ranking.agreement(one, other), ranking.agreement(other, one)
    assert (here.tau, here.same, here.opposite, here.tied) == (there.tau, there.same, there.opposite, there.tied)
    assert here.tau is None or -1 <= here.tau <= 1
    differences = {row.item: row.difference for row in there.rows}
    assert all(row.difference is None or row.difference == -differences[row.item] for row in here.rows)


@given(data=st.data(), size=sizes)
def test_a_ranking_agrees_with_itself_wholly_and_with_itself_turned_round_not_at_all(data, size):
    ballot = data.draw(tiers(size).filter(lambda ballot: len(set(ballot.values())) > 1))
    assert ranking.agreement(ballot, ballot).tau == 1
    assert ranking.agreement(ballot, {item: -place for item, place in ballot.items()}).tau == -1
