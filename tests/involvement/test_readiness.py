"""How ready a round is: written down first, never changed, and for all to read (R15)."""

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cycle.models import Event
from cycle.models.record import Conflict
from cycle.moves import Refused
from involvement.models import Readiness
from tests import build
from tests.cycle.pages import queries, signed_in

from .pages import address, get, links, post, words

pytestmark = pytest.mark.django_db
FIRST = "Write down first how ready you are for this round."
ALL_YES = dict.fromkeys(Readiness.SAID, "") | dict.fromkeys(Readiness.QUESTIONS, "yes")
NOT_YET = {"users": "partly", "users_words": "Nobody speaks for families.", "candour": "no",
           "candour_words": "The sum is not known.", "what_helps": "Rhys asks families."}  # fmt: skip


@pytest.fixture
def stage(cast):
    return build.begin(cast.stage("needs"))


@pytest.mark.req("R15")
def test_an_agreement_is_proposed_only_when_it_is_written_down_how_ready_its_round_is(cast, stage):
    draft = build.draft(stage, cast.ann, ready=False)
    with pytest.raises(Refused, match=FIRST):
        draft.propose(cast.ann)
    assert f"Propose version 1: {FIRST}" in words(get(cast.ola, "stage", stage))
    build.readiness(stage, **NOT_YET)
    draft.propose(cast.ann)
    assert draft.state == "proposed"


def test_a_further_round_has_to_be_looked_at_anew(cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    stage.finish(cast.ann)
    build.begin(stage)
    with pytest.raises(Refused, match=FIRST):
        build.draft(stage, cast.ann, ready=False).propose(cast.ann)


def test_only_officers_write_it_down_and_only_while_a_round_is_under_way(cast, stage):
    for somebody in (cast.bea, cast.cara, cast.zoe):
        with pytest.raises(Refused, match="Only the officers"):
            build.readiness(stage, somebody)
    with pytest.raises(Refused, match="Begin the stage first"):
        build.readiness(cast.stage("budget"))
    build.agreement_in_force(stage)
    build.record(stage)
    stage.finish(cast.ann)
    with pytest.raises(Refused, match="This round of the stage is finished"):
        build.readiness(stage)


def test_what_is_not_ready_needs_words_also_in_the_database(cast, stage):
    with pytest.raises(Refused, match="what is there and what is not"):
        build.readiness(stage, maturity="no")
    with pytest.raises(IntegrityError), transaction.atomic():
        Readiness.objects.create(round=stage.current_round, recorded_by=cast.ann, **ALL_YES | {"maturity": "no"})
    with pytest.raises(IntegrityError), transaction.atomic():
        Readiness.objects.create(round=stage.current_round, recorded_by=cast.ann, **ALL_YES | {"maturity": "maybe"})


def test_a_new_one_counts_in_the_place_of_the_last_which_stays_and_the_same_is_not_written_twice(cast, stage):
    first = build.readiness(stage, cast.ann, **NOT_YET)
    assert build.readiness(stage, cast.ola, **NOT_YET) == first
    second = build.readiness(stage, cast.ola)
    assert Readiness.objects.now(stage) == second
    assert list(Readiness.objects.in_stage(stage)) == [first, second]
    events = Event.objects.of_all([first, second])
    assert [(event.by, event.verb) for event in events] == [
        (cast.ann, "readiness recorded"), (cast.ola, "readiness recorded")
    ]  # fmt: skip
    with pytest.raises(DatabaseError, match="part of the record"), transaction.atomic():
        Readiness.objects.filter(pk=first.pk).update(users_words="All is well.")
    with pytest.raises(DatabaseError, match="part of the record"), transaction.atomic():
        Readiness.objects.filter(pk=first.pk).delete()


@pytest.mark.req("R15")
def test_everybody_reads_what_is_not_ready_and_what_is_done_about_it(cast, stage):
    build.readiness(stage, **NOT_YET)
    build.proposed(stage)
    for somebody in (None, cast.zoe, cast.bea):
        page = words(get(somebody, "stage", stage))
        assert "What is not ready yet" in page
        for sentence in ("Partly. Nobody speaks for families.", "No. The sum is not known.", "Rhys asks families."):
            assert sentence in page
        assert "Are both sides used to working together?" not in page
        assert address("readiness", stage) in links(get(somebody, "stage", stage))
        own = words(get(somebody, "readiness", stage))
        assert ("Are both sides used to working together? Yes" in own, "Written down by Ann." in own) == (True, True)
        assert "Write down how ready you are" not in own
    report = words(get(None, "stage_report", stage))
    assert ("How ready this stage was" in report, "Nobody speaks for families." in report) == (True, True)


def test_what_is_ready_is_not_told_as_missing(cast, stage):
    build.readiness(stage)
    page = words(get(cast.bea, "stage", stage))
    assert ("What is not ready yet" in page, "How ready this stage is" in page) == (False, True)


def test_officers_are_asked_first_and_nobody_else_is(cast, stage):
    asked = "First: how ready are you?"
    assert [asked in words(get(person, "stage", stage)) for person in (cast.ola, cast.bea, None)] == [
        True,
        False,
        False,
    ]
    assert "Nobody has written down yet how ready this stage is." in words(get(None, "readiness", stage))
    build.readiness(stage)
    assert asked not in words(get(cast.ola, "stage", stage))


@pytest.mark.req("R15")
def test_the_form_begins_with_what_was_written_last_in_the_stage_or_else_in_the_cycle(cast, stage):
    build.readiness(stage, **NOT_YET)
    budget = build.begin(cast.stage("budget"))
    form = get(cast.ola, "readiness_new", budget).context["form"]
    assert {name: form[name].value() for name in NOT_YET} == NOT_YET
    assert post(cast.ola, "readiness_new", budget, **form.initial).status_code == 302
    build.readiness(budget, users="no", users_words="Nobody came.")
    assert get(cast.ola, "readiness_new", budget).context["form"]["users_words"].value() == "Nobody came."
    assert get(cast.ola, "readiness_new", stage).context["form"]["users_words"].value() == NOT_YET["users_words"]


def test_an_answer_without_its_words_comes_back_with_what_was_typed(cast, stage):
    sent = ALL_YES | {"capacity": "no", "users_words": "Six people.", "seen": 0}
    answer = post(cast.ola, "readiness_new", stage, **sent)
    assert (answer.status_code, "Six people." in words(answer)) == (422, True)
    assert answer.context["form"].errors == {"capacity_words": ["Say in a few words what is there and what is not."]}
    assert not Readiness.objects.exists()


def test_when_somebody_else_was_quicker_both_are_shown_and_the_next_try_is_about_theirs(cast, stage):
    theirs = build.readiness(stage, cast.ann, **NOT_YET)
    with pytest.raises(Conflict):
        Readiness.write(stage, cast.ola, seen=0, **ALL_YES)
    answer = post(cast.ola, "readiness_new", stage, **ALL_YES | {"seen": 0, "maturity_words": "We know each other."})
    assert (answer.status_code, answer.context["form"]["seen"].value()) == (409, str(theirs.pk))
    for sentence in ("Nobody speaks for families.", "We know each other."):
        assert sentence in words(answer)
    again = post(cast.ola, "readiness_new", stage, **ALL_YES | {"seen": theirs.pk})
    assert again.status_code == 302
    assert Readiness.objects.now(stage).recorded_by == cast.ola


def test_its_pages_ask_as_often_at_any_number(cast, stage):
    counts = []
    for until in (2, 20):
        for number in range(until):
            build.readiness(stage, users_words=f"{until} and {number}")
        counts.append([queries(signed_in(cast.mia), address(name, stage)) for name in ("stage", "readiness")])
    assert counts[0] == counts[1]
