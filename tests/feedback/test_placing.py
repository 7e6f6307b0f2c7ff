"""Answers that nobody is named with: who may give one, what is kept of it, and when a count is shown (R23)."""

import pytest
from django.conf import settings as site
from django.db import IntegrityError, models, transaction

from cycle import ledger
from cycle.models import Event
from cycle.moves import Refused
from feedback.models import Placing, Tally
from feedback.models.placing import HAS_A_SEAT, MINIMUM, NOT_INVOLVED, NOT_OPENED
from people.models import Person
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def shown():
    """The counts that are shown, oldest first: (open, says, closed) for each."""
    return [(tally.open_count, tally.says_count, tally.closed_count) for tally in Tally.objects.order_by("pk")]


def test_those_who_take_part_may_place_it_and_those_with_a_seat_may_not(cast, stage):
    refusals = {name: str(Placing.refusal(stage, person)) for name, person in cast.people().items()}
    seat = dict.fromkeys(("ann", "ola", "cara"), str(HAS_A_SEAT))
    assert refusals == seat | dict.fromkeys(("bea", "mia", "cove", "pat"), "") | {"zoe": str(NOT_INVOLVED)}


def test_a_member_who_has_a_seat_too_may_not_place_it(cast, stage):
    cast.cycle.seat(cast.mia, "officer", cast.ann)
    with pytest.raises(Refused, match="You have a seat in this cycle"):
        Placing.place(stage, cast.mia, "open")
    assert Placing.objects.count() == 0


def test_nobody_places_a_stage_before_its_round_has_opened(cast):
    stage = cast.stage("needs")
    assert Placing.refusal(stage, cast.mia) == NOT_OPENED
    build.begin(stage)
    assert Placing.refusal(stage, cast.mia) == NOT_OPENED
    build.agreement_in_force(stage)
    assert Placing.refusal(stage, cast.mia) == ""
    build.record(stage)
    stage.finish(cast.ann)
    assert Placing.refusal(stage, cast.mia) == ""
    build.begin(stage, reason="Once more.")
    assert Placing.refusal(stage, cast.mia) == NOT_OPENED


def test_an_ended_membership_places_nothing_any_more(cast, stage):
    Placing.place(stage, cast.mia, "open")
    cast.meals_voice.memberships.get(person=cast.mia).end()
    cast.afresh()
    with pytest.raises(Refused, match="Only people who take part"):
        Placing.place(cast.stage("needs"), cast.mia, "closed")
    assert [each.position for each in Placing.objects.all()] == ["open"]


def test_one_person_has_one_answer_in_each_round_and_may_change_it(cast, stage):
    for position in ("open", "says", "closed"):
        Placing.place(stage, cast.mia, position)
    assert [each.position for each in Placing.objects.all()] == ["closed"]
    build.record(stage)
    stage.finish(cast.ann)
    build.agreement_in_force(build.begin(stage, reason="Once more."))
    Placing.place(stage, cast.mia, "open")
    assert sorted(each.position for each in Placing.objects.all()) == ["closed", "open"]


def test_an_answer_has_no_person_no_day_and_no_number_in_its_row():
    columns = {column.name: type(column) for column in Placing._meta.get_fields()}
    assert columns == {
        "pseudonym": models.CharField, "round": models.ForeignKey, "position": models.CharField,
        "counted": models.CharField,
    }  # fmt: skip
    assert [field.name for field in Person._meta.get_fields() if field.related_model is Placing] == []
    assert [field.name for field in Event._meta.get_fields() if field.related_model is Placing] == []


def test_the_key_of_an_answer_is_another_one_under_another_secret(cast, stage, settings):
    first = Placing.pseudonym_of(cast.mia, stage)
    settings.SECRET_KEY = site.SECRET_KEY + "another"
    assert Placing.pseudonym_of(cast.mia, stage) != first
    assert len(first) == 64


def test_an_answer_by_itself_leaves_nothing_in_the_ledger(cast, stage):
    before = ledger.length(cast.cycle)
    build.placed(stage, [cast.mia, cast.bea, cast.cove, cast.pat], "closed")
    Placing.place(stage, cast.mia, "open")
    assert ledger.length(cast.cycle) == before
    assert shown() == []


def test_the_fifth_answer_brings_the_first_count_and_the_ledger_names_nobody(cast, stage):
    five = [cast.bea, cast.cove, cast.pat, *build.members(cast.cycle, 2)]
    build.placed(stage, five, "open", "says", "says", "closed")
    assert shown() == [(1, 2, 2)]
    event = cast.cycle.events.order_by("number").last()
    tally = Tally.objects.get()
    assert (event.by, event.acting_for, event.said["after"]) == (
        None, "", {"open_count": 1, "says_count": 2, "closed_count": 2},
    )  # fmt: skip
    assert (event.thing_type, event.thing_id, event.material) == ("feedback.tally", tally.pk, False)
    assert [name for name in (str(person) for person in five) if name in event.payload] == []
    assert list(ledger.faults(cast.cycle)) == []


def test_a_count_stands_until_five_people_have_another_answer(cast, stage):
    seven = build.members(cast.cycle, 7)
    build.placed(stage, seven[:5], "open")
    build.placed(stage, seven[:4], "says")
    assert shown() == [(5, 0, 0)]
    build.placed(stage, seven[:4], "open")
    build.placed(stage, seven[5:], "closed")
    build.placed(stage, seven[:2], "closed")
    assert shown() == [(5, 0, 0)]
    build.placed(stage, seven[2:3], "says")
    assert shown() == [(5, 0, 0), (2, 1, 4)]


def test_one_person_who_changes_to_and_fro_brings_no_count_about(cast, stage):
    build.placed(stage, build.members(cast.cycle, 4), "open")
    for position in ("open", "says", "closed") * MINIMUM:
        Placing.place(stage, cast.mia, position)
    assert shown() == [(5, 0, 0)]


def test_each_round_is_counted_by_itself(cast, stage):
    five = build.members(cast.cycle, 5)
    build.placed(stage, five, "open")
    build.record(stage)
    stage.finish(cast.ann)
    build.agreement_in_force(build.begin(stage, reason="Once more."))
    build.placed(stage, five[:4], "closed")
    assert shown() == [(5, 0, 0)]
    build.placed(stage, five[4:], "closed")
    assert [(tally.round.number, tally.number) for tally in Tally.objects.all()] == [(1, 1), (2, 1)]


def test_the_database_takes_no_count_of_four(cast, stage):
    with pytest.raises(IntegrityError), transaction.atomic():
        Tally.objects.create(stage=stage, round=stage.current_round, number=1, open_count=4)
    Tally.objects.create(stage=stage, round=stage.current_round, number=1, open_count=1, says_count=4)


def test_a_count_says_how_many_chose_what(cast, stage):
    build.placed(stage, build.members(cast.cycle, 5), "open", "says")
    assert Tally.objects.get().in_words == (
        "Of 5 people, 1 chose “Open and willing”, 4 chose “Says it is open, but is not” and 0 chose “Not open”."
    )
