"""Whoever asks people to a meeting thinks twice of the tired, and nobody on a pause is asked with a group (R72)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from involvement.asking import ask
from involvement.models import Session
from involvement.reminding import remind
from people.models import Mail
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R72")]


@pytest.fixture
def meeting(cast):
    stage = build.opened(cast.cycle, "needs")
    soon = timezone.localdate() + timedelta(days=1)
    return Session.plan(stage, cast.ann, None, title="Tea", held_on=soon, where="At the chapel")


def names(meeting):
    return sorted(meeting.attendances.values_list("person__name", flat=True))


def test_the_page_that_asks_says_how_many_are_tired(cast, meeting):
    build.easing(cast.mia)
    for who in (cast.ann, cast.cove):
        page = words(signed_in(who).get(_asking(meeting)))
        assert "has asked for less." in page
        assert "They let you know: Mia." in page


def _asking(meeting):
    return reverse("session_ask", args=[meeting.stage.cycle.slug, meeting.stage.kind_slug, meeting.pk])


def test_who_is_on_a_pause_is_not_asked_with_the_group_but_can_be_by_name(cast, meeting):
    build.easing(cast.mia, "pause")
    ask(meeting, cast.ann, parties=[cast.users.pk])
    assert names(meeting) == ["Bea", "Cove"]
    ask(meeting, cast.ann, people=[cast.mia.pk])
    assert names(meeting) == ["Bea", "Cove", "Mia"]


def test_a_group_that_rests_as_a_whole_is_not_asked(cast, meeting):
    for each in (cast.mia, cast.bea, cast.cove):
        build.easing(each, "pause", told_to="nobody")
    with pytest.raises(Refused, match="on a pause"):
        ask(meeting, cast.ann, parties=[cast.users.pk])


def test_nobody_on_a_pause_is_reminded_unless_they_said_that_they_come(cast, meeting):
    ask(meeting, cast.ann, people=[cast.mia.pk, cast.bea.pk])
    meeting.attendances.get(person=cast.bea).reply(cast.bea, comes=True)
    for each in (cast.mia, cast.bea):
        build.easing(each, "pause")
    Mail.objects.all().delete()
    remind()
    assert list(Mail.objects.values_list("person__name", flat=True)) == ["Bea"]


def test_nothing_counts_as_late_while_the_one_who_does_it_is_on_a_pause(cast):
    stage = build.opened(cast.cycle, "needs")
    asked = build.asked_to_meet(stage, cast.mia)
    made = build.action(asked.session, asked)
    type(made).objects.filter(pk=made.pk).update(due_on=timezone.localdate() - timedelta(days=3))
    assert type(made).objects.with_owner().get().is_late
    pause = build.easing(cast.mia, "pause")
    assert not type(made).objects.with_owner().get().is_late
    pause.end(cast.mia)
    assert type(made).objects.with_owner().get().is_late
