"""A change of political control: every stage under way is looked at again, and what was said of it stays (R31)."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from cycle.models import Event, Reassessment, Survival
from cycle.moves import Refused
from involvement.status import status_of
from people.refusal import Conflict
from tests import build

pytestmark = pytest.mark.django_db
SAID = ("holds", "People still need to eat.", "The new cabinet, 14 May")


@pytest.fixture
def people():
    """Two stages are open, a third is being prepared, and one is finished."""
    cast = build.cast()
    for kind in ("needs", "strategy", "framework"):
        build.opened(cast.cycle, kind)
    done = cast.stage("framework")
    build.record(done)
    done.finish(cast.ann)
    build.begin(cast.stage("testing"))
    return cast


def survival_of(reassessment, kind="needs"):
    """What becomes of the stage of this kind, with the reassessment's own record."""
    found = reassessment.survivals.select_related("stage__cycle").get(stage__kind_slug=kind)
    found.reassessment = reassessment
    return found


def test_every_stage_that_is_under_way_then_is_looked_at_and_no_other(people):
    begun = build.change_of_control(people.cycle)
    build.begin(people.stage("budget"))
    rows = [(each.stage.kind_slug, each.round_number, each.is_judged) for each in begun.survivals.all()]
    assert rows == [("needs", 1, False), ("strategy", 1, False), ("testing", 1, False)]


def test_it_changes_what_every_agreement_rests_on(people):
    begun = build.change_of_control(people.cycle)
    assert (begun.event.material, begun.event.reach) == (True, "cycle")
    assert [status_of(people.stage(kind)).word for kind in ("needs", "strategy")] == ["out of date", "out of date"]


def test_it_says_that_it_hits_every_stage_whatever_was_ticked(people):
    pressure = build.change_of_control(people.cycle).record
    pressure.hits.set([people.stage("needs")])
    assert dict(pressure.facts)["Stages that it changes"] == "Every stage"


@pytest.mark.parametrize("sort", ["circumstances", "output culture", "silent values", "assumed power"])
def test_no_other_pressure_asks_for_it(people, sort):
    build.record(people.stage("context"), sort=sort)
    assert not Reassessment.objects.exists()


def test_nothing_is_begun_when_no_stage_is_under_way():
    build.record(build.cast().stage("context"), sort="control")
    assert not Reassessment.objects.exists()


def test_a_pressure_that_turns_out_to_be_one_begins_it_and_better_words_do_not_begin_another(people):
    pressure = build.record(people.stage("context"), sort="circumstances")
    event = pressure.revise(people.ann, 1, "It was more than that.", sort="control")
    pressure.revise(people.ann, 2, "A better word.", title="The council has a new majority")
    assert [each.event for each in Reassessment.objects.begun_by(pressure)] == [event]


def test_a_pressure_that_was_put_down_wrongly_calls_it_off(people):
    begun = build.change_of_control(people.cycle)
    begun.record.revise(people.ann, 1, "I chose the wrong line.", sort="circumstances")
    found = Reassessment.objects.get()
    assert found.is_called_off
    with pytest.raises(Refused, match="no longer says that control changed"):
        survival_of(found).judge(people.ann, *SAID)


def test_who_changed_it_while_a_judge_was_reading_is_heard_first(people):
    begun = build.change_of_control(people.cycle)
    survival = survival_of(begun)
    assert survival.why_cannot_judge(people.ann) == ""
    build.afresh(people.cycle)
    Reassessment.objects.get().record.revise(people.ola, 1, "I chose the wrong line.", sort="circumstances")
    with pytest.raises(Refused, match="no longer says that control changed"):
        survival.judge(people.ann, *SAID)


@pytest.mark.parametrize(("outcome", "words"), Survival.Outcome.choices)
def test_an_officer_says_what_becomes_of_a_stage_and_the_ledger_keeps_it(people, outcome, words):
    survival = survival_of(build.change_of_control(people.cycle))
    event = survival.judge(people.ola, outcome, *SAID[1:])
    kept = Survival.objects.get(pk=survival.pk)
    assert (kept.get_outcome_display(), kept.words, kept.said_by, kept.event) == (words, *SAID[1:], event)
    assert (event.by, event.stage, event.material) == (people.ola, people.stage("needs"), False)
    assert event.said["after"] == {"outcome": outcome, "words": SAID[1], "said_by": SAID[2]}


def test_nobody_else_does(people):
    survival = survival_of(build.change_of_control(people.cycle))
    for somebody in (people.cara, people.bea, people.cove, people.pat, people.zoe):
        with pytest.raises(Refused, match="Only the officers"):
            survival.judge(somebody, *SAID)
    assert not Survival.objects.filter(event__isnull=False).exists()


def test_nothing_is_judged_in_a_closed_cycle(people):
    build.change_of_control(people.cycle)
    type(people.cycle).objects.filter(pk=people.cycle.pk).update(state="closed")
    with pytest.raises(Refused, match="This cycle is closed"):
        survival_of(Reassessment.objects.get()).judge(people.ann, *SAID)


@pytest.mark.parametrize("missing", range(3))
def test_a_judgement_says_what_why_and_who(people, missing):
    survival = survival_of(build.change_of_control(people.cycle))
    said = [" " if number == missing and missing else "" if number == missing else word
            for number, word in enumerate(SAID)]  # fmt: skip
    with pytest.raises(Refused, match="Say what becomes of the stage"):
        survival.judge(people.ann, *said)


def test_it_is_judged_in_another_way_only_with_a_reason(people):
    survival = survival_of(build.change_of_control(people.cycle))
    first = survival.judge(people.ann, *SAID)
    assert survival.judge(people.ann, *SAID, seen=first.number) is None
    with pytest.raises(Refused, match="in another way"):
        survival.judge(people.ann, "ends", *SAID[1:], seen=first.number)
    second = survival.judge(people.ann, "ends", *SAID[1:], seen=first.number, reason="They met again.")
    assert (second.said["before"], second.said["after"]["outcome"], second.reason) == (
        first.said["after"], "ends", "They met again.",
    )  # fmt: skip
    assert list(Event.objects.of(survival)) == [first, second]


def test_the_second_of_two_judges_gets_what_the_first_one_saved(people):
    begun = build.change_of_control(people.cycle)
    survival_of(begun).judge(people.ann, *SAID)
    with pytest.raises(Conflict) as conflict:
        survival_of(begun).judge(people.ola, "ends", "No money.", "The mayor")
    assert (conflict.value.current.outcome, conflict.value.current.event.by) == ("holds", people.ann)


def test_what_is_said_of_a_withheld_change_is_withheld_in_the_ledger_too(people):
    survival = survival_of(build.change_of_control(people.cycle, make=build.withheld))
    assert survival.judge(people.ann, *SAID).openness == "withheld"


def test_each_judgement_is_visible_to_those_who_may_read_the_change(people):
    for make, over in ((build.record, {}), (build.record, {"openness": "involved"}), (build.withheld, {})):
        build.change_of_control(people.cycle, make=make, **over)
    seen = {name: Survival.objects.visible_to(person).count() for name, person in people.people().items()}
    of_one = {
        name: Survival.objects.visible_to(person, people.cycle).count() for name, person in people.people().items()
    }
    assert seen == {"ann": 9, "ola": 9, "cara": 9, "bea": 6, "mia": 6, "cove": 6, "pat": 6, "zoe": 3}
    assert of_one == seen
    assert Survival.objects.visible_to(None).count() == 3


# --- The database itself ----------------------------------------------------------------------------------------------


def test_the_database_wants_a_judgement_whole_or_not_at_all(people):
    begun = build.change_of_control(people.cycle)
    rows = Survival.objects.filter(pk=survival_of(begun).pk)
    for half in ({"outcome": "holds"}, {"event": begun.event}, {"event": begun.event, "outcome": "x", "words": "y"},
                 {"event": begun.event, "outcome": "holds", "words": "y"}):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**half)


def test_the_database_takes_each_stage_once_and_each_event_once(people):
    begun = build.change_of_control(people.cycle)
    with pytest.raises(IntegrityError), transaction.atomic():
        Survival.objects.create(reassessment=begun, stage=people.stage("needs"), round_number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Reassessment.objects.create(event=begun.event)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE cycle_survival SET round_number = 2", "UPDATE cycle_survival SET stage_id = stage_id + 1",
     "DELETE FROM cycle_survival"],
)  # fmt: skip
def test_the_database_keeps_which_stages_were_under_way(people, statement):
    build.change_of_control(people.cycle)
    with pytest.raises(DatabaseError, match="part of the record"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
