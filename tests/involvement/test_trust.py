"""Whether members trust who works with their group: unnamed, once a year, and never of fewer than five (R73)."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, models, transaction
from django.utils import timezone

from cycle.models.cycle import learn_standings
from feedback.waiting import waiting_for
from involvement.loyalty import worker_named, workers_of
from involvement.models import Trust, TrustCount
from people.models.unnamed import MINIMUM
from people.refusal import Refused
from tests import build
from tests.cycle.pages import said, signed_in, words

pytestmark = pytest.mark.django_db


def at(cast, further=""):
    return f"{cast.meals_voice.get_absolute_url()}{further}"


def waits(cast, person):
    """The sentences of what waits for this person in the cycle."""
    learn_standings(person, [cast.cycle])
    return [each.sentence for each in waiting_for(person, [cast.cycle])]


def hosted(cast):
    """Meals Voice, hosted by the provider."""
    cast.meals_voice.host = cast.provider
    cast.meals_voice.save()


def five(cast):
    """Three more members, so that five are asked."""
    return [cast.mia, cast.bea, *build.members(cast.cycle, 3)]


def the_convenor(cast):
    return workers_of([cast.meals_voice])[cast.meals_voice.pk][0]


@pytest.mark.req("R73")
def test_members_say_unnamed_whether_they_trust_and_a_count_comes_from_five(cast):
    people = five(cast)
    url = at(cast, f"trust/convenor-{cast.cove.pk}/")
    mia = signed_in(cast.mia)
    assert "Do you trust Cove to be on the group’s side?" in words(mia.get(url))
    assert "It is shown only in a count of five or more." in said(mia.post(url, {"answer": "trust"}, follow=True))[0]
    assert "You have answered. You can change your answer." in words(mia.get(url))
    for each in people[1:4]:
        Trust.say(the_convenor(cast), each, "trust")
    assert TrustCount.objects.count() == 0
    assert "The first one comes when 5 members have answered." in words(mia.get(at(cast, "loyalty/")))
    Trust.say(the_convenor(cast), people[4], "not")
    told = "Of 5 members: 4 trust them to be on the group’s side, 0 in part, 1 not."
    for reader in (cast.mia, cast.cove, cast.ola):
        assert told in words(signed_in(reader).get(at(cast, "loyalty/")))


def test_one_who_changes_their_mind_brings_about_no_new_count(cast):
    people = five(cast)
    build.trusted(the_convenor(cast), people, "trust")
    for answer in ("not", "partly"):
        Trust.say(the_convenor(cast), people[0], answer)
    (count,) = TrustCount.objects.all()
    assert (count.trust_count, count.total, count.number) == (5, 5, 1)
    for each in people:
        Trust.say(the_convenor(cast), each, "not")
    assert [each.not_count for each in TrustCount.objects.order_by("number")] == [0, 5]


def test_an_answer_names_nobody_who_gave_it():
    columns = {column.name: type(column) for column in Trust._meta.get_fields()}
    assert columns == {
        "pseudonym": models.CharField, "group": models.ForeignKey, "person": models.ForeignKey,
        "organisation": models.ForeignKey, "year": models.PositiveSmallIntegerField, "answer": models.CharField,
        "counted": models.CharField,
    }  # fmt: skip


def test_the_key_of_an_answer_differs_by_year_by_whom_and_by_secret(cast, settings, monkeypatch):
    hosted(cast)
    convenor, host = workers_of([cast.meals_voice])[cast.meals_voice.pk]
    keys = {Trust.key_of(cast.mia, convenor), Trust.key_of(cast.mia, host), Trust.key_of(cast.bea, convenor)}
    with monkeypatch.context() as later:
        later.setattr(timezone, "localdate", lambda: date(2099, 1, 1))
        keys.add(Trust.key_of(cast.mia, convenor))
    settings.SECRET_KEY += "another"
    keys.add(Trust.key_of(cast.mia, convenor))
    assert len(keys) == 5


@pytest.mark.req("R73")
def test_a_small_group_is_told_why_nobody_is_asked(cast):
    page = words(signed_in(cast.mia).get(at(cast, "loyalty/")))
    assert "This group has 2 members beside its convenor. With fewer than 5, a count would tell who said what." in page
    assert "Say whether you trust them" not in page
    with pytest.raises(Refused, match="So nobody is asked here"):
        Trust.say(the_convenor(cast), cast.mia, "trust")
    assert Trust.objects.count() == 0


def test_neither_the_convenor_nor_an_officer_nor_a_stranger_says_it(cast):
    five(cast)
    url = at(cast, f"trust/convenor-{cast.cove.pk}/")
    asked = {
        name: signed_in(person).post(url, {"answer": "trust"}).status_code for name, person in cast.people().items()
    }
    assert asked == {"ann": 403, "ola": 403, "cara": 404, "bea": 302, "mia": 302, "cove": 403, "pat": 404, "zoe": 404}
    member_too = build.person("Both")
    for role in ("member", "convenor"):
        build.member(member_too, cast.meals_voice, role)
    assert "This question is for its members." in Trust.refusal(cast.meals_voice, member_too)


def test_whom_the_group_does_not_have_is_not_found(cast):
    five(cast)
    hosted(cast)
    for key in (f"convenor-{cast.mia.pk}", "convenor-999", "host-999", "nobody"):
        assert signed_in(cast.mia).get(at(cast, f"trust/{key}/")).status_code == 404
    assert worker_named(cast.meals_voice, f"host-{cast.provider.pk}").name == "Hot Plate Ltd"
    cast.meals_voice.memberships.filter(person=cast.cove).update(role="member")
    assert signed_in(cast.mia).get(at(cast, f"trust/convenor-{cast.cove.pk}/")).status_code == 404


def test_the_database_keeps_counts_of_five_or_more_and_changes_none(cast):
    whom = {"group": cast.meals_voice, "person": cast.cove, "year": 2026}
    with pytest.raises(IntegrityError), transaction.atomic():
        TrustCount.objects.create(**whom, number=1, trust_count=MINIMUM - 1)
    TrustCount.objects.create(**whom, number=1, trust_count=MINIMUM)
    for change in (lambda: TrustCount.objects.update(trust_count=9), lambda: TrustCount.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_it_waits_for_members_once_it_is_declared_and_until_they_have_said_it(cast):
    people, sentence = five(cast), "Say whether you trust who works with your group: Cove"
    assert sentence not in waits(cast, cast.mia)
    build.loyalty(cast.meals_voice, cast.cove)
    cast.afresh()
    assert (sentence in waits(cast, cast.mia), sentence in waits(cast, cast.cove)) == (True, False)
    build.trusted(the_convenor(cast), people[:1], "trust")
    assert sentence not in waits(cast, cast.mia)
