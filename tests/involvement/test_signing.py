"""Signing: who speaks for a party, what has to be said, and what the last signature does."""

import pytest
from django.utils import timezone

from cycle.moves import Refused
from feedback.finishing import finish_stage
from involvement.models import Agreement, Signature
from involvement.signing import sign, sign_on_paper
from involvement.status import status_of
from tests import build

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


@pytest.fixture
def stage(cast):
    return cast.stage("needs")


@pytest.fixture
def agreement(stage):
    return build.proposed(stage)


def party_of(agreement, participant):
    party = agreement.parties.select_related("participant").get(participant=participant)
    party.agreement = agreement
    return party


def days_ago(number):
    return TODAY() - timezone.timedelta(days=number)


def test_only_somebody_who_speaks_for_the_party_signs(cast, agreement):
    for person in (cast.ann, cast.cara, cast.mia, cast.cove, cast.pat, cast.zoe):
        with pytest.raises(Refused, match="Only somebody who may speak for this party"):
            sign(party_of(agreement, cast.users), person, "agree")
    assert sign(party_of(agreement, cast.users), cast.bea, "agree").signed_by == cast.bea


def test_an_ended_membership_signs_no_more(cast, agreement):
    cast.meals_voice.memberships.get(person=cast.bea).end()
    agreement = Agreement.objects.get(pk=agreement.pk)
    with pytest.raises(Refused, match="Only somebody who may speak"):
        sign(party_of(agreement, cast.users), cast.bea, "agree")


@pytest.mark.parametrize("position", ["reserve", "decline"])
def test_a_reservation_and_a_no_need_words(cast, agreement, position):
    with pytest.raises(Refused, match="Say in a few words"):
        sign(party_of(agreement, cast.users), cast.bea, position, " ")
    assert sign(party_of(agreement, cast.users), cast.bea, position, "The price.").words == "The price."


def test_the_last_signature_opens_the_stage(cast, stage, agreement):
    sign(party_of(agreement, cast.users), cast.bea, "reserve", "Only if the price stays.")
    stage.refresh_from_db()
    assert stage.state == "preparing"
    sign(party_of(agreement, cast.commissioners), cast.ola, "agree")
    stage.refresh_from_db()
    assert (stage.is_open, status_of(stage).word) == (True, "in force")


def test_who_does_not_have_to_sign_keeps_nobody_waiting(cast, stage):
    draft = build.draft(stage)
    draft.name_party(cast.ann, cast.providers, **build.TERMS | {"must_sign": False})
    draft.propose(cast.ann)
    for participant, person in ((cast.users, cast.bea), (cast.commissioners, cast.ann)):
        sign(party_of(draft, participant), person, "agree")
    assert status_of(stage).word == "in force"


def test_a_no_is_a_state_and_can_become_a_yes(cast, stage, agreement):
    sign(party_of(agreement, cast.commissioners), cast.ann, "agree")
    sign(party_of(agreement, cast.users), cast.bea, "decline", "Too little time.")
    assert (status_of(stage).word, status_of(stage).waits_for) == ("declined", ["Meals Voice"])
    sign(party_of(agreement, cast.users), cast.bea, "agree")
    stage.refresh_from_db()
    assert (status_of(stage).word, stage.is_open) == ("in force", True)


def test_the_same_answer_twice_is_refused_until_something_has_changed(cast, stage, agreement):
    sign(party_of(agreement, cast.users), cast.bea, "agree")
    with pytest.raises(Refused, match="You have said this already"):
        sign(party_of(agreement, cast.users), cast.bea, "agree")
    build.budget_cut(cast.cycle)
    assert sign(party_of(agreement, cast.users), cast.bea, "agree").pk


def test_a_replaced_version_is_not_open_for_signing(cast, stage, agreement):
    old = party_of(agreement, cast.users)
    build.proposed(stage)
    with pytest.raises(Refused, match="not open for signing"):
        sign(old, cast.bea, "agree")


def test_nobody_signs_in_a_round_that_is_over(cast, stage):
    agreement = build.agreement_in_force(stage)
    build.record(stage)
    before = Agreement.objects.get(pk=agreement.pk)
    finish_stage(stage, cast.ann, "It is time.")
    for each in (agreement, before):
        with pytest.raises(Refused, match="This round of the stage is finished"):
            sign(party_of(each, cast.users), cast.bea, "decline", "We were not heard.")


def test_who_did_not_see_the_last_change_does_not_sign_over_it(cast, stage, agreement):
    seen = status_of(stage).changed_at
    build.budget_cut(cast.cycle)
    with pytest.raises(Refused, match="Something changed while you were reading") as refused:
        sign(party_of(agreement, cast.users), cast.bea, "agree", seen=seen)
    assert refused.value.conflict
    assert sign(party_of(agreement, cast.users), cast.bea, "agree", seen=status_of(stage).changed_at).pk


# --- On paper ---------------------------------------------------------------------------------------------------------


def test_the_convenor_puts_in_what_was_signed_on_paper(cast, agreement):
    signature = sign_on_paper(party_of(agreement, cast.users), cast.cove, cast.bea, "agree", read_back=True)
    assert (signature.signed_by, signature.entered_by) == (cast.bea, cast.cove)
    assert (signature.on_paper, signature.read_back, signature.signed_on) == (True, True, TODAY())


def test_nobody_but_the_convenor_or_the_chair_puts_in_a_paper(cast, agreement):
    for person in (cast.ann, cast.bea, cast.mia, cast.zoe):
        with pytest.raises(Refused, match="Only the group's convenor or chair"):
            sign_on_paper(party_of(agreement, cast.users), person, cast.bea, "agree")
    with pytest.raises(Refused, match="Only the group's convenor or chair"):
        sign_on_paper(party_of(agreement, cast.commissioners), cast.cove, cast.ann, "agree")


def test_a_paper_counts_only_from_somebody_who_may_speak(cast, agreement):
    with pytest.raises(Refused, match="Only somebody who may speak"):
        sign_on_paper(party_of(agreement, cast.users), cast.cove, cast.mia, "agree")


def test_a_paper_is_not_signed_before_the_version_was_there_nor_tomorrow(cast, agreement):
    party = party_of(agreement, cast.users)
    with pytest.raises(Refused, match="it cannot have been signed before that"):
        sign_on_paper(party, cast.cove, cast.bea, "agree", signed_on=days_ago(1))
    with pytest.raises(Refused, match="cannot lie ahead"):
        sign_on_paper(party, cast.cove, cast.bea, "agree", signed_on=days_ago(-1))


def test_a_paper_from_before_a_change_is_not_put_in_after_it(cast, agreement, monkeypatch):
    later, signed_on = timezone.now() + timezone.timedelta(days=9), days_ago(-3)
    monkeypatch.setattr(timezone, "now", lambda: later)
    build.budget_cut(cast.cycle)
    with pytest.raises(Refused, match="signed before the last change"):
        sign_on_paper(party_of(agreement, cast.users), cast.cove, cast.bea, "agree", signed_on=signed_on)
    assert sign_on_paper(party_of(agreement, cast.users), cast.cove, cast.bea, "agree", signed_on=TODAY()).pk


def test_every_answer_stays_and_the_last_one_counts(cast, stage, agreement):
    party = party_of(agreement, cast.users)
    for position, words in (("decline", "No."), ("reserve", "Well."), ("agree", "")):
        sign(party, cast.bea, position, words)
    assert [each.position for each in Signature.objects.to_version(agreement)] == ["decline", "reserve", "agree"]
    assert status_of(stage).parties[-1].signature.position == "agree"
