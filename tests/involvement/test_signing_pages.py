"""Answering an agreement on its pages: online, on paper, late, or without it; and its versions one by one."""

import pytest
from django.utils import timezone

from involvement.models import Signature
from involvement.signing import sign
from involvement.status import status_of
from tests import build

from .pages import address, client_of, get, post, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return cast.stage("needs")


@pytest.fixture
def agreement(stage):
    return build.proposed(stage)


@pytest.fixture
def party(cast, agreement):
    return agreement.parties.terms_of(cast.users)


def seen(stage):
    return status_of(stage).changed_at


def today():
    day = timezone.localdate()
    return {"signed_on_day": day.day, "signed_on_month": day.month, "signed_on_year": day.year}


@pytest.mark.req("R9", "R16")
def test_a_representative_signs_with_a_reservation(cast, stage, party):
    page = get(cast.bea, "signature", stage, party.pk)
    assert "Your answer for Meals Voice" in words(page)
    assert "May not Sign contracts." in words(page)
    sent = {"position": "reserve", "words": "Only if the price stays.", "seen": seen(stage)}
    answer = post(cast.bea, "signature", stage, party.pk, **sent)
    assert (answer.status_code, answer.url) == (302, address("stage", stage))
    room = words(get(cast.ann, "stage", stage))
    assert "Only if the price stays. Meals Voice: We agree, with a reservation" in room
    assert "Version 1 waits for the answer of Commissioning team." in room


def test_the_answer_that_was_pressed_is_chosen_already(cast, stage, party):
    for pressed, chosen in (("decline", "decline"), ("nonsense", None)):
        page = client_of(cast.bea).get(address("signature", stage, party.pk), {"position": pressed})
        assert page.context["form"]["position"].value() == chosen


@pytest.mark.req("R9")
def test_the_last_signature_says_that_the_stage_is_open(cast, stage, agreement, party):
    sign(agreement.parties.terms_of(cast.commissioners), cast.ann, "agree")
    post(cast.bea, "signature", stage, party.pk, position="agree", seen=seen(stage))
    stage.refresh_from_db()
    assert stage.is_open


def test_a_reservation_and_a_no_are_asked_for_words(cast, stage, party):
    for position in ("reserve", "decline"):
        answer = post(cast.bea, "signature", stage, party.pk, position=position, words="  ", seen=seen(stage))
        assert answer.status_code == 422
        assert "Say in a few words what your reservation is, or why you do not agree." in words(answer)
    assert not Signature.objects.exists()


def test_an_answer_that_is_none_is_refused_with_the_words_kept(cast, stage, party):
    for position in ("", "perhaps"):
        answer = post(cast.bea, "signature", stage, party.pk, position=position, words="Kept.", seen=seen(stage))
        assert (answer.status_code, answer.context["form"]["words"].value()) == (422, "Kept.")


def test_the_same_answer_twice_is_told_on_the_form(cast, stage, party):
    for status in (302, 422):
        answer = post(cast.bea, "signature", stage, party.pk, position="agree", seen=seen(stage))
        assert answer.status_code == status
    assert "You have said this already, and nothing has changed since." in words(answer)


@pytest.mark.req("R10", "R20")
def test_a_change_while_reading_is_shown_before_the_answer_counts(cast, stage, party):
    before = seen(stage)
    build.budget_cut(cast.cycle)
    answer = post(cast.bea, "signature", stage, party.pk, position="agree", words="Kept.", seen=before)
    assert answer.status_code == 409
    assert "Something changed while you were reading." in words(answer)
    assert "Amount Before £1,234.50 Now £1,134.50" in words(answer)
    form = answer.context["form"]
    assert (form["words"].value(), str(form["seen"].value())) == ("Kept.", str(seen(stage)))
    again = post(cast.bea, "signature", stage, party.pk, position="agree", words="Kept.", seen=form["seen"].value())
    assert (again.status_code, Signature.objects.get().words) == (302, "Kept.")


@pytest.mark.req("R10", "R20")
def test_signing_again_on_the_page_brings_the_agreement_back_into_force(cast, stage):
    agreement = build.agreement_in_force(stage)
    build.budget_cut(cast.cycle)
    for participant, person in ((cast.users, cast.bea), (cast.commissioners, cast.ola)):
        party = agreement.parties.terms_of(participant)
        assert "Ann changed “A budget line”" in words(get(person, "signature", stage, party.pk))
        post(person, "signature", stage, party.pk, position="agree", seen=seen(stage))
    assert "Version 1 is in force" in words(get(cast.mia, "stage", stage))


@pytest.mark.req("R16")
def test_only_who_speaks_for_the_party_reaches_its_form(cast, stage, party):
    for person in (cast.ann, cast.cara, cast.mia, cast.cove, cast.pat, cast.zoe):
        for answer in (
            get(person, "signature", stage, party.pk),
            post(person, "signature", stage, party.pk, position="agree", seen=seen(stage)),
        ):
            assert answer.status_code == 403
            assert "Only somebody who may speak for this party can sign for it." in words(answer)
    assert get(None, "signature", stage, party.pk).status_code == 302
    assert not Signature.objects.exists()


def test_a_party_of_a_draft_or_of_another_stage_is_not_there(cast, stage, party):
    assert get(cast.bea, "signature", cast.stage("review"), party.pk).status_code == 404
    assert get(cast.bea, "signature", stage, 999999).status_code == 404
    draft = build.draft(stage)
    assert get(cast.bea, "signature", stage, draft.parties.terms_of(cast.users).pk).status_code == 404


def test_a_replaced_version_cannot_be_answered(cast, stage, party):
    build.proposed(stage)
    answer = get(cast.bea, "signature", stage, party.pk)
    assert answer.status_code == 403
    assert "This version is not open for signing." in words(answer)


# --- On paper ---------------------------------------------------------------------------------------------------------


@pytest.mark.req("R16")
def test_the_convenor_puts_in_a_paper_signature(cast, stage, party):
    page = words(get(cast.cove, "paper_signature", stage, party.pk))
    assert "A paper signature for Meals Voice" in page
    assert "Bea" in page
    assert "Mia" not in page
    sent = {"signed_by": cast.bea.pk, "position": "agree", "read_back": "yes", "seen": seen(stage), **today()}
    assert post(cast.cove, "paper_signature", stage, party.pk, **sent).status_code == 302
    assert ", Bea, on paper, read back" in words(get(cast.ann, "stage", stage))


def test_a_paper_signature_needs_who_when_and_whether_it_was_read_back(cast, stage, party):
    answer = post(cast.cove, "paper_signature", stage, party.pk, position="agree", words="Kept.", seen=seen(stage))
    assert answer.status_code == 422
    for label in ("Who signed?", "When did they sign?", "Did you read their answer back to them?"):
        assert f"“{label}”" in words(answer)
    sent = {"signed_by": cast.mia.pk, "position": "agree", "read_back": "no", "seen": seen(stage), **today()}
    assert post(cast.cove, "paper_signature", stage, party.pk, **sent).status_code == 422
    sent |= {"signed_by": cast.bea.pk, "signed_on_year": 2020}
    answer = post(cast.cove, "paper_signature", stage, party.pk, **sent)
    assert answer.status_code == 422
    assert "it cannot have been signed before that" in words(answer)


def test_paper_is_for_the_convenor_and_the_chair(cast, stage, party):
    for person in (cast.bea, cast.mia, cast.ann, cast.zoe):
        answer = get(person, "paper_signature", stage, party.pk)
        assert answer.status_code == 403
        assert "Only the group's convenor or chair can put in what was signed on paper." in words(answer)


# --- Without an agreement ---------------------------------------------------------------------------------------------


@pytest.mark.req("R9")
def test_opening_without_an_agreement_needs_a_reason_that_everybody_reads(cast):
    stage = build.begin(cast.stage("testing"))
    page = words(get(cast.ann, "override", stage))
    assert "Your name, the day and your reason will stand on every page and on every report of this round." in page
    assert post(cast.ann, "override", stage, reason=" ").status_code == 422
    assert post(cast.ann, "override", stage, reason="The grant ends on Friday.").status_code == 302
    for person in (None, cast.bea, cast.ola):
        room = words(get(person, "stage", stage))
        assert "Ann decided so on" in room
        assert "Reason given: The grant ends on Friday." in room


def test_opening_without_an_agreement_is_for_officers_of_a_stage_in_preparation(cast):
    stage = cast.stage("testing")
    assert "has not been begun yet" in words(get(cast.ann, "override", stage))
    build.begin(stage)
    answer = post(cast.bea, "override", stage, reason="We want to.")
    assert (answer.status_code, status_of(stage).override) == (403, None)


# --- Versions ---------------------------------------------------------------------------------------------------------


@pytest.mark.req("R9", "R10")
def test_a_replaced_version_keeps_its_words_and_its_answers(cast, stage, agreement, party):
    sign(party, cast.bea, "decline", "Too little time.")
    build.proposed(stage, fixed="Nothing but the money.")
    page = words(get(cast.mia, "agreement_version", stage, 1, 1))
    assert "A later one has replaced it." in page
    assert build.WORDS["fixed"] in page
    assert "Too little time. Meals Voice: We do not agree" in page
    assert ", Bea" in page
    second = words(get(cast.mia, "agreement_version", stage, 1, 2))
    assert "What is fixed Before The money for this year. Now Nothing but the money." in second


def test_the_public_reads_a_version_without_names(cast, stage):
    build.agreement_in_force(stage)
    page = words(get(None, "agreement_version", stage, 1, 1))
    assert "a representative of Meals Voice" in page
    assert "Bea" not in page


def test_a_version_that_is_not_there_is_not_found(cast, stage, agreement):
    for number, version in ((1, 2), (2, 1), (0, 0)):
        assert get(cast.ann, "agreement_version", stage, number, version).status_code == 404
