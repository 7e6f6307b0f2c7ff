"""Drafts of answers: for ticked ones, kept, read by a second person, changed by two at once, sent to all that wait."""

from urllib.parse import urlencode

import pytest

from cycle.moves import Refused
from feedback.models import Answer, AnswerDraft, Contribution
from feedback.sending import send
from tests import build
from tests.cycle.pages import said, signed_in, words
from tests.feedback.pages import about, answer_typed, url

pytestmark = pytest.mark.django_db


@pytest.fixture
def given(people, needs):
    return [build.contribution(needs, people.mia, text=f"Cold, and that was number {number}.") for number in range(3)]


def typed(draft, **over):
    """What a browser sends to keep a draft."""
    return answer_typed(revision=draft.revision, keep="yes") | over


# --- From the list ----------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_ticked_ones_are_answered_together(people, needs, given):
    browser = signed_in(people.ola)
    assert "Answer it with others" in words(browser.get(url(needs)))
    page = browser.post(url(needs, "answers_new"), {"chosen": [given[0].pk, given[2].pk]}, follow=True)
    assert "A draft of one answer to 2 contributions" in words(page)
    draft = AnswerDraft.objects.get()
    sent = browser.post(draft.get_absolute_url(), answer_typed(revision=1, send="yes"), follow=True)
    assert said(sent) == ["Your answer is there for what 2 people said."]
    assert [each.state for each in Contribution.objects.order_by("pk")] == ["answered", "waits", "answered"]
    assert "2 people’s words got this same answer." in words(signed_in().get(about(given[0])))


@pytest.mark.req("R82")
def test_all_that_the_list_shows_are_answered_by_its_filters(people, needs, given):
    asked = build.contribution(needs, people.bea, sort="question", text="When?")
    query = urlencode({"sort": "question", "answered": "no"})
    browser = signed_in(people.ann)
    assert "answers/new/?sort=question&amp;answered=no" in browser.get(f"{url(needs)}?{query}").content.decode()
    browser.post(f"{url(needs, 'answers_new')}?{query}", {"all": "yes"})
    assert list(AnswerDraft.objects.get().contributions.all()) == [asked]


def test_nothing_ticked_says_so_and_makes_no_draft(people, needs, given):
    page = signed_in(people.ann).post(url(needs, "answers_new"), {}, follow=True)
    assert said(page) == ["Tick at least one of them first."]
    assert AnswerDraft.objects.count() == 0


def test_nobody_else_is_offered_to_tick_or_can(people, needs, given):
    for who in (people.mia, people.cara, people.cove, people.pat):
        assert "Answer it with others" not in words(signed_in(who).get(url(needs)))
        assert signed_in(who).post(url(needs, "answers_new"), {"chosen": [given[0].pk]}).status_code == 403


# --- Kept, and seen by nobody else ------------------------------------------------------------------------------------


def test_an_answer_half_written_is_kept_with_all_its_words(people, given):
    half = answer_typed(outcome="", because="", text="I began", keep="yes")
    page = signed_in(people.ola).post(about(given[0], "answer"), half, follow=True)
    assert said(page) == ["Your draft is kept. Only the officers of this cycle see it."]
    assert "I began" in words(page)
    assert Answer.objects.count() == 0


def test_a_draft_is_seen_by_officers_and_by_the_one_asked_to_read_it(people, given):
    draft = build.answer_draft(given[0])
    assert signed_in(people.ola).get(draft.get_absolute_url()).status_code == 200
    for who in (people.mia, people.cara, people.cove, people.zoe):
        assert signed_in(who).get(draft.get_absolute_url()).status_code == 404
    draft.ask(people.ann, people.cara)
    page = signed_in(people.cara).get(draft.get_absolute_url())
    assert ("You are the second reader" in words(page), "Keep the draft" in words(page)) == (True, False)
    people.cycle.end_seat(people.ann, people.cycle.seats.get(person=people.cara))
    assert signed_in(people.cara).get(draft.get_absolute_url()).status_code == 404


def test_two_who_write_one_draft_find_both_texts(people, given):
    draft = build.answer_draft(given[0])
    signed_in(people.ann).post(draft.get_absolute_url(), typed(draft, text="Ann wrote this."))
    page = signed_in(people.ola).post(draft.get_absolute_url(), typed(draft, text="Ola wrote that."))
    assert page.status_code == 409
    assert [text in words(page) for text in ("Ann wrote this.", "Ola wrote that.")] == [True, True]
    again = page.context["form"].data.copy()
    again["text"] = "Both of us."
    assert signed_in(people.ola).post(draft.get_absolute_url(), again).status_code == 302
    draft.refresh_from_db()
    assert (draft.text, draft.written_by) == ("Both of us.", people.ola)


# --- The second reader ------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_a_second_reader_finds_it_on_the_first_page_and_everybody_reads_who_it_was(people, given):
    draft = build.answer_draft(given[0], by=people.ola)
    signed_in(people.ola).post(about_draft(draft, "reader"), {"reader": people.cara.pk})
    assert "Read an answer of Ola before it is sent: Needs assessment" in words(signed_in(people.cara).get("/"))
    signed_in(people.cara).post(about_draft(draft, "reading"), {"reading": "ready", "words": "", "revision": 1})
    assert "Send your answer, Cara finds it ready: Needs assessment" in words(signed_in(people.ola).get("/"))
    signed_in(people.ola).post(draft.get_absolute_url(), answer_typed(
        text="We have read it.", because="The money does not reach.", revision=1, send="yes"))  # fmt: skip
    assert "Cara read it before it was sent." in words(signed_in().get(about(given[0])))


def test_what_to_change_is_said_in_words_and_a_change_has_to_be_read_again(people, given):
    draft = build.answer_draft(given[0], by=people.ola)
    draft.ask(people.ola, people.ann)
    with pytest.raises(Refused, match="Say what to change"):
        draft.read(people.ann, 1, "change")
    draft.read(people.ann, 1, "ready")
    draft.write(people.ola, 1, text="Something else.")
    assert (draft.second_reader, draft.reader, draft.reading) == (None, people.ann, "")


def test_whoever_writes_in_it_is_no_second_reader_of_it(people, given):
    draft = build.answer_draft(given[0], by=people.ola)
    with pytest.raises(Refused, match="somebody else"):
        draft.ask(people.ola, people.ola)
    draft.ask(people.ola, people.ann)
    draft.write(people.ann, 1, text="Ann changed it.")
    assert draft.reader is None
    with pytest.raises(Refused, match="Choose somebody who has a seat"):
        draft.ask(people.ola, people.mia)


def test_only_the_one_who_was_asked_says_whether_it_is_ready(people, given):
    draft = build.answer_draft(given[0])
    draft.ask(people.ann, people.cara)
    page = signed_in(people.ola).post(about_draft(draft, "reading"), {"reading": "ready", "revision": 1})
    assert page.status_code == 403


def test_a_reader_who_read_an_older_text_is_told_so(people, given):
    draft = build.answer_draft(given[0])
    draft.ask(people.ann, people.cara)
    AnswerDraft.objects.get().write(people.ann, 1, text="Newer.")
    page = signed_in(people.cara).post(about_draft(draft, "reading"), {"reading": "ready", "revision": 1})
    assert (page.status_code, "Newer." in words(page)) == (409, True)


def test_where_it_was_agreed_no_answer_goes_out_unread(people):
    stage = build.opened(people.cycle, "needs", read_twice=True)
    draft = build.answer_draft(build.contribution(stage), by=people.ola)
    page = signed_in(people.ola).post(draft.get_absolute_url(), answer_typed(revision=1, send="yes"))
    assert (page.status_code, "a second person reads each answer" in words(page)) == (422, True)
    draft.refresh_from_db()
    draft.ask(people.ola, people.ann)
    draft.read(people.ann, draft.revision, "ready")
    assert send(draft, people.ola, draft.revision).count == 1


# --- Sent, and put away -----------------------------------------------------------------------------------------------


def test_what_was_answered_meanwhile_is_left_out_and_said(people, given):
    draft = build.answer_draft(*given)
    build.answer(given[1], text="Quicker.")
    page = signed_in(people.ann).post(draft.get_absolute_url(), answer_typed(revision=1, send="yes"), follow=True)
    assert said(page) == [
        "Your answer is there for what 2 people said. 1 was left out, because somebody else has answered it."
    ]
    assert signed_in(people.ann).post(draft.get_absolute_url(), answer_typed(revision=2, send="yes")).status_code == 409


def test_a_draft_is_put_away_unsent(people, given):
    draft = build.answer_draft(given[0])
    signed_in(people.ola).post(about_draft(draft, "end"))
    assert (AnswerDraft.objects.open().count(), Answer.objects.count()) == (0, 0)


def about_draft(draft, what):
    return f"{draft.get_absolute_url()}{what}/"
