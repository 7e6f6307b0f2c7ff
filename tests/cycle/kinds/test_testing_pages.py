"""Test and refine on its pages and in its report: costs, tests, risks and what-ifs as users see them."""

from datetime import date

import pytest

from cycle.models import Score
from tests import build
from tests.cycle.pages import said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "testing")


def put(stage, slug, **over):
    return build.record(stage, model=stage.kind.record_named(slug), **over)


def everywhere(stage, reader=None):
    """The words of the work page and of the report, for this reader."""
    return [words(signed_in(reader).get(f"{stage.get_absolute_url()}{room}/")) for room in ("whole", "report")]


def assert_told(stage, *sentences, reader=None):
    for page in everywhere(stage, reader):
        assert [each for each in sentences if each not in page] == []


@pytest.mark.req("R43")
def test_users_see_what_an_option_costs_and_what_there_is(cast, stage):
    line = build.record(build.stage(cast.cycle, "budget"), title="What there is", amount=400000)
    need = build.record(build.stage(cast.cycle, "needs"), title="Warm food")
    build.record(stage, title="Hot for all", cost_a_year=450000, saving_a_year=None, paid_from=line, needs_met=[need])
    build.record(stage, title="Some hot", cost_a_year=300000, saving_a_year=None, paid_from=line)
    assert_told(
        stage, "£450,000", "It costs £450,000 a year, and there is £400,000.", "£300,000", "Yes", "1 need", "Warm food",
        reader=cast.mia,
    )  # fmt: skip


def test_a_limit_that_is_not_open_to_the_reader_tells_neither_yes_nor_no(cast, stage):
    line = build.withheld(build.stage(cast.cycle, "budget"), title="Secret", amount=1)
    build.record(stage, cost_a_year=450000, saving_a_year=None, paid_from=line)
    for page in everywhere(stage, cast.mia):
        assert ("Not open to you" in page, "one budget line that is not open to you" in page) == (True, True)
        assert "there is £1" not in page


@pytest.mark.req("R46")
def test_each_finding_ends_with_a_change_or_a_reason_and_a_dropped_option_stays(cast, stage):
    build.record(stage, title="Frozen only", standing="dropped", dropped_because="Nine of fifteen could not open it.")
    tried = put(stage, "try-outs", title="Round the table", sort="walk-through")
    put(stage, "try-findings", title="The film", try_out=tried, works="does not work", led_to="changed",
        changed_what="Only for those who ask.")  # fmt: skip
    put(stage, "try-findings", title="The freezer", try_out=tried, works="unmeant effect", led_to="not changed",
        because="Kitchens cannot grow.")  # fmt: skip
    assert_told(
        stage, "Frozen only", "Dropped: Nine of fifteen could not open it.", "Round the table", "It does not work",
        "Only for those who ask.", "An effect that nobody meant", "Nothing was changed, for a reason",
        "Kitchens cannot grow.",
    )  # fmt: skip


@pytest.mark.req("R85")
def test_risks_and_the_plan_of_the_change_are_told_with_their_owners(cast, stage):
    put(stage, "risks", title="A judge stops it", sort="legal challenge", likelihood=3, consequence=4,
        likelihood_left=2, consequence_left=3, owner="The legal officer")  # fmt: skip
    put(stage, "risks", title="They forget", sort="political will", likelihood=5, consequence=4,
        likelihood_left=4, consequence_left=4)  # fmt: skip
    put(stage, "risks", title="It grows", sort="contract value")
    put(stage, "change-plan", title="A letter", owner="The meals team", due_on=date(2023, 2, 17))
    assert_told(
        stage, "Somebody takes it to court", "High (12), after what is done: Moderate (6)", "The legal officer",
        "Those who decide lose interest", "The contract is worth more or less than planned", "A letter",
        "The meals team", "17 February 2023",
    )  # fmt: skip
    page = signed_in().get(f"{stage.get_absolute_url()}whole/")
    (risks,) = [each for each in page.context["glances"] if each.title == "Risks"]
    assert [str(row.head) for row in risks.parts[1].rows] == ["They forget", "A judge stops it", "It grows"]
    squares = {each.words: each.titles for _likelihood, row in risks.parts[0].rows for each in row if each.titles}
    assert squares == {"Extreme (16)": ["They forget"], "Moderate (6)": ["A judge stops it"], "Low (1)": ["It grows"]}


@pytest.mark.req("R86")
def test_what_ifs_stand_with_their_triggers_and_who_watches(cast, stage):
    put(stage, "what-ifs", title="If it fails", sort="failure", trigger="The freezer breaks.",
        then_what="Hot for all.", owner="The kitchen")  # fmt: skip
    put(stage, "what-ifs", title="If they change", sort="politics", trigger="A new cabinet.", standing="used",
        used_on=date(2023, 5, 5), what_happened="We met.")  # fmt: skip
    assert_told(
        stage, "If it fails", "It does not work", "The freezer breaks.", "Hot for all.", "The kitchen", "Stands ready",
        "Those who decide change, or change their minds", "A new cabinet.", "Was used", "5 May 2023", "We met.",
    )  # fmt: skip


def test_equality_names_what_nobody_has_looked_at(cast, stage):
    assert "nobody has looked at" not in everywhere(stage)[0].lower()
    put(stage, "equality", characteristic="age", impact="negative", severity="low", mitigation="Hot meals stay.")
    assert_told(stage, "Bad for them", "Hot meals stay.", "Nobody has looked at: Disability, Gender reassignment,")
    put(stage, "equality", characteristic="sex", openness="involved")
    assert_told(stage, "In what you may read, nobody has looked at: Disability,")


def test_an_officer_sees_the_five_criteria_before_they_are_added_and_twice_adds_nothing(cast, stage):
    url, client = f"{stage.get_absolute_url()}criteria/start/", signed_in(cast.ann)
    assert "Begin with five criteria from the Green Book" in words(client.get(f"{stage.get_absolute_url()}whole/"))
    assert "edition of March 2018, from memory" in words(client.get(url))
    assert said(client.post(url, follow=True)) == ["5 criteria are added."]
    assert said(client.post(url, follow=True)) == ["They are all there already."]
    assert stage.kind.record_named("criteria").objects.count() == 5
    assert "Begin with five criteria" not in words(client.get(f"{stage.get_absolute_url()}whole/"))
    assert signed_in(cast.mia).post(url).status_code == 403


def test_every_total_can_be_followed_back_to_those_who_gave_it(cast, stage):
    option = build.record(stage, title="Hot meals")
    near, dear = (put(stage, "criteria", title=title, weight=weight) for title, weight in (("Near", 30), ("Dear", 10)))
    Score.give(cast.mia, stage, cast.users, 0, {(option.pk, near.pk): (8, "The hall."), (option.pk, dear.pk): (4, "")})
    page = words(signed_in(cast.mia).get(f"{stage.get_absolute_url()}scores/"))
    for each in ("8.0 × 30/40", "4.0 × 10/40", "7.0", "The hall.", "Meals Voice"):
        assert each in page
    work = words(signed_in(cast.mia).get(f"{stage.get_absolute_url()}whole/"))
    assert ("7.0" in work, "Place 1" in work, "Put in the scores of Meals Voice" in work) == (True, True, True)


def test_a_kind_without_scores_has_no_such_pages(cast):
    needs = build.opened(cast.cycle, "needs")
    for room in ("scores/", f"scores/{cast.users.pk}/", "criteria/start/"):
        assert signed_in(cast.ann).get(f"{needs.get_absolute_url()}{room}").status_code == 404
