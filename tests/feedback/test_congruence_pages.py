"""How open a stage is, on its page and on those around it; and what no page tells (R23)."""

import re

import pytest
from django.urls import reverse

from cycle.models import KINDS
from feedback.models import Placing, Tally
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')
NOTHING = "Nothing is shown before 5 people have answered."


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def url(stage, name="stage_openness"):
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug])


def everywhere(stage):
    """The addresses of all pages on which something about the openness of a stage may stand."""
    cycle = stage.cycle
    whole = [reverse(name, args=[cycle.slug]) for name in ("cycle", "cycle_openness", "ledger", "cycle_people")]
    rooms = [url(stage, name) for name in ("stage_openness", "stage", "stage_history", "stage_report")]
    return [reverse("home"), *whole, *rooms]


def seen(stage, reader):
    """What this reader sees of all these pages, without the tokens that are new each time."""
    browser = signed_in(reader)
    return [TOKEN.sub("", words(browser.get(address))) for address in everywhere(stage)]


@pytest.mark.req("R23")
def test_anybody_reads_what_the_authority_says_beside_what_people_say(cast, stage):
    build.stance(stage, position="partly", words="The menu is open.")
    build.placed(stage, build.members(cast.cycle, 7), "open", "open", "closed", "says")
    build.placed(stage, [cast.mia, cast.bea], "says")
    page = words(signed_in().get(url(stage)))
    count = "Of 5 people, 2 chose “Open and willing”, 2 chose “Says it is open, but is not” and 1 chose “Not open”."
    assert ["Valley Council says" in page, "Open on some things" in page, "The menu is open." in page] == [True] * 3
    assert count in page
    assert page.index("The menu is open.") < page.index(count) < page.index("<table")


@pytest.mark.req("R23")
def test_before_five_have_answered_nobody_is_shown_anything_of_it(cast, stage):
    build.stance(stage)
    readers = {"nobody": None, **cast.people()}
    before = {name: seen(stage, who) for name, who in readers.items()}
    build.placed(stage, build.members(cast.cycle, 4), "closed")
    cast.afresh()
    changed = [name for name, who in readers.items() if seen(stage, who) != before[name]]
    assert changed == []
    assert NOTHING in words(signed_in(cast.ann).get(url(stage)))


def test_between_two_counts_no_page_of_anybody_else_changes(cast, stage):
    six = build.members(cast.cycle, 6)
    build.placed(stage, six[:5], "open", "says")
    readers = {"nobody": None, **cast.people(), "sixth": six[5], "fifth": six[4]}
    before = {name: seen(stage, who) for name, who in readers.items()}
    build.placed(stage, six[:4], "closed")
    assert [name for name, who in readers.items() if seen(stage, who) != before[name]] == []
    build.placed(stage, six[5:], "closed")
    after = [name for name, who in readers.items() if seen(stage, who) != before[name]]
    assert after == list(readers)


@pytest.mark.req("R23")
def test_a_member_places_it_on_the_page_and_no_page_says_who_did(cast, stage):
    browser = signed_in(cast.mia)
    page = browser.post(url(stage), {"position": "says"}, follow=True)
    assert said(page) == [
        "Thank you. Your answer is kept without your name. It is shown only in a count of five people or more."
    ]
    assert Placing.objects.get().position == "says"
    build.placed(stage, build.members(cast.cycle, 4), "open")
    assert "1 chose “Says it is open, but is not”" in words(signed_in().get(url(stage)))
    lines = [line for line in words(signed_in(cast.bea).get(reverse("ledger", args=[cast.cycle.slug]))).split("<li")
             if "at least four others said how open it is" in line]  # fmt: skip
    assert [("Somebody" in line, "Mia" in line, "Member" in line) for line in lines] == [(True, False, False)]


def test_the_page_says_that_one_has_answered_and_never_what(cast, stage):
    browser = signed_in(cast.mia)
    told = "You have answered. You can change your answer."
    assert told not in words(browser.get(url(stage)))
    pages = []
    for position in Placing.Position.values:
        Placing.place(stage, cast.mia, position)
        pages.append(TOKEN.sub("", words(browser.get(url(stage)))))
    assert [told in pages[0], "checked" in pages[0], pages[1] == pages[0], pages[2] == pages[0]] == [
        True, False, True, True,
    ]  # fmt: skip


def test_people_are_told_what_a_count_gives_away_before_they_answer(cast, stage):
    page = words(signed_in(cast.mia).get(url(stage)))
    assert "If everybody says the same, the count shows what each of you said." in page
    assert "could find out with a secret key" in page
    assert page.index("what each of you said") < page.index('type="radio"')


def test_who_may_not_place_it_reads_why_and_finds_no_form(cast, stage):
    shown = {}
    for name, who in {"nobody": None, **cast.people()}.items():
        page = words(signed_in(who).get(url(stage)))
        shown[name] = (
            'type="radio"' in page,
            "for the people whom the authority works with" in page,
            "Only people who take part" in page,
        )
    seat, part, reader = (False, True, False), (True, False, False), (False, False, True)
    assert shown == (
        {"nobody": reader, "zoe": reader} | dict.fromkeys(("ann", "ola", "cara"), seat)
        | dict.fromkeys(("bea", "mia", "cove", "pat"), part)
    )  # fmt: skip


def test_an_answer_that_is_none_of_the_three_is_asked_for_again(cast, stage):
    for sent in ({}, {"position": "maybe"}):
        page = signed_in(cast.mia).post(url(stage), sent)
        assert (page.status_code, "There is a problem" in words(page)) == (422, True)
    assert Placing.objects.count() == 0


def test_somebody_whose_session_is_over_is_asked_to_sign_in_first(cast, stage):
    answer = signed_in().post(url(stage), {"position": "open"})
    assert (answer.status_code, answer["Location"]) == (302, f"/sign-in/?next={url(stage)}")


def test_an_ended_membership_is_refused_at_the_next_request(cast, stage):
    browser = signed_in(cast.mia)
    assert browser.post(url(stage), {"position": "open"}).status_code == 302
    cast.meals_voice.memberships.get(person=cast.mia).end()
    assert browser.post(url(stage), {"position": "closed"}).status_code == 403
    assert Placing.objects.get().position == "open"


@pytest.mark.req("R23")
def test_the_whole_cycle_is_read_stage_by_stage_with_earlier_rounds(cast, stage):
    build.stance(stage, position="open")
    five = build.members(cast.cycle, 5)
    build.placed(stage, five, "open")
    build.record(stage)
    stage.finish(cast.ann)
    build.begin(stage, reason="Once more.")
    build.stance(stage, position="closed")
    address = reverse("cycle_openness", args=[cast.cycle.slug])
    page = signed_in().get(address)
    lines = {(line.stage.kind_slug, line.number): line for line in page.context["lines"]}
    assert len(lines) == len(KINDS) + 1
    assert [(lines["needs", number].stance.position, lines["needs", number].tally) for number in (2, 1)] == [
        ("closed", None), ("open", Tally.objects.get()),
    ]  # fmt: skip
    assert "Of 5 people, 5 chose “Open and willing”" in words(page)
    assert address in words(signed_in().get(cast.cycle.get_absolute_url()))


def test_a_stance_holds_until_the_next_one(cast, stage):
    build.stance(cast.stage("budget"), position="closed")
    build.begin(cast.stage("budget"))
    lines = signed_in().get(reverse("cycle_openness", args=[cast.cycle.slug])).context["lines"]
    held = {line.stage.kind_slug: line.stance for line in lines}
    assert [held["budget"].position, held["needs"]] == ["closed", None]


@pytest.mark.req("R23")
def test_the_room_of_the_agreement_and_the_report_tell_both(cast, stage):
    build.stance(stage, position="partly", words="The menu is open.")
    build.placed(stage, build.members(cast.cycle, 5), "says")
    count = "Of 5 people, 0 chose “Open and willing”, 5 chose “Says it is open, but is not” and 0 chose “Not open”."
    room = words(signed_in().get(stage.get_absolute_url()))
    assert ["Valley Council says: “Open on some things”." in room, count in room, url(stage) in room] == [True] * 3
    report = words(signed_in().get(url(stage, "stage_report")))
    part = report[report.index("How open it is") :]
    told = ("The menu is open.", "5 people who take part", "Says it is open, but is not: 5")
    assert [each for each in told if each not in part] == []


def test_the_report_says_when_nothing_is_shown(cast, stage):
    report = words(signed_in().get(url(stage, "stage_report")))
    assert "The authority has not said how open it is in this stage." in report
    assert "Of round 1 nothing is shown of what people say: too few have answered." in report


def test_a_long_story_is_turned_over_page_by_page(cast, stage):
    for number in range(27):
        build.stance(stage, words=f"Words {number:02}.")
    first = signed_in().get(url(stage))
    older = signed_in().get(f"{url(stage)}?before={first.context['shown'].more}")
    found = [[entry.stance.words for entry in page.context["entries"]] for page in (first, older)]
    assert [found[0][0], found[0][-1], found[1]] == ["Words 26.", "Words 02.", ["Words 01.", "Words 00."]]


def test_the_figure_has_the_numbers_of_the_last_counts(cast, stage):
    five = build.members(cast.cycle, 5)
    for number in range(8):
        build.placed(stage, five, "open" if number % 2 else "closed")
    figure = signed_in().get(url(stage)).context["figure"]
    assert [[(figure.series[piece.pattern].key, piece.count) for piece in bar.pieces] for bar in figure.bars] == [
        [("closed", 5)], [("open", 5)],
    ] * 3  # fmt: skip
    assert [(bar.pieces[0].x, bar.pieces[0].width) for bar in figure.bars] == [(0, 320)] * 6


def fill(cast, kinds, times):
    """Stances and counts in these stages, so many in each."""
    five = build.members(cast.cycle, 5)
    for kind in kinds:
        stage = cast.stage(kind)
        if not stage.round_number:
            stage = build.opened(cast.cycle, kind)
        for number in range(times):
            build.stance(stage, words=f"Words {Tally.objects.count()} {number}")
            build.placed(stage, five, "open" if number % 2 else "closed")


@pytest.mark.parametrize("reader", [None, "mia", "ann"])
def test_pages_ask_as_often_with_one_stage_as_with_thirteen_and_thirty_counts(cast, stage, reader):
    browser = signed_in(reader and getattr(cast, reader))
    pages = [url(stage), reverse("cycle_openness", args=[cast.cycle.slug]), stage.get_absolute_url(),
             url(stage, "stage_report")]  # fmt: skip
    fill(cast, ["needs"], 1)
    once = [queries(browser, page) for page in pages]
    fill(cast, KINDS, 1)
    fill(cast, ["needs"], 16)
    assert Tally.objects.count() == 30
    assert [queries(browser, page) for page in pages] == once
    assert max(once) < 77  # the report tells of each of its eight sorts of records
