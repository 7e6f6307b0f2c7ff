"""What no longer fits the money: in which direction, since when, why, and for whom that is told (R20, R43)."""

from decimal import Decimal

import pytest
from django.utils import timezone

from cycle.limits import misfits_of, unfit_in
from cycle.models import RECORDS
from cycle.moves import Refused
from tests import build
from tests.cycle.pages import edit_url, list_url, queries, record_typed, signed_in, words

pytestmark = pytest.mark.django_db
HELD = {"openness": "withheld", "withheld_because": "A tender is running.", "review_on": timezone.localdate()}


@pytest.fixture
def people():
    return build.cast()


@pytest.fixture
def line(people):
    return build.record(people.stage("budget"), title="Meals 2023", amount=489000)


def option(people, line=None, **over):
    """An option whose cost this line pays."""
    made = {"cost_a_year": 450000, "saving_a_year": None, "paid_from": line, "title": "Hot meals"}
    return build.record(people.stage("testing"), **made | over)


def misfits(people, record, reader="ann"):
    person = getattr(people, reader) if reader else None
    record = type(record).objects.in_stage(record.stage).get(pk=record.pk)
    return misfits_of([record], person, people.cycle)[record.pk]


def cut(people, line, amount, reason="The settlement is smaller."):
    line.refresh_from_db()
    return line.revise(people.ann, line.version, reason, amount=amount)


@pytest.mark.parametrize(
    ("cost", "has", "fits"),
    [(450000, 489000, True), (489000, 489000, True), (489001, 489000, False), (None, 489000, True)],
)
def test_a_cost_has_to_be_at_most_what_the_line_has(people, cost, has, fits):
    line = build.record(people.stage("budget"), amount=has)
    made = option(people, line, cost_a_year=cost)
    assert (misfits(people, made) == []) == fits
    assert ([record.pk for record, _sentence in unfit_in(RECORDS, people.cycle)] == []) == fits


@pytest.mark.parametrize(("saves", "fits"), [(190000, False), (427000, True), (546000, True), (None, True)])
def test_a_saving_has_to_be_at_least_what_has_to_be_saved(people, saves, fits):
    needed = build.record(people.stage("budget"), title="What has to be saved", amount=427000)
    made = option(people, saving_a_year=saves, saving_needed=needed)
    assert (misfits(people, made) == []) == fits


def test_an_amount_that_is_not_told_limits_nothing_until_it_is_known(people):
    undisclosed = {"amount": None, "status": "undisclosed", "undisclosed_because": "Not known yet."}
    needed = build.record(people.stage("budget"), title="What has to be saved", **undisclosed)
    made = option(people, saving_a_year=190000, saving_needed=needed)
    assert misfits(people, made) == []
    event = needed.revise(people.ann, 1, "It is known.", amount=427000, status="firm", undisclosed_because="")
    (found,) = misfits(people, made)
    assert (found.since, found.reason) == (event.at, "It is known.")
    assert found.words == "It saves £190,000 a year. £427,000 has to be saved."
    assert found.story == "“What has to be saved” was not known before. It is £427,000."


def test_the_mark_names_the_cut_with_its_day_and_its_reason(people, line):
    made = option(people, line)
    event = cut(people, line, 400000)
    (found,) = misfits(people, made)
    assert (found.since, found.reason, found.url) == (event.at, "The settlement is smaller.", line.get_absolute_url())
    assert found.words == "It costs £450,000 a year, and there is £400,000."
    assert found.story == "“Meals 2023” went from £489,000 to £400,000."


def test_it_counts_from_the_change_with_which_it_began_and_not_from_a_later_one(people, line):
    made = option(people, line)
    first = cut(people, line, 440000, "The first cut.")
    cut(people, line, 400000, "The second cut.")
    assert misfits(people, made)[0].since == first.at
    cut(people, line, 460000, "Some of it is back.")
    assert misfits(people, made) == []
    last = cut(people, line, 430000, "Gone again.")
    assert [(found.since, found.reason) for found in misfits(people, made)] == [(last.at, "Gone again.")]


def test_a_cost_that_rises_is_named_as_the_cause(people, line):
    made = option(people, line)
    event = made.revise(people.ann, 1, "Food costs more.", cost_a_year=Decimal(500000))
    (found,) = misfits(people, made)
    assert (found.since, found.story, found.reason) == (event.at, "", "Food costs more.")


def test_an_option_that_never_fitted_does_not_since_it_was_paid_from_there(people, line):
    made = option(people, cost_a_year=600000)
    assert misfits(people, made) == []
    event = made.revise(people.ann, 1, "Now we know who pays.", paid_from=line)
    assert misfits(people, made)[0].since == event.at


def test_who_may_not_read_the_line_learns_nothing_of_it(people, line):
    made = option(people, line)
    line.revise(people.ann, 1, "Secret now.", amount=400000, **HELD)
    assert {reader: len(misfits(people, made, reader)) for reader in ("ann", "ola", "cara", "mia", "zoe", None)} == {
        "ann": 1, "ola": 1, "cara": 1, "mia": 0, "zoe": 0, None: 0,
    }  # fmt: skip
    for url in (list_url(made.stage), made.get_absolute_url(), f"{made.stage.get_absolute_url()}report/"):
        page = words(signed_in(people.mia).get(url))
        assert ("400,000" in page, "Does not fit" in page, "Meals 2023" in page) == (False, False, False)
        assert "Does not fit the money since" in words(signed_in(people.ann).get(url))
    assert "one budget line that is not open to you" in words(signed_in(people.mia).get(made.get_absolute_url()))


def test_a_cut_that_was_made_in_secret_keeps_its_day_and_reason_when_the_line_is_opened(people, line):
    made = option(people, line)
    line.revise(people.ann, 1, "Shut.", **HELD)
    cut(people, line, 400000, "Nobody may know why.")
    line.refresh_from_db()
    line.revise(people.ann, 3, "Open.", openness="public", withheld_because="", review_on=None)
    (found,) = misfits(people, made, "mia")
    assert (found.words, found.since, found.story, found.reason) == (
        "It costs £450,000 a year, and there is £400,000.", None, "", "",
    )  # fmt: skip
    assert misfits(people, made)[0].reason == "Nobody may know why."


@pytest.mark.req("R20", "R43")
def test_the_mark_stands_in_the_list_on_the_page_and_in_the_report(people, line):
    made = option(people, line)
    cut(people, line, 400000)
    for url in (list_url(made.stage), made.get_absolute_url(), f"{made.stage.get_absolute_url()}report/"):
        page = words(signed_in().get(url))
        for said in ("Does not fit the money since", "It costs £450,000 a year, and there is £400,000.",
                     "Reason given: The settlement is smaller."):  # fmt: skip
            assert said in page, url


def test_only_lines_of_the_same_cycle_are_offered_and_taken(people, line):
    other = build.cycle(people.ann, people.council, title="Another")
    theirs = build.record(build.stage(other, "budget"), title="Theirs")
    here = people.stage("testing")
    page = signed_in(people.ann).get(list_url(here, "record_new"))
    assert list(page.context["form"].fields["paid_from"].queryset) == [line]
    answer = signed_in(people.ann).post(
        list_url(here, "record_new"), record_typed(here.kind.record) | {"paid_from": theirs.pk}
    )
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["paid_from"])
    with pytest.raises(Refused, match="belongs to this cycle"):
        option(people, theirs)


def test_history_names_the_line_only_to_those_who_may_read_it(people):
    secret = build.withheld(people.stage("budget"), title="Secret line")
    made = option(people)
    made.revise(people.ann, 1, "We know who pays.", paid_from=secret)
    shown = {name: words(signed_in(getattr(people, name)).get(made.get_absolute_url())) for name in ("ann", "mia")}
    assert {name: "Secret line" in page for name, page in shown.items()} == {"ann": True, "mia": False}
    assert "one budget line that is not open to you" in shown["mia"]
    assert "Secret line" in words(signed_in(people.ann).get(edit_url(made)))


def test_a_list_takes_the_same_queries_for_few_and_for_many_that_do_not_fit(people, line):
    url = list_url(people.stage("testing"))
    option(people, line)
    cut(people, line, 400000)
    few = queries(signed_in(people.mia), url)
    for _number in range(15):
        option(people, line)
    cut(people, line, 300000)
    assert queries(signed_in(people.mia), url) == few
