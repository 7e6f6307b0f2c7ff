"""What earlier cycles left: met, taken up or left with a reason, and seen by the people of both cycles."""

from datetime import timedelta

import pytest

from cycle.models import Cycle
from feedback.finishing import gaps_of
from feedback.inheriting import LESSON, inheritance_of
from feedback.models import Legacy
from people.refusal import Refused
from tests import build
from tests.cycle.pages import signed_in, words

NOT_DECIDED = "Earlier cycles left something that nobody has taken up or left yet. Say what becomes of each."


def earlier(cast, days=100, **over):
    """A cycle that began so many days before the cast's."""
    made = build.cycle(cast.ann, cast.council, **{"title": "Meals before"} | over)
    Cycle.objects.filter(pk=made.pk).update(started_at=cast.cycle.started_at - timedelta(days=days))
    return build.afresh(made)


def lesson(cycle, by, **over):
    return build.record(build.stage(cycle, "review"), by, LESSON, **over)


def page_of(cycle, person=None):
    return words(signed_in(person).get(f"/cycles/{cycle.slug}/from-before/"))


@pytest.fixture
def before(cast):
    """A closed cycle that left a lesson, an open action, a broken promise, a question and something kept back."""
    cycle = earlier(cast)
    lesson(cycle, cast.ann, title="Ask outside the holidays", summary="People need time.")
    review = build.stage(cycle, "review")
    build.record(review, cast.ann, review.kind.record_named("actions"), title="Ask for dates", standing="open",
                 came_of_it="")  # fmt: skip
    users = cycle.admit(cast.ann, "users", group=cast.meals_voice)
    cycle = build.afresh(cycle)
    needs = build.opened(cycle, "needs")
    build.contribution(needs, cast.mia, users, text="Who rings when it is late?")
    build.withheld(needs, cast.ann, title="A secret name", withheld_because="It names a bidder.")
    needs.finish(cast.ann, "The money ended.")
    cycle.close(cast.ann, "It is over.")
    return build.afresh(cycle)


@pytest.mark.req("R87")
def test_the_next_cycle_meets_lessons_actions_questions_and_what_was_kept_back(cast, before):
    page = page_of(cast.cycle, cast.ola)
    for said in ("Ask outside the holidays", "Ask for dates", "1 thing that people said in “Needs assessment” has no",
                 "One need that is kept back", "It names a bidder.", "Meals before"):  # fmt: skip
        assert said in page
    assert "A secret name" not in page
    assert "See what earlier cycles left, and take it up or leave it" in words(signed_in(cast.ann).get("/"))


@pytest.mark.req("R87")
def test_each_is_taken_up_or_left_with_a_reason_that_both_cycles_read(cast, before):
    left = inheritance_of(cast.cycle, cast.ann).undecided
    first, others = left[0], left[1:]
    with pytest.raises(Refused, match="Say why"):
        Legacy.decide(cast.cycle, cast.ann, [first], "taken", " ")
    with pytest.raises(Refused, match="Only the officers"):
        Legacy.decide(cast.cycle, cast.mia, [first], "taken", "It is right.")
    assert NOT_DECIDED in gaps_of(cast.stage("needs"), cast.ann)
    testing = cast.stage("testing")
    assert Legacy.decide(cast.cycle, cast.ann, [first], "taken", "We ask in May.", stage=testing) == 1
    assert Legacy.decide(cast.cycle, cast.ann, [first], "taken", "We ask in May.", stage=testing) == 0
    Legacy.decide(cast.cycle, cast.ann, others, "left", "It is another service.", stage=testing)
    assert NOT_DECIDED not in gaps_of(cast.stage("needs"), cast.ann)
    assert {each.stage for each in Legacy.objects.filter(choice="left")} == {None}
    assert "We ask in May." in page_of(cast.cycle)
    where_taken = words(signed_in().get(f"/cycles/{cast.cycle.slug}/stages/testing/whole/"))
    assert "Taken up from earlier cycles" in where_taken
    assert "Ask outside the holidays" in where_taken
    old = words(signed_in().get(LESSON.objects.get().get_absolute_url()))
    assert "What later cycles made of it" in old
    assert "We ask in May." in old


@pytest.mark.req("R87")
def test_a_later_word_replaces_the_earlier_one_and_the_ledger_keeps_both(cast, before):
    left = inheritance_of(cast.cycle, cast.ann).undecided[:1]
    Legacy.decide(cast.cycle, cast.ann, left, "taken", "We ask in May.", stage=cast.stage("testing"))
    Legacy.decide(cast.cycle, cast.ann, left, "left", "There is no money for it.")
    assert Legacy.objects.get().choice == "left"
    told = words(signed_in().get(f"/cycles/{cast.cycle.slug}/ledger/"))
    assert "We ask in May." in told
    assert "There is no money for it." in told


def test_of_what_only_officers_read_everybody_is_told_the_sort_and_the_reason_only(cast):
    cycle = earlier(cast)
    hidden = build.withheld(build.stage(cycle, "review"), cast.ann, model=LESSON, title="A secret lesson")
    left = [each for each in inheritance_of(cast.cycle, cast.ann).own if each.thing_id == hidden.pk]
    Legacy.decide(cast.cycle, cast.ann, left, "taken", "We know why.")
    page = page_of(cast.cycle)
    assert "A secret lesson" not in page
    assert "one lesson that is not open to you" in page
    assert "We know why." in page


def test_only_earlier_cycles_of_the_same_sector_leave_something(cast):
    lesson(earlier(cast, sector="Housing"), cast.ann, title="About houses")
    lesson(build.cycle(cast.ann, cast.council, title="Later"), cast.ann, title="From later")
    assert inheritance_of(cast.cycle, cast.ann).all == []
    assert "No earlier cycle of this sector has left anything that you can read." in page_of(cast.cycle)


def test_lessons_of_other_authorities_are_offered_and_nobody_has_to_answer_them(cast):
    other = build.cycle(title="Meals elsewhere")
    Cycle.objects.filter(pk=other.pk).update(started_at=cast.cycle.started_at - timedelta(days=9))
    lesson(other, build.lead(other), title="Warm plates")
    found = inheritance_of(cast.cycle, cast.ann)
    assert [each.words for each in found.offered] == ["Warm plates"]
    assert found.undecided == []
    assert "Lessons from other places" in page_of(cast.cycle)


@pytest.mark.req("R87")
def test_the_library_finds_lessons_by_words_sector_and_authority_over_all_cycles(cast):
    lesson(cast.cycle, cast.ann, title="Ask early", conditions="It was Christmas.")
    other = build.cycle(title="Homes", sector="Housing")
    lesson(other, build.lead(other), title="Try the door")
    browser = signed_in()
    assert "Ask early" in words(browser.get("/lessons/"))
    assert "Try the door" in words(browser.get("/lessons/"))
    found = words(browser.get("/lessons/?q=christmas"))
    assert "Ask early" in found
    assert "Try the door" not in found
    assert "Ask early" not in words(browser.get("/lessons/?sector=Housing"))
    assert "Try the door" not in words(browser.get(f"/lessons/?authority={cast.council.pk}"))
    assert "No lesson that you can read has these words." in words(browser.get("/lessons/?q=nowhere"))


@pytest.mark.parametrize("number", [1, 12])
def test_the_pages_ask_as_often_for_one_lesson_as_for_many(cast, number, django_assert_max_num_queries):
    cycle = earlier(cast)
    for count in range(number):
        lesson(cycle, cast.ann, title=f"Lesson {count}")
    left = inheritance_of(cast.cycle, cast.ann).own[: number // 2 + 1]
    Legacy.decide(cast.cycle, cast.ann, left, "taken", "It is right.", stage=cast.stage("needs"))
    browser = signed_in(cast.ann)
    with django_assert_max_num_queries(24):
        browser.get(f"/cycles/{cast.cycle.slug}/from-before/")
    with django_assert_max_num_queries(12):
        browser.get("/lessons/")
