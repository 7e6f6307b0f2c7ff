"""What is paid, in sums: a person's own weeks for an adviser, and quarters of five people or more (R76)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from involvement.paying.totals import quarters_of
from involvement.paying.weeks import weeks_of
from tests import build

pytestmark = [pytest.mark.django_db, pytest.mark.req("R76")]


@pytest.fixture
def cast():
    """The cast, with a stage in which people talk."""
    made = build.cast()
    build.begin(made.stage("needs"))
    return made


@pytest.fixture
def offer(cast):
    """A day's work that is paid."""
    return build.offer(cast.stage("needs"))


def test_weeks_tell_one_person_their_own_money_and_nothing_is_reckoned(cast, offer):
    build.paid(build.decided(build.claimed(offer, cast.mia)))
    (week,) = weeks_of(cast.mia)
    assert (week.fees, week.costs, week.monday.weekday()) == (Decimal(75), Decimal("4.20"), 0)
    assert weeks_of(cast.bea) == []


def paid_by(cast, people, offer):
    for person in people:
        build.paid(build.decided(build.claimed(offer, person, takes_fee=False)))


def new_members(number, group):
    people = [build.person(f"Member {group} {each}") for each in range(number)]
    for each in people:
        build.member(each, group)
    return people


def test_a_sum_is_told_of_five_people_when_three_months_are_over(cast, offer):
    paid_by(cast, new_members(4, cast.meals_voice), offer)
    later = timezone.localdate() + timedelta(days=100)
    assert [quarter.whole.told for quarter in quarters_of(cast.cycle, later)] == [None]
    paid_by(cast, new_members(1, cast.meals_voice), offer)
    assert [quarter.whole.told for quarter in quarters_of(cast.cycle, later)] == [Decimal("21.00")]
    assert quarters_of(cast.cycle) == []


def test_no_groups_sum_is_told_where_the_rest_would_be_of_a_few(cast, offer):
    other = build.group("Second Voice")
    build.admit(cast.cycle, other)
    paid_by(cast, new_members(5, cast.meals_voice), offer)
    paid_by(cast, new_members(1, other), offer)
    later = timezone.localdate() + timedelta(days=100)
    (quarter,) = quarters_of(cast.cycle, later)
    assert (quarter.whole.told, [each.told for each in quarter.groups]) == (Decimal("25.20"), [None, None])
