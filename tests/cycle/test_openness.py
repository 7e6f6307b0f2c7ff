"""Openness: the policy as SQL (`visible_to`) and as a function (`Standing`) never disagree (promise 5)."""

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from cycle.models import KINDS, Cycle
from cycle.openness import Openness, stricter
from feedback.models import Contribution
from tests.build import agreement_in_force, cast, contribution, record, stage

REVIEW = {"withheld_because": "A reason.", "review_on": datetime.date(2027, 1, 4)}


class TestGeneratedWorlds(TestCase):
    @settings(max_examples=settings().max_examples // 5)
    @given(
        published=st.booleans(),
        levels=st.lists(st.sampled_from(list(Openness)), min_size=1, max_size=5),
        slug=st.sampled_from(list(KINDS)),
        ended=st.sets(st.sampled_from(["ola", "bea", "mia", "pat"])),
    )
    def test_query_and_function_agree_for_everybody(self, published, levels, slug, ended):
        people = cast()
        here = stage(people.cycle, slug)
        made = [record(here, people.ann, openness=level, **(REVIEW if level == "withheld" else {})) for level in levels]
        Cycle.objects.filter(pk=people.cycle.pk).update(
            published_at=people.cycle.published_at if published else None, state="running" if published else "preparing"
        )
        self.end(people, ended)
        model = type(made[0])
        for reader in (*people.people().values(), AnonymousUser(), None):
            fresh = Cycle.objects.get(pk=people.cycle.pk)
            standing = fresh.standing_of(reader)
            sees_cycle = published or standing.is_involved
            expected = [each.pk for each in made if sees_cycle and standing.may_read(each.openness)]
            assert list(model.objects.visible_to(reader).values_list("pk", flat=True)) == expected
            assert list(model.objects.visible_to(reader, fresh).values_list("pk", flat=True)) == expected
            assert Cycle.objects.visible_to(reader).filter(pk=fresh.pk).exists() == sees_cycle

    def end(self, people, names):
        long_ago = datetime.date(2020, 1, 1)
        for name in names:
            somebody = getattr(people, name)
            somebody.memberships.update(from_date=long_ago, until_date=long_ago)
            somebody.seats.update(from_date=long_ago, until_date=long_ago)


@pytest.mark.django_db
def test_what_was_said_is_read_by_whom_its_giver_chose_and_always_by_the_giver():
    people = cast()
    here = stage(people.cycle, "needs")
    agreement_in_force(here)
    voice = people.cycle.participants.get(group__isnull=False)
    made = {
        level: contribution(here, people.mia, voice, openness=level) for level in ("public", "involved", "withheld")
    }
    seen = {
        reader: {each.openness for each in Contribution.objects.visible_to(reader)}
        for reader in (people.ann, people.cara, people.mia, people.bea, people.zoe)
    }
    assert seen == {
        people.ann: set(made),
        people.cara: set(made),
        people.mia: set(made),
        people.bea: {"public", "involved"},
        people.zoe: {"public"},
    }


def test_the_strictest_of_two_counts():
    assert stricter(Openness.PUBLIC, Openness.INVOLVED) == Openness.INVOLVED
    assert stricter(Openness.WITHHELD, Openness.PUBLIC) == Openness.WITHHELD
