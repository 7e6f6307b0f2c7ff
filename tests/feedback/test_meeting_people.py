"""Who is asked to a meeting, by whom, who answers, and who may decide in the room (R25)."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from cycle.models import Event
from involvement import asking
from involvement.attending import attending
from involvement.models import Attendance
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


@pytest.fixture
def meeting(people, needs):
    """A meeting of everybody, in three days."""
    return build.session(needs, people.ann, held_on=in_days(3))


@pytest.mark.req("R25")
def test_an_officer_asks_a_whole_group_or_one_by_one(people, meeting):
    asking.ask(meeting, people.ann, parties=[people.users.pk], people=[people.cara.pk])
    rows = Attendance.objects.of(meeting)
    assert [(row.person, row.participant, row.answer) for row in rows] == [
        (people.bea, people.users, "asked"), (people.cara, people.councillors, "asked"),
        (people.cove, people.users, "asked"), (people.mia, people.users, "asked"),
    ]  # fmt: skip
    assert people.mia not in [each.person for each in asking.candidates(meeting, people.ann)]


@pytest.mark.req("R25", "R71")
def test_a_convenor_asks_her_own_members_and_no_member_of_another_group(people, needs, meeting):
    other = build.group("Lunch Club")
    gil = build.person("Gil")
    build.member(gil, other)
    build.admit(people.cycle, other)
    people.afresh()
    meeting.stage = people.stage("needs")
    names = {each.person.name for each in asking.candidates(meeting, people.cove)}
    assert names == {"Bea", "Mia", "Cove"}
    with pytest.raises(Refused):
        asking.ask(meeting, people.cove, people=[gil.pk])
    own = build.session(meeting.stage, people.cove, people.users, held_on=in_days(3))
    assert {each.person.name for each in asking.candidates(own, people.cove)} >= {"Ann", "Cara", "Mia"}


def test_nobody_else_asks_and_nobody_is_asked_to_what_is_past_or_called_off(people, needs, meeting):
    for person in (people.mia, people.bea, people.pat, people.zoe, people.cara):
        assert asking.refusal_to_ask(meeting, person) == asking.NOT_YOU
    past = build.session(needs, people.ann, held_on=in_days(-1))
    assert asking.refusal_to_ask(past, people.ann) == asking.HAS_PASSED
    meeting.call_off(people.ann, "The hall is flooded.")
    with pytest.raises(Refused):
        asking.ask(meeting, people.ann, people=[people.mia.pk])


@pytest.mark.req("R25")
def test_somebody_answers_for_herself_and_her_convenor_may_put_it_in(people, meeting):
    mia, bea = build.asked(meeting, people.mia, people.bea)
    mia.reply(people.mia, comes=True)
    bea.reply(people.cove, comes=False, words="She has the flu.")
    assert [(row.answer, row.answered_by) for row in Attendance.objects.of(meeting)] == [
        ("cannot", people.cove), ("comes", people.mia),
    ]  # fmt: skip
    with pytest.raises(Refused):
        mia.reply(people.bea, comes=False)


@pytest.mark.req("R25", "R71")
def test_a_word_with_an_answer_is_read_by_who_plans_and_by_nobody_else(people, meeting):
    build.comes(meeting, people.mia, comes=False, words="I am in hospital.")
    for person, reads in ((people.mia, True), (people.ola, True), (people.cove, True), (people.bea, False),
                          (people.pat, False), (people.cara, False)):  # fmt: skip
        page = words(signed_in(person).get(meeting.get_absolute_url()))
        assert ("I am in hospital." in page) is reads, person
    assert not Event.objects.filter(payload__contains="hospital").exists()
    assert not Event.objects.filter(payload__contains="Mia").exists()


@pytest.mark.req("R25", "R71")
def test_the_public_reads_how_many_come_and_never_who(people, needs):
    meeting = build.session(needs, people.ann, held_on=in_days(3), openness="public")
    build.comes(meeting, people.mia)
    page = words(signed_in(people.zoe).get(meeting.get_absolute_url()))
    assert "Mia" not in page
    assert re.search(r"Meals Voice</th>\s*<td[^>]*>1</td>\s*<td[^>]*>1</td>", page)
    assert "Mia" in words(signed_in(people.pat).get(meeting.get_absolute_url()))


@pytest.mark.req("R25")
def test_what_somebody_may_decide_comes_from_the_seat_and_is_set_right(people, needs, meeting):
    people.cycle.seats.filter(person=people.ola).update(limits="Times and rounds, no money.")
    (ola,) = build.asked(meeting, people.ola)
    assert (ola.may_decide, ola.decides) == ("Times and rounds, no money.", None)
    ola.say_authority(people.ola, decides=True, may_decide="Rounds.")
    assert (ola.decides, ola.may_decide) == (True, "Rounds.")
    with pytest.raises(Refused):
        ola.say_authority(people.mia, decides=False, may_decide="")


@pytest.mark.req("R25")
def test_the_plan_says_plainly_when_nobody_in_the_room_can_decide(people, needs, meeting):
    _mia, cara = build.asked(meeting, people.mia, people.cara)
    gap = attending(meeting, people.mia).gap
    assert gap.startswith("Nobody in the room can decide this. It is decided")
    cara.say_authority(people.ann, decides=True, may_decide="The menu.")
    assert attending(meeting, people.mia).gap == ""
    assert "Cara (The menu.)" in words(signed_in(people.mia).get(meeting.get_absolute_url()))
    cara.reply(people.cara, comes=False)
    assert attending(meeting, people.mia).gap == gap


@pytest.mark.req("R25")
def test_a_meeting_on_another_day_asks_those_who_had_answered_anew(people, meeting):
    row = build.comes(meeting, people.mia, words="With my son.")
    meeting.write(people.ann, meeting.version, held_on=in_days(5))
    row.refresh_from_db()
    assert (row.answer, row.words, row.answered_by) == ("asked", "", None)
    row.session = meeting
    row.reply(people.mia, comes=True)
    meeting.write(people.ann, meeting.version, where="The chapel")
    row.refresh_from_db()
    assert row.answer == "comes"


def test_a_day_set_right_afterwards_asks_nobody_anew(people, needs):
    meeting = build.session(needs, people.ann)
    row = build.comes(meeting, people.mia)
    meeting.write(people.ann, meeting.version, held_on=in_days(-1))
    row.refresh_from_db()
    assert row.answer == "comes"


def test_who_has_answered_is_not_taken_back_and_who_has_not_is(people, meeting):
    mia, bea = build.asked(meeting, people.mia, people.bea)
    mia.reply(people.mia, comes=True)
    with pytest.raises(Refused):
        asking.take_back(mia, people.ann)
    asking.take_back(bea, people.cove)
    assert [row.person for row in Attendance.objects.of(meeting)] == [people.mia]


@pytest.mark.req("R25")
def test_who_came_is_written_down_also_those_who_were_not_asked(people, needs):
    meeting = build.session(needs, people.ann)
    mia, _bea = build.asked(meeting, people.mia, people.bea)
    asking.note_who_came(meeting, people.ann, came=[mia.pk], others=[people.pat.pk])
    rows = {row.person: (row.answer, row.came) for row in Attendance.objects.of(meeting)}
    assert rows == {
        people.mia: ("asked", True), people.bea: ("asked", False), people.pat: ("unasked", True),
    }  # fmt: skip
    ahead = build.session(needs, people.ann, held_on=in_days(1))
    with pytest.raises(Refused):
        asking.note_who_came(ahead, people.ann, came=[])


def test_the_pages_of_a_meeting_lead_from_asking_to_who_came(people, needs):
    meeting = build.session(needs, people.ann)
    ann, mia = signed_in(people.ann), signed_in(people.mia)
    page = ann.post(url(needs, "session_ask", meeting.pk), {"people": [people.mia.pk]}, follow=True)
    assert "They are asked." in words(page)
    row = Attendance.objects.get()
    assert "You are asked to come." in words(mia.get(meeting.get_absolute_url()))
    mia.post(row.address("attendance_answer"), {"comes": "yes"})
    assert "You said that you come." in words(mia.get(meeting.get_absolute_url()))
    ann.post(row.address("attendance_authority"), {"decides": "no", "may_decide": ""})
    page = ann.post(url(needs, "session_came", meeting.pk), {"came": [row.pk], "others": [people.pat.pk]}, follow=True)
    assert "Pat" in words(page)
    sent = ann.post(url(needs, "session_ask", meeting.pk), {})
    assert (sent.status_code, "Choose at least one person." in words(sent)) == (422, True)


def test_a_meeting_is_called_off_with_a_reason_and_only_once(people, meeting):
    client = signed_in(people.ann)
    path = url(meeting.stage, "session_calling_off", meeting.pk)
    assert client.post(path, {"because": ""}).status_code == 422
    page = words(client.post(path, {"because": "The hall is flooded."}, follow=True))
    assert [text for text in ("This meeting is called off.", "The hall is flooded.") if text not in page] == []
    assert client.get(path).status_code == 403


def test_a_page_of_a_meeting_costs_the_same_at_any_number_of_people(people, meeting):
    counts = []
    for number in range(3):
        person = build.person(f"Member {number}")
        build.member(person, people.meals_voice)
        people.afresh()
        meeting.stage = people.stage("needs")
        build.comes(meeting, person)
        counts.append(queries(signed_in(people.ann), meeting.get_absolute_url()))
        counts[-1] = (counts[-1], queries(signed_in(people.ann), url(meeting.stage, "session_ask", meeting.pk)))
    assert len(set(counts)) == 1
