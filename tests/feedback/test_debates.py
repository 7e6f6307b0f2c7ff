"""Debates: opposing positions first, then why and how, then a common view; what stays disputed stays (R90; c6)."""

from datetime import timedelta
from functools import partial

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from cycle.moves import Refused
from feedback.debating import positions
from feedback.models import Debate, DebateQuestion, Position
from feedback.waiting import waiting_for
from tests import build
from tests.cycle.pages import signed_in, words
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


@pytest.mark.req("R90")
def test_nobody_puts_a_common_view_before_two_sides_have_said_opposing_things(people, needs):
    debate = build.debate(needs)
    told = "Nobody can put a common view before two sides have said opposing things."
    assert refused(build.common_view, debate) == told
    first = build.position(debate)
    assert refused(build.common_view, debate) == told
    build.position(debate, people.commissioners)
    assert refused(build.common_view, debate) == told
    assert told in words(signed_in(people.ann).get(of(debate)))
    build.position(debate, people.providers, opposes=first)
    build.common_view(debate)
    assert Debate.objects.get().state == "weighed"


@pytest.mark.req("R90")
def test_who_was_asked_has_time_until_the_day_to_say_what_they_hold(people, needs):
    debate = build.debate(needs, asked=[people.users, people.providers, people.commissioners])
    first = build.position(debate)
    build.position(debate, people.providers, opposes=first)
    assert refused(build.common_view, debate).startswith("Commissioning team can say until")
    Debate.objects.update(positions_by=timezone.localdate() - timedelta(days=1))
    debate.refresh_from_db()
    build.common_view(debate)
    assert "Asked as well" in words(signed_in().get(of(debate)))


@pytest.mark.req("R90")
def test_sides_say_what_they_hold_are_asked_why_and_how_and_agree_or_not(people, needs):
    debate = build.opposed(needs)
    ours, theirs = debate.positions.order_by("pk")
    build.asked_why(theirs, people.mia, people.users, "how works", "When it snows?", "The box keeps for a week.")
    build.asked_why(ours, people.ola, people.commissioners, "why matters")
    build.common_view(debate)
    build.stands(debate, people.commissioners)
    build.stands(debate, people.users, "reserves", "A knock at the door stays out of it.")
    page = words(signed_in().get(of(debate)))
    for text in (
        "Meals come hot.", "Meals come frozen.", "Against what Meals Voice holds", "How would it work on a bad day?",
        "When it snows?", "The box keeps for a week.", "Why does this matter so much to you?", "No answer yet.",
        "A choice of both for a year.", "A knock at the door stays out of it.", "What is disputed now",
        "1 question has no answer.", "What would change our mind", "More money.",
    ):  # fmt: skip
        assert text.lower() in page.lower(), text


@pytest.mark.req("R90")
def test_what_stays_disputed_is_shown_for_good_on_the_page_and_in_the_report(people, needs):
    debate = build.opposed(needs)
    build.common_view(debate)
    build.stands(debate, people.commissioners)
    build.stands(debate, people.users, "does not", "Frozen is not food.")
    build.ended(debate)
    for where in (of(debate), url(needs, "stage_report")):
        page = words(signed_in().get(where))
        assert [text for text in ("What stays disputed", "Frozen is not food.", "Both are tried for a year.",
                                  "Ended: something stays disputed") if text not in page] == []  # fmt: skip


def test_a_debate_without_a_common_view_leaves_all_that_opposes_disputed(people, needs):
    debate = build.ended(build.opposed(needs))
    page = words(signed_in().get(of(debate)))
    assert page.index("What stays disputed") < page.rindex("Meals come frozen.")
    assert "Ended: something stays disputed" in page


def test_all_sides_can_live_with_it(people, needs):
    debate = build.opposed(needs)
    build.common_view(debate)
    for party in (people.users, people.commissioners):
        build.stands(debate, party)
    build.ended(debate)
    page = words(signed_in().get(of(debate)))
    assert ("Ended: all sides can live with it" in page, "What stays disputed" in page) == (True, False)


def test_a_second_common_view_comes_only_after_somebody_said_why_not_and_the_first_stays(people, needs):
    debate = build.opposed(needs)
    build.common_view(debate, "First try.")
    assert refused(build.common_view, debate).startswith("A common view is put already.")
    build.stands(debate, people.users, "does not", "Not this.")
    build.common_view(debate, "Second try.")
    assert refused(build.stands, debate, people.providers) == "Only those who hold this can answer."
    page = words(signed_in().get(of(debate)))
    assert [text for text in ("First try.", "Not this.", "Second try.", "tried again") if text not in page] == []
    build.stands(debate, people.users)
    said = "Those for whom you may speak have said whether they can live with it."
    assert refused(build.stands, debate, people.users) == said


def test_a_stand_is_for_the_common_view_that_was_read(people, needs):
    debate = build.opposed(needs)
    build.common_view(debate)
    build.stands(debate, people.commissioners, "does not", "No.")
    browser = signed_in(people.bea)
    build.common_view(debate, "Second.")
    answer = browser.post(of(debate, "debate_stand"), {"answer": "accepts", "words": "", "number": 1})
    assert answer.status_code == 409
    typed = {"answer": "reserves", "words": "", "number": 2}
    assert browser.post(of(debate, "debate_stand"), typed).status_code == 422
    assert browser.post(of(debate, "debate_stand"), typed | {"words": "But soon."}).status_code == 302


def test_only_who_may_speak_for_a_party_says_what_it_holds_and_only_once(people, needs):
    debate = build.debate(needs)
    put = partial(refused, positions.put_position, debate)
    assert put(people.mia, people.users, **HELD).startswith("Only those who may speak")
    assert put(people.bea, people.providers, **HELD).startswith("You cannot say this")
    build.position(debate, by=people.cove)  # the convenor puts in what the group said
    assert put(people.bea, people.users, **HELD).startswith("Those for whom you may")
    assert put(people.pat, people.providers, **HELD | {"why": " "}).startswith("Say what")
    other = build.position(build.debate(needs), people.providers)
    told = put(people.pat, people.providers, opposes=other, **HELD)
    assert told == "Choose something that is said in this debate."


def test_what_is_held_put_and_said_is_never_changed(people, needs):
    debate = build.opposed(needs)
    build.common_view(debate)
    build.stands(debate, people.users, "reserves", "But soon.")
    view = debate.common_views.get()
    for row, changes in (
        (Position.objects.first(), {"holds": "Other"}), (view, {"words": "Other"}),
        (view.stands.get(), {"words": "No"}),
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).update(**changes)
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row).objects.filter(pk=row.pk).delete()


def test_one_asks_about_what_others_hold_and_the_side_answers_once(people, needs):
    debate = build.opposed(needs)
    ours, theirs = debate.positions.order_by("pk")
    assert (
        refused(positions.ask, ours, people.mia, people.users, "why so")
        == "This is what your own side holds. Others ask about it."
    )
    assert refused(positions.ask, ours, people.zoe, people.users, "why so").startswith("Only people who take part")
    asked = build.asked_why(theirs, people.mia, people.users)
    assert refused(positions.answer, asked, people.bea, "We say.") == "Only those who hold this can answer."
    positions.answer(asked, people.ann, "From the reserve.")
    again = DebateQuestion.objects.get()
    again.position.debate = debate
    assert refused(positions.answer, again, people.ola, "Twice.") == "This question is answered already."


def test_what_a_debate_asks_of_somebody_waits_on_their_first_page(people, needs):
    debate = build.debate(needs)
    say = "Say what you hold in the debate: “Should meals come hot or frozen?”"
    assert (waits(people.bea, people.cycle), waits(people.ola, people.cycle)) == ([say], [say])
    assert (waits(people.mia, people.cycle), waits(people.pat, people.cycle)) == ([], [])
    first = build.position(debate)
    build.position(debate, people.commissioners, opposes=first)
    build.asked_why(first, people.ola, people.commissioners)
    assert waits(people.bea, people.cycle) == ["Answer a question in the debate: “Should meals come hot or frozen?”"]
    build.common_view(debate)
    stand = "Say whether you can live with the common view: “Should meals come hot or frozen?”"
    assert waits(people.ola, people.cycle) == [stand]
    build.stands(debate, people.users)
    build.stands(debate, people.commissioners)
    assert waits(people.ola, people.cycle) == []
    build.ended(debate)
    assert waits(people.bea, people.cycle) == []


def test_a_convenor_is_asked_where_nobody_of_the_group_has_e_mail(people, needs):
    club = build.group("Lunch Club")
    build.member(build.person("Nesta"), club, "chair")
    build.member(people.cove, club, "convenor")
    party = build.admit(people.cycle, club)
    debate = build.debate(needs, asked=[party, people.commissioners])
    assert len(waits(people.cove, people.cycle)) == 1
    build.position(debate, party, by=people.cove)
    assert waits(people.cove, people.cycle) == []
