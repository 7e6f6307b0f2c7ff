"""The pages of debates: for whom they are, who opens and ends one, its ledger, and what they cost."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cycle.moves import Refused
from feedback.debating import common_views, opening, positions
from feedback.models import Debate
from feedback.waiting import waiting_for
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db
HELD = {"holds": "Hot.", "why": "It is warm.", "rests_on": "We eat it.", "would_change": "A better one."}


def of(debate, name="debate", *more):
    return debate.address(name, *more)


def waits(person, cycle):
    """What waits for this person from debates."""
    found = waiting_for(person, [build.afresh(cycle)])
    return [each.sentence for each in found if "/debates/" in each.url]


def refused(verb, *args, **over):
    with pytest.raises(Refused) as fault:
        verb(*args, **over)
    return str(fault.value)


def test_a_debate_of_those_who_take_part_is_not_there_for_others(people, needs):
    debate = build.opposed(needs, openness="involved")
    for who, status in ((None, 404), (people.zoe, 404), (people.mia, 200), (people.cara, 200)):
        assert signed_in(who).get(of(debate)).status_code == status
        listing = words(signed_in(who).get(url(needs, "debates")))
        report = words(signed_in(who).get(url(needs, "stage_report")))
        assert [("hot or frozen" in text) for text in (listing, report)] == [status == 200] * 2


def test_names_of_people_are_for_those_who_take_part(people, needs):
    debate = build.opposed(needs)
    assert ("Bea" in words(signed_in(people.pat).get(of(debate))), "Bea" in words(signed_in().get(of(debate)))) == (
        True,
        False,
    )


def test_officers_and_keepers_of_a_group_open_a_debate_and_it_needs_two_sides(people, needs):
    assert [bool(opening.why_cannot_open(needs, who)) for who in (people.ola, people.cove, people.bea, people.zoe)] == [
        False, False, True, True,
    ]  # fmt: skip
    typed = {"question": "Hot?", "why": "Money.", "asked": [people.users.pk], "openness": "public",
             "positions_by_day": "1", "positions_by_month": "1", "positions_by_year": "2031",
             "token": "00000000-0000-0000-0000-000000000001"}  # fmt: skip
    browser = signed_in(people.cove)
    assert browser.post(url(needs, "debate_new"), typed).status_code == 422
    typed["asked"].append(people.providers.pk)
    for _twice in range(2):
        assert browser.post(url(needs, "debate_new"), typed).status_code == 302
    debate = Debate.objects.get()
    assert (debate.opened_for, debate.asked.count()) == (people.users, 2)
    assert "Meals Voice" in words(signed_in().get(of(debate)))
    assert opening.why_cannot_end(debate, people.cove) == ""
    assert opening.why_cannot_end(debate, people.bea) != ""


def test_an_ended_debate_takes_nothing_more(people, needs):
    debate = build.opposed(needs)
    build.ended(debate)
    debate.refresh_from_db()
    over = "This debate has ended. What was said in it stands."
    held = debate.positions.first()
    held.debate = debate
    assert refused(build.position, debate, people.providers) == over
    assert refused(positions.ask, held, people.ola, people.commissioners, "why so") == over
    assert refused(build.common_view, debate) == over
    assert common_views.why_cannot_stand(debate, people.bea) == over
    assert refused(opening.end, debate, people.ann, "Again.") == over


def test_the_ledger_tells_each_step_of_a_debate(people, needs):
    debate = build.opposed(needs)
    build.asked_why(debate.positions.first(), people.ola, people.commissioners, answer="Because.")
    build.common_view(debate)
    build.stands(debate, people.users)
    build.ended(debate)
    verbs = [event.verb for event in people.cycle.events.order_by("number") if event.thing_type == "feedback.debate"]
    assert verbs == [
        "debate opened", "debate position put", "debate position put", "debate question asked",
        "debate question answered", "common view put", "common view answered", "debate ended",
    ]  # fmt: skip
    assert "Both are tried for a year." in words(signed_in().get(url(needs, "stage_history")))


def test_the_room_is_shown_once_there_is_a_debate(people, needs):
    debates = f'<a class="rooms__link" href="{url(needs, "debates")}"'
    assert debates not in words(signed_in().get(url(needs)))
    build.debate(needs)
    assert debates in words(signed_in().get(url(needs)))


def asked_for_waiting(people):
    """How many queries it takes to say what waits for somebody from debates and all else."""
    with CaptureQueriesContext(connection) as asked:
        waits(people.ola, people.cycle)
    return len(asked)


def test_debates_cost_the_same_for_one_and_for_many(people, needs):
    def fill():
        debate = build.opposed(needs)
        build.asked_why(debate.positions.first(), people.ola, people.commissioners, answer="Because.")
        build.common_view(debate)
        build.stands(debate, people.users, "reserves", "But.")

    fill()
    browser = signed_in(people.bea)
    pages = [url(needs, "debates"), url(needs, "stage_report"), Debate.objects.get().get_absolute_url()]
    before = [*(queries(browser, each) for each in pages), asked_for_waiting(people)]
    for _each in range(4):
        fill()
    assert [*(queries(browser, each) for each in pages), asked_for_waiting(people)] == before


def test_what_is_not_of_this_debate_is_not_found(people, needs):
    debate, other = build.opposed(needs), build.opposed(needs)
    asked = build.asked_why(other.positions.first(), people.ola, people.commissioners)
    browser = signed_in(people.ann)
    for name, pk in (("debate_question", other.positions.first().pk), ("debate_answer", asked.pk)):
        assert browser.get(of(debate, name, pk)).status_code == 404
    elsewhere = reverse("debate", args=[people.cycle.slug, "budget", debate.pk])
    assert browser.get(elsewhere).status_code == 404
