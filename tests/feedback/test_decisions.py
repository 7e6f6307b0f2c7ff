"""How many spoke, beside every summary; the register, the papers, and whether people were asked fairly (R47, R48)."""

import csv
from datetime import date

import pytest
from django.urls import reverse

from tests import build
from tests.build import giving
from tests.cycle.pages import signed_in, words
from tests.pdf.structure import text_of

pytestmark = pytest.mark.django_db
TOLD = ("They like it.", "3 things were said", "Meals Voice", "Hot Plate Ltd")


@pytest.fixture
def stage(people):
    return build.opened(people.cycle, "decision")


@pytest.fixture
def needs(people):
    """A stage in which users and a provider spoke, in the open and to officers alone."""
    needs = build.opened(people.cycle, "needs")
    build.contribution(needs, people.mia, given_on=date(2022, 12, 20), text="Keep it hot.")
    build.contribution(needs, people.bea, given_on=date(2023, 1, 4), text="Secret words.", openness="withheld",
                       sort="objection")  # fmt: skip
    build.contribution(needs, people.pat, people.providers, given_on=date(2023, 1, 5), text="Frozen keeps longer.")
    return needs


def shaped(stage, decision, day):
    return build.record(stage, model=stage.kind.record_named("shaped"), decision=decision, shaped_on=day)


def url(name, stage, *more):
    return reverse(name, args=[stage.cycle.slug, *more])


@pytest.mark.req("R48")
def test_counts_by_party_stand_beside_the_summary_on_every_page_and_print_that_shows_it(people, stage, needs):
    made = build.record(stage, users_said="They like it.", rests_on=[needs])
    pages = [
        made.get_absolute_url(), f"{stage.get_absolute_url()}whole/", f"{stage.get_absolute_url()}report/",
        url("decision_papers", stage, "decision", made.pk),
    ]  # fmt: skip
    for address in pages:
        page = words(signed_in().get(address))
        assert [
            each for each in ("They like it.", "3 things were said", "Meals Voice", "Hot Plate Ltd") if each not in page
        ] == []
        assert "Secret words." not in page
    text = text_of(signed_in().get(url("decision_papers_pdf", stage, "decision", made.pk)).content)
    assert [each for each in ("They like it.", "3 things were said", "Hot Plate Ltd") if each not in text] == []


@pytest.mark.req("R48")
def test_an_objection_is_shown_to_who_may_read_it_and_counted_for_the_others(people, stage, needs):
    made = build.record(stage, rests_on=[needs])
    seen = {name: words(signed_in(who).get(made.get_absolute_url())) for name, who in
            {"nobody": None, "mia": people.mia, "ann": people.ann}.items()}  # fmt: skip
    assert {name: "Secret words." in page for name, page in seen.items()} == {
        "nobody": False,
        "mia": False,
        "ann": True,
    }
    assert "1 more objection is not shown here." in seen["nobody"]


def test_what_was_taken_back_or_kept_out_is_not_counted(people, stage, needs):
    said = build.contribution(needs, people.mia, text="I take this back.")
    made = build.record(stage, rests_on=[needs])
    assert "4 things were said" in words(signed_in().get(made.get_absolute_url()))
    said.refresh_from_db()
    giving.withdrawn(said)
    assert "3 things were said" in words(signed_in().get(made.get_absolute_url()))


def test_a_decision_without_stages_counts_its_own(people, stage, needs):
    made = build.record(stage, users_said="They like it.")
    assert "Nobody has said anything in the stages that it names." in words(signed_in().get(made.get_absolute_url()))


@pytest.mark.req("R47")
def test_the_register_tells_of_each_decision_when_it_was_shaped_and_taken_and_whether_it_stands(people, stage, needs):
    made = build.record(stage, title="Hot it is", rests_on=[needs], taken_on=date(2023, 1, 23))
    shaped(stage, made, date(2022, 11, 29))
    build.record(stage, title="What then", taken_on=None)
    build.withheld(stage, title="Hidden one")
    page = words(signed_in().get(url("decisions", stage)))
    told = ("Hot it is", "29 November 2022", "23 January 2023", "In force", "Not taken yet", "3 things in all")
    assert [each for each in told if each not in page] == []
    assert "1 decision is not open to you." in page
    assert "Hidden one" not in page
    assert "All decisions, and when they were really shaped" in words(signed_in().get(stage.cycle.get_absolute_url()))


def test_who_may_not_read_a_call_in_is_told_that_there_is_more(people, stage):
    made = build.record(stage)
    build.withheld(stage, model=stage.kind.record_named("call-ins"), decision=made)
    for address in (made.get_absolute_url(), url("decisions", stage), f"{stage.get_absolute_url()}whole/"):
        assert "1 thing about it is not open to you." in words(signed_in().get(address))
        assert "Called in, and not settled" in words(signed_in(people.ann).get(address))


@pytest.mark.req("R47")
def test_the_register_is_a_file_that_no_spreadsheet_runs(people, stage):
    build.record(stage, title="=1+1")
    answer = signed_in().get(url("decisions_file", stage))
    rows = list(csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines()))
    assert [(row["decision"], row["state"]) for row in rows] == [("'=1+1", "In force")]


@pytest.mark.parametrize("name", ["decisions", "lawful"])
def test_it_takes_as_many_queries_for_one_decision_as_for_twelve(people, stage, needs, name, django_assert_num_queries):
    def fill(number):
        for _each in range(number):
            made = build.record(stage, rests_on=[needs])
            shaped(stage, made, date(2022, 11, 29))
            build.record(stage, model=stage.kind.record_named("call-ins"), decision=made)
        signed_in().get(url(name, stage))  # what the ledger tells is counted once for its head
        with django_assert_num_queries(99, exact=False) as asked:
            signed_in().get(url(name, stage))
        return len(asked)

    assert fill(1) == fill(11)


def test_the_papers_and_the_work_take_as_many_queries_for_few_as_for_many(people, stage, django_assert_num_queries):
    first = build.record(stage)
    addresses = [url("decision_papers", stage, "decision", first.pk), f"{stage.get_absolute_url()}whole/"]

    def asked_for():
        found = []
        for address in addresses:
            signed_in().get(address)
            with django_assert_num_queries(199, exact=False) as asked:
                signed_in().get(address)
            found.append(len(asked))
        return found

    for slug in ("shaped", "call-ins"):
        build.record(stage, model=stage.kind.record_named(slug), decision=first)
    build.record(people.stage("budget"))
    few = asked_for()
    for _number in range(8):
        build.record(stage)
        shaped(stage, first, date(2022, 11, 29))
        build.record(people.stage("budget"))
    assert asked_for() == few


@pytest.mark.req("R48")
def test_the_papers_hold_the_record_the_agreement_the_options_the_money_and_the_pressures(people, stage, needs):
    made = build.record(stage, title="Hot it is", rests_on=[needs])
    build.record(people.stage("testing"), title="Frozen for all")
    build.record(people.stage("budget"), title="Meals 2023")
    build.withheld(people.stage("budget"), title="A secret sum")
    build.record(people.stage("context"), title="Food costs more")
    page = words(signed_in().get(url("decision_papers", stage, "decision", made.pk)))
    assert [each for each in ("Hot it is", "Agreement: Needs assessment", "Frozen for all", "Meals 2023",
                              "Food costs more", "None is written down.") if each not in page] == []  # fmt: skip
    assert "A secret sum" not in page


@pytest.mark.req("R47", "R48")
def test_the_four_tests_say_what_came_too_early_and_what_nobody_answered(people, stage, needs):
    made = build.record(stage, title="Hot it is", rests_on=[needs], why_it_differs="")
    shaped(stage, made, date(2022, 11, 29))
    build.record(stage, title="From nowhere")
    report = signed_in().get(url("lawful", stage)).context["report"]
    said = [sentence for test in report.tests for sentence in map(str, test.missing)]
    expected = [
        "“Hot it is” was shaped on 29 November 2022. People first said something on 20 December 2022.",
        "“From nowhere” was taken, and nothing open to you says when it was really shaped.",
        "Needs assessment: 3 holidays fell into the days on which people were asked.",
        "Needs assessment: 3 things that people said wait for an answer.",
        "“Hot it is” does not say why it differs from what users said.",
    ]
    assert [each for each in expected if each not in said] == []
    page = words(signed_in().get(url("lawful", stage)))
    assert "No law says how many days it takes. Twelve weeks is a custom, and no rule." in page
    assert "It does not judge. Only a court can." in page


def test_the_four_tests_say_nothing_of_what_a_reader_may_not_read(people, stage, needs):
    build.withheld(stage, title="Hidden one", rests_on=[needs])
    seen = {name: "Hidden one" in words(signed_in(who).get(url("lawful", stage))) for name, who in
            {"nobody": None, "mia": people.mia, "ann": people.ann}.items()}  # fmt: skip
    assert seen == {"nobody": False, "mia": False, "ann": True}


def test_the_four_tests_stand_in_a_cycle_in_which_nothing_has_happened_and_print(people):
    slug = people.cycle.slug
    assert "No decision is written down yet." in words(signed_in().get(reverse("lawful", args=[slug])))
    assert "Only a court can." in text_of(signed_in().get(reverse("lawful_pdf", args=[slug])).content)
    assert "No decision is written down yet." in words(signed_in().get(reverse("decisions", args=[slug])))


@pytest.mark.req("R48")
def test_the_file_of_decisions_says_how_many_spoke_beside_the_summary(people, stage, needs):
    build.record(stage, users_said="They like it.", rests_on=[needs])
    answer = signed_in().get(reverse("records_file", args=[stage.cycle.slug, "decision", "decisions"]))
    (row,) = csv.DictReader(answer.getvalue().decode("utf-8-sig").splitlines())
    assert row["said_in_all"].startswith("3 things were said. Meals Voice")


@pytest.mark.parametrize(("asked", "chosen"), [("", False), ("9" * 40, False), ("x", False), ("own", True)])
def test_a_call_in_is_begun_from_its_decision(people, stage, asked, chosen):
    made = build.record(stage, title="Hot it is")
    address = reverse("record_new", args=[stage.cycle.slug, "decision", "call-ins"])
    page = words(signed_in(people.ola).get(address, {"decision": made.pk if asked == "own" else asked}))
    assert (f'<option value="{made.pk}" selected>' in page) == chosen
