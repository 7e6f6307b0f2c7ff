"""Meetings of a stage: prepared, held, looked back on; what was said there is put in one by one (R74)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.models import Event
from feedback.models import Contribution
from involvement.models import Session
from people.refusal import Conflict, Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import entered_typed, url

pytestmark = pytest.mark.django_db


def planned(**over):
    day = timezone.localdate() + timedelta(days=3)
    said = {
        "title": "Lunch in the hall",
        "purpose": "To hear what people eat.",
        "where": "Chapel hall, 2pm",
        "openness": "involved",
    }
    return said | {"held_on_day": day.day, "held_on_month": day.month, "held_on_year": day.year} | over


@pytest.mark.req("R74")
def test_a_convenor_plans_a_meeting_of_her_group_and_the_stage_lists_it(people, needs):
    sent = planned(participant=people.users.pk, questions="What is good?\nWhat is not?")
    page = words(signed_in(people.cove).post(url(needs, "session_new"), sent, follow=True))
    assert [
        text for text in ("Lunch in the hall", "What is good?", "It has not been held yet.") if text not in page
    ] == []
    assert (Session.objects.get().keeper, Session.objects.get().openness) == (people.cove, "involved")
    assert "Lunch in the hall" in words(signed_in(people.mia).get(needs.get_absolute_url()))
    assert "Lunch in the hall" not in words(signed_in(people.zoe).get(needs.get_absolute_url()))


def test_only_an_officer_plans_a_meeting_of_everybody(people, needs):
    with pytest.raises(Refused):
        build.session(needs, people.cove)
    with pytest.raises(Refused):
        build.session(needs, people.mia, people.users)
    assert build.session(needs, people.ola).participant is None


@pytest.mark.req("R74")
def test_how_it_went_is_written_down_and_told_to_those_who_take_part(people, needs):
    meeting = build.session(needs, people.cove, people.users)
    build.debrief(meeting, people.users, people.cove, went_badly="Two could not hear.", otherwise="A smaller room.")
    page = words(signed_in(people.mia).get(meeting.get_absolute_url()))
    assert [text for text in ("All spoke.", "Two could not hear.", "A smaller room.") if text not in page] == []
    assert signed_in(people.zoe).get(meeting.get_absolute_url()).status_code == 404
    assert Event.objects.filter(verb="meeting looked back on").count() == 1


def test_the_second_of_two_who_write_sees_both_texts(people, needs):
    meeting = build.session(needs, people.cove, people.users)
    meeting.write(people.ola, 1, notes="Ola was quicker.")
    with pytest.raises(Conflict):
        meeting.write(people.cove, 1, notes="Cove was slower.")
    sent = planned(notes="Cove was slower.", version=1)
    page = signed_in(people.cove).post(url(needs, "session_edit", meeting.pk), sent)
    assert page.status_code == 409
    assert [
        text for text in ("Ola was quicker.", "Cove was slower.", "Ola saved a change") if text not in words(page)
    ] == []


@pytest.mark.req("R68", "R74")
def test_what_was_said_at_a_meeting_is_put_in_with_mandate_and_dissent(people, needs):
    meeting = build.session(needs, people.cove, people.users)
    client = signed_in(people.cove)
    form = client.get(url(needs, "keying"), {"session": meeting.pk}).context["form"]
    assert (form["session"].value(), form["channel"].value()) == (meeting.pk, "meeting")
    sent = entered_typed(channel="meeting", session=meeting.pk, voice="mandate", how_known="We voted.", how_many="12",
                         dissent="Two want it cold.", text="Keep it hot.")  # fmt: skip
    client.post(url(needs, "keying"), sent)
    given = Contribution.objects.get()
    assert (given.session, given.voice, given.how_many, given.dissent) == (meeting, "mandate", 12, "Two want it cold.")
    assert "Keep it hot." in words(client.get(meeting.get_absolute_url()))
    assert "Lunch in the hall" in words(client.get(given.get_absolute_url()))


def test_a_page_of_a_meeting_asks_the_database_the_same_at_any_length(people, needs):
    meeting, counts = build.session(needs, people.cove, people.users), []
    for _each in range(3):
        build.contribution(needs, people.cove, people.users, channel="meeting", session=meeting)
        counts.append(queries(signed_in(people.mia), meeting.get_absolute_url()))
    assert len(set(counts)) == 1


def test_who_may_read_of_a_meeting_is_the_same_for_one_cycle_and_for_all(people, needs):
    for openness in ("public", "involved"):
        build.session(needs, people.cove, people.users, openness=openness)
    for person in (*people.people().values(), None):
        one = set(Session.objects.visible_to(person, people.cycle))
        assert set(Session.objects.visible_to(person)) == one
