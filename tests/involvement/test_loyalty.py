"""For whom convenors and hosts work: who says it, who reads it, when it is asked for again, and who is trusted."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from cycle.models.cycle import learn_standings
from feedback.waiting import waiting_for
from involvement.loyalty import workers_of
from involvement.models import Loyalty
from involvement.renewing import due_after, renewal_on
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

TYPED = {
    "employer": "Hot Plate Ltd", "funded_by": "The council, by a grant", "contract_aims": "Four meetings a year.",
    "provides": "employer", "provides_what": "hot meals", "interests": "A sister gets meals.",
    "loyalty": "I say what the group says.",
}  # fmt: skip
LINE = "is employed by Hot Plate Ltd, which also provides: hot meals."


def at(cast, further="", group=None):
    return f"{(group or cast.meals_voice).get_absolute_url()}{further}"


def hosted(cast, host=None):
    """Meals Voice, hosted by the provider."""
    cast.meals_voice.host = host or cast.provider
    cast.meals_voice.save()
    return cast.meals_voice


def waits(cast, person):
    """The sentences of what waits for this person in the cycle."""
    learn_standings(person, [cast.cycle])
    return [each.sentence for each in waiting_for(person, [cast.cycle])]


# --- What is declared, and who reads it -------------------------------------------------------------------------------


@pytest.mark.req("R73")
def test_a_convenor_says_for_whom_they_work_and_members_and_officers_read_all_of_it(cast):
    cove = signed_in(cast.cove)
    assert "Cove has not said yet for whom they work." in words(cove.get(at(cast, "loyalty/")))
    answer = cove.post(at(cast, "loyalty/new/"), TYPED, follow=True)
    assert said(answer) == ["It is written down. Say it again when something changes."]
    for reader in (cast.mia, cast.bea, cast.cove, cast.ola, cast.ann):
        page = words(signed_in(reader).get(at(cast, "loyalty/")))
        for told in (f"Cove {LINE}", "The council, by a grant", "Four meetings a year.", "I say what the group says."):
            assert told in page
    for reader in (cast.zoe, cast.pat, cast.cara):
        assert signed_in(reader).get(at(cast, "loyalty/")).status_code == 404


@pytest.mark.req("R73")
def test_everybody_who_reads_the_groups_page_reads_the_conflict_without_a_name(cast):
    build.loyalty(cast.meals_voice, cast.cove)
    page = words(signed_in(cast.zoe).get(at(cast)))
    assert (f"The convenor {LINE}" in page, "Cove" in page.split("<main")[1]) == (True, False)
    assert f"Cove {LINE}" in words(signed_in(cast.mia).get(at(cast)))


@pytest.mark.req("R73")
def test_the_conflict_stands_where_the_convenor_puts_in_words_for_the_group_and_where_the_group_is_a_party(cast):
    stage = build.opened(cast.cycle, "needs")
    build.loyalty(cast.meals_voice, cast.cove)
    put_in = build.contribution(stage, cast.cove, cast.users, channel="paper", given_by=cast.mia)
    own = build.contribution(stage, cast.mia, cast.users)
    by_officer = build.contribution(stage, cast.ola, cast.users, channel="phone", given_by=cast.mia)
    shown = {
        each: f"The group’s convenor put this in. The convenor {LINE}"
        in words(signed_in().get(each.get_absolute_url()))
        for each in (put_in, own, by_officer)
    }
    assert shown == {put_in: True, own: False, by_officer: False}
    assert f"The convenor {LINE}" in words(signed_in().get(stage.get_absolute_url()))


def test_words_of_a_convenor_who_has_declared_nothing_say_so(cast):
    stage = build.opened(cast.cycle, "needs")
    put_in = build.contribution(stage, cast.cove, cast.users, channel="paper", given_by=cast.mia)
    page = words(signed_in(cast.mia).get(put_in.get_absolute_url()))
    assert "The convenor has not said yet for whom they work." in page


@pytest.mark.parametrize(
    ("over", "line"),
    [
        ({"provides": "no", "provides_what": ""}, "The convenor is employed by Hot Plate Ltd."),
        ({"provides": "no", "employer": ""}, "The convenor is not employed to do this work."),
        ({"provides": "self", "employer": ""},
         "The convenor is not employed to do this work. "
         "The convenor, or somebody close to them, also provides: hot meals."),
    ],
)  # fmt: skip
def test_the_line_says_what_was_declared_and_no_more(cast, over, line):
    build.loyalty(cast.meals_voice, cast.cove, **over)
    assert [each.line for each in workers_of([cast.meals_voice])[cast.meals_voice.pk]] == [line]


def test_only_a_convenor_declares_and_each_for_themselves(cast):
    for name in ("mia", "bea", "ann"):
        with pytest.raises(Refused, match="Only a convenor of the group"):
            Loyalty.declare(cast.meals_voice, getattr(cast, name), **TYPED)
        assert signed_in(getattr(cast, name)).get(at(cast, "loyalty/new/")).status_code == 403
    assert signed_in(cast.zoe).get(at(cast, "loyalty/new/")).status_code == 404
    assert Loyalty.objects.count() == 0


@pytest.mark.parametrize(
    ("over", "field"),
    [({"loyalty": ""}, "loyalty"), ({"provides_what": ""}, "provides_what"), ({"employer": ""}, "employer"),
     ({"provides": "?"}, "provides"), ({"contract_aims": "x" * 2001}, "contract_aims")],
)  # fmt: skip
def test_what_is_missing_is_said_and_the_form_stays_as_typed(cast, over, field):
    answer = signed_in(cast.cove).post(at(cast, "loyalty/new/"), TYPED | over)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])


@pytest.mark.req("R73")
def test_who_works_for_the_host_or_keeps_the_page_says_it_for_the_host(cast):
    hosted(cast)
    typed = {name: value for name, value in TYPED.items() if name != "employer"} | {"provides": "self"}
    pat = signed_in(cast.pat)
    assert "Say it for the host" in words(pat.get(at(cast)))
    assert pat.post(at(cast, "loyalty/host/new/"), typed).url == at(cast)
    assert "Hot Plate Ltd hosts the group, and also provides: hot meals." in words(signed_in(cast.zoe).get(at(cast)))
    assert signed_in(cast.cove).get(at(cast, "loyalty/host/new/")).status_code == 200
    assert signed_in(cast.mia).post(at(cast, "loyalty/host/new/"), typed).status_code == 403
    assert signed_in(cast.zoe).get(at(cast, "loyalty/host/new/")).status_code == 404


def test_a_group_that_stands_by_itself_has_no_host_to_say_anything_for(cast):
    with pytest.raises(Refused, match="Nobody hosts this group"):
        Loyalty.declare_for_host(cast.meals_voice, cast.cove, **TYPED)


def test_a_new_host_has_not_declared_what_the_last_one_did(cast):
    Loyalty.declare_for_host(hosted(cast), cast.cove, **TYPED | {"provides": "self"})
    other = build.provider("Valley Network")
    hosted(cast, other)
    (_convenor, host) = workers_of([cast.meals_voice])[cast.meals_voice.pk]
    assert (host.host, host.said) == (other, None)
    page = words(signed_in(cast.mia).get(at(cast, "loyalty/")))
    for told in ("Valley Network hosts the group. Nobody has said yet what else it does.", "What was said before"):
        assert told in page


def test_a_declaration_is_added_and_the_database_refuses_to_change_it(cast):
    first = build.loyalty(cast.meals_voice, cast.cove)
    second = build.loyalty(cast.meals_voice, cast.cove, employer="Valley Council")
    assert second.employer_body == cast.council
    assert workers_of([cast.meals_voice])[cast.meals_voice.pk][0].said == second
    page = words(signed_in(cast.mia).get(at(cast, "loyalty/")))
    assert ("What was said before" in page, "Hot Plate Ltd" in page) == (True, True)
    for change in (
        lambda: Loyalty.objects.filter(pk=first.pk).update(employer="Nobody"),
        lambda: Loyalty.objects.filter(pk=first.pk).delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_workers_of_a_hundred_groups_take_the_same_queries(cast, django_assert_num_queries):
    groups = [build.group(f"Group {number}", host=cast.provider) for number in range(100)]
    for each in groups:
        build.member(cast.cove, each, "convenor")
    for some in (groups[:1], groups):
        with django_assert_num_queries(2):
            assert sum(len(found) for found in workers_of(some).values()) == 2 * len(some)


# --- Said again after a year ------------------------------------------------------------------------------------------


def test_the_rule_is_dated_and_says_where_it_comes_from():
    assert (renewal_on(date(2019, 1, 1)), renewal_on(date(2026, 1, 1)).months) == (None, 12)
    assert due_after(date(2024, 2, 29)) == date(2025, 2, 28)
    assert due_after(date(2023, 12, 31)) == date(2024, 12, 31)
    assert due_after(date(2019, 1, 1)) is None


@pytest.mark.req("R73")
def test_it_waits_for_the_convenor_until_it_is_said_and_again_after_a_year(cast):
    hosted(cast)
    mine = ["Say for whom you work: Meals Voice", "Say what the host does: Meals Voice"]
    assert [each for each in waits(cast, cast.cove) if each in mine] == mine
    Loyalty.declare_for_host(cast.meals_voice, cast.cove, **TYPED | {"provides": "self"})
    made = Loyalty.objects.create(**_row(cast), at=timezone.now() - timedelta(days=367))
    assert (made.is_old, [each for each in waits(cast, cast.cove) if each in mine]) == (True, mine[:1])
    page = words(signed_in(cast.mia).get(at(cast, "loyalty/")))
    assert "It should have been said again by" in page
    build.loyalty(cast.meals_voice, cast.cove)
    assert [each for each in waits(cast, cast.cove) if each in mine] == []
    assert [each for each in waits(cast, cast.mia) if each in mine] == []


def _row(cast):
    return {**TYPED, "group": cast.meals_voice, "person": cast.cove, "by": cast.cove}


def test_a_loyalty_page_takes_the_same_queries_at_three_hundred_members(cast):
    hosted(cast)
    build.loyalty(cast.meals_voice, cast.cove)
    reader = signed_in(cast.mia)
    once = queries(reader, at(cast, "loyalty/"))
    for number in range(30):
        build.loyalty(cast.meals_voice, cast.cove, employer=f"Body {number}")
    build.members(cast.cycle, 50)
    assert queries(reader, at(cast, "loyalty/")) == once
    first = reader.get(at(cast, "loyalty/"))
    assert len(reader.get(at(cast, f"loyalty/{first.context['older_url']}")).context["earlier"]) == 5
    assert reverse("group_loyalty", args=[cast.meals_voice.pk]) == at(cast, "loyalty/")
