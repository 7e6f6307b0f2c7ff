"""Talks that officers hold without users: permitted, and declared, so that no such talk stays unseen (R26)."""

import uuid

import pytest

from involvement.models import Talk
from people.refusal import Conflict, Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


def typed(**over):
    said = {"topic": "Who pays for the vans", "who": "Two officers", "outcome": "The council pays.",
            "why_without": "We had to agree first.", "openness": "public"}  # fmt: skip
    return said | {"held_on_day": "3", "held_on_month": "5", "held_on_year": "2023"} | over


@pytest.mark.req("R26")
def test_an_officer_declares_a_talk_and_everybody_who_takes_part_sees_it(people, needs):
    page = signed_in(people.ola).post(url(needs, "talk_new"), typed(openness="involved"), follow=True)
    assert "The talk is declared." in words(page)
    room = needs.get_absolute_url()
    assert "In this stage, 1 talk was held without users and declared." in words(signed_in(people.mia).get(room))
    for path in (url(needs, "stage_talks"), f"/cycles/{people.cycle.slug}/talks/"):
        inside, outside = (words(signed_in(who).get(path)) for who in (people.mia, people.zoe))
        assert [text for text in ("Who pays for the vans", "The council pays.", "We had to agree first.", "Ola")
                if text not in inside] == []  # fmt: skip
        assert "Who pays for the vans" not in outside


@pytest.mark.req("R26")
def test_a_talk_says_what_came_of_it_and_why_users_were_not_there(people, needs):
    client = signed_in(people.ann)
    for name in ("topic", "outcome", "why_without", "who"):
        assert client.post(url(needs, "talk_new"), typed(**{name: ""})).status_code == 422
    assert client.post(url(needs, "talk_new"), typed(openness="withheld")).status_code == 422
    assert client.post(url(needs, "talk_new"), typed(held_on_year="2199")).status_code == 422
    assert not Talk.objects.exists()


@pytest.mark.req("R26")
def test_who_has_a_seat_declares_and_nobody_else(people, needs):
    assert build.officers_talk(needs, people.cara).by == people.cara
    for person in (people.mia, people.bea, people.cove, people.pat, people.zoe):
        with pytest.raises(Refused):
            build.officers_talk(needs, person)


@pytest.mark.req("R26")
def test_more_is_written_by_officers_and_who_declared_it_and_what_stood_there_stays(people, needs):
    talk = build.officers_talk(needs, people.cara)
    talk.change(people.cara, 1, outcome="The council pays half.")
    with pytest.raises(Conflict):
        talk.change(people.ann, 1, outcome="I was slower.")
    page = signed_in(people.ann).post(url(needs, "talk_edit", talk.pk), typed(version="1", outcome="I was slower."))
    assert page.status_code == 409
    assert "The council pays half." in words(page)
    history = words(signed_in(people.mia).get(f"/cycles/{people.cycle.slug}/ledger/"))
    assert [text for text in ("The council pays.", "The council pays half.") if text not in history] == []
    assert signed_in(people.mia).get(url(needs, "talk_edit", talk.pk)).status_code == 403


@pytest.mark.req("R26")
def test_the_cycle_counts_such_talks_by_stage_and_the_report_of_a_stage_lists_them(people, needs):
    budget = build.opened(people.cycle, "budget")
    for stage in (needs, needs, budget):
        build.officers_talk(stage)
    page = signed_in(people.zoe).get(f"/cycles/{people.cycle.slug}/talks/")
    assert page.context["counts"] == [(needs.kind.name, 2), (budget.kind.name, 1)]
    report = words(signed_in(people.zoe).get(url(needs, "stage_report")))
    assert "2 such talks are declared in this stage." in report
    assert "We had to agree on it first." in report
    assert "No such talk is declared" in words(signed_in(people.zoe).get(url(people.stage("strategy"), "stage_report")))


@pytest.mark.req("R26")
def test_a_member_who_misses_one_asks_and_it_is_a_question_like_any_other(people, needs):
    page = words(signed_in(people.mia).get(url(needs, "stage_talks")))
    assert "Ask if there was a talk about something" in page
    form = signed_in(people.mia).get(url(needs, "contribution_new"), {"sort": "question"}).context["form"]
    assert form["sort"].value() == "question"


def test_a_double_click_declares_one_talk(people, needs):
    sent = typed(token=str(uuid.uuid4()))
    for _each in range(2):
        signed_in(people.ann).post(url(needs, "talk_new"), sent)
    assert Talk.objects.count() == 1


def test_lists_of_talks_cost_the_same_at_any_length_and_agree_on_who_may_read(people, needs):
    counts = []
    for openness in ("public", "involved", "public"):
        build.officers_talk(needs, openness=openness)
        counts.append(queries(signed_in(people.mia), f"/cycles/{people.cycle.slug}/talks/"))
    assert len(set(counts)) == 1
    for person in (*people.people().values(), None):
        assert set(Talk.objects.visible_to(person)) == set(Talk.objects.visible_to(person, people.cycle))
