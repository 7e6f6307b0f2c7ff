"""The framework: what holds for everybody is agreed topic by topic, and every group has its own way (R5, R8, R22)."""

import pytest
from django.db import IntegrityError, transaction

from feedback.finishing import finish_stage
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words

TOPICS = ("process", "support", "payment", "answers", "leaving", "complaint", "own care")


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "framework")


def agreed(stage, *topics):
    """A rule on each of these topics."""
    rules = stage.kind.record_named("rules")
    return [build.record(stage, model=rules, topic=topic, title=f"On {topic}") for topic in topics]


@pytest.mark.req("R22")
def test_it_does_not_end_while_nothing_is_agreed_about_leaving_or_complaints(stage, cast):
    build.record(stage)
    agreed(stage, *TOPICS[:4])
    with pytest.raises(Refused, match="Leaving, or pausing, When something goes wrong, Questions about your own care"):
        finish_stage(stage, cast.ann)
    agreed(stage, *TOPICS[4:])
    build.looked_back(stage)
    finish_stage(stage, cast.ann)
    assert stage.state == "finished"


@pytest.mark.req("R22")
def test_it_ends_without_them_for_a_reason_that_everybody_reads(stage, cast):
    build.record(stage)
    finish_stage(stage, cast.ann, "We agree the rest in the first meeting.")
    assert "We agree the rest in the first meeting." in words(
        signed_in().get(f"/cycles/{cast.cycle.slug}/stages/framework/report/")
    )


@pytest.mark.req("R5")
def test_no_way_is_prescribed_and_another_way_says_which(stage):
    made = build.record(stage, way="other", other_way="A walk with the dogs")
    assert made.way_in_words == "A walk with the dogs"
    with pytest.raises(IntegrityError, match="another_way_is_told"), transaction.atomic():
        build.record(stage, way="other", other_way="")


@pytest.mark.req("R5", "R22")
def test_every_group_has_its_own_ways_in_the_stages_that_it_chose(stage, cast):
    agreed(stage, *TOPICS)
    build.record(stage, title="By phone", way="phone", groups=[cast.providers], stages=[cast.stage("needs")])
    with pytest.raises(Refused, match=f"No way of taking part is agreed yet for: {cast.users}"):
        finish_stage(stage, cast.ann)
    page = words(signed_in(cast.mia).get(f"/cycles/{cast.cycle.slug}/stages/framework/whole/"))
    assert f"No way is agreed yet for: {cast.users}." in page
    build.record(stage, title="At the table", way="meeting", groups=[cast.users])
    page = words(signed_in(cast.mia).get(f"/cycles/{cast.cycle.slug}/stages/framework/whole/"))
    assert "Meeting: At the table" in page
    assert "No way is agreed yet" not in page
    build.looked_back(stage)
    finish_stage(stage, cast.ann)


@pytest.mark.req("R8")
def test_people_are_told_where_to_turn_for_their_own_care(stage, cast):
    rules = stage.kind.record_named("rules")
    build.record(
        stage, model=rules, topic="own care", title="Ring the meals team", where_to_turn="The number on the card"
    )
    for address in ("", "stages/framework/contributions/new/"):
        page = words(signed_in(cast.mia).get(f"/cycles/{cast.cycle.slug}/{address}"))
        assert "Ring the meals team" in page
        assert "The number on the card" in page
