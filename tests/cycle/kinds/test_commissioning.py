"""Commission: an intention follows from a priority and a decision; users have a part in an ending (R52, R53)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "commissioning")


def step(stage, intention, **over):
    model = stage.kind.record_named("steps")
    return build.record(stage, model=model, intention=intention, **over)


@pytest.mark.req("R52")
def test_the_chain_leads_from_priority_to_decision_to_change_with_the_money_in_all(cast, stage):
    decided = build.record(cast.stage("decision"), title="Keep it hot")
    first = build.record(cast.stage("priorities"), title="Hot meals")
    build.record(stage, title="More drivers", change="invest", amount_a_year=Decimal(1000), saving_a_year=None,
                 decision=decided, priorities=[first])  # fmt: skip
    build.record(stage, title="Fewer vans", change="decommission", amount_a_year=None, saving_a_year=Decimal(1500))
    page = words(signed_in().get(f"{stage.get_absolute_url()}whole/"))
    told = ("Hot meals", "Keep it hot", "More drivers", "£1,000", "−£1,500", "−£500", "None is named.")
    assert [each for each in told if each not in page] == []
    assert str(stage.kind.gaps_in(stage)[0]) == (
        "Say of each change from which priority and which decision it comes. 1 does not say both yet."
    )


@pytest.mark.req("R52")
def test_the_money_in_all_is_of_what_the_reader_may_read(cast, stage):
    build.record(stage, amount_a_year=Decimal(10), saving_a_year=None)
    build.withheld(stage, amount_a_year=Decimal(20), saving_a_year=None)
    address = f"{stage.get_absolute_url()}whole/"
    assert "£30" not in words(signed_in().get(address))
    assert "£30" in words(signed_in(cast.ann).get(address))


@pytest.mark.req("R53")
def test_an_ending_lacks_something_until_users_have_a_part_from_its_start_to_its_close(stage):
    ending = build.record(stage, change="decommission")

    def gap():
        return next((str(each) for each in stage.kind.gaps_in(stage) if "ends" in str(each)), "")

    assert gap() == (
        "Something ends, and no step says how those whom it affects take part: at the start, before anything changes, "
        "while it changes and at the end, when it is done or closed."
    )
    step(stage, ending, phase="start")
    step(stage, ending, phase="during", users_part="")
    assert "while it changes and at the end" in gap()
    step(stage, ending, phase="during")
    step(stage, ending, phase="closure")
    assert gap() == ""


@pytest.mark.req("R53")
def test_a_step_waits_for_the_officers_until_it_is_done(cast, stage):
    due = timezone.localdate() + timedelta(days=2)
    made = step(stage, build.record(stage), title="Write to all", due_on=due, done_on=None)
    sentence = "Take this step, and write down the day: “Write to all”"

    def told(person):
        return sentence in [row.sentence for row in signed_in(person).get("/").context["waiting"]]

    assert (told(cast.ola), told(cast.mia)) == (True, False)
    made.revise(cast.ann, 1, "It is done.", done_on=due)
    assert not told(cast.ola)


def test_the_work_takes_as_many_queries_for_one_intention_as_for_ten(stage, django_assert_num_queries):
    def queries():
        with django_assert_num_queries(99, exact=False) as asked:
            signed_in().get(f"{stage.get_absolute_url()}whole/")
        return len(asked)

    step(stage, build.record(stage))
    signed_in().get(f"{stage.get_absolute_url()}whole/")
    few = queries()
    for _number in range(9):
        step(stage, build.record(stage, change="decommission"))
    signed_in().get(f"{stage.get_absolute_url()}whole/")
    assert queries() == few
