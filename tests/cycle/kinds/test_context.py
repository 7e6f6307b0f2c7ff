"""The context: evidence of what was weighed, what people know of their places, who else was asked, and two views."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from feedback.finishing import finish_stage
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "context")


def model(stage, slug):
    return stage.kind.record_named(slug)


def work(stage, person=None):
    """What the page of the stage's work says to this person."""
    return words(signed_in(person).get(f"/cycles/{stage.cycle.slug}/stages/context/whole/"))


@pytest.mark.req("R27")
def test_a_rule_that_was_weighed_is_told_with_its_source_and_for_which_stage_it_matters(stage, cast):
    made = build.record(
        stage, model=model(stage, "circumstances"), title="The duty to look after people", source="The law on care",
        does="Nobody may be left without help.", touches=[cast.stage("decision")],
    )  # fmt: skip
    page = words(signed_in().get(made.get_absolute_url()))
    for told in ("The law on care", "Nobody may be left without help.", "Decision"):
        assert told in page
    assert "The duty to look after people" in work(stage)


@pytest.mark.req("R29")
def test_what_was_meant_stands_beside_what_people_live(stage, cast):
    build.record(
        stage, model=model(stage, "places"), sort="lived", place="Up the valley", title="The look-in",
        meant="Five minutes at each door.", lived="Two minutes.", known_by=cast.users,
    )  # fmt: skip
    page = work(stage)
    assert page.index("Five minutes at each door.") < page.index("Two minutes.") < page.index(str(cast.users))
    with pytest.raises(IntegrityError, match="has_both_sides"), transaction.atomic():
        build.record(stage, model=model(stage, "places"), lived="")


@pytest.mark.req("R29")
def test_users_are_asked_what_is_different_where_they_live_and_an_officer_takes_it_up_in_their_words(stage, cast):
    member, officer = signed_in(cast.mia), signed_in(cast.ann)
    here = f"/cycles/{cast.cycle.slug}/stages/context"
    assert f"{here}/contributions/new/?about=places" in work(stage, cast.mia)
    asked = words(member.get(f"{here}/contributions/new/?about=places"))
    assert "What is different where you live?" in asked
    said = build.contribution(stage, cast.mia, cast.users, text="The van comes late up here. In town it comes at noon.")
    page = words(officer.get(said.get_absolute_url()))
    assert f"{here}/records/places/new/?from={said.pk}" in page
    form = officer.get(f"{here}/records/places/new/?from={said.pk}").context["form"]
    assert form["summary"].value() == "The van comes late up here. In town it comes at noon."
    typed = {
        "title": "The van comes late", "summary": said.text, "sort": "difference", "place": "Up here", "meant": "Noon.",
        "lived": "Late.", "known_by": cast.users.pk, "openness": "public",
    }  # fmt: skip
    after = officer.post(f"{here}/records/places/new/?from={said.pk}", typed)
    place = model(stage, "places").objects.get()
    assert after.url == f"{said.get_absolute_url()}answer/?changed={place.history().first().number}"
    answer = officer.get(after.url).context["form"]
    assert (answer["outcome"].value(), answer["changed_event"].value()) == ("changed", place.history().first().number)
    sent = {"outcome": "changed", "changed_event": place.history().first().number, "text": "It stands there now."}
    assert officer.post(after.url, sent).status_code == 302
    page = words(signed_in().get(place.get_absolute_url()))
    assert "It came out of what people said" in page
    assert "In town it comes at noon." in page


@pytest.mark.req("R30")
def test_a_department_that_does_not_take_part_says_why(stage):
    with pytest.raises(IntegrityError, match="declined_has_a_reason"), transaction.atomic():
        build.record(stage, model=model(stage, "departments"), standing="declined", because="")
    made = build.record(stage, model=model(stage, "departments"), standing="declined", because="No hall is free.")
    assert "No hall is free." in words(signed_in().get(made.get_absolute_url()))


@pytest.mark.req("R28")
def test_bodies_that_buy_together_explain_themselves_and_hear_it_back_before_the_stage_ends(stage, cast):
    build.record(stage)
    board = build.authority("Health Board")
    theirs = cast.cycle.admit(cast.ann, "commissioners", organisation=board)
    with pytest.raises(Refused, match=r"Missing: Commissioning team, Health Board\."):
        finish_stage(stage, cast.ann)
    for body, other in ((cast.commissioners, theirs), (theirs, cast.commissioners)):
        build.record(stage, model=model(stage, "views"), title=f"How {body} sees it", body=body, explained_to=other,
                     explained_on=date(2026, 1, 5), understood_as="They mean it well.")  # fmt: skip
    build.looked_back(stage)
    finish_stage(stage, cast.ann)
    assert stage.state == "finished"


def test_nobody_explains_itself_to_itself(stage, cast):
    with pytest.raises(IntegrityError, match="is_for_another"), transaction.atomic():
        build.record(stage, model=model(stage, "views"), body=cast.users, explained_to=cast.users,
                     explained_on=date(2026, 1, 5))  # fmt: skip


@pytest.mark.req("R19")
def test_everybody_sees_which_pressure_hits_which_stage(stage, cast):
    build.record(stage, title="Food costs more", hits=[cast.stage("budget")])
    page = work(stage)
    assert page.index("Overall budget") < page.index("Food costs more")
