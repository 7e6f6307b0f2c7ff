"""Answers: an officer gives one, the one who is answered says whether it is one, and a stage does not end without."""

from datetime import date

import pytest
from django.utils import timezone

from cycle.due import add_working_days
from cycle.models import Stage
from feedback.models import Answer
from tests import build
from tests.cycle.pages import said, signed_in, words
from tests.feedback.pages import about, answer_typed, url, verdict_typed

pytestmark = pytest.mark.django_db
REASON = "The money ends, so we cannot answer this."


@pytest.fixture
def needs(people):
    stage = build.opened(people.cycle, "needs")
    build.record(stage)
    return stage


@pytest.fixture
def given(people, needs):
    return build.contribution(needs, people.mia, text="The meals come cold.")


# --- To answer --------------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_an_officer_answers_and_everybody_reads_why_nothing_changed(people, given):
    answer = signed_in(people.ola).post(about(given, "answer"), answer_typed(), follow=True)
    assert said(answer) == ["Your answer is there for those who may read the contribution."]
    page = words(signed_in().get(about(given)))
    shown = ["Nothing changed", "There is no money.", "Thank you for telling us.", "Ola", "Answered"]
    assert [text for text in shown if text not in page] == []


@pytest.mark.req("R82")
def test_an_answer_leads_to_what_changed(people, given):
    line = build.record(people.stage("budget"), title="Meals 2023-24")
    build.budget_cut(people.cycle)
    form = signed_in(people.ann).get(about(given, "answer")).context["form"]
    number, label = form.fields["changed_event"].choices[1]
    day = f"{timezone.localdate():%-d %B}"
    assert label == f"Meals 2023-24 (changed on {day})"
    signed_in(people.ann).post(about(given, "answer"), answer_typed(outcome="changed", changed_event=number))
    link = f'<a class="govuk-link" href="{line.get_absolute_url()}">Meals 2023-24 (changed on {day})</a>'
    assert link in words(signed_in().get(about(given)))


@pytest.mark.req("R82")
def test_later_needs_a_day_that_lies_ahead(people, given):
    browser, address = signed_in(people.ann), about(given, "answer")
    day = {"later_by_day": "1", "later_by_month": "3", "later_by_year": "2190"}
    assert browser.post(address, answer_typed(outcome="later", because="")).status_code == 422
    assert browser.post(address, answer_typed(outcome="later", **day | {"later_by_year": "2020"})).status_code == 422
    assert browser.post(address, answer_typed(outcome="later", **day)).status_code == 302
    assert Answer.objects.get().later_by == date(2190, 3, 1)


@pytest.mark.parametrize(("outcome", "sentence"), [
    ("changed", "Choose what changed."), ("no change", "Say why nothing changed."),
    ("later", "Give the day by which it is looked at."), ("", "Choose an answer for “What came of it?”."),
])  # fmt: skip
def test_an_answer_without_its_ground_keeps_the_text(people, given, outcome, sentence):
    answer = signed_in(people.ann).post(about(given, "answer"), answer_typed(outcome=outcome, because=""))
    assert (answer.status_code, sentence in words(answer)) == (422, True)
    assert "Thank you for telling us." in words(answer)
    assert Answer.objects.count() == 0


def test_only_what_everybody_may_read_can_be_named_as_what_changed(people, given):
    build.withheld(people.stage("budget"), title="Secret line")
    hidden = people.cycle.events.order_by("number").last()
    page = words(signed_in(people.ann).get(about(given, "answer")))
    assert "Secret line" not in page
    sent = answer_typed(outcome="changed", changed_event=hidden.number)
    assert signed_in(people.ann).post(about(given, "answer"), sent).status_code == 422


def test_only_officers_answer_and_what_one_may_not_see_is_not_there(people, needs, given):
    hidden = build.contribution(needs, people.bea, openness="withheld")
    for who in (people.mia, people.bea, people.cove, people.cara, people.pat, people.zoe):
        answer = signed_in(who).post(about(given, "answer"), answer_typed())
        assert (answer.status_code, "Only the officers who run this cycle can do this." in words(answer)) == (403, True)
    assert signed_in(people.zoe).get(about(hidden, "answer")).status_code == 404
    assert signed_in().get(about(given, "answer")).status_code == 302
    assert Answer.objects.count() == 0


def test_a_second_officer_keeps_the_text_beside_what_the_first_has_answered(people, given):
    build.answer(given, people.ann, text="Ann was quicker.")
    assert signed_in(people.ola).get(about(given, "answer")).status_code == 403
    answer = signed_in(people.ola).post(about(given, "answer"), answer_typed(text="Ola wrote this."))
    assert answer.status_code == 409
    assert [text in words(answer) for text in ("This has been answered.", "Ann was quicker.", "Ola wrote this.")] == [
        True
    ] * 3


# --- Whether it is an answer ------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_the_giver_says_once_whether_it_is_an_answer(people, given):
    build.answer(given)
    browser, address = signed_in(people.mia), about(given, "verdict")
    answer = browser.post(address, verdict_typed(words="It is warm now."), follow=True)
    assert said(answer) == ["Thank you for saying so."]
    assert "This answers me" in words(signed_in().get(about(given)))
    again = browser.post(address, verdict_typed(verdict="does not", words="No."))
    assert (again.status_code, "You have said already whether this answers you." in words(again)) == (403, True)
    assert Answer.objects.get().verdict == "answers"


@pytest.mark.req("R82")
def test_does_not_gives_it_back_to_its_owner(people, given):
    build.answer(given)
    refused = signed_in(people.mia).post(about(given, "verdict"), verdict_typed(verdict="does not"))
    assert (refused.status_code, "Say what is missing" in words(refused)) == (422, True)
    signed_in(people.mia).post(about(given, "verdict"), verdict_typed(verdict="does not", words="Still cold."))
    assert "Answer 1 contribution: Needs assessment" in words(signed_in(people.ann).get("/"))
    form = words(signed_in(people.ann).get(about(given, "answer")))
    assert "Still cold." in form
    signed_in(people.ann).post(about(given, "answer"), answer_typed(text="We bought better boxes."))
    assert [answer.number for answer in given.answers.all()] == [1, 2]


@pytest.mark.req("R82")
def test_it_goes_back_once_with_a_new_day_and_then_both_answers_stand(people, given):
    build.answer(given).judge(people.mia, "does not", "Still cold.")
    given.refresh_from_db()
    assert (given.state, given.due_on) == ("waits", add_working_days(timezone.localdate(), 15))
    build.answer(given, text="We bought better boxes.").judge(people.mia, "does not", "And still cold.")
    given.refresh_from_db()
    assert (given.state, given.is_overdue) == ("answered", False)
    assert Answer.refusal_to_give(given, people.ann) == "This has been answered."
    page = words(signed_in().get(about(given)))
    assert [text for text in ("Still cold.", "And still cold.") if text not in page] == []


def test_nobody_else_says_whether_it_is_an_answer(people, given):
    build.answer(given)
    for who in (people.bea, people.cove, people.ann, people.zoe):
        assert signed_in(who).post(about(given, "verdict"), verdict_typed()).status_code == 403
        assert "Does it answer you?" not in words(signed_in(who).get(about(given)))
    assert signed_in().post(about(given, "verdict"), verdict_typed()).status_code == 302
    assert signed_in(people.mia).get(about(given, "verdict")).status_code == 405
    assert Answer.objects.get().verdict == ""


def test_there_is_nothing_to_say_before_an_answer_and_an_unread_one_is_not_judged(people, given):
    browser, address = signed_in(people.mia), about(given, "verdict")
    assert browser.post(address, verdict_typed()).status_code == 403
    build.answer(given)
    assert browser.post(address, verdict_typed(number="7")).status_code == 409
    assert browser.post(address, verdict_typed(verdict="perhaps")).status_code == 422
    assert Answer.objects.get().verdict == ""


# --- The end of a stage -----------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_a_stage_does_not_end_while_people_wait_unless_everybody_can_read_why(people, needs, given):
    browser, address = signed_in(people.ann), url(needs, "stage_finish")
    page = words(browser.get(address))
    assert ["1 contribution waits for an answer" in page, "The meals come cold." in page] == [True, True]
    assert browser.post(address, {"reason": " "}).status_code == 422
    assert Stage.objects.get(pk=needs.pk).is_open
    assert browser.post(address, {"reason": REASON}, follow=True).status_code == 200
    assert Stage.objects.get(pk=needs.pk).state == "finished"
    assert REASON in words(signed_in().get(url(needs)))


def test_a_stage_ends_without_a_reason_when_everybody_is_answered(people, needs, given):
    build.answer(given)
    build.defined(needs)
    build.looked_back(needs)
    browser, address = signed_in(people.ola), url(needs, "stage_finish")
    assert "Everybody who said something here has an answer. Nothing stands in the way." in words(browser.get(address))
    assert browser.post(address, {"reason": ""}).status_code == 302
    assert Stage.objects.get(pk=needs.pk).state == "finished"


def test_what_stands_in_the_way_is_said_instead_of_a_form(people):
    empty = build.opened(people.cycle, "needs")
    page = signed_in(people.ann).get(url(empty, "stage_finish"))
    assert "Nothing is recorded in this stage yet." in words(page)
    assert "<textarea" not in words(page)
    assert signed_in(people.ann).post(url(empty, "stage_finish"), {"reason": "x"}).status_code == 422


def test_only_officers_finish_a_stage(people, needs):
    for who in (people.mia, people.cara, people.zoe):
        assert signed_in(who).post(url(needs, "stage_finish"), {"reason": REASON}).status_code == 403
    assert Stage.objects.get(pk=needs.pk).is_open
