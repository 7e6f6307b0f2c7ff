"""The form of records, the same for every kind: adding, changing, and what happens when two people do it at once."""

import uuid
from datetime import date, timedelta

import pytest
from django.utils import timezone

from cycle.models import KINDS, Event
from tests.build import begin, cast, cycle, record, record_values, stage
from tests.cycle.pages import as_typed, confirmed, edit_url, list_url, record_typed, said, signed_in, words

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=40)
AMOUNT_OR_REASON = "Give the amount, or choose “Not disclosed”, leave the amount empty and say why it is not told."
RANKED_DIFFERENTLY = "Users ranked it differently: say why the agreed place differs."
WITHHELD = {"openness": "withheld", "withheld_because": "The bid is sealed.", "review_on": SOON}


@pytest.fixture
def people():
    return cast()


# --- Adding -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("slug", KINDS)
def test_an_officer_adds_a_record_of_each_kind(people, slug):
    here = people.stage(slug)
    model = here.kind.record
    answer = signed_in(people.ola).post(list_url(here, "record_new"), record_typed(model, title="Typed"), follow=True)
    made = model.objects.get()
    assert answer.redirect_chain == [(made.get_absolute_url(), 302)]
    assert said(answer) == ["“Typed” is saved."]
    assert (made.title, made.created_by, made.stage) == ("Typed", people.ola, here)
    for name, value in record_values(model, title="Typed").items():
        if not model._meta.get_field(name).many_to_many:
            assert getattr(made, name) == value


def test_a_double_click_makes_one_record(people):
    here = people.stage("needs")
    model, officer = here.kind.record, signed_in(people.ann)
    form = record_typed(model) | {"token": str(uuid.uuid4())}
    first, second = (officer.post(list_url(here, "record_new"), form) for _click in "12")
    assert first.url == second.url == model.objects.get().get_absolute_url()
    assert Event.objects.of(model.objects.get()).count() == 1


def test_a_token_of_another_stage_gives_nothing_away_and_stops_nothing(people):
    here = people.stage("needs")
    other = cycle(people.ann, people.council, title="Another service")
    taken = record(stage(other, "needs")).token
    answer = signed_in(people.ann).post(
        list_url(here, "record_new"), record_typed(here.kind.record) | {"token": str(taken)}
    )
    assert answer.url == here.kind.record.objects.get(stage=here).get_absolute_url()


@pytest.mark.parametrize("slug", KINDS)
def test_an_empty_form_says_what_is_missing(people, slug):
    here = people.stage(slug)
    answer = signed_in(people.ann).post(list_url(here, "record_new"), {"title": "Kept as typed"})
    assert answer.status_code == 422
    assert 'value="Kept as typed"' in words(answer)
    assert "<title>Error: " in words(answer)
    assert answer.context["form"].errors["summary"] == ["Fill in “In plain words”."]


@pytest.mark.parametrize(
    ("slug", "wrong", "sentence"),
    [
        ("budget", {"amount": ""}, AMOUNT_OR_REASON),
        ("budget", {"year": "23"}, "Give the year as four numbers, like 2023."),
        ("budget", {"year": "99999"}, "Enter 32767 or less."),
        ("budget", {"amount": "lots"}, "Enter an amount in pounds, like 1,200 or 1,200.50."),
        ("testing", {"standing": "dropped"}, "Say why the option was dropped."),
        ("priorities", {"agreed_rank": "2", "why_it_differs": ""}, RANKED_DIFFERENTLY),
        ("context", {"hits": ["999999"]}, "Choose one of the answers shown."),
        ("needs", {"openness": "withheld"}, "Say why it is withheld: everybody reads the reason."),
        ("needs", {"openness": "withheld"}, "Give the day when this is looked at again."),
        ("needs", {"openness": "secret"}, "Choose one of the answers shown."),
    ],
)  # fmt: skip
def test_what_the_model_promises_comes_back_as_a_sentence(people, slug, wrong, sentence):
    here = people.stage(slug)
    answer = signed_in(people.ann).post(list_url(here, "record_new"), record_typed(here.kind.record) | wrong)
    assert answer.status_code == 422
    assert sentence in [problem.sentence for problem in answer.context["form"].problems]
    assert not here.kind.record.objects.exists()


def test_a_day_of_review_that_has_passed_is_not_taken(people):
    here = people.stage("needs")
    past = as_typed(WITHHELD | {"review_on": date(2020, 1, 1)})
    answer = signed_in(people.ann).post(list_url(here, "record_new"), record_typed(here.kind.record) | past)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["review_on"]


def test_reason_and_day_of_withholding_are_dropped_when_it_is_not_withheld(people):
    here = people.stage("needs")
    form = record_typed(here.kind.record) | {"withheld_because": "Not any more", "review_on_day": "41"}
    assert signed_in(people.ann).post(list_url(here, "record_new"), form).status_code == 302
    assert here.kind.record.objects.get().withheld_because == ""


def test_a_pressure_names_only_stages_of_its_own_cycle(people):
    here = people.stage("context")
    page = signed_in(people.ann).get(list_url(here, "record_new"))
    offered = list(page.context["form"].fields["hits"].queryset)
    assert offered == list(people.cycle.stages.all())


@pytest.mark.parametrize("name", ["mia", "cara", "zoe"])
def test_who_does_not_run_the_cycle_is_told_so(people, name):
    here = people.stage("needs")
    made = record(here)
    person = signed_in(getattr(people, name))
    for url in (list_url(here, "record_new"), edit_url(made)):
        for answer in (person.get(url), person.post(url, record_typed(type(made)))):
            assert answer.status_code == 403
            assert "Only the officers who run this cycle can do this." in words(answer)
    assert type(made).objects.count() == 1


def test_nothing_is_added_to_a_closed_cycle(people):
    here = people.stage("needs")
    made = record(here)
    people.cycle.close(people.ann, "It is over.")
    for url in (list_url(here, "record_new"), edit_url(made)):
        answer = signed_in(people.ann).get(url)
        assert answer.status_code == 403
        assert "This cycle is closed, so nothing in it can be changed." in words(answer)


# --- Changing ---------------------------------------------------------------------------------------------------------


def changed(made, **over):
    """What a browser sends to change a record: everything that stands there, with some of it different."""
    model = type(made)
    values = {name: getattr(made, name) for name in model.form_fields() if not model._meta.get_field(name).many_to_many}
    return as_typed(values | {"version": made.version, "reason": "It was wrong."} | over)


@pytest.mark.parametrize("slug", KINDS)
def test_an_officer_changes_a_record_of_each_kind_and_says_why(people, slug):
    made = record(people.stage(slug))
    officer = signed_in(people.ola)
    form = officer.get(edit_url(made)).context["form"]
    assert (form["version"].value(), form["title"].value()) == (1, made.title)
    answer = officer.post(edit_url(made), changed(made, title="Better"), follow=True)
    made.refresh_from_db()
    assert (made.title, made.version, made.history().last().reason) == ("Better", 2, "It was wrong.")
    assert answer.redirect_chain == [(made.get_absolute_url(), 302)]


def test_a_change_without_a_reason_is_not_taken(people):
    made = record(people.stage("needs"))
    for reason in ("", "   "):
        answer = signed_in(people.ann).post(edit_url(made), changed(made, title="Better", reason=reason))
        assert answer.status_code == 422
        assert answer.context["form"].errors == {"reason": ["Fill in “Why do you change it?”."]}
        assert "Change “A need”" in words(answer)


def test_a_form_in_which_nothing_is_different_changes_nothing(people):
    made = record(people.stage("needs"))
    answer = signed_in(people.ann).post(edit_url(made), changed(made), follow=True)
    assert said(answer) == ["Nothing was different, so nothing was changed."]
    assert made.history().count() == 1


@pytest.mark.req("R20")
def test_a_changed_amount_says_how_many_agreements_rest_on_it(people):
    begin(people.stage("needs"))
    begin(people.stage("testing"))
    line = record(people.stage("budget"))
    answer = confirmed(signed_in(people.ann), edit_url(line), changed(line, amount="1,000"))
    assert said(answer) == [
        "“A budget line” is saved. The agreements of 2 stages rest on it and have to be looked at again."
    ]


@pytest.mark.req("R19", "R20")
def test_a_new_pressure_says_which_agreements_rest_on_it(people):
    hit = begin(people.stage("needs"))
    here = people.stage("context")
    form = record_typed(here.kind.record) | {"hits": [hit.pk, people.stage("review").pk]}
    answer = confirmed(signed_in(people.ann), list_url(here, "record_new"), form)
    assert said(answer) == [
        "“A pressure” is saved. The agreement of 1 stage rests on it and has to be looked at again."
    ]


def test_withholding_is_told_to_the_one_who_does_it(people):
    made = record(people.stage("needs"))
    answer = signed_in(people.ann).post(edit_url(made), changed(made, **WITHHELD), follow=True)
    assert said(answer) == ["“A need” is saved. Others see that it is withheld, and why."]
    made.refresh_from_db()
    assert made.withheld_by == people.ann


def test_the_second_writer_sees_both_texts_and_loses_none(people):
    made = record(people.stage("needs"), title="At first")
    slow = changed(made, title="What Ola wrote", summary="Ola’s own words")
    made.revise(people.ann, 1, "It was wrong.", title="What Ann wrote")
    ola = signed_in(people.ola)
    answer = ola.post(edit_url(made), slow)
    assert answer.status_code == 409
    assert answer.context["beside"] == [
        ("Title", "What Ann wrote", "What Ola wrote"),
        ("In plain words", "What it means for you.", "Ola’s own words"),
    ]
    assert "Ann saved a change on" in words(answer)
    form = answer.context["form"]
    assert (form["title"].value(), form["version"].value()) == ("What Ola wrote", "2")
    again = ola.post(edit_url(made), slow | {"version": form["version"].value()})
    made.refresh_from_db()
    assert (again.status_code, made.title, made.version) == (302, "What Ola wrote", 3)
    assert [event.said["after"].get("title") for event in made.history()] == [
        "At first", "What Ann wrote", "What Ola wrote",
    ]  # fmt: skip


def test_a_conflict_over_the_stages_that_a_pressure_hits_shows_both_lists(people):
    needs, budget = people.stage("needs"), people.stage("budget")
    made = record(people.stage("context"), hits=[needs])
    made.revise(people.ann, 1, "More.", title="Ann’s", hits=[needs])
    slow = changed(made, version=1, hits=[budget.pk])
    answer = signed_in(people.ola).post(edit_url(made), slow)
    assert answer.context["beside"] == [("Stages that it changes", "Needs assessment", "Overall budget")]
