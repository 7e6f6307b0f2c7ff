"""One answer to many that says "later" is one promise to all of them; what had one of its own goes on with that."""

from datetime import date

import pytest

from feedback.answering import answer_many
from feedback.models import Contribution, Promise
from tests import build

pytestmark = pytest.mark.django_db


def waiting(stage):
    """What waits in this stage, as answer_many takes it."""
    found = list(Contribution.objects.in_stage(stage).unanswered().select_related("agreement").order_by("pk"))
    for each in found:
        each.stage, each.cycle = stage, stage.cycle
    return found


@pytest.mark.req("R78")
def test_later_to_many_is_one_promise_to_each_sort_of_readers(people):
    needs = build.opened(people.cycle, "needs")
    for openness in ("public", "public", "withheld"):
        build.contribution(needs, people.mia, openness=openness)
    answer_many(waiting(needs), people.ann, "later", "We look at it in June.", later_by=date(2031, 6, 2))
    made = Promise.objects.order_by("openness")
    assert [(each.openness, each.contributions.count(), each.due_on) for each in made] == [
        ("public", 2, date(2031, 6, 2)), ("withheld", 1, date(2031, 6, 2))
    ]  # fmt: skip


def test_a_promise_to_many_stays_open_when_one_of_them_gets_another_answer(people):
    needs = build.opened(people.cycle, "needs")
    first, _second = (build.contribution(needs, people.mia) for _ in range(2))
    answer_many(waiting(needs), people.ann, "later", "We look at it in June.", later_by=date(2031, 6, 2))
    first.answers.get().judge(people.mia, "does not", "June is too late.")
    build.answer(first, text="It was looked at today.")
    assert Promise.objects.get().state == "open"


def test_what_had_a_promise_of_its_own_keeps_it_when_many_are_answered(people):
    needs = build.opened(people.cycle, "needs")
    own = build.contribution(needs, people.mia)
    build.answer(own, outcome="later", later_by=date(2031, 1, 1)).judge(people.mia, "does not", "When?")
    build.contribution(needs, people.mia)
    answer_many(waiting(needs), people.ann, "no change", "We looked at it.", because="There is no money.")
    assert Promise.objects.get().state == "kept"
