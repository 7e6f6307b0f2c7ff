"""Paper forms and putting them in, one after the other: none twice, none lost."""

import pytest
from django.urls import reverse

from cycle.models import Event
from feedback.models import Batch, Contribution, PaperForm
from people import reference
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import entered_typed, url

pytestmark = pytest.mark.django_db


def sheet_of(needs, by, **over):
    return build.batch(needs, by, **over).sheets.first()


def send(person, stage, follow=True, **over):
    """Put in one sheet, as a browser does."""
    sent = entered_typed(**over)
    return signed_in(person).post(url(stage, "keying"), {name: sent[name] for name in sent if sent[name] is not None},
                                  follow=follow)  # fmt: skip


# --- Forms ------------------------------------------------------------------------------------------------------------


@pytest.mark.req("R70")
def test_a_convenor_makes_forms_and_each_has_a_code_of_its_own(people, needs):
    page = signed_in(people.cove).post(
        url(needs, "paper_forms"), {"participant": people.users.pk, "number": "40"}, follow=True
    )
    assert "40 forms are ready to print." in words(page)
    codes = set(PaperForm.objects.values_list("code", flat=True))
    assert len(codes) == 40
    assert all(map(reference.is_sound, codes))
    assert Event.objects.filter(verb="paper forms printed").count() == 1


def test_nobody_makes_forms_for_a_group_that_they_do_not_keep(people, needs):
    other = build.admit(people.cycle, build.group("Lunch Club"))
    people.afresh()
    needs = people.stage("needs")
    for by, party in ((people.mia, people.users), (people.cove, other)):
        with pytest.raises(Refused):
            Batch.make(needs, by, party, 2)
    assert Batch.make(needs, people.ola, other, 2).number == 2


@pytest.mark.parametrize("number", [0, 101])
def test_from_one_to_a_hundred_forms_are_made_at_a_time(people, needs, number):
    with pytest.raises(Refused):
        Batch.make(needs, people.cove, people.users, number)


# --- Putting in -------------------------------------------------------------------------------------------------------


@pytest.mark.req("R68", "R70")
def test_the_code_tells_the_group_and_that_it_came_on_paper(people, needs):
    sheet = sheet_of(needs, people.ola)
    page = words(send(people.ola, needs, code=str(sheet).lower(), channel="", helper="Her daughter", read_back="yes"))
    given = Contribution.objects.get()
    assert (given.participant, given.channel, given.paper_form) == (people.users, "paper", sheet)
    assert (given.helper, given.consent, given.read_back, given.entered_by) == ("Her daughter", True, True, people.ola)
    assert "is put in. Go on with the next one" in page
    assert "Put in today: 1" in page


def test_a_form_of_another_stage_goes_where_it_belongs(people, needs):
    budget = build.opened(people.cycle, "budget")
    page = send(people.cove, needs, code=str(sheet_of(budget, people.cove)))
    assert Contribution.objects.get().stage == budget
    assert page.redirect_chain[0][0].startswith(url(budget, "keying"))


def test_what_repeats_stays_filled_in_and_the_words_do_not(people, needs):
    meeting = build.session(needs, people.cove, people.users)
    send(people.cove, needs, channel="meeting", helper="Owen", session=meeting.pk)
    form = signed_in(people.cove).get(url(needs, "keying")).context["form"]
    kept = {name: form[name].value() for name in ("channel", "helper", "session")}
    assert kept == {"channel": "meeting", "helper": "Owen", "session": meeting.pk}
    assert str(form["given_on"].value()) == "2023-05-03"
    assert (form["text"].value(), form["sort"].value()) == (None, None)


def test_the_same_form_twice_is_asked_about_and_nothing_is_lost(people, needs):
    code = str(sheet_of(needs, people.cove))
    send(people.cove, needs, code=code, text="The first.")
    page = send(people.cove, needs, code=code, text="The second.")
    assert page.status_code == 409
    assert [
        text for text in ("This form is put in already.", "The first.", "The second.") if text not in words(page)
    ] == []
    assert Contribution.objects.count() == 1
    send(people.cove, needs, code=code, text="The second.", another="on")
    assert list(Contribution.objects.order_by("pk").values_list("text", flat=True)) == ["The first.", "The second."]


def test_a_double_click_is_one_row(people, needs):
    sent = {"code": str(sheet_of(needs, people.cove)), "token": "0b0e7e8e-8a39-4c6c-9b1e-6a4b1f8f1f00"}
    assert [send(people.cove, needs, **sent).status_code for _click in range(2)] == [200, 200]
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        ({"consent": None}, "Ask them first. Nothing is put in without their consent."),
        ({"code": "BCD-BBBC"}, "This is not a code from one of our forms."),
        ({"channel": ""}, "Choose an answer for “How was it said?”."),
    ],
)
def test_what_cannot_be_put_in_stays_on_the_page_as_it_was_typed(people, needs, over, sentence):
    page = send(people.cove, needs, text="Cold again.", **over)
    assert page.status_code == 422
    assert sentence in words(page)
    assert "Cold again." in words(page)
    assert not Contribution.objects.exists()


def test_a_code_of_another_group_is_no_code_for_its_neighbour(people, needs):
    other = build.admit(people.cycle, build.group("Lunch Club"))
    people.afresh()
    needs = people.stage("needs")
    code = build.batch(needs, people.ola, other).sheets.first().code
    assert send(people.cove, needs, code=code).status_code == 422
    assert signed_in(people.cove).get(reverse("code"), {"code": code}).status_code == 422
    assert signed_in(people.ola).get(reverse("code"), {"code": code}).status_code == 302


def test_the_page_asks_the_database_the_same_however_much_is_put_in(people, needs):
    counts = []
    for _each in range(3):
        build.contribution(needs, people.cove, people.users, channel="phone")
        counts.append(queries(signed_in(people.cove), url(needs, "keying")))
    assert len(set(counts)) == 1


@pytest.mark.req("R70")
def test_those_who_take_part_read_how_it_was_put_in_and_nobody_else_does(people, needs):
    send(people.cove, needs, helper="Her daughter", read_back="no")
    given = Contribution.objects.get()
    page = words(signed_in(people.mia).get(given.get_absolute_url()))
    assert [
        text for text in ("Her daughter", "They agreed that it is put in", "Read back to them") if text not in page
    ] == []
    assert "Her daughter" not in words(signed_in(people.zoe).get(given.get_absolute_url()))
    report = words(signed_in(people.mia).get(url(needs, "stage_report")))
    assert "Her daughter helped. They agreed that it is put in. It was not read back to them." in report
    assert "Her daughter" not in words(signed_in(people.zoe).get(url(needs, "stage_report")))


def test_without_consent_the_verb_itself_refuses(people, needs):
    with pytest.raises(Refused):
        build.contribution(needs, people.cove, people.users, channel="paper", consent=False)
