"""Training for users and commissioners, with its money; wishes; and somebody senior who is named (R77)."""

from decimal import Decimal

import pytest
from django.urls import reverse

from cycle.models import Event
from feedback.waiting import waiting_for
from involvement.models import Champion, TrainingPlace, TrainingPlan, TrainingWish
from involvement.models.training import CALLED_OFF_ALREADY, NOT_FOR_THEM, NOT_FOR_YOU
from people.refusal import Conflict, Refused
from tests import build
from tests.cycle.pages import signed_in

from .pages import words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R77")]


@pytest.fixture
def cast():
    return build.cast()


def page_of(cast, person=None, name="training", *args):
    return words(signed_in(person).get(reverse(name, args=[cast.cycle.slug, *args])))


def test_a_missing_champion_shows_and_a_named_one_with_the_promise(cast):
    missing = "Nobody senior is named yet"
    shown = [reverse(name, args=[cast.cycle.slug]) for name in ("cycle", "cycle_people", "training")]
    assert [missing in words(signed_in().get(url)) for url in shown] == [True, True, True]
    build.champion(cast.cycle)
    pages = [words(signed_in().get(url)) for url in shown]
    assert ["I read every answer myself." in page and missing not in page for page in pages] == [True, True, True]


def test_another_champion_takes_the_place_of_the_first_and_the_ledger_tells_both(cast):
    build.champion(cast.cycle)
    second = build.champion(cast.cycle, name="Evan Next")
    assert Champion.objects.now(cast.cycle) == second
    assert Event.objects.of(second).get().said["before"] == {"champion": "Dora Chief, Director of adult services"}
    second.end(cast.ann, "He has left.")
    assert Champion.objects.now(cast.cycle) is None


def test_only_officers_plan_training_and_name_a_champion(cast):
    for person in (cast.mia, cast.cove, cast.cara, cast.zoe):
        with pytest.raises(Refused):
            build.training(cast.cycle, person)
        with pytest.raises(Refused):
            build.champion(cast.cycle, person)


def test_the_plan_tells_the_money_and_what_is_spent_of_it(cast):
    TrainingPlan.write(cast.cycle, cast.ann, 0, for_users="Budgets", for_commissioners="Words", budget=Decimal(900))
    build.training(cast.cycle).change(cast.ann, 1, spent=Decimal(150))
    said = page_of(cast)
    assert "£900" in said
    assert "What is offered may cost £200. So far £150 is spent." in said
    with pytest.raises(Conflict):
        TrainingPlan.write(cast.cycle, cast.ola, 0, for_users="", for_commissioners="", budget=None)


def test_who_takes_a_training_is_told_to_them_and_the_officers_and_others_read_how_many(cast):
    made = build.training(cast.cycle)
    place = TrainingPlace.put_down(made, cast.mia, cast.mia)
    TrainingPlace.write_down(made, cast.ann, [place.pk])
    assert "Mia" in page_of(cast, cast.ann, "training_one", made.pk)
    assert "You took part." in page_of(cast, cast.mia, "training_one", made.pk)
    others = page_of(cast, cast.bea, "training_one", made.pk)
    assert "Mia" not in others
    assert "How many took part 1" in others
    assert "Mia" not in str([event.said for event in Event.objects.filter(cycle=cast.cycle).after(0)])


def test_a_training_is_taken_by_those_for_whom_it_is(cast):
    for_users, for_officers = (
        build.training(cast.cycle, audience="users"),
        build.training(cast.cycle, audience="officers"),
    )
    TrainingPlace.put_down(for_users, cast.mia, cast.mia)
    TrainingPlace.put_down(for_officers, cast.cara, cast.cara)
    for made, person in ((for_users, cast.cara), (for_officers, cast.mia), (for_users, cast.pat)):
        with pytest.raises(Refused, match=str(NOT_FOR_YOU)):
            TrainingPlace.put_down(made, person, person)


def test_a_convenor_puts_down_the_own_members_and_a_member_nobody_else(cast):
    made = build.training(cast.cycle)
    assert TrainingPlace.put_down(made, cast.mia, cast.cove).entered_by == cast.cove
    with pytest.raises(Refused, match=str(NOT_FOR_THEM)):
        TrainingPlace.put_down(made, cast.bea, cast.mia)


def test_one_takes_the_own_name_off_until_it_is_written_down_who_came(cast):
    made = build.training(cast.cycle)
    client, url = signed_in(cast.mia), made.address("training_place")
    client.post(url)
    assert client.post(f"{url}end/").status_code == 302
    assert not made.places.exists()
    place = TrainingPlace.put_down(made, cast.mia, cast.mia)
    TrainingPlace.write_down(made, cast.ann, [place.pk])
    assert client.post(f"{url}end/").status_code == 409


def test_a_training_that_is_called_off_takes_no_more_names(cast):
    made = build.training(cast.cycle)
    made.call_off(cast.ann, "The trainer is ill.")
    made.refresh_from_db()
    with pytest.raises(Refused, match=str(CALLED_OFF_ALREADY)):
        TrainingPlace.put_down(made, cast.mia, cast.mia)
    assert "This training was called off." in page_of(cast, None, "training_one", made.pk)


def test_a_wish_waits_for_an_officer_and_its_answer_for_the_one_who_asked(cast):
    wish = TrainingWish.ask(cast.cycle, cast.mia, "How bids are scored.")
    assert [each.sentence for each in waiting_for(cast.ann, [cast.cycle])][-1] == "Answer a wish for training of Mia"
    assert "How bids are scored." not in page_of(cast, cast.bea)
    typed = {"answer": "In June.", "training": build.training(cast.cycle).pk}
    url = reverse("training_wish", args=[cast.cycle.slug, wish.pk])
    assert signed_in(cast.ola).post(url, typed).status_code == 302
    assert "Read the answer to your wish for training" in [
        each.sentence for each in waiting_for(cast.mia, [cast.cycle])
    ]
    assert "In June." in words(signed_in(cast.mia).get(url))
    assert signed_in(cast.ann).post(url, {"answer": "In July."}).status_code == 409


def test_nobody_from_outside_asks_for_training(cast):
    with pytest.raises(Refused):
        TrainingWish.ask(cast.cycle, cast.zoe, "Anything.")
