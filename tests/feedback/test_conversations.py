"""Conversations that changed the officers' thinking: written down, led to something, and disputed (R83)."""

import pytest
from django.utils import timezone

from cycle.moves import Refused
from feedback.models import Conversation
from tests import build
from tests.cycle.pages import said, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


def typed(people, **over):
    """What a browser sends to write one down."""
    day = timezone.localdate()
    return {
        "held_on_day": day.day, "held_on_month": day.month, "held_on_year": day.year,
        "participant": people.users.pk, "person": "", "said": "The van is late.", "openness": "public",
        "changed_thinking": "We look at the rounds.", "changed_event": "",
        "token": "3f0e6c1e-5f2c-4b53-9be5-1f0a5c9a9a11",
    } | over  # fmt: skip


@pytest.mark.req("R83")
def test_an_officer_writes_down_what_changed_their_thinking_and_everybody_reads_it(people, needs):
    record = build.record(needs, title="Late meals")
    number = people.cycle.events.order_by("number").last().number
    page = signed_in(people.ola).post(
        url(needs, "conversation_new"), typed(people, person=people.mia.pk, changed_event=number), follow=True
    )
    assert said(page) == ["It is written down, and those whom it was with can say if it was not like that."]
    assert "Mia, Meals Voice" in words(page)
    outside = words(signed_in().get(url(needs, "conversations")))
    shown = ["Somebody from Meals Voice", "The van is late.", "We look at the rounds.", record.get_absolute_url()]
    assert [text for text in shown if text not in outside] == []
    assert "Mia" not in outside
    assert "Conversations that changed our thinking (1)" in words(signed_in().get(url(needs)))


@pytest.mark.req("R83")
def test_those_whom_it_was_with_can_say_that_it_was_not_like_that_once(people, needs):
    talk = build.conversation(needs)
    browser, address = signed_in(people.mia), url(needs, "conversation_objection", talk.pk)
    assert "It was not like that" in words(browser.get(url(needs, "conversations")))
    page = browser.post(address, {"words": "I said Tuesdays."}, follow=True)
    assert said(page) == ["Thank you. Your words stand beside it."]
    outside = words(signed_in().get(url(needs, "conversations")))
    assert ("I said Tuesdays." in outside, "Mia" in outside) == (True, False)
    assert browser.get(address).status_code == 403
    for who in (people.pat, people.ola, people.zoe):
        assert signed_in(who).post(address, {"words": "No."}).status_code == 403


def test_a_shared_one_is_not_there_for_others(people, needs):
    talk = build.conversation(needs, openness="involved", said="Between us.")
    assert "Between us." in words(signed_in(people.pat).get(url(needs, "conversations")))
    assert "Between us." not in words(signed_in(people.zoe).get(url(needs, "conversations")))
    assert signed_in(people.zoe).get(url(needs, "conversation_objection", talk.pk)).status_code == 404


def test_only_officers_write_one_down_and_the_same_form_twice_makes_one(people, needs):
    for who in (people.mia, people.cara, people.zoe):
        assert signed_in(who).post(url(needs, "conversation_new"), typed(people)).status_code == 403
    for _each in range(2):
        signed_in(people.ann).post(url(needs, "conversation_new"), typed(people))
    assert Conversation.objects.count() == 1


def test_a_name_goes_only_with_the_group_it_belongs_to(people, needs):
    page = signed_in(people.ann).post(url(needs, "conversation_new"), typed(people, person=people.pat.pk))
    assert (page.status_code, "does not belong to the group" in words(page)) == (422, True)
    with pytest.raises(Refused, match="does not belong"):
        build.conversation(needs, person=people.pat)


def test_conversations_cost_the_same_for_one_and_for_thirty(people, needs, django_assert_num_queries):
    counts = []
    for number in (1, 2, 27):
        for _each in range(number):
            build.conversation(needs).dispute(people.mia, "It was not.")
        with django_assert_num_queries(99, exact=False) as asked:
            signed_in(people.bea).get(url(needs, "conversations"))
        counts.append(len(asked))
    assert counts[1] == counts[2]
