"""The pages of records: one list, one form and one page for every kind."""

import pytest
from django.utils import timezone

from cycle.models import KINDS
from tests.build import cast, record, record_values, withheld
from tests.cycle.pages import edit_url, list_url, queries, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return cast()


# --- The list ---------------------------------------------------------------------------------------------------------


@pytest.mark.req("R1", "R2")
@pytest.mark.parametrize("slug", KINDS)
def test_each_kind_has_its_room_under_its_own_name(people, slug):
    here = people.stage(slug)
    page = signed_in().get(list_url(here))
    assert page.status_code == 200
    assert str(KINDS[slug].name) in words(page)
    assert ("This stage is added by us. It is not in the original figure." in words(page)) == KINDS[slug].addition
    assert "Nothing is recorded here yet." in words(page)


@pytest.mark.parametrize("slug", KINDS)
def test_the_list_takes_the_same_queries_at_one_and_at_three_rows(people, slug):
    here, reader = people.stage(slug), signed_in(people.zoe)
    record(here)
    once = queries(reader, list_url(here))
    record(here)
    withheld(here)
    assert queries(reader, list_url(here)) == once


def test_the_list_takes_the_same_queries_at_three_hundred_rows(people):
    here, reader = people.stage("budget"), signed_in(people.mia)
    first = record(here)
    once = queries(reader, list_url(here))
    model = type(first)
    values = record_values(model)
    model.objects.bulk_create(model(stage=here, created_by=people.ann, **values) for _number in range(299))
    assert queries(reader, list_url(here)) == once


def test_a_long_list_goes_on_where_the_page_ended(people):
    here, reader = people.stage("needs"), signed_in()
    made = [record(here, title=f"Need number {number:02d}") for number in range(27)]
    first = reader.get(list_url(here))
    second = reader.get(list_url(here), {"after": first.context["shown"].more})
    assert [row["record"] for row in first.context["rows"]] == made[:25]
    assert [row["record"] for row in second.context["rows"]] == made[25:]
    assert f'href="?after={made[24].pk}"' in words(first)
    assert "Back to the first ones" in words(second)
    assert reader.get(list_url(here), {"after": "x" * 40}).context["shown"].is_first
    assert "There are no more." in words(reader.get(list_url(here), {"after": made[-1].pk}))


@pytest.mark.req("R18", "R19", "R21")
def test_pressures_are_listed_by_side_with_their_date_their_source_their_meaning_and_the_stages_hit(people):
    here, needs = people.stage("context"), people.stage("needs")
    told = {"summary": "Talks get cut short.", "source": "The lunch club", "hits": [needs]}
    record(here, title="Forms first", sort="output culture", **told)
    record(here, title="A new law", sort="legislation")
    record(here, title="New majority", sort="control")
    withheld(here, title="Nobody reads this", sort="legislation")
    page = signed_in().get(list_url(here))
    groups = [(group.title, len(group.rows)) for group in page.context["groups"]]
    assert groups == [
        ("From government", 1),
        ("Changing circumstances", 1),
        ("Less tangible", 1),
        ("Not open to you", 1),
    ]
    listed = dict(page.context["groups"][2].rows[0]["record"].listed)
    assert listed == {
        "Date": "23 January 2023",
        "Where it comes from": "The lunch club",
        "Stages that it changes": "Needs assessment",
    }
    assert dict(page.context["groups"][1].rows[0]["record"].listed)["Stages that it changes"] == "Every stage"
    shown = words(page)
    assert [sentence for sentence in ("Only what can be counted counts", "Talks get cut short.", "The lunch club",
            "23 January 2023", "Every stage") if sentence not in shown] == []  # fmt: skip


def test_the_register_takes_the_same_queries_at_one_and_at_three_pressures_that_hit_stages(people):
    here, reader = people.stage("context"), signed_in(people.zoe)
    record(here, hits=[people.stage("needs")])
    once = queries(reader, list_url(here))
    for sort in ("control", "budget"):
        record(here, sort=sort, hits=[people.stage("needs"), people.stage("strategy")])
    assert queries(reader, list_url(here)) == once


@pytest.mark.req("R21")
def test_the_form_offers_the_sorts_in_their_groups_and_tells_how_a_habit_is_written_fairly(people):
    page = words(signed_in(people.ann).get(list_url(people.stage("context"), "record_new")))
    assert page.count("<optgroup") == 5
    assert '<optgroup label="Less tangible">' in page
    assert "Write about the habit, and never about one person." in page


@pytest.mark.req("R14", "R41")
@pytest.mark.parametrize("slug", KINDS)
def test_what_is_withheld_leaves_a_stub_with_its_reason_its_officer_and_its_day(people, slug):
    here = people.stage(slug)
    hidden = withheld(here, title="Nobody reads this")
    page = words(signed_in(people.mia).get(list_url(here)))
    assert "Nobody reads this" not in page
    assert f"One {hidden._meta.verbose_name} is not shown here" in page
    assert "Why: It names a bidder." in page
    assert "Ann decided this." in page
    assert "We look at it again by 1 January 2030." in page


def test_what_is_for_those_involved_leaves_a_stub_for_everybody_else(people):
    here = people.stage("needs")
    record(here, title="Only among us", openness="involved")
    assert "Only among us" in words(signed_in(people.mia).get(list_url(here)))
    for outsider in (None, people.zoe):
        page = words(signed_in(outsider).get(list_url(here)))
        assert "Only among us" not in page
        assert "It is shared with those who take part in this cycle." in page


@pytest.mark.req("R41")
def test_a_figure_that_changed_says_what_it_was_and_until_when(people):
    here = people.stage("budget")
    line = record(here, amount=200_000)
    line.revise(people.ann, 1, "The autumn statement.", amount=80_000)
    day = f"{timezone.localdate():%-d %B %Y}"
    for url in (list_url(here), line.get_absolute_url()):
        page = words(signed_in().get(url))
        assert "£80,000" in page
        assert f"was £200,000 until {day}" in page


def test_an_earlier_figure_that_was_withheld_stays_so(people):
    here = people.stage("budget")
    line = withheld(here, amount=200_000)
    line.revise(people.ann, 1, "It is settled.", amount=80_000, openness="public", withheld_because="", review_on=None)
    page = words(signed_in(people.mia).get(list_url(here)))
    assert "£80,000" in page
    assert "£200,000" not in page
    assert "£200,000" in words(signed_in(people.ann).get(list_url(here)))


def test_only_who_may_add_finds_the_way_and_nobody_else_is_bothered(people):
    here = people.stage("needs")
    for somebody in (people.mia, None):
        assert "Add a need" not in words(signed_in(somebody).get(list_url(here)))
    assert list_url(here, "record_new") in words(signed_in(people.ola).get(list_url(here)))


def test_an_officer_reads_why_nothing_can_be_added_any_more(people):
    here = people.stage("needs")
    people.cycle.close(people.ann, "It is done.")
    assert "This cycle is closed, so nothing in it can be changed." in words(signed_in(people.ola).get(list_url(here)))


def test_what_no_stage_holds_is_not_found(people):
    here = people.stage("needs")
    reader = signed_in(people.ann)
    assert reader.get(list_url(here).replace("/records/needs/", "/records/bids/")).status_code == 404
    assert reader.get(list_url(here).replace("/stages/needs/", "/stages/wishes/")).status_code == 404
    assert reader.get(f"{list_url(here)}{10**30}/").status_code == 404


def test_records_of_a_cycle_that_is_not_open_for_everyone_are_not_found_by_others():
    people = cast(published=False)
    here = people.stage("needs")
    made = record(here)
    for outsider in (None, people.zoe):
        for url in (list_url(here), made.get_absolute_url()):
            assert signed_in(outsider).get(url).status_code == 404
    assert signed_in(people.mia).get(made.get_absolute_url()).status_code == 200


# --- One record -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", KINDS)
def test_the_page_of_a_record_tells_its_facts_and_how_it_came_to_say_them(people, slug):
    here = people.stage(slug)
    made = record(here, title="First title")
    made.revise(people.ola, 1, "A better word.", title="Second title")
    page = words(signed_in().get(made.get_absolute_url()))
    assert "Second title" in page
    assert "Reason given: A better word." in page
    assert page.index("<strong>Ola</strong> changed") < page.index("<strong>Ann</strong> recorded")
    assert "<p>First title</p>" in page
    for label, _value in made.facts:
        assert label in page


def test_a_withheld_record_says_so_to_those_who_may_read_it_and_is_not_there_for_others(people):
    made = withheld(people.stage("needs"))
    page = words(signed_in(people.cara).get(made.get_absolute_url()))
    assert "Only those with a seat in this cycle read this." in page
    assert "Ann decided so, and looks at it again by 1 January 2030. Why: It names a bidder." in page
    for outsider in (None, people.zoe, people.mia, people.pat):
        assert signed_in(outsider).get(made.get_absolute_url()).status_code == 404
    assert signed_in(people.mia).get(edit_url(made)).status_code == 404


def test_the_history_of_a_record_takes_the_same_queries_however_long_it_is(people):
    made, reader = record(people.stage("needs")), signed_in(people.mia)
    made.revise(people.ann, 1, "To see what happens.", title="Another")
    once = queries(reader, made.get_absolute_url())
    for number in range(2, 32):
        made.revise(people.ann, number, "Again.", title=f"Number {number}")
    assert queries(reader, made.get_absolute_url()) == once
    page = reader.get(made.get_absolute_url())
    assert "Older" in words(page)
    assert len(reader.get(made.get_absolute_url(), {"before": page.context["shown"].more}).context["lines"]) == 7
