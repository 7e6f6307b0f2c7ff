"""A meeting planned with needs in view: numbers without names, how each is seen to, and what is missing."""

from datetime import timedelta

import pytest
from django.utils import timezone

from involvement import needs as planning
from involvement.models import NeedSeenTo
from people.models import NeedsSheet
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db
LOOP = "A hearing loop"


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def meeting(cast):
    stage = build.opened(cast.cycle, "needs")
    return build.session(stage, cast.ann, held_on=timezone.localdate() + timedelta(days=9))


def page(meeting, person):
    return words(signed_in(person).get(meeting.get_absolute_url()))


def shown(meeting, person):
    return [(str(each.label), each.number, each.is_gap) for each in planning.needs_at(meeting, person)]


@pytest.mark.req("R25", "R69")
def test_whoever_plans_a_meeting_reads_how_many_need_what_and_nobody_else_does(cast, meeting):
    build.needs(cast.mia, "support-loop", "meeting-breaks", circle="planners")
    build.needs(cast.bea, "support-loop", circle="planners")
    build.asked(meeting, cast.mia, cast.bea)
    assert shown(meeting, cast.ann) == [(LOOP, 2, True), ("Breaks", 1, True)]
    text = page(meeting, cast.ann)
    assert ["2 needs are not seen to yet." in text, "2 people" in text] == [True, True]
    for reader in (cast.mia, cast.bea, cast.cara, cast.pat):
        assert LOOP not in page(meeting, reader)
    assert shown(meeting, cast.cove) == []


def test_no_name_stands_beside_a_need_that_is_told_to_planners_as_a_number(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="planners")
    build.needs(cast.bea, "meeting-quiet", circle="writers")
    build.asked(meeting, cast.mia, cast.bea)
    text = page(meeting, cast.ann)
    beside = {name: text[text.index(f'scope="row">{name}') :][:300] for name in ("Mia", "Bea")}
    assert [LOOP in beside["Mia"], "A quiet place" in beside["Bea"]] == [False, True]


def test_who_cannot_come_is_not_counted_and_a_withdrawn_need_is_gone(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="planners")
    build.needs(cast.bea, "support-loop", circle="planners")
    build.comes(meeting, cast.mia, comes=False)
    build.comes(meeting, cast.bea)
    assert shown(meeting, cast.ann) == [(LOOP, 1, True)]
    planning.see_to(meeting, cast.ann, planning.stamp_of([]), {"support-loop": "Hired"})
    NeedsSheet.of(cast.bea).share_with_nobody(cast.bea)
    assert shown(meeting, cast.ann) == [(LOOP, 0, False)]
    assert "Nobody any more" in page(meeting, cast.ann)


@pytest.mark.req("R69")
def test_each_need_is_seen_to_and_a_gap_waits_for_the_keeper_until_it_is(cast, meeting):
    build.needs(cast.mia, "support-loop", meeting="A seat near the door", circle="planners")
    build.asked(meeting, cast.mia)
    waits = "2 needs at your meeting are not seen to yet: Lunch in the hall"
    assert waits in words(signed_in(cast.ann).get("/"))
    assert "not seen to yet" not in words(signed_in(cast.ola).get("/"))
    browser, url = signed_in(cast.ann), meeting.address("session_needs")
    form = browser.get(url).context["form"]
    assert "A seat near the door" in words(browser.get(url))
    sent = {"stamp": form.fields["stamp"].initial, "support-loop": "The hall has one", "meeting-other": ""}
    assert said(browser.post(url, sent, follow=True)) == ["It is saved how these needs are seen to."]
    assert "1 need at your meeting is not seen to yet" in words(browser.get("/"))
    assert "The hall has one" in page(meeting, cast.ann)
    sent |= {"stamp": browser.get(url).context["form"].fields["stamp"].initial, "meeting-other": "Kept free"}
    browser.post(url, sent)
    assert "not seen to yet" not in words(browser.get("/")) + page(meeting, cast.ann)


def test_two_planners_at_once_see_what_the_other_one_wrote(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="planners")
    build.asked(meeting, cast.mia)
    url, stamp = meeting.address("session_needs"), planning.stamp_of([])
    first = signed_in(cast.ann).post(url, {"stamp": stamp, "support-loop": "The hall has one"})
    second = signed_in(cast.ola).post(url, {"stamp": stamp, "support-loop": "We hire one"})
    assert (first.status_code, second.status_code) == (302, 409)
    assert ["Saved now: The hall has one" in words(second), "We hire one" in words(second)] == [True, True]
    again = {"stamp": second.context["form"].data["stamp"], "support-loop": "We hire one"}
    assert signed_in(cast.ola).post(url, again).status_code == 302
    assert NeedSeenTo.objects.get().how == "We hire one"
    again = {"stamp": planning.stamp_of(planning.needs_at(meeting, cast.ola)), "support-loop": ""}
    assert signed_in(cast.ola).post(url, again).status_code == 302
    assert not NeedSeenTo.objects.exists()


def test_a_convenor_plans_the_meeting_of_her_own_group_and_no_other(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="planners")
    own = build.session(meeting.stage, cast.cove, cast.users, held_on=meeting.held_on)
    build.asked(own, cast.mia, by=cast.cove)
    assert shown(own, cast.cove) == [(LOOP, 1, True)]
    assert signed_in(cast.cove).get(own.address("session_needs")).status_code == 200
    assert signed_in(cast.cove).get(meeting.address("session_needs")).status_code == 404
    with pytest.raises(Refused):
        planning.see_to(own, cast.mia, planning.stamp_of([]), {"support-loop": "x"})


def test_nothing_about_needs_is_written_into_the_ledger(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="planners")
    build.asked(meeting, cast.mia)
    before = cast.cycle.events.count()
    planning.see_to(meeting, cast.ann, planning.stamp_of([]), {"support-loop": "The hall has one"})
    assert cast.cycle.events.count() == before


def test_the_page_costs_the_same_with_many_who_need_something(cast, meeting):
    build.needs(cast.mia, "support-loop", circle="writers")
    build.asked(meeting, cast.mia)
    reader = signed_in(cast.ann)
    once = queries(reader, meeting.get_absolute_url())
    people = [build.person(f"Member {number}", f"m{number}@example.org") for number in range(30)]
    for person in people:
        build.member(person, cast.meals_voice)
        build.needs(person, "support-loop", "meeting-breaks", circle="writers")
    build.asked(meeting, *people)
    assert queries(reader, meeting.get_absolute_url()) == once
    assert shown(meeting, cast.ann)[0] == (LOOP, 31, True)


# --- Where an officer writes ------------------------------------------------------------------------------------------


@pytest.mark.req("R69", "R82")
def test_an_officer_who_answers_reads_what_the_giver_let_writers_know_and_never_of_an_unnamed_one(cast, meeting):
    build.needs(cast.mia, "format-easy", circle="writers")
    named = build.contribution(meeting.stage, cast.mia)
    unnamed = build.contribution(meeting.stage, cast.mia, is_unnamed=True)
    easy = "Easy Read: short words and pictures"
    assert easy in words(signed_in(cast.ann).get(f"{named.get_absolute_url()}answer/"))
    assert easy not in words(signed_in(cast.ann).get(f"{unnamed.get_absolute_url()}answer/"))
    NeedsSheet.of(cast.mia).share_with_nobody(cast.mia)
    assert easy not in words(signed_in(cast.ann).get(f"{named.get_absolute_url()}answer/"))
