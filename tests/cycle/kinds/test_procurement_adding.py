"""The scores of bids are added up as one would by hand, and in whatever order they come."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cycle.kinds.procurement.adding import Measure, add_up, mean

QUALITY = Measure("quality", 30, 10)
TASTE = Measure("taste", 20, 5)
PRICE = Measure("price", 50, 10, is_of_price=True)


def told(totals):
    return {each.bid: (each.points, each.place) for each in totals}


def test_three_criteria_are_added_up_as_by_hand():
    """Acme: 30 × 8/10 + 20 × 4/5 + 50 × 2/2 = 24 + 16 + 50 = 90. Beta: 30 × 9/10 + 20 × 5/5 + 50 × 2/3 = 80 1/3."""
    scores = {("Acme", "quality"): 8, ("Acme", "taste"): 4, ("Beta", "quality"): 9, ("Beta", "taste"): 5}
    prices = {"Acme": Decimal("2.00"), "Beta": Decimal("3.00")}
    found = told(add_up((QUALITY, TASTE, PRICE), ("Acme", "Beta"), scores, prices))
    assert found == {"Acme": (Fraction(90), 1), "Beta": (Fraction(241, 3), 2)}


def test_equal_totals_are_one_tie_and_the_next_place_stays_free():
    """Both have 30 × 5/10 = 15, the third 30 × 1/10 = 3: places 1, 1 and 3."""
    scores = {("A", "quality"): 5, ("B", "quality"): 5, ("C", "quality"): 1}
    found = add_up((QUALITY,), ("C", "B", "A"), scores, {})
    assert [(each.bid, each.place, each.is_shared) for each in found] == [
        ("B", 1, True),
        ("A", 1, True),
        ("C", 3, False),
    ]


def test_thirds_that_look_alike_when_rounded_are_no_tie():
    """50 × 2/3 = 33 1/3 and 50 × 66667/100000 = 33.3335: a place apart, although both read 33.33."""
    prices = {"A": Decimal(1), "B": Decimal("1.5"), "C": Decimal("1.49999")}
    found = told(add_up((PRICE,), "ABC", {}, prices))
    assert (found["B"][1], found["C"][1]) == (3, 2)


def test_a_bid_below_a_fatal_minimum_is_out_and_its_price_is_not_the_lowest():
    """Cheap has 4 where 5 are needed: it is out. Of the others the lowest price is 2: Acme 50, Beta 50 × 2/4 = 25."""
    safe = Measure("safe", 50, 10, minimum=5, is_fatal=True)
    scores = {("Cheap", "safe"): 4, ("Acme", "safe"): 5, ("Beta", "safe"): 10}
    prices = {"Cheap": Decimal(1), "Acme": Decimal(2), "Beta": Decimal(4)}
    found = add_up((safe, PRICE), ("Cheap", "Acme", "Beta"), scores, prices)
    assert told(found) == {"Acme": (Fraction(75), 1), "Beta": (Fraction(75), 1), "Cheap": (None, None)}
    assert [each.is_out for each in found] == [False, False, True]


def test_a_minimum_that_is_not_fatal_is_told_and_counts_on():
    kind = Measure("kind", 100, 10, minimum=5)
    (found,) = add_up((kind,), ("Acme",), {("Acme", "kind"): 4}, {})
    assert (found.points, found.is_out, found.parts[0].is_short) == (Fraction(40), False, True)


def test_what_lacks_a_score_or_a_price_has_no_total_and_no_place():
    found = told(add_up((QUALITY, PRICE), ("Acme", "Beta"), {("Acme", "quality"): 5}, {"Beta": Decimal(1)}))
    assert found == {"Acme": (None, None), "Beta": (None, None)}


def test_the_average_is_exact():
    assert (mean([1, 2, 2]), mean([])) == (Fraction(5, 3), None)


def test_a_price_of_nothing_takes_it_all():
    found = told(add_up((PRICE,), ("Free", "Acme"), {}, {"Free": Decimal(0), "Acme": Decimal(2)}))
    assert found == {"Free": (Fraction(50), 1), "Acme": (Fraction(0), 2)}


BIDS = ("A", "B", "C", "D")
NUMBERS = st.dictionaries(
    st.tuples(st.sampled_from(BIDS), st.sampled_from(("quality", "taste"))), st.integers(0, 5), min_size=8, max_size=8
)
PRICES = st.fixed_dictionaries({bid: st.decimals(min_value=1, max_value=999, places=2) for bid in BIDS})


@given(NUMBERS, PRICES, st.permutations(BIDS), st.permutations((QUALITY, TASTE, PRICE)))
def test_the_order_of_bids_and_of_criteria_changes_nothing(scores, prices, bids, measures):
    assert told(add_up(measures, bids, scores, prices)) == told(add_up((QUALITY, TASTE, PRICE), BIDS, scores, prices))


@given(NUMBERS, PRICES)
def test_no_total_is_above_a_hundred_and_a_better_score_never_hurts(scores, prices):
    before = told(add_up((QUALITY, TASTE, PRICE), BIDS, scores, prices))
    assert all(0 <= points <= 100 for points, _place in before.values())
    better = scores | {("A", "taste"): 5}
    after = told(add_up((QUALITY, TASTE, PRICE), BIDS, better, prices))
    assert after["A"][0] >= before["A"][0]
    assert after["A"][1] <= before["A"][1]


@given(st.permutations([3, 7, 7, 10, 0]))
def test_the_order_in_which_scores_were_given_changes_no_average(scores):
    assert mean(scores) == Fraction(27, 5)
