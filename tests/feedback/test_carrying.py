"""Where a promise goes on: it can be followed from what was said to what is done, and from there back."""

import pytest

from cycle.models import Event
from feedback.models import Carrying
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words


@pytest.fixture
def promise(cast):
    return build.promise(build.opened(cast.cycle, "needs"), what="Two drivers on each round.")


def step(cast, **over):
    stage = build.stage(cast.cycle, "testing")
    return build.record(stage, model=stage.kind.record_named("change-plan"), **{"title": "Hire a driver"} | over)


@pytest.mark.req("R78")
def test_a_promise_is_followed_to_a_step_and_from_the_step_back(cast, promise):
    made = step(cast)
    browser = signed_in(cast.ann)
    answer = browser.post(f"{promise.get_absolute_url()}places/new/", {"record": f"cycle.changestep:{made.pk}"})
    assert answer.status_code == 302
    page = words(signed_in().get(promise.get_absolute_url()))
    assert "Where it goes on" in page
    assert "Hire a driver" in page
    back = words(signed_in().get(made.get_absolute_url()))
    assert "Promises that go on here" in back
    assert "Two drivers on each round." in back
    assert "Two drivers on each round." in words(signed_in().get(f"{made.get_absolute_url()}why/"))


def test_only_who_has_a_part_in_the_promise_says_where_it_goes_on_and_only_once(cast, promise):
    made = step(cast)
    with pytest.raises(Refused, match="Only the one who made this promise"):
        Carrying.put(promise, cast.mia, made)
    Carrying.put(promise, cast.ann, made)
    with pytest.raises(Refused, match="stands there already"):
        Carrying.put(promise, cast.ann, made)
    with pytest.raises(Refused, match="can hold a promise"):
        Carrying.put(promise, cast.ann, build.record(cast.stage("needs")))


def test_it_is_taken_out_for_a_reason_that_stays(cast, promise):
    place = Carrying.put(promise, cast.ann, step(cast))
    with pytest.raises(Refused, match="Say why"):
        place.take_out(cast.ann, "")
    place.take_out(cast.ann, "The step was dropped.")
    assert not Carrying.objects.exists()
    assert "The step was dropped." in words(signed_in().get(promise.get_absolute_url()))


def test_a_place_that_is_withheld_is_told_by_its_sort_alone(cast, promise):
    hidden = build.withheld(build.stage(cast.cycle, "testing"), model=type(step(cast)), title="A secret step")
    Carrying.put(promise, cast.ann, hidden)
    page = words(signed_in().get(promise.get_absolute_url()))
    assert "A secret step" not in page
    assert "One step of the change plan that is not open to you" in page or "that is not open to you" in page
    assert Event.objects.filter(verb="promise put into").get().openness == "withheld"
