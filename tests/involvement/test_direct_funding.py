"""Asking to be funded directly: who asks for the group, who answers for the authority, and that it stays so (R73)."""

import pytest
from django.db import DatabaseError, transaction

from cycle.models.cycle import learn_standings
from feedback.waiting import waiting_for
from involvement.models import DirectFunding
from people.refusal import Refused
from tests.cycle.pages import said, signed_in, words

pytestmark = pytest.mark.django_db


def at(cast, further=""):
    return f"{cast.meals_voice.get_absolute_url()}{further}"


def waits(cast, person):
    """The sentences of what waits for this person in the cycle."""
    learn_standings(person, [cast.cycle])
    return [each.sentence for each in waiting_for(person, [cast.cycle])]


@pytest.mark.req("R73")
def test_a_group_asks_to_be_funded_directly_and_the_authority_answers_with_a_reason(
    cast, mailoutbox, django_capture_on_commit_callbacks
):
    bea, ola = signed_in(cast.bea), signed_in(cast.ola)
    asked = {"authority": cast.council.pk, "words": "Our host cooks the meals.", "ready": "We have a treasurer."}
    answer = bea.post(at(cast, "direct-funding/new/"), asked, follow=True)
    assert said(answer) == ["The question is with the authority. You read the answer here."]
    assert "Answer a group that asks to be funded directly: Meals Voice" in waits(cast, cast.ola)
    made = DirectFunding.objects.get()
    url = at(cast, f"direct-funding/{made.pk}/answer/")
    assert "Our host cooks the meals." in words(ola.get(url))
    with django_capture_on_commit_callbacks(execute=True):
        assert ola.post(url, {"answer": "partly", "because": "From April, half of it."}).status_code == 302
    page = words(signed_in(cast.mia).get(at(cast, "loyalty/")))
    for told in ("Our host cooks the meals.", "In part", "From April, half of it.", "Ola"):
        assert told in page
    (mail,) = mailoutbox
    assert (mail.to, "From April" in mail.body, at(cast, "loyalty/") in mail.body) == (["bea@example.org"], False, True)
    assert "Answer a group that asks to be funded directly: Meals Voice" not in waits(cast, cast.ola)


def test_only_who_speaks_for_the_group_asks_and_the_convenor_does_not(cast):
    for name in ("mia", "cove", "ann"):
        with pytest.raises(Refused, match="Only the chair or a representative"):
            DirectFunding.ask(cast.meals_voice, getattr(cast, name), cast.council, words="Please.")
    assert signed_in(cast.cove).get(at(cast, "direct-funding/new/")).status_code == 403
    assert signed_in(cast.zoe).get(at(cast, "direct-funding/new/")).status_code == 404


def test_one_question_at_a_time_and_none_where_the_group_takes_no_part(cast):
    asked = DirectFunding.ask(cast.meals_voice, cast.bea, cast.council, words="Please.")
    with pytest.raises(Refused, match="has asked this authority already"):
        DirectFunding.ask(cast.meals_voice, cast.bea, cast.council, words="Please.")
    with pytest.raises(Refused, match="no authority to ask here"):
        DirectFunding.ask(cast.meals_voice, cast.bea, cast.provider, words="Please.")
    asked.take_back(cast.bea)
    assert DirectFunding.ask(cast.meals_voice, cast.bea, cast.council, words="Please.").is_open
    cast.cycle.end_part(cast.ann, cast.users)
    assert "no authority to ask here" in DirectFunding.refusal_to_ask(cast.meals_voice, cast.bea)


def test_what_is_answered_or_taken_back_stays_so(cast):
    asked = DirectFunding.ask(cast.meals_voice, cast.bea, cast.council, words="Please.")
    for person in (cast.cara, cast.cove, cast.bea):
        with pytest.raises(Refused, match="Only officers can answer"):
            asked.give_answer(person, "yes", "Yes.")
    with pytest.raises(Refused, match="Say why"):
        asked.give_answer(cast.ann, "no", " ")
    stale = DirectFunding.objects.get()
    asked.give_answer(cast.ann, "no", "There is no money.")
    with pytest.raises(Refused, match="answered already"):
        stale.give_answer(cast.ola, "yes", "Yes.")
    with pytest.raises(Refused, match="answered already"):
        asked.take_back(cast.bea)
    for change in (lambda: DirectFunding.objects.update(answer="yes"), lambda: DirectFunding.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_a_group_takes_its_question_back(cast):
    asked = DirectFunding.ask(cast.meals_voice, cast.bea, cast.council, words="Please.")
    bea = signed_in(cast.bea)
    assert "Take it back" in words(bea.get(at(cast, "loyalty/")))
    assert said(bea.post(at(cast, f"direct-funding/{asked.pk}/end/"), follow=True)) == [
        "The group has taken its question back."
    ]
    again = bea.post(at(cast, f"direct-funding/{asked.pk}/end/"))
    assert (again.status_code, "The group has taken this back." in words(again)) == (403, True)
    assert signed_in(cast.ola).get(at(cast, f"direct-funding/{asked.pk}/answer/")).status_code == 403
