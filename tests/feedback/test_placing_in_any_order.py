"""In whatever order people answer and change their minds, no count gives one of them away by what came before (R23).

Whoever reads every count, and knows the answers of all but one person, learns something from the difference of two
counts only about the people with another answer in between. There are always at least five of them.
"""

from collections import Counter

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.models import Placing, Tally
from feedback.models.placing import MINIMUM
from tests import build

PEOPLE = 8
steps = st.lists(
    st.tuples(st.integers(0, PEOPLE - 1), st.sampled_from(Placing.Position.values)), min_size=MINIMUM, max_size=40
)


def counts():
    return [{position: number for position, _words, number in tally.counts} for tally in Tally.objects.order_by("pk")]


def walk(stage, people, taken):
    """Let people answer in this order; see that a count is taken just when five or more answers are other ones.

    Beside the product stand two dicts: what each person says now, and what the last count is based on.
    """
    now, last, shown = {}, {}, []
    for who, position in taken:
        Placing.place(stage, people[who], position)
        now[who] = position
        different = {each for each in now if now[each] != last.get(each)}
        found = counts()
        if len(different) < MINIMUM:
            assert found == shown
            continue
        assert found[:-1] == shown
        assert found[-1] == dict.fromkeys(Placing.Position.values, 0) | Counter(now.values())
        shown, last = found, dict(now)


@pytest.mark.django_db
def test_two_counts_that_follow_each_other_differ_by_five_people_or_more():
    cast = build.cast()
    stage = build.opened(cast.cycle, "needs")
    people = build.members(cast.cycle, PEOPLE)
    with_counts = []

    @settings(max_examples=60)
    @given(taken=steps)
    def in_this_order(taken):
        with transaction.atomic():
            walk(stage, people, taken)
            with_counts.append(Tally.objects.count())
            transaction.set_rollback(True)

    in_this_order()
    assert max(with_counts) > 1
