"""What is half-written: kept on the server for its writer alone, also when the session or the stage ended (19, 20)."""

import pytest
from django.test import Client

from feedback.models import Contribution
from people.models import Draft
from tests import build
from tests.build import giving
from tests.cycle.pages import said, signed_in, words
from tests.feedback.pages import contribution_typed, entered_typed, url

pytestmark = pytest.mark.django_db


def keeping(**over):
    typed = contribution_typed(**over)
    del typed["send"]
    return typed | {"keep": "1"}


def stamped(browser, address):
    """What a browser sends from a page that it has opened, without having pressed anything yet."""
    page = browser.get(address)
    return {**keeping(), "stamp": page.context["writing"].stamp}


@pytest.mark.req("R68")
def test_what_is_half_written_is_found_on_the_first_page_and_goes_on_as_it_was_typed(people, needs):
    browser = signed_in(people.mia)
    answer = browser.post(url(needs, "contribution_new"), keeping(sort="", text="Half a"), follow=True)
    assert said(answer) == ["It is kept. You find it on your first page, and nobody else can read it."]
    draft = Draft.objects.get()
    for page in ("/", url(needs), "/drafts/"):
        assert "Half a" in words(browser.get(page))
    opened = browser.get(draft.get_absolute_url())
    assert ("Half a" in words(opened), "There is a problem" in words(opened)) == (True, False)
    assert opened.context["form"]["token"].value() == str(draft.token)
    assert Contribution.objects.count() == 0


def test_it_is_offered_to_nobody_else(people, needs):
    draft = giving.half_written(people.mia, needs, "My secret words")
    for who in (people.bea, people.cove, people.ann, people.ola):
        browser = signed_in(who)
        pages = [words(browser.get(page)) for page in ("/", url(needs), "/drafts/", draft.get_absolute_url())]
        assert ["My secret words" in page for page in pages] == [False] * 4
        assert browser.post(f"/drafts/{draft.pk}/delete/").status_code == 404


def test_sending_it_ends_it_and_several_can_be_written_side_by_side(people, needs):
    browser, address = signed_in(people.mia), url(needs, "contribution_new")
    first, second = keeping(text="One"), keeping(text="Two")
    for typed in (first, second, first | {"text": "One more"}):
        browser.post(address, typed)
    assert sorted(Draft.objects.values_list("words", flat=True)) == ["One more", "Two"]
    del second["keep"]
    browser.post(address, second | {"send": "1"})
    assert list(Draft.objects.values_list("words", flat=True)) == ["One more"]
    assert Contribution.objects.get().text == "Two"


def test_htmx_keeps_quietly_while_one_types(people, needs):
    answer = signed_in(people.mia).post(
        url(needs, "contribution_new"), keeping(text="Typing"), headers={"HX-Request": "true"}
    )
    assert (answer.status_code, "Kept at" in words(answer), "<html" in words(answer)) == (200, True, False)
    assert Draft.objects.get().words == "Typing"
    page = words(signed_in(people.mia).get(url(needs, "contribution_new")))
    assert "input throttle:15s from:closest form, input delay:5s from:closest form" in page


def test_what_somebody_else_said_is_kept_in_the_same_way(people, needs):
    typed = entered_typed(text="She said it by the door.") | {"keep": "1"}
    del typed["send"]
    browser = signed_in(people.cove)
    browser.post(url(needs, "contribution_new") + "?for=others", typed)
    opened = words(browser.get(Draft.objects.get().get_absolute_url()))
    assert ("She said it by the door." in opened, "Put in what somebody said" in opened) == (True, True)


def test_a_stage_that_closed_keeps_it_and_says_so(people, needs):
    draft = giving.half_written(people.mia, needs, "Too late now")
    build.record(needs)
    needs.finish(people.ann)
    browser = signed_in(people.mia)
    page = browser.get(draft.get_absolute_url())
    told = "This stage is not open, so nothing is asked of anybody in it now."
    assert (page.status_code, "Too late now" in words(page), told in words(page)) == (200, True, True)
    assert browser.post(url(needs, "contribution_new"), contribution_typed(token=str(draft.token))).status_code == 422
    assert Draft.objects.count() == 1


def test_who_takes_part_no_more_still_reads_their_own_words(people, needs):
    giving.half_written(people.mia, needs, "Mine all the same")
    people.mia.memberships.update(until_date="2020-01-02", from_date="2020-01-01")
    assert "Mine all the same" in words(signed_in(people.mia).get("/drafts/"))


def test_a_session_that_ended_leads_through_sign_in_back_to_the_text(people, needs):
    browser, address = signed_in(people.mia), url(needs, "contribution_new")
    typed = stamped(browser, address)
    browser.logout()
    answer = browser.post(address, typed | {"text": "Written for an hour"})
    draft = Draft.objects.get()
    assert (draft.person, draft.words) == (people.mia, "Written for an hour")
    assert (answer.status_code, f"draft%3D{draft.token}" in answer.url) == (302, True)
    browser.force_login(people.bea)
    assert "Written for an hour" not in words(browser.get(draft.get_absolute_url()))
    browser.force_login(people.mia)
    assert "Written for an hour" in words(browser.get(draft.get_absolute_url()))


def test_a_page_that_was_too_old_keeps_the_text(people, needs):
    browser, address = Client(enforce_csrf_checks=True), url(needs, "contribution_new")
    browser.force_login(people.mia)
    typed = stamped(browser, address) | {"csrfmiddlewaretoken": "x" * 64, "text": "Written for a day"}
    answer = browser.post(address, typed)
    assert answer.url == Draft.objects.get().get_absolute_url()
    quiet = browser.post(address, typed, headers={"HX-Request": "true"})
    assert (quiet.status_code, "What you wrote is kept." in words(quiet)) == (200, True)
    browser.force_login(people.bea)
    assert "Written for a day" not in words(browser.post(address, typed, follow=True))
    assert set(Draft.objects.values_list("person", flat=True)) == {people.mia.pk}


@pytest.mark.parametrize("stamp", ["", "x", "WzEsMl0:1:forged"])
def test_a_form_that_is_not_ours_keeps_nothing(people, needs, stamp):
    typed = keeping() | {"stamp": stamp}
    assert "draft" not in Client().post(url(needs, "contribution_new"), typed).url
    assert Client(enforce_csrf_checks=True).post(url(needs, "contribution_new"), typed).status_code == 403
    assert Draft.objects.count() == 0


def test_it_is_deleted_with_its_files_after_a_look(people, needs, django_capture_on_commit_callbacks):
    draft = giving.half_written(people.mia, needs)
    made = giving.attachment(people.mia, token=draft.token)
    browser = signed_in(people.mia)
    assert "Not yet sent." in words(browser.get(f"/drafts/{draft.pk}/delete/"))
    with django_capture_on_commit_callbacks(execute=True):
        browser.post(f"/drafts/{draft.pk}/delete/")
    assert (Draft.objects.count(), made.file.storage.exists(made.file.name)) == (0, False)


def test_fifty_are_enough_and_the_text_of_the_next_stands_on_its_form(people, needs):
    for number in range(50):
        giving.half_written(people.mia, needs, f"Number {number}")
    answer = signed_in(people.mia).post(url(needs, "contribution_new"), keeping(text="Number 51"))
    assert (answer.status_code, "Number 51" in words(answer)) == (422, True)
    assert "You have 50 half-written texts." in words(answer)
