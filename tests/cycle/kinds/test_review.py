"""The review: written together, mandatory before a stage and a cycle end, with actions and lessons for others."""

from datetime import date

import pytest

from feedback.closing import close_cycle
from feedback.finishing import finish_stage, gaps_of
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "review")


def put(stage, room, **over):
    return build.record(stage, model=stage.kind.record_named(room), **over)


def whole(stage, person=None):
    """What the page of the review's work says to this person."""
    return words(signed_in(person).get(f"/cycles/{stage.cycle.slug}/stages/review/whole/"))


@pytest.mark.req("R64")
def test_a_stage_ends_only_after_a_look_back_on_its_round_or_for_a_published_reason(cast):
    needs = build.opened(cast.cycle, "needs")
    build.record(needs)
    build.defined(needs)
    with pytest.raises(Refused, match="Nobody has looked back on this round yet"):
        finish_stage(needs, cast.ann)
    build.looked_back(needs)
    finish_stage(needs, cast.ann)
    again = build.begin(needs)
    assert any("looked back" in str(sentence) for sentence in gaps_of(again, cast.ann))


@pytest.mark.req("R64")
def test_a_cycle_is_not_closed_without_a_finished_review_or_a_reason_that_everybody_reads(cast):
    with pytest.raises(Refused, match="has not been looked back on"):
        close_cycle(cast.cycle, cast.ann, "It is over.")
    close_cycle(cast.cycle, cast.ann, "It is over.", unreviewed_because="The service was stopped by law.")
    page = words(signed_in().get(f"/cycles/{cast.cycle.slug}/ledger/"))
    assert "The service was stopped by law." in page


def test_after_a_finished_review_no_reason_is_asked_for(stage, cast):
    put(stage, "findings")
    stage.finish(cast.ann)
    close_cycle(cast.cycle, cast.ann, "It is over.")
    assert cast.cycle.is_closed


@pytest.mark.req("R64")
def test_people_who_take_part_write_findings_themselves_once_the_review_is_open(cast):
    stage = build.begin(cast.stage("review"))
    findings = stage.kind.record
    assert findings.why_cannot_add(stage, cast.mia) == "You can add what you found once the review is open."
    assert findings.why_cannot_add(stage, cast.zoe) == "Only the officers who run this cycle can do this."
    stage = build.opened(cast.cycle, "review") if stage.state == "not yet" else _opened(stage)
    made = build.record(stage, cast.mia, title="The bus came late", users_see="So we missed the start.")
    assert made.why_cannot_change(cast.mia) == ""
    assert made.why_cannot_change(cast.pat) != ""
    assert made.why_cannot_change(cast.ann) == ""


def _opened(stage):
    build.agreement_in_force(stage)
    stage.refresh_from_db()
    return stage


@pytest.mark.req("R64", "R66")
def test_what_helped_what_hindered_and_small_wins_stand_apart_with_both_views(stage, cast):
    needs = build.begin(cast.stage("needs"))
    hindered = put(stage, "findings", sort="hindered", title="Too short", about=[needs],
                   users_see="We were in hospital.", authority_sees="The budget set the dates.")  # fmt: skip
    put(stage, "findings", sort="small win", title="A second ring", users_see="I am not rushed.")
    page = whole(stage)
    for said in ("What got in the way", "We were in hospital.", "The budget set the dates.",
                 "Small changes that were wins", "A second ring"):  # fmt: skip
        assert said in page
    put(stage, "actions", title="Ask for dates", findings=[hindered], owner="Ann", standing="open")
    assert "Because of: Too short" in whole(stage)
    report = words(signed_in().get(f"/cycles/{cast.cycle.slug}/stages/review/report/"))
    assert "Ask for dates" in report
    assert "A second ring" in report


@pytest.mark.req("R64")
def test_a_review_lacks_users_both_sides_actions_and_a_lesson_until_they_are_there(stage, cast):
    assert stage.kind.gaps_in(stage) == [
        "Nothing here was found by people who use the service. Look back with them.",
        "Nothing that helped is written down yet.",
        "There is no lesson yet that others could use.",
    ]
    put(stage, "findings", sort="helped", found_by=[cast.users])
    assert "Nothing that got in the way is written down yet." in stage.kind.gaps_in(stage)
    hindered = put(stage, "findings", sort="hindered")
    assert "1 thing that got in the way leads to no action yet." in stage.kind.gaps_in(stage)
    put(stage, "actions", findings=[hindered])
    put(stage, "lessons")
    assert stage.kind.gaps_in(stage) == []


@pytest.mark.parametrize(
    ("room", "said", "sentence"),
    [
        ("actions", {"standing": "done", "came_of_it": ""}, "Say what came of it."),
        ("actions", {"standing": "dropped", "because": ""}, "Say why it is not done."),
        ("lessons", {"ingredients": ""}, "Fill in “What it takes”."),
        ("lessons", {"conditions": ""}, "Fill in “What made it so, here”."),
    ],
)
@pytest.mark.req("R87")
def test_what_is_missing_is_asked_for_in_a_sentence(stage, cast, room, said, sentence):
    model = stage.kind.record_named(room)
    sent = {name: value for name, value in build.record_values(model, stage, **said).items() if value not in (None, [])}
    day = sent.pop("due_on", None)
    sent |= {f"due_on_{part}": getattr(day, part) for part in ("day", "month", "year")} if day else {}
    answer = signed_in(cast.ann).post(f"/cycles/{cast.cycle.slug}/stages/review/records/{room}/new/", sent)
    assert answer.status_code == 422
    assert sentence in words(answer)


def test_an_action_whose_day_is_near_waits_for_the_officers(stage, cast):
    put(stage, "actions", title="Ask for dates", due_on=date(2023, 1, 23))
    assert "Say what came of this: Ask for dates" in words(signed_in(cast.ann).get("/"))
