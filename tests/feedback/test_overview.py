"""The whole cycle on one page: ring, list, pressures, and what waits in it."""

import pytest

from cycle.models import KINDS
from involvement.models import Override
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db


def lines(cycle, reader=None):
    """What the page says of each stage: slug -> (shape, note)."""
    shown = signed_in(reader).get(cycle.get_absolute_url()).context["overview"].lines
    return {line.stage.kind_slug: (line.shape, line.note) for line in shown}


@pytest.mark.req("R1", "R2", "R6")
def test_anybody_sees_every_stage_of_a_published_cycle_under_its_name(people):
    page = words(signed_in().get(people.cycle.get_absolute_url()))
    assert [kind.slug for kind in KINDS.values() if str(kind.on_ring) not in page] == []
    assert page.count("Added to the original figure") == sum(kind.addition for kind in KINDS.values())
    assert ["Users take part in every stage" in page, "Purpose, role and limits are agreed at each stage" in page] == [
        True,
        True,
    ]


@pytest.mark.req("R4")
def test_each_stage_names_what_it_builds_on(people):
    page = words(signed_in().get(people.cycle.get_absolute_url()))
    for kind in KINDS.values():
        for source in kind.fed_by:
            assert f"{KINDS[source].on_ring} feeds {kind.on_ring}" in page
    room = words(signed_in().get(people.stage("strategy").get_absolute_url()))
    here = people.cycle.get_absolute_url()
    for source in KINDS["strategy"].fed_by:
        assert f'href="{here}stages/{source}/">{KINDS[source].name}</a>' in room


@pytest.mark.req("R3")
def test_every_state_has_its_shape_and_its_note(people):
    cycle = people.cycle
    build.begin(people.stage("priorities"))
    build.proposed(people.stage("strategy"))
    build.signed(build.proposed(people.stage("decision")), "decline", "We were not asked.")
    testing = build.begin(people.stage("testing"))
    Override.open(testing, people.ann, "The grant ends.")
    done = build.opened(cycle, "framework")
    build.record(done)
    build.answer(build.contribution(done))
    done.finish(people.ann)
    budget = build.opened(cycle, "budget")
    build.budget_cut(cycle)
    needs = build.opened(cycle, "needs")
    build.contribution(needs)
    build.answer(build.contribution(needs))
    day = budget.cycle.events.material().last().at
    assert lines(cycle) == {slug: ("not_yet", "") for slug in KINDS} | {
        "priorities": ("preparing", ""),
        "strategy": ("agreeing", "waits for Commissioning team and 1 more"),
        "decision": ("declined", "Commissioning team and 1 more said no"),
        "testing": ("open", "without agreement"),
        "framework": ("finished", "1 said, all answered"),
        "budget": ("changed", f"on {day:%-d %B}, sign again"),
        "needs": ("open", "2 said, 1 waits for an answer"),
    }
    page = signed_in().get(cycle.get_absolute_url())
    assert page.context["overview"].middle == ["6 of 13 stages under way", "1 answer is owed"]


@pytest.mark.req("R18", "R19", "R21")
def test_pressures_stand_on_their_side_of_the_figure(people):
    sorts = {"directive": "From government", "budget": "From here", "circumstances": "Changing circumstances",
             "if things go wrong": "If things go wrong", "silent values": "Less tangible"}  # fmt: skip
    for sort in sorts:
        build.record(people.stage("context"), title=f"Pressure by {sort}", sort=sort)
    page = signed_in().get(people.cycle.get_absolute_url())
    groups = page.context["overview"].pressures
    assert [str(group["title"]) for group in groups if group["addition"]] == ["Less tangible"]
    assert "This group is added by us. It is not in the original figure." in words(page)
    assert {group["rows"][0]["name"]: str(group["title"]) for group in groups} == {
        f"Pressure by {sort}": title for sort, title in sorts.items()
    }


@pytest.mark.req("R14")
def test_a_withheld_pressure_is_counted_and_not_named(people):
    build.withheld(people.stage("context"), title="Secret talks")
    pages = {name: words(signed_in(who).get(people.cycle.get_absolute_url())) for name, who in
             {"nobody": None, "mia": people.mia, "ann": people.ann}.items()}  # fmt: skip
    told = {
        name: ("1 more pressure is not open to you" in page, "Secret talks" in page) for name, page in pages.items()
    }
    assert told == {"nobody": (True, False), "mia": (True, False), "ann": (False, True)}


def test_a_cycle_that_is_not_published_is_there_only_for_those_in_it():
    people = build.cast(published=False)
    seen = {name: signed_in(person).get(people.cycle.get_absolute_url()).status_code for name, person in
            {"nobody": None, **people.people()}.items()}  # fmt: skip
    assert seen == {"nobody": 404, **dict.fromkeys(people.people(), 200), "zoe": 404}


def test_officers_open_the_cycle_for_everyone_from_its_page():
    people = build.cast(published=False)
    button = "Open it for everyone to read"
    pages = {
        name: words(signed_in(getattr(people, name)).get(people.cycle.get_absolute_url())) for name in ("ola", "mia")
    }
    assert {name: button in page for name, page in pages.items()} == {"ola": True, "mia": False}


def test_what_waits_in_this_cycle_is_told_on_its_page_and_to_nobody_else(people):
    build.proposed(people.stage("needs"))
    told = {name: len(signed_in(who).get(people.cycle.get_absolute_url()).context["waiting"]) for name, who in
            {"bea": people.bea, "mia": people.mia, "nobody": None}.items()}  # fmt: skip
    assert told == {"bea": 1, "mia": 0, "nobody": 0}


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_the_page_takes_the_same_queries_however_much_is_in_the_cycle(people, reader):
    browser, address = signed_in(reader and getattr(people, reader)), people.cycle.get_absolute_url()

    def fill(*kinds):
        for kind in kinds:
            stage = build.opened(people.cycle, kind)
            build.contribution(stage)
            build.answer(build.contribution(stage, people.mia))
        build.record(people.stage("context"))
        build.withheld(people.stage("context"))
        build.budget_cut(people.cycle)

    fill("needs")
    once = queries(browser, address)
    fill("context", "budget", "strategy", "priorities", "testing")
    assert queries(browser, address) == once
    assert once < 77
