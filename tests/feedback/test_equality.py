"""Equality figures: asked apart from names, counted in steps, and what an attacker can learn from them (quality 34)."""

import random
from itertools import pairwise

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from feedback.equality.counting import STEP, bounds, shift_of, shown_as
from feedback.equality.lists import QUESTIONS, question_of
from feedback.models import EqualityAnswer, EqualityCell, EqualityCount
from feedback.models.equality import ENOUGH
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

from .attacker import Attacker

ALL = {"age": "65-84", "sex": "female", "carer": "no"}


@pytest.fixture
def cast(db):
    return build.cast()


@pytest.fixture
def people(cast):
    """Twenty-four members."""
    found = [build.person(f"Member {n}", f"m{n}@example.org") for n in range(24)]
    for person in found:
        build.member(person, cast.meals_voice)
    cast.afresh()
    return found


def at(cast, name="equality"):
    return reverse(name, args=[cast.cycle.slug])


def counts(question="sex"):
    return EqualityCount.objects.filter(question=question).order_by("number")


# --- Answering --------------------------------------------------------------------------------------------------------


@pytest.mark.req("R69")
def test_a_member_answers_with_a_yes_changes_it_and_takes_it_back(cast):
    browser = signed_in(cast.mia)
    assert "Answer, or change what you answered" in words(browser.get(at(cast)))
    answer = browser.post(at(cast, "equality_answers"), ALL)
    assert (answer.status_code, EqualityAnswer.objects.count()) == (422, 0)
    told = browser.post(at(cast, "equality_answers"), ALL | {"agrees": "on"}, follow=True)
    assert said(told) == ["Thank you. Your answers are kept apart from your name."]
    own = EqualityAnswer.own(cast.cycle, cast.mia)
    assert {name: row.answer for name, row in own.items()} == ALL
    assert {row.consent_text for row in own.values()} == {1}
    browser.post(at(cast, "equality_answers"), {"sex": "not-said", "agrees": "on"})
    assert {row.question: row.answer for row in EqualityAnswer.objects.all()} == {"sex": "not-said"}
    assert "Delete my answers" in words(browser.get(at(cast, "equality_answers")))
    assert browser.post(at(cast, "equality_withdrawal")).status_code == 302
    assert not EqualityAnswer.objects.exists()


def test_no_column_says_who_answered_and_two_answers_of_one_person_have_nothing_in_common(cast):
    EqualityAnswer.keep(cast.cycle, cast.mia, ALL)
    rows = list(EqualityAnswer.objects.values())
    related = [field.related_model for field in EqualityAnswer._meta.get_fields() if field.is_relation]
    assert [model.__name__ for model in related] == ["Cycle"]
    assert len({row["pseudonym"] for row in rows}) == len(rows) == len(ALL)
    assert cast.cycle.events.filter(thing_type__contains="equality").count() == 0


def test_who_runs_or_decides_the_cycle_and_who_takes_no_part_does_not_answer(cast):
    for person in (cast.ann, cast.ola, cast.cara, cast.zoe):
        with pytest.raises(Refused):
            EqualityAnswer.keep(cast.cycle, person, ALL)
    for person in (cast.mia, cast.cove, cast.pat):
        EqualityAnswer.keep(cast.cycle, person, ALL)


def test_every_list_says_its_source_and_its_days_and_offers_not_to_say():
    assert [each.slug for each in QUESTIONS if not each.source or each.codes[-1] != "not-said"] == []
    assert all(len(code) <= 20 for each in QUESTIONS for code in each.codes)
    assert question_of("ethnicity", "2021").slug == "ethnicity"
    assert len(question_of("ethnicity", "2021").answers) == 19
    assert question_of("ethnicity", "1991") is None


# --- Counting ---------------------------------------------------------------------------------------------------------


@pytest.mark.req("R69")
def test_nothing_is_counted_before_ten_have_answered_nor_again_before_ten_have_changed(cast, people):
    for person in people[: ENOUGH - 1]:
        EqualityAnswer.keep(cast.cycle, person, ALL)
    assert not counts().exists()
    assert "Not counted yet: fewer than 10 people have answered." in words(signed_in().get(at(cast)))
    EqualityAnswer.keep(cast.cycle, people[ENOUGH - 1], ALL)
    first = list(EqualityCell.objects.order_by("pk").values_list("answer", "shown"))
    assert counts().count() == 1
    for person in people[:9]:
        EqualityAnswer.keep(cast.cycle, person, {**ALL, "sex": "male"})
    assert counts().count() == 1
    EqualityAnswer.keep(cast.cycle, people[9], {**ALL, "sex": "male"})
    assert counts().count() == 2
    assert list(EqualityCell.objects.order_by("pk").values_list("answer", "shown"))[: len(first)] == first


def test_one_person_who_takes_an_answer_back_and_gives_it_again_never_brings_a_count_about(cast, people):
    for person in people[:12]:
        EqualityAnswer.keep(cast.cycle, person, ALL)
    before = counts().count()
    for _time in range(15):
        EqualityAnswer.withdraw(cast.cycle, people[0])
        EqualityAnswer.keep(cast.cycle, people[0], ALL)
    assert counts().count() == before
    for person in people[:8]:
        EqualityAnswer.withdraw(cast.cycle, person)
    marks = EqualityAnswer.objects.filter(answer="")
    assert set(marks.values_list("counted", flat=True)) == {""}


def test_a_shown_number_cannot_be_changed_in_the_database(cast, people):
    for person in people[:10]:
        EqualityAnswer.keep(cast.cycle, person, ALL)
    cell = EqualityCell.objects.first()
    for forgery in (lambda: EqualityCell.objects.filter(pk=cell.pk).update(shown=1), cell.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            forgery()


@pytest.mark.req("R69")
def test_the_page_and_the_table_show_steps_of_five_and_no_total_and_cost_the_same(cast, people):
    once = queries(signed_in(), at(cast))
    for person in people[:15]:
        EqualityAnswer.keep(cast.cycle, person, ALL)
    build.target(build.opened(cast.cycle, "needs"))
    page = words(signed_in().get(at(cast)))
    assert "People who stopped getting meals" in page
    lines = signed_in().get(at(cast, "equality_csv")).content.decode().splitlines()
    numbers = {int(line.split(",")[3]) % STEP for line in lines[1:] if "," in line}
    assert (lines[0], numbers) == ("question,list,answer,number_in_steps_of_five,counted_in,count", {0})
    assert queries(signed_in(), at(cast)) <= once + 2
    assert "total" not in "".join(lines).lower()


# --- The attacker -----------------------------------------------------------------------------------------------------


@given(st.integers(0, 500), st.integers(0, STEP - 1))
def test_what_is_shown_is_a_step_and_never_five_away_from_what_was_counted(number, shift):
    shown = shown_as(number, shift)
    assert shown % STEP == 0
    assert bounds(shown)[0] <= number <= bounds(shown)[1]
    assert abs(shown - number) < STEP


def test_shifts_are_spread_and_the_mean_of_what_is_shown_is_what_was_counted():
    shifts = [shift_of("cycle", "question", number) for number in range(2000)]
    assert all(340 < shifts.count(shift) < 460 for shift in range(STEP))
    assert all(sum(shown_as(number, shift) for shift in range(STEP)) == STEP * number for number in range(60))


@given(st.lists(st.integers(0, 12), min_size=3, max_size=4), st.data())
def test_no_cell_of_a_single_count_is_known_in_any_world_of_a_few_cells(numbers, data):
    numbers[0] += max(ENOUGH - sum(numbers), 0)
    shifts = [data.draw(st.integers(0, STEP - 1)) for _number in numbers]
    shown = [shown_as(number, shift) for number, shift in zip(numbers, shifts, strict=True)]
    attacker = Attacker([shown], sum(numbers), [])
    assert [cell for cell in range(len(numbers)) if len(attacker.all_values(cell)) < 2] == []


class People:
    """Some people who answer, change and withdraw by chance, counted by the product's rules; `secret` makes shifts."""

    def __init__(self, chance, cells, number):
        self.chance, self.cells, self.answers, self.counted = chance, cells, {}, {}
        self.number, self.shifts = number, [chance.randrange(STEP) for _cell in range(cells)]
        self.truth, self.shown, self.changes = [], [], []

    def acts(self):
        """One of them answers, changes or takes back an answer."""
        who = self.chance.randrange(self.number)
        if who in self.answers and self.chance.random() < 0.3:
            del self.answers[who]
        else:
            self.answers[who] = min(int(self.chance.expovariate(0.9)), self.cells - 1)
        changed = sum(self.answers.get(each) != self.counted.get(each) for each in range(self.number))
        if len(self.answers) >= ENOUGH and changed >= ENOUGH:
            self.counts(changed)

    def counts(self, changed):
        held = list(self.answers.values())
        self.truth.append([held.count(cell) for cell in range(self.cells)])
        pairs = zip(self.truth[-1], self.shifts, strict=True)
        self.shown.append([shown_as(number, shift) for number, shift in pairs])
        self.changes.append(changed)
        self.counted = dict(self.answers)


@pytest.mark.req("R69")
@given(st.integers(0, 2**32), st.integers(3, 7), st.integers(14, 60))
def test_an_attacker_who_reads_every_count_and_knows_how_many_changed_knows_no_cell_exactly(seed, cells, number):
    people = People(random.Random(seed), cells, number)  # noqa: S311  a simulation, no secret
    for _step in range(150):
        people.acts()
    if people.shown:
        attacker = Attacker(people.shown, sum(people.truth[0]), people.changes[1:])
        assert attacker.known_exactly(people.truth) == []


@given(st.integers(0, 2**32), st.integers(3, 7))
def test_one_who_knows_their_own_answer_knows_no_further_cell(seed, cells):
    people = People(random.Random(seed), cells, 30)  # noqa: S311  a simulation, no secret
    for _step in range(60):
        people.acts()
    if people.shown:
        mine = max(range(cells), key=lambda cell: min(numbers[cell] for numbers in people.truth))
        own = [int(cell == mine and min(n[cell] for n in people.truth) > 0) for cell in range(cells)]
        attacker = Attacker(people.shown, sum(people.truth[0]), people.changes[1:], own)
        assert attacker.known_exactly(people.truth) == []


@pytest.mark.req("R69")
@pytest.mark.parametrize("seed", [1, 2])
def test_the_same_attacker_on_what_the_product_itself_showed(cast, people, seed):
    chance, held, truth, answers = random.Random(seed), {}, [], []  # noqa: S311  a simulation, no secret
    codes = question_of("age", "2026").codes
    for _step in range(70):
        person = chance.choice(people)
        if person in held and chance.random() < 0.25:
            EqualityAnswer.withdraw(cast.cycle, person)
            del held[person]
        else:
            held[person] = codes[min(int(chance.expovariate(0.8)), len(codes) - 1)]
            EqualityAnswer.keep(cast.cycle, person, {"age": held[person]})
        if counts("age").count() > len(truth):
            truth.append([list(held.values()).count(code) for code in codes])
            answers.append(dict(held))
    shown = [[cell.shown for cell in count.cells.all()] for count in counts("age")]
    changed = [sum(before.get(each) != after.get(each) for each in people) for before, after in pairwise(answers)]
    assert len(shown) > 1
    assert all(number >= ENOUGH for number in changed)
    known = Attacker(shown, sum(truth[0]), changed).known_exactly(truth)
    print(f"\n{len(shown)} counts of {len(codes)} cells, {len(known)} known exactly")
    assert known == []
