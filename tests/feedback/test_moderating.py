"""What officers do in the open: hide a part with a reason, read first, let in and keep out (R71)."""

import pytest

from cycle.models import Event
from feedback import moderating
from feedback.models import Contribution
from people.refusal import Refused
from tests import build
from tests.build import giving
from tests.cycle.pages import said, signed_in, words
from tests.feedback.pages import about, contribution_typed, url

pytestmark = pytest.mark.django_db


def page_of(contribution, who):
    return words(signed_in(who).get(about(contribution)))


# --- Hiding a part ----------------------------------------------------------------------------------------------------


@pytest.mark.req("R71")
def test_a_hidden_part_is_marked_for_all_and_read_by_the_giver_and_officers_alone(people, needs):
    made = build.contribution(needs, people.mia, text="Call Dr   Grey on\r\n01443 123 today.", voice="wider",
                              how_known="dr grey said so", dissent="Dr Grey himself")  # fmt: skip
    giving.corrected(made, text="Call Dr Grey on 01443 123 now.", because="Dr Grey is quick")
    giving.attachment(people.mia, made, description="Dr Grey at his desk")
    signed_in(people.ola).post(about(made, "hiding_new"), {"words": "Dr Grey", "reason": "a name"})
    made.refresh_from_db()
    assert made.text == "Call [hidden: a name] on 01443 123 now."
    assert (made.how_known, made.dissent) == ("[hidden: a name] said so", "[hidden: a name] himself")
    for who in (None, people.zoe, people.bea, people.cove, people.cara):
        pages = page_of(made, who) + words(signed_in(who).get(url(needs))) + words(
            signed_in(who).get(url(needs, "stage_report")))  # fmt: skip
        assert ("Grey" in pages, "grey" in pages, "[hidden: a name]" in pages) == (False, False, True)
    for who in (people.mia, people.ann, people.ola):
        assert "Call Dr Grey on 01443 123 now." in page_of(made, who)
    payloads = " ".join(Event.objects.of(made).values_list("payload", flat=True))
    assert ("Grey" in payloads, "a name" in payloads) == (False, True)


def test_the_giver_is_told_and_objects_and_an_officer_shows_it_again(people, needs):
    made = build.contribution(needs, people.mia, text="The cook is called Ben.")
    part = giving.hidden(made, "Ben", people.ola)
    assert "A part of what you said is hidden: a name" in words(signed_in(people.mia).get("/"))
    here = f"{made.get_absolute_url()}hidden/{part.number}/"
    assert [signed_in(who).get(f"{here}objection/").status_code for who in (people.bea, people.ann)] == [404, 403]
    signed_in(people.mia).post(f"{here}objection/", {"words": "He wants to be known."})
    assert "Read why a hidden part should be shown" in words(signed_in(people.ann).get("/"))
    assert "He wants to be known." in page_of(made, people.ann)
    assert "He wants to be known." not in page_of(made, people.bea)
    signed_in(people.ann).post(f"{here}end/", {"reason": "He said yes."})
    made.refresh_from_db()
    assert (made.text, made.originals.count()) == ("The cook is called Ben.", 0)
    assert "He said yes." in page_of(made, people.bea)


@pytest.mark.req("R71")
def test_a_hidden_file_is_got_by_the_giver_and_officers_alone_until_it_is_shown_again(people, needs):
    made = build.contribution(needs, people.mia, text="Look at my plate.")
    photo = giving.attachment(people.mia, made, description="Dr Grey at his desk")
    get = {name: signed_in(who).get for name, who in people.people().items()} | {"nobody": signed_in().get}
    assert "Hide this file" in page_of(made, people.ola)
    assert "Hide this file" not in page_of(made, people.mia)
    here = f"{about(made, 'hiding_new')}?file={photo.pk}"
    assert signed_in(people.ola).post(here, {"reason": " "}).status_code == 422
    assert said(signed_in(people.ola).post(here, {"reason": "a face"}, follow=True)) == [
        "The part is hidden. All can read your reason in its place."
    ]
    statuses = {name: read(photo.get_absolute_url()).status_code for name, read in get.items()}
    assert {name for name, status in statuses.items() if status == 200} == {"mia", "ann", "ola"}
    assert {status for name, status in statuses.items() if name not in ("mia", "ann", "ola")} == {404}
    for who in (None, people.bea, people.cove, people.cara):
        pages = page_of(made, who) + words(signed_in(who).get(url(needs, "stage_report")))
        assert ("Grey" in pages, "[hidden: a face]" in pages, photo.get_absolute_url() in pages) == (False, True, False)
    for who in (people.mia, people.ann):
        assert photo.get_absolute_url() in page_of(made, who)
        assert "Dr Grey at his desk</a>" in page_of(made, who)
    assert "An attached file: Photo (jpg)" in page_of(made, people.mia)
    assert "A part of what you said is hidden: a face" in words(signed_in(people.mia).get("/"))
    assert signed_in(people.ola).post(here, {"reason": "again"}).status_code == 409
    signed_in(people.ann).post(f"{made.get_absolute_url()}hidden/1/end/", {"reason": "He said yes."})
    assert get["bea"](photo.get_absolute_url()).status_code == 200
    assert "Dr Grey at his desk" in page_of(made, people.bea)


@pytest.mark.parametrize("which", ["", "x", "0", "9" * 30, "another"])
def test_only_a_file_of_the_contribution_is_hidden(people, needs, which):
    made, other = build.contribution(needs, people.mia), build.contribution(needs, people.mia)
    which = giving.attachment(people.mia, other).pk if which == "another" else which
    assert signed_in(people.ola).get(f"{about(made, 'hiding_new')}?file={which}").status_code == 404


def test_only_officers_hide_and_only_what_is_there_for_a_reason(people, needs):
    made = build.contribution(needs, people.mia, text="The cook is called Ben.")
    for who in (people.mia, people.cove, people.cara, people.zoe):
        with pytest.raises(Refused):
            giving.hidden(made, "Ben", who)
    for what, reason in (("Bob", "a name"), ("B", "a name"), ("Ben", " "), ("Ben", "it says Ben")):
        with pytest.raises(Refused):
            giving.hidden(made, what, people.ann, reason)
    made.refresh_from_db()
    assert made.text == "The cook is called Ben."


def test_two_hidden_parts_come_back_one_by_one(people, needs):
    made = build.contribution(needs, people.mia, text="Ben and Bob cook.")
    first, _second = giving.hidden(made, "Ben", people.ann), giving.hidden(made, "Bob", people.ann, "another name")
    made.refresh_from_db()
    assert made.text == "[hidden: a name] and [hidden: another name] cook."
    moderating.show_again(first, people.ann, "He agrees.")
    made.refresh_from_db()
    assert made.text == "Ben and [hidden: another name] cook."
    giving.withdrawn(made)
    made.refresh_from_db()
    assert made.text == ""


def test_a_correction_that_says_the_hidden_words_again_hides_them_again(people, needs):
    made = build.contribution(needs, people.mia, text="Ben cooks.")
    giving.hidden(made, "Ben", people.ann)
    giving.corrected(made, text="Ben cooks well.")
    made.refresh_from_db()
    assert made.text == "[hidden: a name] cooks well."
    assert made.wordings.get().text == "[hidden: a name] cooks."
    assert ("Ben" in page_of(made, people.bea), "Ben cooks well." in page_of(made, people.mia)) == (False, True)


# --- Reading first ----------------------------------------------------------------------------------------------------


@pytest.mark.req("R71")
def test_a_stage_that_is_read_first_says_so_before_anybody_writes(people, needs):
    signed_in(people.ann).post(url(needs, "holding"), {"reason": "There were insults."})
    for name in ("contributions", "contribution_new"):
        page = words(signed_in(people.mia).get(url(needs, name)))
        assert ("An officer reads what you write before others do." in page, "There were insults." in page) == (
            True,
        ) * 2
    answer = signed_in(people.mia).post(url(needs, "contribution_new"), contribution_typed(), follow=True)
    assert said(answer)[0].endswith("An officer reads it first.")
    made = Contribution.objects.get()
    assert (made.state, made.due_on > made.given_on) == ("held", True)


@pytest.mark.req("R71")
def test_what_is_held_is_read_by_officers_giver_and_convenor_and_counted_for_all(people, needs):
    giving.looked_at_first(needs, people.ann)
    made = build.contribution(needs, people.mia, text="Held words")
    readers = {who: signed_in(getattr(people, who, None)).get(about(made)).status_code
               for who in ("nobody", "zoe", "pat", "bea", "cara", "mia", "cove", "ola", "ann")}  # fmt: skip
    assert readers == {"nobody": 404, "zoe": 404, "pat": 404, "bea": 404, "cara": 404,
                       "mia": 200, "cove": 200, "ola": 200, "ann": 200}  # fmt: skip
    for who in ("nobody", "bea", "cara", "mia", "cove", "ola"):
        person = getattr(people, who, None)
        one_by_one = Contribution.objects.visible_to(person).filter(pk=made.pk).exists()
        assert (who, one_by_one) == (who, readers[who] == 200)
    lists = [words(signed_in(who).get(url(needs))) for who in (None, people.bea, people.ann)]
    counted = "1 more waits until an officer has looked at it."
    assert [("Held words" in page, counted in page) for page in lists] == [(False, True), (False, True), (True, False)]
    assert "Look at 1 new thing before others read it" in words(signed_in(people.ann).get("/"))


def test_an_officer_lets_it_in_and_then_it_gets_its_answer(people, needs):
    giving.looked_at_first(needs, people.ann)
    made = build.contribution(needs, people.mia, text="Held words")
    with pytest.raises(Refused):
        build.answer(made)
    signed_in(people.ola).post(about(made, "look"), {"decision": "in", "reason": ""})
    assert "Held words" in page_of(made, None)
    build.answer(Contribution.objects.get())
    assert Contribution.objects.get().state == "answered"


@pytest.mark.req("R71")
def test_what_is_kept_out_is_counted_and_its_reason_read_by_everybody(people, needs):
    giving.looked_at_first(needs, people.ann)
    made = build.contribution(needs, people.mia, text="Held words")
    browser = signed_in(people.ola)
    assert browser.post(about(made, "look"), {"decision": "out", "reason": ""}).status_code == 422
    browser.post(about(made, "look"), {"decision": "out", "reason": "It threatens a driver."})
    for who in (None, people.bea):
        page = words(signed_in(who).get(url(needs)))
        shown = ("1 contribution was kept out." in page, "It threatens a driver." in page, "Held words" in page)
        assert shown == (True, True, False)
    assert "It threatens a driver." in words(signed_in(people.mia).get("/"))
    assert "Held words" in page_of(made, people.mia)
    with pytest.raises(Refused):
        moderating.let_in(made, people.ola)
    moderating.let_in(made, people.ola, "I read it wrongly.")
    assert "Held words" in page_of(made, None)


def test_reading_first_ends_and_what_waits_still_waits(people, needs):
    giving.looked_at_first(needs, people.ann)
    build.contribution(needs, people.mia)
    assert signed_in(people.mia).get(url(needs, "holding")).status_code == 403
    signed_in(people.ann).post(url(needs, "holding"), {"reason": "It is calm again."})
    assert build.contribution(needs, people.mia).state == "waits"
    assert Contribution.objects.held().count() == 1


def test_a_stage_is_not_finished_over_what_is_held_without_a_reason(people, needs):
    giving.looked_at_first(needs, people.ann)
    build.contribution(needs, people.mia)
    build.record(needs)
    answer = signed_in(people.ann).post(url(needs, "stage_finish"), {"reason": ""})
    assert answer.status_code == 422
