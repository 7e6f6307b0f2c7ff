"""Beginning a stage, once and again; what happened in a stage and in a whole cycle."""

import pytest

from tests.build import begin, cast, cycle, employed, lead, opened, record, stage
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


def here(stage, room):
    """The address of a page of this stage."""
    return f"/cycles/{stage.cycle.slug}/stages/{stage.kind_slug}/{room}/"


@pytest.mark.req("R3")
def test_any_stage_can_be_begun_first(people):
    for slug in ("review", "framework"):
        stage = people.stage(slug)
        answer = signed_in(people.ola).post(here(stage, "rounds/new"), {"reason": "It is time."})
        assert answer.url == f"/cycles/{people.cycle.slug}/stages/{slug}/"
        stage.refresh_from_db()
        assert (stage.state, stage.round_number) == ("preparing", 1)


@pytest.mark.req("R3")
def test_a_finished_stage_is_opened_again_with_a_reason_and_what_brought_it_about(people):
    stage = opened(people.cycle, "needs")
    record(stage)
    stage.finish(people.ann)
    line = record(people.stage("budget"))
    cut = line.revise(people.ann, 1, "The autumn statement.", amount=1)
    officer = signed_in(people.ola)
    assert officer.get(here(stage, "rounds/new")).context["form"].fields["cause"].queryset.first() == cut
    refused = officer.post(here(stage, "rounds/new"), {"reason": "", "cause": cut.pk})
    assert refused.status_code == 422
    assert refused.context["form"].errors == {"reason": ["Fill in “Why is it opened again?”."]}
    assert (
        officer.post(here(stage, "rounds/new"), {"reason": "There is less money.", "cause": cut.pk}).status_code == 302
    )
    page = words(signed_in().get(here(stage, "history")))
    assert "Round 2" in page
    assert "Why: There is less money." in page
    assert "What brought it about:" in page
    assert f'<a class="govuk-link" href="{line.get_absolute_url()}">A budget line</a>' in page


def test_a_stage_under_way_cannot_be_begun(people):
    stage = begin(people.stage("needs"))
    answer = signed_in(people.ola).get(here(stage, "rounds/new"))
    assert (answer.status_code, "This stage is under way already." in words(answer)) == (403, True)
    outsider = signed_in(people.mia).post(here(people.stage("review"), "rounds/new"), {"reason": "Why not"})
    assert (outsider.status_code, "Only the officers who run this cycle can do this." in words(outsider)) == (403, True)


def test_a_stage_that_was_never_begun_says_so(people):
    page = words(signed_in().get(here(people.stage("needs"), "history")))
    assert "This stage has not been begun yet." in page


def test_the_ledger_tells_everything_newest_first(people):
    begin(people.stage("needs"))
    page = words(signed_in().get(f"/cycles/{people.cycle.slug}/ledger/"))
    assert page.index("began to prepare") < page.index("started the cycle")
    people.cycle.refresh_from_db()
    assert people.cycle.ledger_head in page
    assert f'<dd class="facts__value">{people.cycle.ledger_length}</dd>' in page


@pytest.mark.req("R14")
def test_the_ledger_keeps_the_place_of_what_is_withheld(people):
    record(people.stage("needs"), title="Not for all", openness="involved")
    ledger = f"/cycles/{people.cycle.slug}/ledger/"
    assert "Not for all" in words(signed_in(people.mia).get(ledger))
    page = words(signed_in().get(ledger))
    assert "Not for all" not in page
    assert "need that is not open to you" in page


def test_the_ledger_and_a_history_take_the_same_queries_at_any_length(people):
    line, reader = record(people.stage("budget")), signed_in(people.mia)
    urls = (f"/cycles/{people.cycle.slug}/ledger/", here(people.stage("needs"), "history"))
    # Each further sort of thing on the page takes one query; from a page full of one sort on, only the length differs.
    counts = []
    for until in (30, 330):
        for number in range(line.version, until):
            line.revise(people.ann, number, "Again.", amount=number)
        counts.append([queries(reader, url) for url in urls])
    assert counts[0] == counts[1]


def test_an_older_page_of_the_ledger_goes_on_where_the_newer_one_ended(people):
    line = record(people.stage("budget"))
    for number in range(1, 40):
        line.revise(people.ann, number, "Again.", amount=number)
    ledger = f"/cycles/{people.cycle.slug}/ledger/"
    newest = signed_in().get(ledger)
    older = signed_in().get(ledger, {"before": newest.context["shown"].more})
    numbers = [line.event.number for page in (newest, older) for line in page.context["lines"]]
    assert numbers == sorted(numbers, reverse=True)
    assert numbers[0] - numbers[-1] == len(numbers) - 1
    assert "There are no more." in words(signed_in().get(ledger, {"before": 1}))


def test_pages_of_a_cycle_that_one_may_not_know_of_are_not_found():
    people = cast(published=False)
    employed(people.zoe, people.council, "commissioner")
    stage = people.stage("needs")
    base = f"/cycles/{people.cycle.slug}"
    addresses = (
        f"{base}/ledger/",
        f"{base}/people/",
        f"{base}/closing/",
        here(stage, "history"),
        here(stage, "rounds/new"),
    )
    assert {signed_in(people.zoe).get(url).status_code for url in addresses} == {404}


def test_what_was_done_is_said(people):
    answer = signed_in(people.ola).post(
        here(people.stage("needs"), "rounds/new"), {"reason": "It is time."}, follow=True
    )
    assert said(answer) == ["“Needs assessment” has begun. Now draft what is agreed."]


def test_without_a_change_that_agreements_rest_on_no_cause_is_asked_for():
    fresh = cycle()
    page = signed_in(lead(fresh)).get(here(stage(fresh, "needs"), "rounds/new"))
    assert list(page.context["form"].fields) == ["reason"]
