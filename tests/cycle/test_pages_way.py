"""The way through the stages: each entry with its reason, where it came from and what brought it about (R3)."""

import pytest
from django.db import IntegrityError, transaction

from cycle.models import Event, Round
from cycle.moves import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    return build.cast()


def way(people):
    return f"/cycles/{people.cycle.slug}/way/"


def rounds_new(stage):
    return f"/cycles/{stage.cycle.slug}/stages/{stage.kind_slug}/rounds/new/"


def test_the_first_round_needs_a_reason_too_also_in_the_database(people):
    needs = people.stage("needs")
    with pytest.raises(Refused, match="Say why this stage is begun"):
        needs.begin(people.ann, " ")
    refused = signed_in(people.ola).post(rounds_new(needs), {"reason": ""})
    assert refused.status_code == 422
    assert refused.context["form"].errors == {"reason": ["Fill in “Why is it begun now?”."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        Round.objects.create(stage=needs, number=1, begun_by=people.ann)


@pytest.mark.req("R3")
def test_one_comes_from_a_stage_that_was_begun_and_the_ledger_keeps_it(people):
    budget, testing = build.begin(people.stage("budget")), people.stage("testing")
    form = signed_in(people.ola).get(rounds_new(testing)).context["form"]
    assert list(form.fields["came_from"].queryset) == [budget]
    sent = {"reason": "Less money.", "came_from": budget.pk}
    assert signed_in(people.ola).post(rounds_new(testing), sent).status_code == 302
    testing.refresh_from_db()
    assert testing.current_round.came_from == budget
    assert Event.objects.of(testing).get().said["after"]["came_from"] == "Overall budget"
    page = words(signed_in().get(f"/cycles/{people.cycle.slug}/stages/testing/history/"))
    assert (budget.get_absolute_url() in page, "It follows from:" in page) == (True, True)


def test_one_comes_from_no_stage_that_was_never_begun_nor_of_another_cycle_nor_from_itself(people):
    needs = people.stage("needs")
    elsewhere = build.begin(build.stage(build.cycle(), "budget"))
    for stage in (people.stage("budget"), elsewhere, needs):
        with pytest.raises(Refused, match="from another stage of this cycle"):
            needs.begin(people.ann, "Why not.", came_from=stage)


@pytest.mark.req("R3")
def test_the_whole_way_is_told_in_its_order_to_everybody(people):
    needs = build.opened(people.cycle, "needs")
    build.record(needs)
    line = build.record(people.stage("budget"))
    budget = build.begin(people.stage("budget"), reason="We need the sum.", came_from=needs)
    needs.finish(people.ann)
    cut = line.revise(people.ann, 1, "The autumn statement.", amount=1)
    build.begin(needs, reason="There is less money.", cause=cut, came_from=budget)
    page = words(signed_in().get(way(people)))
    wanted = (
        "Needs assessment, round 1", "Overall budget, round 1", "Why: We need the sum.", "It follows from:",
        needs.get_absolute_url(), "Needs assessment, round 2", "Why: There is less money.", "It follows from:",
        budget.get_absolute_url(), "What brought it about:", line.get_absolute_url(),
    )  # fmt: skip
    at = 0
    for sentence in wanted:
        assert sentence in page[at:], sentence
        at = page.index(sentence, at)
    assert way(people) in words(signed_in().get(people.cycle.get_absolute_url()))


@pytest.mark.req("R14")
def test_what_brought_an_entry_about_is_not_named_to_those_who_may_not_read_it(people):
    line = build.withheld(people.stage("budget"), title="Secret line")
    cut = line.revise(people.ann, 1, "Less.", amount=1)
    build.begin(people.stage("needs"), cause=cut)
    pages = {name: words(signed_in(getattr(people, name)).get(way(people))) for name in ("mia", "ola")}
    assert ["Secret line" in pages["mia"], "Secret line" in pages["ola"]] == [False, True]
    assert "What brought it about:" in pages["mia"]


def test_a_cycle_in_which_nothing_was_begun_says_so(people):
    assert "No stage has been begun yet." in words(signed_in().get(way(people)))
    assert "There are no more." in words(signed_in().get(way(people), {"after": 10**9}))


def test_a_long_way_is_told_in_pages_with_the_same_queries(people):
    needs, budget = people.stage("needs"), build.begin(people.stage("budget"))
    cut = build.budget_cut(people.cycle)
    counts = []
    for rounds in (range(1, 4), range(4, 60)):
        Round.objects.bulk_create(
            Round(stage=needs, number=number, reason=f"Time {number}", cause=cut, came_from=budget, begun_by=people.ann)
            for number in rounds
        )
        counts.append(queries(signed_in(), way(people)))
    assert counts[0] == counts[1]
    first = signed_in().get(way(people))
    second = signed_in().get(way(people), {"after": first.context["shown"].more})
    numbers = [row["round"].number for page in (first, second) for row in page.context["rows"]]
    assert numbers == [1, *range(1, 50)]
