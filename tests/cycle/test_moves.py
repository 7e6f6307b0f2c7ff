"""Moves: one door for every change of state (promise 8)."""

import pytest

from cycle.models import Event, Stage
from cycle.moves import Refused
from cycle.start import start_cycle
from tests.build import agreement_in_force, authority, cast, commissioner, member, person, record, stage

pytestmark = pytest.mark.django_db


def test_an_officer_begins_a_stage_and_the_ledger_says_so():
    people = cast()
    needs = stage(people.cycle, "needs")
    needs.begin(people.ann, "It is time.")
    event = Event.objects.of(needs).get()
    assert (needs.state, needs.round_number, event.verb, event.by) == ("preparing", 1, "stage begun", people.ann)
    assert (event.said["before"], event.said["after"]) == ({"state": "not yet"}, {"state": "preparing"})


def test_nobody_else_begins_a_stage():
    people = cast()
    needs = stage(people.cycle, "needs")
    for somebody in (people.bea, people.cara, people.pat, people.zoe):
        with pytest.raises(Refused, match="Only the officers"):
            needs.begin(somebody, "It is time.")
    assert Stage.objects.get(pk=needs.pk).state == "not yet"


def test_the_refusal_is_the_same_sentence_before_and_at_the_move():
    people = cast()
    needs = stage(people.cycle, "needs")
    needs.begin(people.ann, "It is time.")
    with pytest.raises(Refused) as refused:
        needs.begin(people.ann, reason="again")
    assert str(refused.value.sentence) == str(needs.refusal("begin", people.ann)) != ""


def test_of_two_clicks_one_wins_and_the_other_is_told():
    people = cast()
    needs = stage(people.cycle, "needs")
    same = stage(people.cycle, "needs")
    needs.begin(people.ann, "It is time.")
    with pytest.raises(Refused) as refused:
        same.begin(people.ola, "It is time.")
    assert refused.value.conflict
    assert needs.rounds.count() == 1


def test_a_stage_is_not_opened_out_of_its_order():
    people = cast()
    needs = stage(people.cycle, "needs")
    with pytest.raises(Refused, match="has not been begun"):
        needs.open(people.ann, reason="")
    agreement_in_force(needs)
    with pytest.raises(Refused, match="open already"):
        needs.open(people.ann, reason="")


def test_a_stage_without_any_record_is_not_finished():
    people = cast()
    needs = stage(people.cycle, "needs")
    agreement_in_force(needs)
    with pytest.raises(Refused, match="Nothing is recorded"):
        needs.finish(people.ann)
    record(needs, people.ann)
    needs.finish(people.ann)
    assert needs.state == "finished"
    assert needs.current_round.finished_at


@pytest.mark.req("R3")
def test_a_finished_stage_is_opened_again_only_with_a_reason():
    people = cast()
    needs = stage(people.cycle, "needs")
    agreement_in_force(needs)
    record(needs, people.ann)
    needs.finish(people.ann)
    with pytest.raises(Refused, match="Say why"):
        needs.begin(people.ann, reason="  ")
    needs.begin(people.ann, reason="New people came.")
    assert [each.reason for each in needs.rounds.order_by("number")] == ["There is work to do.", "New people came."]
    assert str(needs.current_round) == "Needs assessment, round 2"


def test_stages_are_entered_in_any_order_and_side_by_side():
    people = cast()
    for slug in ("testing", "needs", "budget"):
        stage(people.cycle, slug).begin(people.ann, "It is time.")
    assert list(people.cycle.stages.under_way().values_list("kind_slug", flat=True)) == ["needs", "budget", "testing"]


def test_a_cycle_closes_only_when_no_stage_is_under_way():
    people = cast()
    stage(people.cycle, "needs").begin(people.ann, "It is time.")
    with pytest.raises(Refused, match="still under way"):
        people.cycle.close(people.ann, "done")
    Stage.objects.filter(cycle=people.cycle).update(state="finished", round_number=1)
    people.cycle.close(people.ann, "done")
    with pytest.raises(Refused, match="closed"):
        stage(people.cycle, "needs").begin(people.ann, reason="again")
    with pytest.raises(Refused, match="closed"):
        record(stage(people.cycle, "budget"), people.ann)


def test_only_a_commissioner_of_a_public_authority_starts_a_cycle():
    body, other = authority(), authority("Other Council")
    ann, bea = person("Ann"), person("Bea")
    commissioner(ann, body)
    said = {"title": "New", "summary": "s", "sector": "care", "for_whom": "all", "horizon": "2027"}
    for somebody, where in ((bea, body), (ann, other)):
        with pytest.raises(Refused, match="Only a commissioner"):
            start_cycle(somebody, where, **said)
    first, second = start_cycle(ann, body, **said), start_cycle(ann, body, **said)
    assert [first.slug, second.slug] == ["cycle-new", "cycle-new-2"]
    assert first.stages.count() == 13
    assert first.standing_of(ann).runs


def test_a_role_that_ends_stops_working_at_the_next_request():
    people = cast()
    seat = people.cycle.seats.get(person=people.ola)
    seat.until_date = seat.from_date.replace(year=2020)
    seat.from_date = seat.until_date
    seat.save()
    again = type(people.cycle).objects.get(pk=people.cycle.pk)
    assert not again.standing_of(people.ola).runs
    assert again.standing_of(people.ann).runs


def test_an_ended_membership_gives_no_voice():
    people = cast()
    place = people.bea.memberships.get()
    place.end()
    again = type(people.cycle).objects.get(pk=people.cycle.pk)
    assert not again.standing_of(people.bea).is_involved
    assert not place.is_active
    assert member(people.bea, place.group, "member").is_active
