"""How taking part went, from both sides: who may say it, what is kept of it, and when a count is shown (R62)."""

import pytest
from django.db import IntegrityError, models, transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from cycle import ledger
from cycle.models import Event
from cycle.moves import Refused
from feedback.models import Rating, RatingCount
from feedback.models.rating import NOT_INVOLVED, NOT_OPENED, Question, Side
from feedback.models.unnamed import MINIMUM
from people.models import Person
from tests import build

pytestmark = pytest.mark.django_db
MATTERED, HEARD = Question.MATTERED, Question.HEARD


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def shown(**of):
    """The counts that are shown, oldest first: number -> how many, without those that nobody gave."""
    rows = RatingCount.objects.filter(**{"question": MATTERED, **of}).order_by("pk")
    return [{number: count for number, count in each.counts.items() if count} for each in rows]


def test_both_sides_may_say_it_and_are_counted_apart(cast, stage):
    sides = {name: Side.of(stage, person) for name, person in cast.people().items()}
    seat = dict.fromkeys(("ann", "ola", "cara"), Side.AUTHORITY)
    assert sides == seat | dict.fromkeys(("bea", "mia", "cove", "pat"), Side.PEOPLE) | {"zoe": None}
    refusals = {name: Rating.refusal(stage, person) for name, person in cast.people().items()}
    assert refusals == dict.fromkeys(sides, "") | {"zoe": NOT_INVOLVED}


def test_nobody_says_it_before_the_round_has_opened(cast):
    stage = build.begin(cast.stage("needs"))
    assert Rating.refusal(stage, cast.mia) == NOT_OPENED
    with pytest.raises(Refused, match="has not opened yet"):
        Rating.rate(stage, cast.mia, {MATTERED: 3})
    assert Rating.objects.count() == 0


def test_an_answer_has_no_person_no_day_and_no_number_in_its_row():
    columns = {column.name: type(column) for column in Rating._meta.get_fields()}
    assert columns == {
        "pseudonym": models.CharField, "round": models.ForeignKey, "side": models.CharField,
        "question": models.CharField, "number": models.PositiveSmallIntegerField,
        "counted": models.PositiveSmallIntegerField,
    }  # fmt: skip
    assert [field.name for field in Person._meta.get_fields() if field.related_model is Rating] == []
    assert [field.name for field in Event._meta.get_fields() if field.related_model is Rating] == []


def test_the_answers_of_one_person_cannot_be_put_together(cast, stage, settings):
    Rating.rate(stage, cast.mia, dict.fromkeys(Question, 5))
    keys = set(Rating.objects.values_list("pk", flat=True))
    assert len(keys) == len(Question)
    settings.SECRET_KEY += "another"
    assert Rating.key_of(cast.mia, stage) not in keys


def test_one_person_has_one_answer_in_each_round_and_may_change_it(cast, stage):
    for number in (2, 9, 4):
        Rating.rate(stage, cast.mia, {MATTERED: number})
    assert [each.number for each in Rating.objects.all()] == [4]


def test_an_answer_by_itself_leaves_nothing_in_the_ledger(cast, stage):
    before = ledger.length(cast.cycle)
    build.rated(stage, [cast.mia, cast.bea, cast.cove, cast.pat], 1)
    build.rated(stage, [cast.ann, cast.ola, cast.cara], 10)
    assert (ledger.length(cast.cycle), shown()) == (before, [])


def test_the_fifth_answer_of_one_side_brings_its_first_count_and_the_ledger_names_nobody(cast, stage):
    build.rated(stage, [cast.ann, cast.ola, cast.cara], 10)
    five = [cast.bea, cast.cove, cast.pat, *build.members(cast.cycle, 2)]
    build.rated(stage, five, 3, 3, 8, 1)
    assert (shown(side="people"), shown(side="authority")) == ([{1: 2, 3: 2, 8: 1}], [])
    event = cast.cycle.events.order_by("number").last()
    assert (event.by, event.acting_for, event.thing_type) == (None, "", "feedback.ratingcount")
    assert event.said["after"] == {"side": "people", "question": "mattered", "gave_1": 2, "gave_3": 2, "gave_8": 1}
    assert [name for name in (str(person) for person in five) if name in event.payload] == []
    assert list(ledger.faults(cast.cycle)) == []


def test_each_question_is_counted_by_itself(cast, stage):
    five = build.members(cast.cycle, 5)
    for each in five[:4]:
        Rating.rate(stage, each, {MATTERED: 5, HEARD: 5})
    Rating.rate(stage, five[4], {MATTERED: 6})
    assert (shown(), shown(question=HEARD)) == ([{5: 4, 6: 1}], [])


def test_a_count_stands_until_five_people_have_another_answer(cast, stage):
    seven = build.members(cast.cycle, 7)
    build.rated(stage, seven[:5], 5)
    build.rated(stage, seven[:4], 1)
    build.rated(stage, seven[:4], 5)
    build.rated(stage, seven[5:], 9)
    build.rated(stage, seven[:2], 9)
    assert shown() == [{5: 5}]
    build.rated(stage, seven[2:3], 8)
    assert shown() == [{5: 5}, {5: 2, 8: 1, 9: 4}]


def test_who_changes_sides_answers_on_the_new_side_and_the_old_answer_stays(cast, stage):
    Rating.rate(stage, cast.mia, {MATTERED: 2})
    cast.cycle.seat(cast.mia, "officer", cast.ann)
    cast.afresh()
    stage = cast.stage("needs")
    assert not Rating.is_given_by(cast.mia, stage)
    Rating.rate(stage, cast.mia, {MATTERED: 9})
    assert sorted((each.side, each.number) for each in Rating.objects.all()) == [("authority", 9), ("people", 2)]


def test_the_database_takes_no_count_of_four_and_no_number_beside_the_scale(cast, stage):
    said = {"stage": stage, "round": stage.current_round, "number": 1, "side": "people", "question": "heard"}
    with pytest.raises(IntegrityError), transaction.atomic():
        RatingCount.objects.create(**said, gave_1=2, gave_10=2)
    RatingCount.objects.create(**said, gave_1=2, gave_10=3)
    for number in (0, 11):
        with pytest.raises(IntegrityError), transaction.atomic():
            Rating.rate(stage, cast.mia, {MATTERED: number})


def test_the_mean_is_that_of_all_who_are_counted(cast, stage):
    build.rated(stage, build.members(cast.cycle, 5), 1, 2, 3, 10)
    assert RatingCount.objects.get().mean * 5 == 1 + 2 + 3 + 10 + 10


PEOPLE = 7
steps = st.lists(st.tuples(st.integers(0, PEOPLE - 1), st.sampled_from((1, 5, 10))), min_size=MINIMUM, max_size=40)


def test_in_whatever_order_people_answer_two_counts_differ_by_five_people_or_more():
    cast = build.cast()
    stage, people = build.opened(cast.cycle, "needs"), build.members(cast.cycle, PEOPLE)
    most = []

    @settings(max_examples=40)
    @given(taken=steps)
    def in_this_order(taken):
        with transaction.atomic():
            now, last, counts = {}, {}, 0
            for who, number in taken:
                Rating.rate(stage, people[who], {MATTERED: number})
                now[who] = number
                if len({each for each in now if now[each] != last.get(each)}) >= MINIMUM:
                    last, counts = dict(now), counts + 1
                assert RatingCount.objects.count() == counts
            most.append(counts)
            transaction.set_rollback(True)

    in_this_order()
    assert max(most) > 1
