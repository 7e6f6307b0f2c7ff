"""What is due in a cycle, by owner and by day; how much is overdue; the questions of a stage and of a cycle."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from feedback.models import Contribution
from tests import build
from tests.cycle.pages import signed_in, words
from tests.feedback.pages import about, url

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def given(stage, days, owner=None, **over):
    """A contribution that is due in so many days."""
    made = build.contribution(stage, **over)
    changes = {"due_on": TODAY() + timedelta(days=days)} | ({"owner": owner} if owner else {})
    Contribution.objects.filter(pk=made.pk).update(**changes)
    made.refresh_from_db()
    return made


def due(people, query=""):
    return reverse("cycle_due", args=[people.cycle.slug]) + query


@pytest.mark.req("R82")
def test_officers_find_what_is_due_the_overdue_first(people, needs):
    for days, text in ((20, "Later one."), (-3, "Late one."), (2, "Soon one.")):
        given(needs, days, text=text)
    page = words(signed_in(people.ola).get(due(people)))
    texts = ("Overdue", "Late one.", "Due in the next seven days", "Soon one.", "Due later", "Later one.")
    order = [page.index(text) for text in texts]
    assert order == sorted(order)
    assert "3 to answer, 1 overdue" in page


def test_what_is_due_is_shown_for_one_owner_or_for_nobody_who_is_left(people, needs):
    mine, gone = given(needs, 1, people.ola, text="For Ola."), given(needs, 1, people.cove, text="For nobody.")
    browser = signed_in(people.ann)
    shown = [row.contribution for row in browser.get(due(people, f"?owner={people.ola.pk}")).context["due"].rows]
    left = browser.get(due(people, "?owner=gone"))
    assert (shown, [row.contribution for row in left.context["due"].rows]) == ([mine], [gone])
    assert "Nobody who runs this cycle now" in words(left)


def test_pages_of_what_is_due_follow_each_other_without_a_gap(people, needs):
    made = [given(needs, number % 3 - 1) for number in range(30)]
    first = signed_in(people.ann).get(due(people))
    second = signed_in(people.ann).get(due(people, first.context["older_url"]))
    found = [row.contribution for page in (first, second) for row in page.context["due"].rows]
    assert found == sorted(made, key=lambda each: (each.due_on, each.pk))
    assert signed_in(people.ann).get(due(people, "?after=x.y&owner=zz")).status_code == 200


def test_what_is_due_costs_the_same_for_one_and_for_thirty(people, needs, django_assert_num_queries):
    counts = []
    for number in (1, 2, 27):
        for _each in range(number):
            given(needs, -1)
        browser = signed_in(people.ann)
        browser.get(due(people))
        with django_assert_num_queries(99, exact=False) as asked:
            browser.get(due(people))
        counts.append(len(asked))
    assert len(set(counts)) == 1


def test_what_is_due_is_for_officers(people, needs):
    for who in (people.mia, people.cara, people.zoe):
        assert signed_in(who).get(due(people)).status_code == 403


@pytest.mark.req("R82")
def test_everybody_reads_how_much_is_overdue_and_nobody_else_whose_it_is(people, needs):
    given(needs, -3, text="Late one.", openness="withheld")
    for address in (url(needs), people.cycle.get_absolute_url(), needs.get_absolute_url()):
        page = words(signed_in().get(address))
        assert ("1 answer is overdue" in page, "Late one." in page) == (True, False)


# --- Questions --------------------------------------------------------------------------------------------------------


@pytest.mark.req("R79")
def test_a_question_stands_beside_its_day_its_answer_or_why_it_has_none(people, needs):
    given(needs, 5, sort="question", text="When is it decided?")
    build.answer(build.contribution(needs, sort="question", text="Who pays?"), text="The council pays.")
    secret = build.contribution(needs, sort="question", text="Who was sent away?")
    build.answer(secret, outcome="refused", because="A court looks at it.", text="We cannot say.")
    build.contribution(needs, text="Hot food is what I want.")
    for address in (url(needs, "stage_questions"), reverse("cycle_questions", args=[people.cycle.slug])):
        page = words(signed_in().get(address))
        day = f"{TODAY() + timedelta(days=5):%-d %B %Y}"
        shown = [
            f"An answer is due by {day}.", "The council pays.", "Not answered, and why", "A court looks at it.",
            "When is it decided?",
        ]  # fmt: skip
        assert [text for text in shown if text not in page] == []
        assert "Hot food is what I want." not in page


@pytest.mark.req("R79")
def test_an_officer_refuses_a_question_with_a_reason_and_nothing_else(people, needs):
    asked, idea = build.contribution(needs, sort="question"), build.contribution(needs, sort="idea")
    typed = {"outcome": "refused", "text": "We cannot say.", "refused_because": ""}
    browser = signed_in(people.ann)
    assert "This question is not answered" not in words(browser.get(about(idea, "answer")))
    assert "Say why the question is not answered." in words(browser.post(about(asked, "answer"), typed))
    browser.post(about(asked, "answer"), typed | {"refused_because": "A court looks at it."})
    assert "Why it is not answered" in words(signed_in().get(about(asked)))


def test_questions_that_are_not_open_to_a_reader_are_not_there(people, needs):
    build.contribution(needs, people.mia, sort="question", text="Secret question?", openness="withheld")
    address = reverse("cycle_questions", args=[people.cycle.slug])
    assert "Secret question?" in words(signed_in(people.mia).get(address))
    for who in (people.bea, people.pat, people.zoe):
        assert "Secret question?" not in words(signed_in(who).get(address))


def test_questions_cost_the_same_for_one_and_for_thirty(people, needs, django_assert_num_queries):
    counts = []
    for number in (1, 2, 27):
        for _each in range(number):
            build.answer(build.contribution(needs, sort="question"), outcome="changed")
        with django_assert_num_queries(99, exact=False) as asked:
            signed_in().get(url(needs, "stage_questions"))
        counts.append(len(asked))
    assert counts[1] == counts[2]


# --- Passed on --------------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_the_new_owner_finds_it_on_the_first_page_and_the_giver_reads_why(people, needs):
    made = given(needs, 5, by=people.mia)
    page = signed_in(people.ann).post(
        about(made, "contribution_passing"), {"to": people.ola.pk, "reason": "She knows the vans."}, follow=True
    )
    assert "Ola answers it by" in words(page).replace("<strong>", "").replace("</strong>", "")
    assert "Answer 1 contribution: Needs assessment" in words(signed_in(people.ola).get("/"))
    assert "She knows the vans." in words(signed_in(people.mia).get(about(made)))
    assert signed_in(people.mia).get(about(made, "contribution_passing")).status_code == 403


@pytest.mark.req("R82")
def test_passed_to_another_body_is_an_answer_that_says_what_to_expect(people, needs):
    made = given(needs, 5, by=people.mia)
    typed = {"outcome": "passed on", "text": "The bus is theirs.", "passed_to": "The bus company", "expect": ""}
    browser = signed_in(people.ann)
    assert "Say what the person can expect from them." in words(browser.post(about(made, "answer"), typed))
    browser.post(about(made, "answer"), typed | {"expect": "They write to you by May."})
    page = words(signed_in().get(about(made)))
    assert [text for text in ("The bus company", "They write to you by May.") if text not in page] == []
