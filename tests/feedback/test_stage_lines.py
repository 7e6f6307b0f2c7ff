"""What the list of stages says of each: its agreement, what changed since, on whom it waits; else nothing."""

import pytest
from django.urls import reverse

from feedback.models import Contribution
from involvement.leaving import end_part
from involvement.models import Override
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db


def facts(cycle, reader=None):
    """slug -> the facts of each stage that has any, as the page of the cycle has them for this reader."""
    lines = signed_in(reader).get(cycle.get_absolute_url()).context["overview"].lines
    return {line.stage.kind_slug: [said for said, _mark in line.facts] for line in lines if line.facts}


@pytest.mark.req("R6")
def test_each_stage_says_where_its_agreement_stands_and_on_whom_it_waits(people):
    cycle = people.cycle
    build.begin(people.stage("priorities"))
    build.draft(people.stage("strategy"))
    build.proposed(people.stage("needs"))
    build.signed(build.proposed(people.stage("decision")), "decline", "We were not asked.")
    Override.open(build.begin(people.stage("testing")), people.ann, "The grant ends.")
    build.contribution(build.opened(cycle, "framework"))
    assert facts(cycle) == {
        "priorities": ["Agreement: none yet", "Waits for the officers"],
        "strategy": ["Agreement: being drafted", "Waits for the officers"],
        "needs": [
            "Agreement: waits for signatures (version 1)",
            "Waits for Commissioning team and Meals Voice",
        ],
        "decision": ["Agreement: declined (version 1)", "Waits for the officers"],
        "testing": ["Agreement: opened without one"],
        "framework": [
            "Agreement: in force (version 1)",
            "Waits for the officers",
            "1 said, 1 waits for an answer",
        ],
    }


@pytest.mark.req("R6", "R20")
def test_a_stage_says_how_much_changed_since_it_was_signed_and_what_changed_last(people):
    budget = people.stage("budget")
    build.record(budget, title="Meals 2023")
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    day = f"{build.budget_cut(people.cycle).at:%-d %B}"
    expected = f"2 changes since, the newest: Meals 2023, {day}"
    assert expected in facts(people.cycle)["needs"]
    assert expected in words(signed_in().get(people.cycle.get_absolute_url()))


@pytest.mark.req("R14")
def test_a_change_that_is_not_open_to_a_reader_is_counted_and_not_named(people):
    build.withheld(people.stage("budget"), title="Secret line")
    build.opened(people.cycle, "needs")
    day = f"{build.budget_cut(people.cycle).at:%-d %B}"
    told = {
        name: facts(people.cycle, who)["needs"][1]
        for name, who in {"nobody": None, "bea": people.bea, "ann": people.ann}.items()
    }
    hidden = f"1 change since: something that is not open to you, {day}"
    assert told == {"nobody": hidden, "bea": hidden, "ann": f"1 change since: Secret line, {day}"}


def test_one_person_who_takes_part_is_not_named(people):
    somebody = build.person("Mo Alone", "mo@example.org")
    part = people.cycle.admit(people.ann, "providers", person=somebody)
    build.proposed(people.stage("needs"), parties=[part])
    assert "Somebody who works for a provider" in facts(people.cycle)["needs"][1]
    assert "Mo Alone" not in words(signed_in().get(people.cycle.get_absolute_url()))


def test_when_its_users_have_left_a_stage_says_what_changed_and_waits(people):
    build.opened(people.cycle, "needs")
    end_part(people.cycle, people.ann, people.users, "They have stopped.")
    day = f"{people.cycle.events.order_by('number').last().at:%-d %B}"
    assert facts(people.cycle)["needs"] == [
        "Agreement: signed before a change (version 1)",
        f"1 change since: Meals Voice, {day}",
        "Waits for Commissioning team",
    ]


@pytest.mark.parametrize("name", ["cycle", "where_we_are", "briefing"])
def test_the_pages_take_the_same_queries_at_ten_and_at_a_thousand_contributions(people, name):
    needs = build.opened(people.cycle, "needs")
    for _number in range(10):
        said = build.contribution(needs)
    build.answer(said, outcome="later")
    build.record(needs)
    build.budget_cut(people.cycle)
    address = reverse(name, args=[people.cycle.slug, *(["needs"] if name == "briefing" else [])])
    browser = signed_in(people.cara)
    few = queries(browser, address)
    same = {field.attname: getattr(said, field.attname) for field in Contribution._meta.concrete_fields}
    for own in ("id", "token"):
        same.pop(own)
    Contribution.objects.bulk_create(Contribution(**same) for _number in range(990))
    for _number in range(5):
        build.budget_cut(people.cycle)
    print(f"{few} queries")
    assert queries(browser, address) == few
    assert few < 58
