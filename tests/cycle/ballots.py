"""Ballots of priority exercises for tests: written by hand, or any that there may be."""

from itertools import combinations

import pytest
from hypothesis import strategies as st

from cycle import ranking
from people.refusal import Refused


def order(*items):
    """A ballot that puts the items in this order; a list among them shares a place."""
    tiers = [item if isinstance(item, list) else [item] for item in items]
    return {item: place for place, tier in enumerate(tiers, start=1) for item in tier}


def table(result):
    """The label and the score of each item, best first."""
    return [(row.label, row.item, row.score) for row in result.rows]


def refused(count, *what):
    with pytest.raises(Refused) as refusal:
        count(*what)
    return str(refusal.value.sentence)


# --- Any ballots of so many items, which are the numbers from 0 ---

sizes = st.integers(2, 6)


def tiers(size):
    """Rankings of all items, ties allowed."""
    return st.fixed_dictionaries(dict.fromkeys(range(size), st.integers(1, size)))


def ballots_in_order(size):
    return st.dictionaries(st.integers(0, size - 1), st.integers(1, size))


def ballots_of_points(size):
    return st.dictionaries(st.integers(0, size - 1), st.integers(0, 10 // size))


def ballots_of_pairs(size):
    judged = st.sampled_from([(0, 1, False), (1, 0, False), (0, 1, True), None])
    pairs = list(combinations(range(size), 2))
    answers = st.lists(judged, min_size=len(pairs), max_size=len(pairs))
    return answers.map(
        lambda said: [
            ranking.Judgement(pair[a], pair[b], is_tie)
            for pair, (a, b, is_tie) in ((pair, one) for pair, one in zip(pairs, said, strict=True) if one)
        ]
    )


def ballots_of_scores(size):
    return st.dictionaries(st.integers(0, size - 1), st.dictionaries(st.sampled_from("pqr"), st.integers(0, 10)))
