"""What changed for whom: a notice on the first page until they say that they have read it (R20)."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cycle import ledger
from cycle.models.cycle import learn_standings
from feedback.models import Seen
from feedback.notices import SHOWN, unread
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db
SIGNS = "You may sign for Meals Voice in Needs assessment."
SAID = "You said something before the change in Needs assessment."
SUPPORTS = "You support Meals Voice, which is a party in Needs assessment."
RUNS = "You run this cycle."


@pytest.fixture
def line(people):
    return build.record(people.stage("budget"), title="Meals 2023", amount=489000)


def notices(person):
    """The notices on this person's first page, in their order."""
    return [notice for each in signed_in(person).get("/").context["unread"] for notice in each.notices]


def grounds(people):
    """Why each of the people has a notice: name -> sentences; who has none is left out."""
    found = {name: [str(ground) for notice in notices(person) for ground in notice.grounds]
             for name, person in people.people().items()}  # fmt: skip
    return {name: why for name, why in found.items() if why}


def reads(person, cycle, number=None):
    """Say that everything is read, as the button does."""
    page = signed_in(person).get("/")
    number = number or next(each.newest for each in page.context["unread"] if each.cycle == cycle)
    return signed_in(person).post(f"{cycle.get_absolute_url()}notices/seen/", {"number": number}, follow=True)


@pytest.mark.req("R20")
def test_a_cut_is_told_to_those_who_sign_support_spoke_or_run_and_not_to_the_one_who_made_it(people, line):
    needs = build.opened(people.cycle, "needs")
    build.contribution(needs, people.mia)
    build.budget_cut(people.cycle, people.ann)
    assert grounds(people) == {"ola": [RUNS, "You may sign for Commissioning team in Needs assessment."],
                               "bea": [SIGNS], "mia": [SAID], "cove": [SUPPORTS]}  # fmt: skip


def test_a_notice_says_what_was_and_what_is_why_and_where(people, line):
    needs = build.opened(people.cycle, "needs")
    event = build.budget_cut(people.cycle)
    (notice,) = notices(people.bea)
    day = f"{timezone.localdate():%-d %B %Y}"
    assert notice.change.title == f"On {day} Ann changed “Meals 2023”"
    assert notice.change.text == "Reason given: The council has less money."
    assert notice.change.changes == [{"label": "Amount", "before": "£489,000", "now": "£488,900"}]
    assert (notice.number, notice.stages, notice.change.url) == (event.number, [needs], line.get_absolute_url())
    page = words(signed_in(people.bea).get("/"))
    for sentence in ("What changed for you", SIGNS, "£489,000", "£488,900", "I have read this"):
        assert sentence in page


def test_one_pressure_that_hits_three_stages_is_one_notice(people):
    hit = [build.opened(people.cycle, kind) for kind in ("needs", "strategy", "testing")]
    build.record(people.stage("context"), title="Prices", hits=hit)
    (notice,) = notices(people.bea)
    assert notice.stages == hit
    assert [str(ground) for ground in notice.grounds] == [
        "You may sign for Meals Voice in Needs assessment, Agree strategic framework and Test and refine."
    ]
    assert "“Prices”" in notice.change.title


def test_two_changes_of_the_same_thing_are_two_notices(people):
    needs = build.opened(people.cycle, "needs")
    made = build.record(people.stage("context"), title="Prices", hits=[needs])
    made.revise(people.ann, 1, "More.", title="Prices rise", hits=[needs])
    assert ["Prices rise" in notice.change.title for notice in notices(people.bea)] == [True, False]


def test_who_spoke_only_after_the_change_is_told_nothing(people, line):
    needs = build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    build.contribution(needs, people.mia)
    assert notices(people.mia) == []


def test_a_change_before_anything_was_under_way_concerns_nobody(people, line):
    build.budget_cut(people.cycle)
    build.opened(people.cycle, "needs")
    assert grounds(people) == {}


def test_a_stage_that_was_finished_before_concerns_nobody_and_one_finished_since_still_does(people, line):
    strategy, needs = build.opened(people.cycle, "strategy"), build.opened(people.cycle, "needs")
    for each in (strategy, needs):
        build.record(each)
    strategy.finish(people.ann)
    build.budget_cut(people.cycle)
    needs.finish(people.ann)
    (notice,) = notices(people.bea)
    assert notice.stages == [needs]


@pytest.mark.req("R14")
def test_what_is_withheld_gives_no_notice_to_those_who_may_not_read_it(people):
    build.withheld(people.stage("budget"), title="Secret line", amount=489000)
    build.contribution(build.opened(people.cycle, "needs"), people.mia)
    build.budget_cut(people.cycle)
    assert list(grounds(people)) == ["ola"]
    assert signed_in(people.bea).get("/").context["waiting"][0].why.startswith("Something changed on ")


def test_what_became_withheld_later_gives_no_notice_any_more(people, line):
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    line.refresh_from_db()
    ground = {"withheld_because": "A tender.", "review_on": timezone.localdate()}
    line.revise(people.ann, line.version, "Shut.", openness="withheld", **ground)
    assert (notices(people.bea), len(notices(people.ola))) == ([], 1)


def test_only_what_changed_after_somebody_came_concerns_them(people, line):
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    tomorrow = timezone.localdate() + timedelta(days=1)
    new = build.person("New", "new@example.org")
    build.member(new, people.meals_voice, "representative")
    assert len(notices(new)) == 1  # it was on the very day
    new.memberships.update(from_date=tomorrow)
    assert notices(new) == []


# --- Read -------------------------------------------------------------------------------------------------------------


def test_what_is_read_is_gone_from_the_first_page_and_stays_on_the_page_of_all(people, line):
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    answer = reads(people.bea, people.cycle)
    assert [str(message) for message in answer.context["messages"]] == [
        "You have read what changed in “Community meals”."
    ]
    assert (notices(people.bea), len(notices(people.cove))) == ([], 1)
    page = signed_in(people.bea).get(f"{people.cycle.get_absolute_url()}notices/")
    assert [str(ground) for notice in page.context["notices"] for ground in notice.grounds] == [SIGNS]
    assert "New</strong>" not in words(page)
    build.budget_cut(people.cycle)
    page = signed_in(people.bea).get(f"{people.cycle.get_absolute_url()}notices/")
    assert (len(notices(people.bea)), words(page).count("New</strong>")) == (1, 1)


def test_what_came_after_the_page_was_drawn_stays_new(people, line):
    build.opened(people.cycle, "needs")
    first = build.budget_cut(people.cycle)
    second = build.budget_cut(people.cycle)
    reads(people.bea, people.cycle, first.number)
    assert [notice.number for notice in notices(people.bea)] == [second.number]


def test_nothing_is_marked_that_has_not_happened_and_nothing_is_unread_again(people, line):
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    reads(people.bea, people.cycle, 10**8)
    assert Seen.objects.get().number == ledger.length(people.cycle)
    reads(people.bea, people.cycle, 1)
    assert Seen.objects.get().number == ledger.length(people.cycle)
    build.budget_cut(people.cycle)
    assert len(notices(people.bea)) == 1


@pytest.mark.parametrize("number", ["", "x", "-1", "1" + "0" * 30])
def test_a_number_that_is_none_marks_nothing(people, number):
    url = f"{people.cycle.get_absolute_url()}notices/seen/"
    assert signed_in(people.bea).post(url, {"number": number}).status_code == 422
    assert not Seen.objects.exists()


def test_reading_is_nobody_elses_business(people, line):
    build.opened(people.cycle, "needs")
    build.budget_cut(people.cycle)
    length = ledger.length(people.cycle)
    reads(people.bea, people.cycle)
    assert ledger.length(people.cycle) == length


def test_the_page_of_all_goes_on_where_it_ends(people, line):
    build.opened(people.cycle, "needs")
    for _number in range(30):
        build.budget_cut(people.cycle)
    mine, url = signed_in(people.bea), f"{people.cycle.get_absolute_url()}notices/"
    first = mine.get(url)
    second = mine.get(f"{url}?before={first.context['shown'].more}")
    assert [len(page.context["notices"]) for page in (first, second)] == [25, 5]
    (new,) = mine.get("/").context["unread"]
    assert (len(new.notices), new.more) == (SHOWN, True)
    assert "There are more" in words(mine.get("/"))


# --- Costs ------------------------------------------------------------------------------------------------------------


def asked(person, cycles, number):
    """How many queries it takes to find this many notices of each of these cycles."""
    cycles = [build.afresh(cycle) for cycle in cycles]
    learn_standings(person, cycles)
    with CaptureQueriesContext(connection) as captured:
        found = unread(person, cycles)
    assert [len(each.notices) for each in found] == [number] * len(cycles)
    return len(captured)


def both_sorts_of_change(cycle, hit):
    """A cut, which concerns every stage, and a pressure, which concerns one."""
    build.budget_cut(cycle)
    build.record(build.stage(cycle, "context"), title="Prices", hits=[hit])


def test_it_takes_the_same_queries_for_few_and_for_many_changes(people, line):
    hit = build.opened(people.cycle, "needs")
    both_sorts_of_change(people.cycle, hit)
    few = asked(people.bea, [people.cycle], 2)
    for _number in range(14):
        both_sorts_of_change(people.cycle, hit)
    assert asked(people.bea, [people.cycle], SHOWN) == few


def test_it_takes_the_same_queries_for_one_and_for_many_cycles(people):
    cycles = [build.cycle(people.ann, people.council, title=f"Cycle {number}") for number in range(5)]
    for cycle in cycles:
        build.admit(cycle, people.meals_voice)
        build.record(build.stage(cycle, "budget"), title="Meals")
        both_sorts_of_change(cycle, build.opened(cycle, "needs"))
    many = asked(people.bea, cycles, 2)
    print(f"\n{many} queries")
    assert asked(people.bea, cycles[:1], 2) == many
