"""Agenda, papers, what a meeting decided, what is done after it, whether it was so, how it went (R25, R74)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.models import Event
from cycle.models.cycle import learn_standings
from feedback.waiting import waiting_for
from involvement import asking
from involvement.afterwards import afterwards
from involvement.models import Action, AgendaItem, Debrief, MinutesWord, Paper, Session, Taken
from involvement.reminding import remind
from people.models import Mail
from people.refusal import Conflict, Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def held(people, needs, *came, **over):
    """A meeting of today to which these people came. Returns it and their Attendances."""
    meeting = build.session(needs, people.ann, **over)
    rows = build.asked(meeting, *came)
    asking.note_who_came(meeting, people.ann, came=[row.pk for row in rows])
    for row in rows:
        row.refresh_from_db()
        row.session = meeting
    return meeting, rows


def waits(person, cycle):
    learn_standings(person, [cycle])
    return [row.sentence for row in waiting_for(person, [cycle])]


@pytest.mark.req("R25")
def test_an_agenda_stands_in_the_order_of_its_numbers(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(2), minutes=30)
    client = signed_in(people.ann)
    new = url(needs, "session", meeting.pk) + "agenda/new/"
    sent = {"number": "2", "title": "The vans", "asks": "talk", "minutes": "40", "led_by": "Owen"}
    page = words(client.post(new, sent, follow=True))
    client.post(new, sent | {"number": "1", "title": "The menu", "asks": "decide"})
    assert [item.title for item in AgendaItem.objects.of(meeting)] == ["The menu", "The vans"]
    assert "All together it takes 40 minutes." in page
    assert "The meeting has 30." in page
    first = AgendaItem.objects.of(meeting).first()
    first.session = meeting
    first.take_off(people.ann)
    assert [item.title for item in AgendaItem.objects.of(meeting)] == ["The vans"]
    assert Event.objects.filter(verb="agenda item removed").count() == 1


def test_the_second_of_two_who_change_an_item_sees_both(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(2))
    item = build.agenda_item(meeting)
    item.change(people.ola, 1, title="The new menu")
    with pytest.raises(Conflict):
        item.change(people.ann, 1, title="The old menu")
    path = meeting.address("piece_edit", "agenda", item.pk)
    sent = {"number": "1", "title": "The old menu", "asks": "talk", "version": "1"}
    page = signed_in(people.ann).post(path, sent)
    assert page.status_code == 409
    assert [text for text in ("The new menu", "The old menu") if text not in words(page)] == []


@pytest.mark.req("R25")
def test_a_paper_in_plain_words_rests_on_a_record_that_only_its_readers_see_named(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(2), openness="public")
    record = build.record(needs, title="What people eat", openness="involved")
    sent = {"title": "Two menus", "words": "Soup, or stew.", "record": f"{record.SLUG}/{record.pk}"}
    signed_in(people.ann).post(meeting.address("piece_new", "papers"), sent)
    assert Paper.objects.get().record_id == record.pk
    inside, outside = (words(signed_in(who).get(meeting.get_absolute_url())) for who in (people.mia, people.zoe))
    assert "What people eat" in inside
    assert "What people eat" not in outside
    assert "It rests on something that is not open to you." in outside


def test_only_who_keeps_the_meeting_writes_its_pieces_and_what_came_of_it_only_afterwards(people, needs):
    ahead = build.session(needs, people.ann, held_on=in_days(2))
    for person in (people.mia, people.cove, people.pat, people.cara):
        assert AgendaItem.refusal_to_add(ahead, person) != ""
    assert AgendaItem.refusal_to_add(ahead, people.ola) == ""
    with pytest.raises(Refused):
        build.taken(ahead)
    own = build.session(needs, people.cove, people.users)
    assert Taken.refusal_to_add(own, people.cove) == ""


@pytest.mark.req("R25")
def test_a_decision_says_with_what_authority_and_shows_when_it_was_not_theirs(people, needs):
    meeting, (ola,) = held(people, needs, people.ola)
    ola.say_authority(people.ann, decides=False, may_decide="Rounds.")
    sent = {"what": "The price stays.", "who": ola.pk, "was_theirs": "no", "decided_by": ""}
    client = signed_in(people.ann)
    assert client.post(meeting.address("piece_new", "decisions"), sent).status_code == 422
    client.post(meeting.address("piece_new", "decisions"), sent | {"decided_by": "Cabinet, on 5 March"})
    page = words(signed_in(people.mia).get(meeting.get_absolute_url()))
    assert "This was not theirs to decide." in page
    assert "It is decided by: Cabinet, on 5 March" in page
    build.taken(meeting, who=ola)
    assert "What they may decide in the room: Rounds." in words(client.get(meeting.get_absolute_url()))
    ola.say_authority(people.ann, decides=False, may_decide="")
    assert "Before the meeting it was said that this is not theirs" in words(client.get(meeting.get_absolute_url()))


@pytest.mark.req("R25")
def test_an_action_waits_for_its_owner_until_they_say_what_became_of_it(people, needs):
    meeting, (_mia, ola) = held(people, needs, people.mia, people.ola)
    action = build.action(meeting, ola)
    assert "Do what the meeting asked of you: “Ask the cook.”" in waits(people.ola, people.cycle)
    assert not [each for each in waits(people.mia, people.cycle) if "Ask the cook" in each]
    with pytest.raises(Refused):
        action.finish(people.mia, done=True, became="I did it.")
    page = signed_in(people.ola).post(
        meeting.address("action_result", action.pk), {"done": "yes", "became": "He can."}, follow=True
    )
    assert "He can." in words(page)
    assert not [each for each in waits(people.ola, people.cycle) if "Ask the cook" in each]
    again = Action.objects.get()
    again.session = meeting
    with pytest.raises(Refused):
        again.finish(people.ola, done=False, became="No.")


@pytest.mark.req("R25")
def test_those_who_were_there_say_if_it_was_so_and_their_words_stand_beside(people, needs):
    meeting, (mia, bea) = held(people, needs, people.mia, people.bea, notes="All agreed.")
    assert "Say if it was like this: “Lunch in the hall”" in waits(people.mia, people.cycle)
    client, path = signed_in(people.mia), meeting.address("minutes_word")
    assert client.post(path, {"is_so": "no", "words": "", "seen": meeting.version}).status_code == 422
    client.post(path, {"is_so": "no", "words": "Two did not.", "seen": meeting.version})
    MinutesWord.say(meeting, bea, is_so=True, seen=meeting.version)
    page = words(signed_in(people.pat).get(meeting.get_absolute_url()))
    assert "Mia, Meals Voice, says that it was not like this:" in page
    assert "1 person who was there says that it was so." in page
    assert signed_in(people.pat).get(path).status_code == 403
    client.post(path, {"is_so": "yes", "words": "", "seen": meeting.version})
    assert afterwards(meeting, people.pat).so == 2
    assert mia.pk != bea.pk


@pytest.mark.req("R74")
def test_each_side_looks_back_by_itself_and_may_keep_it_to_itself(people, needs):
    meeting, _rows = held(people, needs, people.mia, held_on=in_days(0))
    build.debrief(meeting, people.users, people.cove, went_badly="We were talked down to.", is_shared=False)
    build.debrief(meeting, people.commissioners, people.ann, went_badly="Too little time.")
    for person, reads in ((people.mia, True), (people.cove, True), (people.ann, False), (people.pat, False)):
        page = words(signed_in(person).get(meeting.get_absolute_url()))
        assert ("We were talked down to." in page) is reads, person
        assert "Too little time." in page
    assert "keeps it to itself" in words(signed_in(people.ann).get(meeting.get_absolute_url()))
    with pytest.raises(Refused):
        build.debrief(meeting, people.users, people.ann)
    assert not Event.objects.filter(payload__contains="talked down").exists()


@pytest.mark.req("R74")
def test_a_side_that_has_not_looked_back_is_reminded(people, needs):
    meeting, _rows = held(people, needs, people.mia)
    Session.objects.filter(pk=meeting.pk).update(held_on=in_days(-1))
    asked = "How did it go? Look back on “Lunch in the hall”"
    for person in (people.cove, people.ann):
        assert [each for each in waits(person, people.cycle) if each.startswith(asked)] != []
    meeting.refresh_from_db()
    meeting.stage = needs
    build.debrief(meeting, people.users, people.cove)
    assert [each for each in waits(people.cove, people.cycle) if each.startswith(asked)] == []
    assert "Commissioning team has not looked back" in words(signed_in(people.mia).get(meeting.get_absolute_url()))


def test_the_second_of_two_who_look_back_for_a_side_sees_both(people, needs):
    meeting, _rows = held(people, needs, people.mia)
    build.debrief(meeting, people.users, people.cove, went_well="Cove was quicker.")
    sent = {"went_well": "Mia was slower.", "is_shared": "yes", "version": "0"}
    page = signed_in(people.mia).post(meeting.address("debrief", people.users.pk), sent)
    assert page.status_code == 409
    assert [text for text in ("Cove was quicker.", "Mia was slower.") if text not in words(page)] == []
    assert Debrief.objects.get().went_well == "Cove was quicker."


@pytest.mark.req("R25")
def test_being_asked_and_being_called_off_stand_on_the_first_page_and_closed_words_in_no_letter(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(3))
    build.asked(meeting, people.mia)
    (row,) = [row for row in _rows_of(people.mia, people.cycle) if "Say if you come" in row.sentence]
    assert row.due == in_days(3)
    assert "Lunch" not in row.in_mail
    meeting.call_off(people.ann, "The hall is flooded.")
    sentences = waits(people.mia, people.cycle)
    assert [each for each in sentences if each.startswith("Called off: “Lunch in the hall”")] != []
    assert [each for each in sentences if "Say if you come" in each] == []
    mail = Mail.objects.get(person=people.mia)
    assert mail.subject == "A meeting is called off"
    assert [text for text in ("Lunch", "flooded", "Chapel") if text in mail.body] == []


def _rows_of(person, cycle):
    learn_standings(person, [cycle])
    return waiting_for(person, [cycle])


@pytest.mark.req("R25")
def test_those_who_come_are_reminded_once_two_days_before_and_again_when_it_moves(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(5))
    build.comes(meeting, people.mia)
    build.comes(meeting, people.bea, comes=False)
    assert remind() == 0
    meeting.write(people.ann, meeting.version, held_on=in_days(1))
    moved = Mail.objects.filter(subject="A meeting is on another day or at another time")
    assert {mail.person for mail in moved} == {people.mia, people.bea}
    assert (remind(), remind()) == (2, 0)
    assert {mail.person for mail in Mail.objects.filter(subject="A meeting is near")} == {people.mia, people.bea}


@pytest.mark.req("R25")
def test_the_calendar_has_a_meeting_with_its_time_and_place_where_that_is_open(people, needs):
    said = {"held_on": in_days(3), "begins": "14:30", "minutes": 90}
    meeting = build.session(needs, people.ann, openness="public", **said)
    meeting.refresh_from_db()
    file = signed_in(people.zoe).get(url(needs, "session_dates", meeting.pk)).content.decode()
    assert [text for text in ("SUMMARY:Lunch in the hall", "LOCATION:Chapel hall", "DTEND") if text not in file] == []
    closed = build.session(needs, people.ann, title="Closed words", **said)
    closed.refresh_from_db()
    closed.stage = needs
    closed.call_off(people.ann, "No.")
    whole = signed_in(people.mia).get(f"/cycles/{people.cycle.slug}/dates.ics").content.decode()
    assert whole.count("UID:meeting-") == 2
    assert "Closed words" not in whole
    assert "STATUS:CANCELLED" in whole


def test_the_list_of_meetings_is_paged_by_day_both_ways(people, needs):
    for days in range(-30, 31):
        build.session(needs, people.ann, title=f"Meeting {days}", held_on=in_days(days))
    client, path = signed_in(people.mia), f"/cycles/{people.cycle.slug}/meetings/"
    first = client.get(path)
    assert [session.title for session in first.context["sessions"]][:2] == ["Meeting 0", "Meeting 1"]
    second = client.get(path + first.context["further_url"])
    assert [session.title for session in second.context["sessions"]] == [f"Meeting {days}" for days in range(25, 31)]
    past = client.get(path, {"which": "past"})
    assert [session.title for session in past.context["sessions"]][:2] == ["Meeting -1", "Meeting -2"]
    counts = {queries(client, path), queries(client, path + "?which=past")}
    assert len(counts) == 1


def test_a_page_of_a_meeting_costs_the_same_with_many_pieces(people, needs):
    meeting, (mia,) = held(people, needs, people.mia, notes="So.")
    counts = []
    for number in range(3):
        build.agenda_item(meeting, number=number + 1)
        build.meeting_paper(meeting)
        build.taken(meeting, who=mia)
        build.action(meeting, mia)
        counts.append(queries(signed_in(people.ann), meeting.get_absolute_url()))
    assert len(set(counts)) == 1
