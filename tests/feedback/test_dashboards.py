"""Dashboards: each figure and the list that it leads to say the same, for every reader and over many cycles."""

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cycle import directorates
from feedback.dashboard import ALL, groups
from feedback.dashboard.board import dashboard_of
from feedback.dashboard.scope import of_cycle, of_organisation
from feedback.models import Answer, Contribution
from involvement.models import Override, Party
from people.models import Directorate
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def address(people, ending="", *args, query="", of="cycle"):
    key = people.cycle.slug if of == "cycle" else people.council.pk
    return reverse(f"{of}_dashboard{ending}", args=[key, *args]) + query


def late(stage, days=3, **over):
    """A contribution whose answer is overdue by so many days."""
    made = build.contribution(stage, **over)
    Contribution.objects.filter(pk=made.pk).update(due_on=TODAY() - timedelta(days=days))
    return made


def lived_in(cycle):
    """Fill a cycle with something for every figure."""
    lead = build.lead(cycle)
    needs = build.opened(cycle, "needs")
    for number, openness in enumerate(("public", "involved", "withheld")):
        late(needs, days=number + 2, openness=openness)
    build.contribution(needs)
    disputed = build.answer(build.contribution(needs))
    disputed.judge(disputed.contribution.given_by, Answer.Verdict.DOES_NOT, "It is about something else.")
    build.promise(needs)
    build.late_promise(needs, openness="involved")
    for state in ("kept", "partly", "broken"):
        build.concluded(build.promise(needs), state)
    build.proposed(build.begin(build.stage(cycle, "context")))
    Override.open(build.begin(build.stage(cycle, "strategy")), lead, "It cannot wait.")
    build.opened(cycle, "budget")
    line = build.withheld(build.stage(cycle, "budget"), amount=1)
    type(line).objects.filter(pk=line.pk).update(review_on=TODAY() - timedelta(days=1))
    line.refresh_from_db()
    line.stage.cycle = cycle
    ranked = build.opened(cycle, "priorities")
    exercise = build.open_exercise(ranked, openness="involved")
    type(exercise).objects.filter(pk=exercise.pk).update(closes_on=TODAY() - timedelta(days=1))
    ended = build.opened(cycle, "framework")
    build.record(ended)
    ended.finish(lead, "Nobody came to the last meeting.")
    build.budget_cut(cycle)
    build.barrier(cycle, next(iter(build.members(cycle, 1))), words="Two of us fight.")
    build.withdrawal(build.users(cycle), build.signer(_users_party(needs)), "pause", stage=needs)
    build.stance(needs)
    build.placed(needs, build.members(cycle, 5), "says")
    claimant = build.person("Claimant")
    build.member(claimant, build.users(cycle).group)
    build.claimed(build.offer(needs), claimant, late=True)


def _users_party(stage):
    """The users' party of the agreement of a stage."""
    party = Party.objects.get(agreement__round__stage=stage, participant=build.users(stage.cycle))
    party.agreement.round.stage.cycle = stage.cycle
    return party


@pytest.fixture
def full(people):
    lived_in(people.cycle)
    return people


def listed(browser, url):
    """How many lines a list has, over all its pages, and their words."""
    found = []
    while url:
        answer = browser.get(url)
        assert answer.status_code == 200
        found += answer.context["lines"].rows
        url = answer.context["older_url"]
    return found


@pytest.mark.req("R82", "R78", "R23")
def test_a_commissioner_reads_every_figure_of_a_cycle(full):
    scope = of_cycle(full.cycle, full.ann)
    board = dashboard_of(scope)
    found = {figure.key: numbers.total(figure.key) for part, numbers in board.counted for figure in part.figures}
    assert found == {
        "waiting": 5, "overdue": 3, "disputed": 1, "in-force": 0, "out-of-date": 3, "not-agreed": 1,
        "without-agreement": 1, "promised": 2, "late": 1, "kept": 1, "kept-in-part": 1, "broken": 1, "to-review": 1,
        "day-came": 1, "ended": 1, "barriers": 1, "paused": 1, "left": 0, "unexplained": 0,
        "claims-to-decide": 1, "claims-unpaid": 0, "claims-late": 1,
    }  # fmt: skip
    page = words(signed_in(full.ann).get(address(full)))
    for text in (
        "3 answers are overdue.", "the oldest by 4 days", "1 promise is late.", "Open and willing", "Of 5 people",
        "1 claim is paid late.",
        "1 answer is none to the one who got it.", "3 agreements have to be signed again",
    ):  # fmt: skip
        assert text in page


@pytest.mark.parametrize("of", ["cycle", "organisation"])
@pytest.mark.parametrize("who", ["nobody", "zoe", "mia", "cara", "ola", "ann"])
def test_each_list_has_as_many_lines_as_its_figure_says(full, who, of):
    lived_in(build.cycle(full.ann, full.council, title="Another"))
    reader = None if who == "nobody" else getattr(full, who)
    browser = signed_in(reader)
    board = browser.get(address(full, of=of)).context["board"]
    for part, numbers in [*board.counted, (groups.PART, board.loads)]:
        for figure in part.figures_for(board.scope):
            lines = listed(browser, address(full, "_list", figure.key, of=of))
            assert (figure.key, len(lines)) == (figure.key, numbers.total(figure.key))


def test_a_list_has_further_pages_and_counts_the_same(full):
    for _each in range(30):
        late(full.stage("needs"))
    browser = signed_in(full.ann)
    assert len(listed(browser, address(full, "_list", "overdue"))) == 33
    assert browser.get(address(full, "_list", "overdue", query="?after=x")).status_code == 200


def test_what_is_not_open_to_a_reader_is_counted_and_not_told(full):
    made = late(full.stage("needs"), text="Only for officers.", openness="withheld")
    for who, is_told in ((None, False), (full.mia, False), (full.ola, True)):
        browser = signed_in(who)
        page = words(browser.get(address(full, "_list", "overdue")))
        assert ("Only for officers." in page, made.get_absolute_url() in page) == (is_told, is_told)
        assert ("Something that is not open to you" in page) != is_told
        assert "4 answers are overdue." in words(browser.get(address(full)))


def test_days_that_came_are_for_those_who_run_the_cycle(full):
    for who, status in ((None, 403), (full.mia, 403), (full.cara, 403), (full.ola, 200)):
        browser = signed_in(who)
        assert browser.get(address(full, "_list", "day-came")).status_code == status
        assert ("Other days that came" in words(browser.get(address(full)))) == (status == 200)


def test_what_is_withheld_leads_others_to_its_reason(full):
    line = full.stage("budget").kind.record.objects.get(openness="withheld")
    for who, is_told in ((full.mia, False), (full.cara, True)):
        page = words(signed_in(who).get(address(full, "_list", "to-review")))
        assert (line.title in page) == is_told
        assert (reverse("information_line", args=[full.cycle.slug]) in page) != is_told


def test_the_load_of_a_group_leads_to_what_is_asked_of_it(full):
    other = build.cycle(full.ann, full.council, title="Another")
    build.admit(other, full.meals_voice)
    build.proposed(build.begin(build.stage(other, "needs")))
    browser = signed_in(full.ann)
    board = browser.get(address(full, of="organisation")).context["board"]
    counted = {figure.key: board.loads.of(figure.key, full.meals_voice.pk) for figure in groups.FIGURES}
    assert counted == {"cycles": 2, "to-sign": 4, "asked": 2, "exercises": 1, "tired": 0}
    for key, number in counted.items():
        query = f"?group={full.meals_voice.pk}"
        assert len(listed(browser, address(full, "_list", key, query=query, of="organisation"))) == number
    assert browser.get(address(full, "_list", "asked", query="?group=9999")).status_code == 404


def test_a_part_of_the_authority_has_its_own_dashboard(full):
    other = build.cycle(full.ann, full.council, title="Housing")
    directorates.place_in(other, full.ann, "Homes")
    part = Directorate.objects.get()
    browser = signed_in(full.ann)
    assert "Homes" in words(browser.get(address(full, of="organisation")))
    page = browser.get(address(full, query=f"?part={part.pk}", of="organisation"))
    assert [cycle.title for cycle in page.context["scope"].cycles] == ["Housing"]
    for query in ("?part=9999", "?part=x"):
        assert browser.get(address(full, query=query, of="organisation")).status_code == 404


def test_officers_name_the_part_that_runs_a_cycle_and_the_ledger_says_so(people):
    url = reverse("cycle_directorate", args=[people.cycle.slug])
    browser = signed_in(people.ola)
    browser.post(url, {"name": "Adult  services"})
    people.cycle.refresh_from_db()
    assert people.cycle.directorate.name == "Adult services"
    assert "adult services" not in words(browser.get(people.cycle.get_absolute_url()))
    assert browser.post(url, {"name": "adult services"}).status_code == 422
    browser.post(url, {"name": ""})
    people.cycle.refresh_from_db()
    assert people.cycle.directorate is None
    told = [event.said for event in people.cycle.events.order_by("number")][-2:]
    assert [(each["before"], each["after"]) for each in told] == [
        ({}, {"directorate": "Adult services"}), ({"directorate": "Adult services"}, {}),
    ]  # fmt: skip
    assert signed_in(people.mia).post(url, {"name": "Mine"}).status_code == 403


def test_a_cycle_is_started_in_a_part_of_the_authority(people):
    made = build.cycle(people.ann, people.council, title="Homes", directorate="Housing")
    assert (str(made.directorate), made.events.get(number=1).said["after"]["directorate"]) == ("Housing", "Housing")


def test_an_authority_is_known_by_its_cycles_and_to_its_commissioners(people):
    council = build.authority("Empty Council")
    lead = build.person("Lena", "lena@example.org")
    build.commissioner(lead, council)
    url = reverse("organisation_dashboard", args=[council.pk])
    assert [signed_in(who).get(url).status_code for who in (lead, people.ann, None)] == [200, 404, 404]
    build.cycle(lead, council, published=False)
    assert [signed_in(who).get(url).status_code for who in (lead, people.ann, None)] == [200, 404, 404]


def test_a_cycle_that_a_reader_does_not_know_of_is_not_counted(full):
    hidden = build.cycle(full.ann, full.council, title="Hidden", published=False)
    lived_in(hidden)
    for who, number in ((full.ann, 6), (full.mia, 3), (None, 3)):
        board = signed_in(who).get(address(full, of="organisation")).context["board"]
        assert board.counted[0][1].total("overdue") == number


@pytest.mark.parametrize("who", ["nobody", "mia", "ann"])
def test_a_dashboard_costs_the_same_for_one_cycle_and_for_many(full, who):
    browser = signed_in(None if who == "nobody" else getattr(full, who))
    url = address(full, of="organisation")
    one = queries(browser, url)
    for number in range(3):
        lived_in(build.cycle(full.ann, full.council, title=f"Cycle {number}"))
    assert queries(browser, url) == one
    lists = [address(full, "_list", figure.key, of="organisation") for part in ALL for figure in part.figures]
    for each in lists if who == "ann" else ():
        assert queries(browser, each) < 25


def test_the_table_is_taken_out_as_a_file(full):
    build.cycle(full.ann, full.council, title="=Another")
    for who, came in ((full.ann, "1"), (None, "")):
        answer = signed_in(who).get(address(full, "_csv", of="organisation"))
        text = b"".join(answer.streaming_content).decode().removeprefix("\ufeff")
        rows = list(csv.DictReader(io.StringIO(text)))
        assert [row["cycle"] for row in rows] == ["'=Another", "Community meals"]
        assert (rows[1]["overdue"], rows[1].get("day_came", ""), rows[1]["placed_says"]) == ("3", came, "5")
        assert rows[0]["placed_says"] == ""


def test_nothing_is_the_matter_in_a_new_cycle(people):
    page = words(signed_in(people.ann).get(address(people)))
    assert "Nothing is late, and nothing has changed since it was signed." in page


def test_the_dashboard_is_reached_from_the_first_page_and_from_the_list_of_cycles(people):
    url = address(people, of="organisation")
    for who, from_home in ((people.ann, True), (people.ola, True), (people.mia, False)):
        browser = signed_in(who)
        assert (url in words(browser.get("/"))) == from_home
        assert url in words(browser.get(reverse("cycles")))
    assert address(people) in words(signed_in().get(people.cycle.get_absolute_url()))


def test_the_order_of_cycles_is_the_newest_first(people):
    build.cycle(people.ann, people.council, title="Newer")
    scope = of_organisation(people.council, people.ann)
    assert [cycle.title for cycle in scope.cycles] == ["Newer", "Community meals"]
