"""“Why was this decided?”: one page that walks back from a record, for each reader as they may have it (R65)."""

import pytest

from cycle.resting import rests_on
from tests import build
from tests.cycle.pages import signed_in, words


def why(record, person=None):
    return words(signed_in(person).get(f"{record.get_absolute_url()}why/"))


@pytest.fixture
def chain(cast):
    """A need that came out of what somebody said, an aim that meets it, and a second aim's need that is withheld."""
    needs = build.opened(cast.cycle, "needs")
    said = build.contribution(needs, cast.mia, cast.users, text="Nobody knocks any more.")
    need = build.record(needs, title="Somebody to knock")
    build.answer(said, outcome="changed", changed_event=need.history().first(), text="It stands here now.")
    hidden = build.withheld(needs, cast.ann, title="A secret need")
    strategy = build.opened(cast.cycle, "strategy")
    aim = build.record(strategy, title="A minute at the door", needs=[need, hidden])
    return need, aim


@pytest.mark.req("R65")
def test_it_walks_back_to_what_it_rests_on_who_said_so_and_who_agreed(cast, chain):
    need, aim = chain
    page = why(aim)
    assert page.index("Needs that it meets:") < page.index("Somebody to knock")
    assert "one need that is not open to you" in page
    assert "A secret need" not in page
    assert "A secret need" in why(aim, cast.ann)
    assert "Who decides" in page
    back = why(need)
    assert "Nobody knocks any more." in back
    assert "It stands here now." in back
    assert back.index("What followed from it") < back.index("Strategic aim:") < back.rindex("A minute at the door")


@pytest.mark.req("R65")
def test_what_pressed_before_it_was_written_down_and_each_later_change_stand_on_it(cast, chain):
    _need, aim = chain
    build.budget_cut(cast.cycle)
    strategy = cast.stage("strategy")
    later = build.record(strategy, title="A cheaper aim")
    later.revise(cast.ann, 1, "The group asked for it.", title="A plain aim")
    page = why(later)
    assert "What had changed by then" in page
    assert "The council has less money." in page
    assert "The group asked for it." in page
    assert "What had changed by then" not in why(aim)


def test_what_stands_in_a_circle_is_told_once(cast):
    testing = build.stage(cast.cycle, "testing")
    need = build.record(build.stage(cast.cycle, "needs"), title="A need")
    option = build.record(testing, title="An option", needs_met=[need])
    steps = rests_on(option, cast.ann)
    assert [(each.words, each.is_again) for each in steps] == [("A need", False)]


def test_it_asks_as_often_for_many_as_for_few(cast, django_assert_max_num_queries):
    strategy = build.opened(cast.cycle, "strategy")
    needs = [build.record(build.stage(cast.cycle, "needs"), title=f"Need {number}") for number in range(20)]
    few = build.record(strategy, title="Few", needs=needs[:1])
    many = build.record(strategy, title="Many", needs=needs)
    browser = signed_in(cast.ann)
    for record in (few, many):
        with django_assert_max_num_queries(45):
            browser.get(f"{record.get_absolute_url()}why/")
