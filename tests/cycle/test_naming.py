"""What a record names: rows of its own cycle only, and each reader is told of those that they may read."""

import pytest

from cycle.models import RECORDS, Event
from cycle.moves import Refused
from cycle.reading import read_events, references_of
from tests import build
from tests.cycle.pages import confirmed, edit_url, record_typed, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def aim(cast):
    """An aim that rests on a need that everybody reads and on one that is withheld."""
    needs = cast.stage("needs")
    shown, kept = build.record(needs, title="Hot meals"), build.withheld(needs, title="The secret one")
    return build.record(cast.stage("strategy"), title="Meals for all", needs=[shown, kept])


def named(aim, person):
    """What this reader is told that the aim names, as (label, words) pairs."""
    cycle = aim.stage.cycle
    cycle.__dict__.pop("_standings", None)
    return [(each.label, each.words) for each in references_of([aim], person, cycle)[aim.pk]]


@pytest.mark.req("R44")
def test_each_reader_is_told_of_the_needs_that_they_may_read(aim, cast):
    assert named(aim, cast.ann) == [("Needs that it meets", "Hot meals, The secret one")]
    assert named(aim, cast.mia) == [("Needs that it meets", "Hot meals, one need that is not open to you")]
    assert named(aim, None) == named(aim, cast.mia)
    page = words(signed_in(cast.mia).get(aim.get_absolute_url()))
    assert "The secret one" not in page
    assert aim.needs.get(title="Hot meals").get_absolute_url() in page


def test_the_ledger_keeps_no_name_of_what_is_closed_and_tells_each_reader_theirs(aim, cast):
    later = build.record(cast.stage("needs"), title="Soft food")
    event = aim.revise(cast.ann, 1, "It grew.", needs=[*aim.needs.all(), later])
    assert "The secret one" not in event.payload
    assert event.said["before"]["needs"] == [each.pk for each in aim.needs.order_by("pk")][:2]
    told = {
        name: read_events([Event.objects.select_related("by", "stage").get(pk=event.pk)], person, aim.stage.cycle)[0]
        for name, person in (("ann", cast.ann), ("nobody", None))
    }
    assert told["ann"].changes == [
        ("Needs that it meets", "Hot meals, The secret one", "Hot meals, The secret one, Soft food")
    ]
    hidden = "one need that is not open to you"
    assert told["nobody"].changes == [
        ("Needs that it meets", f"Hot meals, {hidden}", f"Hot meals, {hidden}, Soft food")
    ]


def test_nothing_of_another_cycle_is_named(cast):
    other = build.cycle(cast.ann, cast.council, title="Another")
    foreign = build.record(build.stage(other, "needs"))
    aims, bodies = cast.stage("strategy").kind.record, cast.stage("framework").kind.record_named("bodies")
    with pytest.raises(Refused, match="belongs to this cycle"):
        aims.add(cast.ann, cast.stage("strategy"), **build.record_values(aims, needs=[foreign]))
    stage, body = cast.stage("framework"), other.participants.first()
    with pytest.raises(Refused, match="belongs to this cycle"):
        bodies.add(cast.ann, stage, **build.record_values(bodies, stage, body=body))
    form = signed_in(cast.ann).get(f"/cycles/{cast.cycle.slug}/stages/strategy/records/aims/new/").context["form"]
    assert foreign not in form.fields["needs"].queryset


def test_a_body_that_is_named_stands_among_the_facts_and_in_the_ledger_by_name(cast):
    stage = cast.stage("framework")
    model = stage.kind.record_named("bodies")
    made = build.record(stage, model=model, body=cast.users)
    assert ("Group or body that brings it", str(cast.users)) in made.facts
    event = made.revise(cast.ann, 1, "It was the other one.", body=cast.providers)
    assert event.said["before"] == {"body": str(cast.users)}
    assert read_events([made.history().last()], cast.mia, cast.cycle)[0].changes == [
        ("Group or body that brings it", str(cast.users), str(cast.providers))
    ]


def test_what_is_named_is_chosen_and_changed_on_a_page(aim, cast):
    first = aim.needs.get(title="Hot meals")
    form = record_typed(type(aim), title="Meals for all", needs=[first.pk]) | {"version": 1, "reason": "Only this one."}
    assert confirmed(signed_in(cast.ann), edit_url(aim), form).status_code in (200, 302)
    assert list(aim.needs.all()) == [first]


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_line_never_shows_the_name_of_another_record_because_not_all_may_read_it(model):
    shown = {model.FIGURE, *model.LISTED, *model.SETTLES, *model.BRIEF}
    assert shown & set(model.references()) == set()


def test_each_sort_of_record_has_an_address_of_its_own():
    slugs = [model.SLUG for model in RECORDS]
    assert sorted(slugs) == sorted(set(slugs))


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_a_question_stands_under_one_answer_only_because_an_id_stands_once_on_a_page(model):
    asked = [name for answers in model.ASKED_UNDER.values() for names in answers.values() for name in names]
    assert sorted(asked) == sorted(set(asked))
