"""Answering by the agreement: who owns it and by when, passing on, refusing a question, one answer to many."""

import time

import pytest

from cycle import ledger
from cycle.moves import Refused
from feedback.answering import answer_many
from feedback.models import Answer, Contribution
from feedback.passing import pass_on
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def needs(people):
    return build.opened(people.cycle, "needs", answered_by=people.ola, answer_days=4)


def waiting(stage):
    """What waits in this stage, as a list that shares its cycle."""
    found = list(Contribution.objects.in_stage(stage).unanswered().select_related("agreement").order_by("pk"))
    for each in found:
        each.stage, each.cycle = stage, stage.cycle
    return found


def many(stage, number):
    """So many contributions, copied from one."""
    first = build.contribution(stage)
    first.pk, copies = None, []
    for _each in range(number - 1):
        copies.append(Contribution(**{
            field.attname: getattr(first, field.attname)
            for field in Contribution._meta.concrete_fields if field.name not in ("id", "token")
        }))  # fmt: skip
    Contribution.objects.bulk_create(copies, batch_size=500)


# --- Whose it is ------------------------------------------------------------------------------------------------------


def test_the_officer_whom_the_agreement_names_answers(people, needs):
    assert build.contribution(needs).owner == people.ola


def test_who_drafts_sees_to_the_answers_unless_another_is_named(people):
    draft = build.draft(people.stage("budget"), people.ola)
    assert draft.answered_by == people.ola


def test_the_lead_answers_when_the_named_officer_has_left(people, needs):
    people.cycle.end_seat(people.ann, people.cycle.seats.get(person=people.ola))
    assert build.contribution(needs).owner == people.ann


def test_only_an_officer_of_the_cycle_can_be_named(people):
    draft = build.draft(people.stage("budget"))
    with pytest.raises(Refused, match="Choose an officer of this cycle to see to the answers"):
        draft.write(people.ann, draft.revision, answered_by=people.mia)


def test_passing_on_to_another_officer_is_no_answer_and_says_why(people, needs):
    given = build.contribution(needs)
    event = pass_on(given, people.ola, people.ann, "She knows the kitchens.")
    given.refresh_from_db()
    assert (given.owner, given.state, event.reason) == (people.ann, "waits", "She knows the kitchens.")
    assert event.said["after"] == {"answered_by": "Ann"}


@pytest.mark.parametrize(("to", "reason", "sentence"), [
    ("mia", "Why not.", "Choose an officer of this cycle"), ("ann", " ", "Say why you pass it on"),
    ("ola", "She likes it.", "This officer has it already"),
])  # fmt: skip
def test_passing_on_needs_an_officer_and_a_reason(people, needs, to, reason, sentence):
    given = build.contribution(needs)
    with pytest.raises(Refused, match=sentence):
        pass_on(given, people.ann, getattr(people, to), reason)


# --- Outcomes ---------------------------------------------------------------------------------------------------------


def test_passed_to_another_body_says_to_whom_and_what_to_expect(people, needs):
    given = build.contribution(needs)
    answer = build.answer(given, outcome="passed on", passed_to="The bus company", expect="They write in May.")
    assert (answer.passed_to, answer.expect, given.state) == ("The bus company", "They write in May.", "answered")
    with pytest.raises(Refused, match="to whom it was passed"):
        build.answer(build.contribution(needs), outcome="passed on", passed_to="The bus company", expect="")


def test_only_a_question_can_be_refused(people, needs):
    with pytest.raises(Refused, match="Only a question"):
        build.answer(build.contribution(needs), outcome="refused", because="It is secret.")
    asked = build.contribution(needs, sort="question")
    assert build.answer(asked, outcome="refused", because="A court has it.").because == "A court has it."


def test_an_answer_goes_out_unread_only_where_nobody_agreed_otherwise(people):
    stage = build.opened(people.cycle, "needs", read_twice=True)
    given = build.contribution(stage)
    with pytest.raises(Refused, match="a second person reads each answer"):
        build.answer(given)
    assert build.answer(given, second_reader=people.ola).second_reader == people.ola


# --- One answer to many -----------------------------------------------------------------------------------------------


def test_one_answer_goes_to_many_and_each_has_its_event(people, needs):
    many(needs, 3)
    given = answer_many(waiting(needs), people.ann, "no change", "Thank you.", because="No money.")
    assert (given.count, given.left_out, waiting(needs)) == (3, 0, [])
    assert [answer.given_to for answer in Answer.objects.all()] == [3, 3, 3]
    assert people.cycle.events.filter(verb="contribution answered").count() == 3
    assert list(ledger.faults(people.cycle)) == []


def test_what_somebody_else_answered_meanwhile_is_left_out(people, needs):
    many(needs, 3)
    seen = waiting(needs)
    build.answer(Contribution.objects.get(pk=seen[1].pk), text="Quicker.")
    given = answer_many(seen, people.ola, "no change", "Thank you.", because="No money.")
    assert (given.count, given.left_out) == (2, 1)
    assert [answer.text for answer in seen[1].answers.all()] == ["Quicker."]


def test_one_that_came_back_gets_its_second_answer_with_the_others(people, needs):
    many(needs, 2)
    returned = waiting(needs)[0]
    build.answer(returned).judge(returned.given_by, "does not", "Still cold.")
    answer_many(waiting(needs), people.ola, "no change", "Thank you.", because="No money.")
    assert sorted(answer.number for answer in Answer.objects.all()) == [1, 1, 2]


def test_nobody_but_an_officer_answers_many(people, needs):
    many(needs, 2)
    with pytest.raises(Refused, match="Only the officers"):
        answer_many(waiting(needs), people.mia, "no change", "Thank you.", because="No money.")
    assert Answer.objects.count() == 0


def test_a_thousand_at_once_are_one_transaction_and_quick(people, needs, django_assert_max_num_queries):
    many(needs, 1000)
    found, begun = waiting(needs), time.monotonic()
    with django_assert_max_num_queries(40):
        given = answer_many(found, people.ann, "no change", "Thank you.", because="No money.")
    print(f"1,000 answers in {time.monotonic() - begun:.2f} s")
    assert given.count == 1000
    assert list(ledger.faults(people.cycle)) == []
