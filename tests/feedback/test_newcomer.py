"""The newcomer's page: what was settled and why, who is who, what one's own part is (R89)."""

import pytest

from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db


def at(cast):
    return f"/cycles/{cast.cycle.slug}/newcomer/"


@pytest.mark.req("R89")
def test_a_newcomer_reads_what_was_settled_and_why_without_anybody_to_tell_them(cast):
    decision = build.opened(cast.cycle, "decision")
    said = {"decided": "Hot or frozen, as people wish.", "why_it_differs": "It costs less."}
    build.record(decision, title="Meals go on", **said)
    build.budget_cut(cast.cycle)
    page = words(signed_in(cast.mia).get(at(cast)))
    for told in (
        build.WORDS["purpose"], build.WORDS["fixed_because"], build.WORDS["who_decides"], "Meals go on",
        "Hot or frozen, as people wish.", "It costs less.", "Reason given: The council has less money.",
    ):  # fmt: skip
        assert told in page
    assert "New here? Read this first" in words(signed_in(cast.mia).get(f"/cycles/{cast.cycle.slug}/"))


@pytest.mark.req("R16", "R89")
def test_each_reads_their_own_part_and_who_is_who(cast):
    build.proposed(cast.stage("needs"), parties=(cast.councillors,))
    cast.cycle.seat(cast.zoe, "officer", cast.ann, limits="May not promise money.")
    page = words(signed_in(cast.mia).get(at(cast)))
    for told in ("You are here for", "Says what it knows (Influences)", "Say anything about the service."):
        assert told in page
    assert page.count("You are here for") == 2  # at the top of the page, and where her part is told
    assert "Read the agreement, and sign it or say why not" not in page
    assert ", Officer. May not promise money." in page
    assert "): People who get meals at home" in page
    assert "Read the agreement, and sign it or say why not" in words(signed_in(cast.bea).get(at(cast)))
    assert "Your part" not in words(signed_in().get(at(cast)))


def test_what_is_withheld_is_said_to_be_there_and_not_told(cast):
    build.begin(cast.stage("decision"))
    build.withheld(cast.stage("decision"), title="The price")
    page = words(signed_in(cast.mia).get(at(cast)))
    assert "There is more, and what is not open to you says why" in page
    assert "The price" not in page
    assert "The price" in words(signed_in(cast.cara).get(at(cast)))


def test_before_anything_has_begun_it_says_so(cast):
    page = words(signed_in(cast.mia).get(at(cast)))
    assert "No stage has begun yet. You are here from the start." in page
    assert "No stage that is under way has an agreement with you in it yet." in page


def test_it_costs_the_same_queries_with_much_as_with_little(cast):
    stage = build.opened(cast.cycle, "decision")
    build.record(stage)
    for _ in range(2):  # the last changes are of one sort, here and below
        build.budget_cut(cast.cycle)
    reader = signed_in(cast.mia)
    once = queries(reader, at(cast))
    for _ in range(30):
        build.record(stage)
    for kind in ("needs", "testing", "priorities"):
        build.record(build.opened(cast.cycle, kind))
        build.budget_cut(cast.cycle)
    assert queries(reader, at(cast)) == once
