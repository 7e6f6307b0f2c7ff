"""The line between what is shown and what is kept back: where each record stands, and how its moves are told."""

from datetime import date

import pytest

from cycle.line import MOVEMENTS
from cycle.models import RECORDS, Event
from cycle.openness import Level
from cycle.register import months_of, movements, movements_in, register_of
from tests import build

pytestmark = pytest.mark.django_db
WITHHELD = {"openness": "withheld", "withheld_because": "The bid is sealed.", "review_on": date(2031, 1, 4)}
PUBLIC = {"openness": "public", "withheld_because": "", "review_on": None}


def moves(cast):
    """(verb, from, to) of each time that the line moved, in their order."""
    events = movements_in(cast.cycle).order_by("number")
    return [(e.verb, e.said["before"].get("line"), e.said["after"].get("line")) for e in events]


def test_what_is_open_from_the_start_moves_nothing(cast):
    made = build.record(cast.stage("needs"))
    made.revise(cast.ann, 1, "Plainer.", title="Other words")
    assert (made.line_level, made.kept_back_because, moves(cast)) == (Level.PUBLIC, "", [])


def test_each_change_of_level_is_a_movement_of_its_own(cast):
    made = build.withheld(cast.stage("needs"))
    made.revise(cast.ola, 1, "Shared.", **PUBLIC | {"openness": "involved"})
    made.revise(cast.ola, 2, "Open.", openness="public")
    made.revise(cast.ann, 3, "Back.", **WITHHELD)
    made.revise(cast.ann, 4, "Later.", review_on=date(2032, 1, 4))
    assert moves(cast) == [
        ("line kept back", None, "withheld"),
        ("line shown", "withheld", "involved"),
        ("line shifted", "involved", "public"),
        ("line kept back", "public", "withheld"),
    ]
    assert [event.verb for event in made.history() if event.verb in MOVEMENTS] == []


@pytest.mark.req("R41")
def test_an_amount_that_is_not_told_is_kept_back_until_it_is(cast):
    line = build.in_part(cast.stage("budget"))
    assert (line.line_level, line.kept_back_because) == (Level.IN_PART, "The council has not said it yet.")
    line.revise(cast.ann, 1, "It is known.", status="firm", amount=5, undisclosed_because="")
    assert moves(cast) == [("line kept back", None, "in part"), ("line shown", "in part", "public")]


def test_what_is_shared_tells_nobody_outside_that_a_part_is_not_told(cast):
    line = build.in_part(cast.stage("budget"), openness="involved")
    assert (line.line_level, line.kept_back_because) == (Level.INVOLVED, "")


def test_the_query_for_what_is_kept_back_and_the_record_itself_agree(cast):
    for model in RECORDS:
        here = cast.stage(next(stage.kind_slug for stage in cast.cycle.stages.all() if model in stage.kind.records))
        for over in ({}, {"openness": "involved"}, WITHHELD):
            build.record(here, model=model, **over)
        if model.IN_PART:
            build.in_part(here)
            build.in_part(here, openness="involved")
        asked = set(model.objects.kept_back().values_list("pk", flat=True))
        assert asked == {each.pk for each in model.objects.all() if each.is_kept_back}


def test_the_register_counts_each_stage_and_holds_what_is_kept_back(cast):
    budget, needs = cast.stage("budget"), cast.stage("needs")
    held = [build.withheld(needs), build.in_part(budget), build.withheld(budget)]
    build.record(budget)
    build.record(needs, openness="involved")
    register = register_of(cast.cycle)
    counts = {str(each.stage): [number for _label, number in each.in_order] for each in register.stages}
    assert counts == {"Needs assessment": [0, 1, 0, 1], "Overall budget": [1, 0, 1, 1]}
    assert [number for _label, number in register.all] == [1, 1, 1, 2]
    assert register.records == held


def test_the_months_count_what_the_register_holds(cast):
    made = [build.withheld(cast.stage("needs")) for _number in range(3)]
    made[0].revise(cast.ann, 1, "Open.", **PUBLIC)
    (month,) = months_of(cast.cycle)
    assert (month.kept, month.shown, month.left) == (3, 1, len(register_of(cast.cycle).records))


def test_a_movement_tells_its_reader_no_more_than_they_may_read(cast):
    made = build.withheld(cast.stage("needs"), title="Price talks")
    made.revise(cast.ann, 1, "Shared, secretly.", **PUBLIC | {"openness": "involved"})
    made.revise(cast.ann, 2, "Back, secretly.", **WITHHELD)
    events = list(movements_in(cast.cycle).order_by("number"))
    for somebody in (cast.mia, cast.zoe, None):
        told = movements(events, somebody, cast.cycle)
        assert [(each.noun, each.title, each.reason, each.url) for each in told] == [("need", "", "", "")] * 3
        assert [each.because for each in told] == ["It names a bidder.", "", "The bid is sealed."]
        assert {each.who for each in told} == {"Ann"}
    last = movements(events, cast.ola, cast.cycle)[-1]
    assert (last.title, last.reason, last.before, last.after) == (
        "Price talks", "Back, secretly.", "Shared with those who take part", "Withheld"
    )  # fmt: skip


def test_an_opening_is_told_to_all_without_the_reason_that_only_officers_read(cast):
    made = build.withheld(cast.stage("needs"), title="Price talks")
    made.revise(cast.ann, 1, "The firm X told us so.", **PUBLIC)
    told = movements(list(movements_in(cast.cycle).order_by("-number")), None, cast.cycle)[0]
    assert (told.title, told.reason, told.after) == ("Price talks", "", "Open to everyone")
    assert "firm X" not in Event.objects.get(verb="line shown").payload
