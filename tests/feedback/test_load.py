"""How much is asked of people and of groups, over all cycles (R72)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from feedback.dashboard import groups
from feedback.dashboard.scope import of_cycle
from feedback.load.loads import hours_of_groups, loads_of
from feedback.load.usual import MEETING, half_hours, usual_on
from involvement.models import LoadShare
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R72")]


def sorts(person):
    return sorted(ask.sort for ask in loads_of([person.pk])[person.pk].asks)


@pytest.fixture
def busy(cast):
    """Mia is asked to a meeting, has an answer to judge and something to rank; bea has an agreement to sign too."""
    needs = build.opened(cast.cycle, "needs")
    build.asked_to_meet(needs, cast.mia)
    build.answer(build.contribution(needs, cast.mia))
    build.open_exercise(build.opened(cast.cycle, "priorities"))
    other = build.cycle(cast.ann, cast.council, title="Another")
    build.admit(other, cast.meals_voice)
    agreement = build.draft(build.stage(other, "needs"))
    agreement.name_party(cast.ann, build.users(other), **build.TERMS | {"hours_asked": 6})
    agreement.propose(cast.ann)
    return cast


def test_everything_that_is_asked_in_all_cycles_is_there(busy):
    assert sorts(busy.mia) == ["judge", "meeting", "rank"]
    assert sorts(busy.bea) == ["rank", "sign"]
    load = loads_of([busy.mia.pk])[busy.mia.pk]
    assert (load.hours, load.hours_agreed) == (2, 6)  # 90 minutes, 10 and 15, to the next half hour
    assert sorts(busy.cove) == sorts(busy.ann) == sorts(busy.zoe) == []


def test_what_is_done_is_asked_no_more(busy):
    exercise = next(ask for ask in loads_of([busy.mia.pk])[busy.mia.pk].asks if ask.sort == "rank")
    assert exercise.in_time == "15 minutes"
    build.ballot(exercise.stage.kind.record_named("exercises").objects.get(), busy.mia, busy.users)
    busy.mia.attendances.get().reply(busy.mia, comes=False)
    assert sorts(busy.mia) == ["judge"]


def test_a_meeting_without_its_length_is_taken_as_usual(cast):
    build.asked_to_meet(build.opened(cast.cycle, "needs"), cast.mia, minutes=None)
    (ask,) = loads_of([cast.mia.pk])[cast.mia.pk].asks
    assert (ask.minutes, ask.is_guess) == (usual_on(timezone.localdate()).minutes[MEETING], True)


def test_hours_are_told_to_the_next_half():
    assert [half_hours(minutes) for minutes in (0, 1, 30, 31, 90, 91)] == [0, 0.5, 0.5, 1, 1.5, 2]


def test_it_costs_the_same_for_one_person_and_for_many(busy):
    def cost(people):
        with CaptureQueriesContext(connection) as asked:
            loads_of([each.pk for each in people])
        return len(asked)

    many = [build.person(f"M{number}", f"m{number}@example.org") for number in range(12)]
    for each in many:
        build.member(each, busy.meals_voice)
    assert cost([busy.mia]) == cost([busy.mia, busy.bea, *many])


def test_a_member_reads_her_own_load_and_finds_it_from_the_page_about_herself(busy):
    browser = signed_in(busy.mia)
    assert "/you/load/" in words(browser.get("/you/"))
    page = words(browser.get("/you/load/"))
    for text in ("about 2 hours", "Meeting: Tea and talk", "Say what matters most", "Our own guess.", "Another"):
        assert text in page
    assert "Nothing is asked of you this month." in words(signed_in(busy.zoe).get("/you/load/"))


def test_a_convenor_reads_of_each_member_what_she_lets_her_see(busy):
    url = f"/groups/{busy.meals_voice.pk}/load/"
    keeps = signed_in(busy.cove)

    def mias():
        return next(row for row in keeps.get(url).context["asked"].members if row.place.person == busy.mia)

    assert mias().load is None
    signed_in(busy.mia).post(f"/you/load/shown/{busy.meals_voice.pk}/")
    assert mias().load.hours == 2
    assert signed_in(busy.ann).get(url).context["asked"].members == []
    assert signed_in(busy.zoe).get(url).status_code == 404
    signed_in(busy.mia).post(f"/you/load/shown/{busy.meals_voice.pk}/end/")
    assert not LoadShare.objects.exists()
    with pytest.raises(Refused, match="do not belong"):
        LoadShare.allow(busy.zoe, busy.meals_voice)


def test_a_member_reads_the_hours_of_her_group_and_not_who_is_tired(busy):
    build.easing(busy.bea)
    page = words(signed_in(busy.mia).get(f"/groups/{busy.meals_voice.pk}/load/"))
    assert "Hours of meetings this month" in page
    assert ("Have asked for less" in page, "Bea" in page) == (False, False)


def test_the_dashboard_tells_hours_to_all_and_the_tired_to_officers(busy):
    build.easing(busy.mia)
    build.easing(busy.bea, told_to="nobody")
    assert hours_of_groups([busy.meals_voice.pk]) == {busy.meals_voice.pk: 6}
    assert groups.count(of_cycle(build.afresh(busy.cycle), busy.ann)).total("tired") == 1
    url = f"{busy.cycle.get_absolute_url()}dashboard/"
    for who, is_told in ((None, False), (busy.mia, False), (busy.ann, True)):
        page = words(signed_in(who).get(url))
        assert ("Hours asked of each" in page, "Asked for less" in page) == (True, is_told)
        assert signed_in(who).get(f"{url}tired/").status_code == (200 if is_told else 403)
    assert "Mia" in words(signed_in(busy.ann).get(f"{url}tired/"))


def test_the_page_costs_the_same_whatever_is_asked(busy):
    browser = signed_in(busy.mia)
    before = queries(browser, "/you/load/")
    for _each in range(5):
        build.asked_to_meet(busy.stage("needs"), busy.mia)
    assert queries(browser, "/you/load/") == before
