"""Needs: a blank sheet first, everybody's needs side by side, and evidence that says what it cannot tell (R32–R40)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from cycle.kinds.needs import BlankSheet
from cycle.kinds.needs.figures import in_words, read_lines
from feedback.finishing import finish_stage
from feedback.waiting import waiting_for
from people.refusal import Refused
from tests import build
from tests.build.moving import as_xlsx
from tests.cycle.pages import signed_in, words

TODAY = timezone.localdate


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def model(stage, slug):
    return stage.kind.record_named(slug)


def work(stage, person=None):
    """What the page of the stage's work says to this person."""
    return words(signed_in(person).get(f"/cycles/{stage.cycle.slug}/stages/needs/whole/"))


@pytest.mark.req("R32")
def test_no_service_is_listed_while_the_sheet_is_blank(stage, cast):
    services = model(stage, "services")
    with pytest.raises(Refused, match="on a blank sheet"):
        services.add(cast.ann, stage, **build.record_values(services))
    assert "The sheet is still blank" not in work(stage)  # before there is any need, there is nothing to see
    build.record(stage)
    assert "The sheet is still blank" in work(stage)
    officer = signed_in(cast.ann)
    answer = officer.get(f"/cycles/{cast.cycle.slug}/stages/needs/records/services/new/")
    assert answer.status_code == 403
    assert "on a blank sheet" in words(answer)


@pytest.mark.req("R32")
def test_the_sheet_is_turned_once_by_an_officer_who_says_who_was_asked(stage, cast):
    url = f"/cycles/{cast.cycle.slug}/stages/needs/blank-sheet/"
    assert "No need of people" in words(signed_in(cast.ann).get(url))
    build.record(stage, voice="professionals")
    with pytest.raises(Refused, match="No need of people"):
        BlankSheet.turn(stage, cast.ann, "Only professionals.")
    build.record(stage, voice="non-users")
    with pytest.raises(Refused, match="Only the officers"):
        BlankSheet.turn(stage, cast.mia, "Us.")
    assert signed_in(cast.ann).post(url, {"words": " "}).status_code == 422
    assert signed_in(cast.ann).post(url, {"words": "Those who never came."}).status_code == 302
    with pytest.raises(Refused, match="turned over already"):
        BlankSheet.turn(stage, cast.ann, "Once more.")
    assert "Those who never came." in work(stage)
    assert cast.cycle.events.order_by("-number").first().verb == "blank sheet turned"
    assert build.record(stage, model=model(stage, "services")).pk


@pytest.mark.req("R33", "R37")
def test_the_needs_of_people_now_later_and_never_stand_side_by_side_and_a_missing_side_is_named(stage):
    build.record(stage, title="A hot meal", voice="current users", how_many=22)
    build.record(stage, title="Eating together", voice="future users", sort="want")
    page = work(stage)
    table = page[page.index("People who use the service now") :]
    assert table.index("A hot meal") < table.index("Eating together")
    assert "22 people said it" in page
    assert "Nobody has written down a need of: People who do not use it." in page
    assert "Nobody is named yet who judges" in page
    build.record(stage, model=model(stage, "judging"), between="families and neighbours", judge="Both groups together")
    assert "Between families and neighbours it is judged by: Both groups together." in work(stage)


@pytest.mark.req("R38")
def test_one_voice_alone_stands_as_large_as_many(stage):
    build.record(stage, title="Said by one", voice="non-users", how_many=1)
    for number in range(7):
        build.record(stage, title=f"Said by many {number}", voice="current users", how_many=100)
    page = work(stage)
    assert "Said by one" in page
    assert "1 person said it" in page


@pytest.mark.req("R34")
def test_what_a_provider_calls_a_need_says_what_the_provider_gains(stage):
    with pytest.raises(IntegrityError, match="provider_tells_its_interest"), transaction.atomic():
        build.record(stage, voice="providers", interest="")
    build.record(stage, title="A freezer for all", voice="providers", interest="It sells freezers.")
    assert "It sells freezers." in work(stage)
    with pytest.raises(IntegrityError, match="provider_tells_its_interest"), transaction.atomic():
        build.record(stage, model=model(stage, "evidence"), sort="provider", interest="")


@pytest.mark.req("R35")
def test_evidence_says_what_it_cannot_tell_and_comes_back_on_its_day(stage, cast):
    made = build.record(
        stage, model=model(stage, "evidence"), title="The phone calls", limits="Nobody without a phone was asked.",
        look_again_on=TODAY() + timedelta(days=3),
    )  # fmt: skip
    assert "Nobody without a phone was asked." in words(signed_in().get(made.get_absolute_url()))
    assert "Look again at what we know: The phone calls" in sentences(cast.ann, cast.cycle)
    assert sentences(cast.mia, cast.cycle).isdisjoint({"Look again at what we know: The phone calls"})


def sentences(person, cycle):
    """What waits for this person."""
    cycle.__dict__.pop("_standings", None)
    return {waiting.sentence for waiting in waiting_for(person, [cycle])}


@pytest.mark.req("R39")
def test_a_cost_that_moves_onto_others_has_them_heard_before_the_stage_ends(stage, cast):
    build.record(stage)
    build.defined(stage, cast.users, cast.commissioners)
    shift = build.record(
        stage, model=model(stage, "cost-shifts"), title="An hour at noon", heard_on=None, they_said="",
        hear_by=TODAY() + timedelta(days=5), onto=cast.users,
    )  # fmt: skip
    asked = "Say what it would mean for you: An hour at noon"
    assert [asked in sentences(getattr(cast, name), cast.cycle) for name in ("mia", "pat", "ann")] == [
        True,
        False,
        False,
    ]
    page = words(signed_in(cast.mia).get("/"))
    assert f"/contributions/new/?about=cost-shifts/{shift.pk}" in page
    assert "Hear those who would pay: An hour at noon" in sentences(cast.ann, cast.cycle)
    with pytest.raises(Refused, match="A cost would move onto others who were not heard yet"):
        finish_stage(stage, cast.ann)
    shift.revise(cast.ann, 1, "They came.", heard_on=TODAY(), they_said="We cannot come at four.")
    assert sentences(cast.ann, cast.cycle).isdisjoint({"Hear those who would pay: An hour at noon"})
    build.looked_back(stage)
    finish_stage(stage, cast.ann)


@pytest.mark.req("R33")
def test_what_counts_as_a_need_is_agreed_by_both_sides(stage, cast):
    build.record(stage)
    build.defined(stage, cast.commissioners)
    with pytest.raises(Refused, match="not agreed yet by users"):
        finish_stage(stage, cast.ann)
    build.defined(stage, cast.users, cast.commissioners)
    build.looked_back(stage)
    finish_stage(stage, cast.ann)


@pytest.mark.req("R40")
def test_users_are_asked_whom_else_to_reach_and_it_is_told_what_came_of_it(stage, cast):
    assert "/contributions/new/?about=reach" in work(stage, cast.mia)
    made = build.record(stage, model=model(stage, "reach"), title="Those who stopped", named_by=cast.users,
                        standing="to do", came_of_it="", by_when=TODAY())  # fmt: skip
    assert "Reach those who were not heard yet: Those who stopped" in sentences(cast.ann, cast.cycle)
    with pytest.raises(IntegrityError, match="says_what_came_of_it"), transaction.atomic():
        made.revise(cast.ann, 1, "Done.", standing="reached")
    made.revise(cast.ann, 1, "Done.", standing="not reached", came_of_it="They have moved away.")
    assert "They have moved away." in words(signed_in().get(made.get_absolute_url()))


@pytest.mark.req("R36")
def test_figures_are_drawn_with_the_same_numbers_in_a_table_and_their_meaning_in_words(stage, cast):
    made = build.record(
        stage, model=model(stage, "figures"), title="What people spoke of", unit="people",
        figures="A hot meal\t1,022\nSoft food; 11.5\n\nTime of day: 4", meaning="The meal matters most.",
        help_with="supply", read_by=[cast.users],
    )  # fmt: skip
    for address in (made.get_absolute_url(), f"/cycles/{cast.cycle.slug}/stages/needs/report/"):
        page = words(signed_in().get(address))
        assert page.count("1,022") >= 2  # over the bar and in the table
        assert "The meal matters most." in page
        assert '<th scope="row">Soft food' in " ".join(page.split()).replace("> ", ">")
    form = signed_in(cast.ann).post(
        f"{made.get_absolute_url()}edit/", {"figures": "No number here", "version": 1, "reason": "x"}
    )
    assert "Line 1: write words, then a comma and a number" in words(form)


@pytest.mark.parametrize(
    "wrong", ["", "Only words", "A, -1", "A, 1e5", "A, 1.23456", "x" * 81 + ", 1", "A, 9" + "9" * 13]
)
def test_figures_that_cannot_be_read_say_in_which_line(wrong):
    with pytest.raises(ValidationError, match=r"Line 1|at least one line"):
        read_lines(wrong)


@given(st.lists(st.tuples(st.text("abc dé", min_size=1, max_size=20).map(str.strip).filter(bool),
                          st.decimals(0, 10**9, places=2)), min_size=1, max_size=40))  # fmt: skip
def test_any_figures_come_back_as_they_were_typed(pairs):
    typed = "\n".join(f"{label}, {in_words(number)}" for label, number in pairs)
    assert read_lines(typed) == pairs


@pytest.mark.req("R36")
def test_figures_are_taken_from_a_file_looked_at_and_saved(stage, cast):
    officer = signed_in(cast.ann)
    here = f"/cycles/{cast.cycle.slug}/stages/needs/records/figures"
    assert f"{here}/from-file/" in words(officer.get(f"{here}/new/"))
    for content, lines in (
        (b"What,People\nA hot meal,22\nSoft food,11.5\n", "A hot meal, 22\nSoft food, 11.5"),
        (as_xlsx([("What", "People"), ("A hot meal", 22), ("Soft food", 11.5)]), "A hot meal, 22\nSoft food, 11.5"),
    ):
        shown = officer.post(f"{here}/from-file/", {"file": SimpleUploadedFile("file", content)})
        assert shown.status_code == 200
        assert shown.context["form"]["figures"].value() == lines
        assert f'action="{here}/new/"' in words(shown)
    assert model(stage, "figures").objects.count() == 0
    for content, sentence in ((b"", "The file is empty."), (b"Only one\nA\n", "two columns"), (b"%PDF-1.4", "neither")):
        wrong = officer.post(f"{here}/from-file/", {"file": SimpleUploadedFile("file", content)})
        assert wrong.status_code == 422
        assert sentence in words(wrong)
