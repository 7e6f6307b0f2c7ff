"""The framework of aims: each can be traced to what it rests on, and objections stay with the text (R44)."""

import pytest

from feedback.finishing import finish_stage
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "strategy")


def work(stage, person=None):
    """What the page of the stage's work says to this person."""
    return words(signed_in(person).get(f"/cycles/{stage.cycle.slug}/stages/strategy/whole/"))


@pytest.mark.req("R44")
def test_it_does_not_end_while_it_cannot_be_seen_what_an_aim_rests_on(stage, cast):
    need = build.record(cast.stage("needs"), title="A hot meal")
    build.record(stage, title="Meals for all", needs=[need])
    other = build.record(stage, title="A service that lasts")
    with pytest.raises(Refused, match="It cannot be seen what this rests on: “A service that lasts”"):
        finish_stage(stage, cast.ann)
    assert "It cannot be seen yet what these rest on: A service that lasts." in work(stage)
    other.revise(cast.ann, 1, "It rests on money.", money=[build.record(cast.stage("budget"), title="Meals 2023")])
    page = work(stage)
    assert page.index("Meals for all") < page.index("A hot meal") < page.index("Meals 2023")
    assert "It cannot be seen yet" not in page
    build.looked_back(stage)
    finish_stage(stage, cast.ann)


@pytest.mark.req("R44")
def test_people_speak_about_a_paragraph_and_an_objection_stays_with_it_on_the_page_and_in_print(stage, cast):
    paragraphs = stage.kind.record_named("paragraphs")
    second = build.record(
        stage, model=paragraphs, title="What it may cost", summary="The price is told early.", place=2
    )
    build.record(stage, model=paragraphs, title="What it is for", summary="To be well.", place=1)
    page = work(stage, cast.mia)
    assert page.index("To be well.") < page.index("The price is told early.")
    build.contribution(stage, cast.mia, cast.users, sort="objection", text="Early is not a date.", about=second)
    build.contribution(stage, cast.mia, cast.users, sort="view", text="I like it.", about=second)
    hidden = build.contribution(stage, cast.mia, cast.users, sort="objection", text="A secret.", about=second,
                                openness="withheld")  # fmt: skip
    for address in ("whole", "report"):
        page = words(signed_in().get(f"/cycles/{cast.cycle.slug}/stages/strategy/{address}/"))
        assert page.index("The price is told early.") < page.index("Early is not a date.")
        assert "2 things were said about this paragraph." in page
        assert hidden.text not in page


def test_what_was_said_of_the_paragraphs_is_asked_once_for_all_of_them(stage, cast, django_assert_max_num_queries):
    paragraphs = stage.kind.record_named("paragraphs")
    client = signed_in()

    def asked():
        with django_assert_max_num_queries(200) as found:
            client.get(f"/cycles/{cast.cycle.slug}/stages/strategy/whole/")
        return len(found)

    for number in range(2):
        made = build.record(stage, model=paragraphs, title=f"Paragraph {number}", place=number)
        build.contribution(stage, cast.mia, cast.users, about=made)
    asked()
    few = asked()
    for number in range(10):
        made = build.record(stage, model=paragraphs, title=f"Paragraph {number}", place=number)
        build.contribution(stage, cast.mia, cast.users, about=made)
    assert asked() == few
