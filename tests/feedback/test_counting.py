"""Counting stops where nobody cares any more: beyond a thousand it says so."""

import pytest

from feedback.counting import MANY, in_words
from feedback.models import Contribution
from tests import build
from tests.cycle.pages import signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


def filled(stage, first, number):
    """Bring the stage to this many contributions like the first."""
    kept = {field.attname: getattr(first, field.attname) for field in Contribution._meta.concrete_fields}
    row = {name: value for name, value in kept.items() if name not in ("id", "token")}
    missing = number - Contribution.objects.in_stage(stage).count()
    Contribution.objects.bulk_create(Contribution(**row) for _ in range(missing))


def test_a_number_is_told_up_to_a_thousand_and_then_only_that_there_are_more():
    assert [in_words(number) for number in (0, 7, MANY, MANY + 1)] == ["0", "7", "1000", "over 1,000"]


def test_pages_tell_over_a_thousand_contributions_without_counting_them_all():
    cast = build.cast()
    stage = build.opened(cast.cycle, "needs")
    first = build.contribution(stage, cast.mia, cast.users)
    filled(stage, first, MANY + 3)
    officer = signed_in(cast.ann)
    assert '<span class="rooms__count">(over 1,000)</span>' in words(officer.get(url(stage)))
    whole = words(officer.get(f"/cycles/{cast.cycle.slug}/"))
    assert "over 1,000 said, over 1,000 wait for an answer" in whole
    assert "over 1,000 answers are owed" in whole
    assert "Answer over 1,000 contributions: Needs assessment" in words(officer.get("/"))
