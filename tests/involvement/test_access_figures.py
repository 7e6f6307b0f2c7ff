"""How many needs are known and were seen to in a year, for the authority's own publication (AIS)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from involvement import needs as planning
from involvement.access_figures import figures_of, in_steps
from involvement.models import Session
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db


def test_numbers_are_told_in_steps_of_five_and_none_below():
    told = [in_steps(number) for number in (0, 1, 4, 5, 9, 10, 23)]
    few = "Fewer than 5"
    assert told == ["None", few, few, "At least 5", "At least 5", "At least 10", "At least 20"]


@pytest.mark.req("R69")
def test_a_commissioner_reads_how_many_needs_were_seen_to_and_nobody_else_does():
    cast = build.cast()
    people = [build.person(f"Member {number}", f"m{number}@example.org") for number in range(6)]
    for person in people:
        build.member(person, cast.meals_voice)
        build.needs(person, "support-loop", "meeting-breaks", circle="planners")
    build.needs(cast.mia, "format-braille", circle="convenor")
    cast.afresh()
    meeting = build.session(build.opened(cast.cycle, "needs"), held_on=timezone.localdate() + timedelta(days=3))
    build.asked(meeting, *people)
    stamp = planning.stamp_of(planning.needs_at(meeting, cast.ann))
    planning.see_to(meeting, cast.ann, stamp, {"support-loop": "The hall has one"})
    held = timezone.localdate() - timedelta(days=1)
    Session.objects.filter(pk=meeting.pk).update(held_on=held)
    found = figures_of(cast.council, held.year)
    assert (found.meetings, found.seen_to, found.not_seen_to) == (1, "At least 5", "At least 5")
    assert [number for _part, number in found.recorded] == ["None", "None", "None", "At least 5", "At least 5"]
    url = reverse("access_figures", args=[cast.council.pk])
    assert "Access needs in figures: Valley Council" in words(signed_in(cast.ann).get("/"))
    assert "At least 5" in words(signed_in(cast.ann).get(url, {"year": held.year}))
    assert [signed_in(cast.ann).get(url, {"year": year}).status_code for year in ("", "0000", "x", "²²²²")] == [200] * 4
    for person in (cast.ola, cast.cara, cast.cove, cast.zoe):
        assert signed_in(person).get(url).status_code == 404
