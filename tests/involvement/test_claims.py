"""A claim goes from being sent to being paid, and nobody reads of it but the few whom it concerns (R76)."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from cycle.models import Event
from involvement.models import Claim, ClaimStep, OfferAnswer
from involvement.models.claim import NO_MORE, NOT_OFFICER, NOT_YOURS, OBJECTED_ONCE, PAID_OR_GONE, SAY_WHY, TOO_SOON
from involvement.models.claim_parts import TOO_MANY
from involvement.models.offer_answer import NOT_FOR_THEM, PAID
from involvement.paying import claiming, deciding
from involvement.paying.claiming import CLAIMED_ALREADY, NOTHING_IN_IT, TAKES_NOTHING
from people.files import Checked
from people.models import Mail
from people.refusal import Conflict, Refused
from tests import build
from tests.build.payments import BUS, fresh

pytestmark = [pytest.mark.django_db, pytest.mark.req("R76")]


@pytest.fixture
def cast():
    """The cast, with a stage in which people talk."""
    made = build.cast()
    build.begin(made.stage("needs"))
    return made


@pytest.fixture
def offer(cast):
    """A day's work that is paid."""
    return build.offer(cast.stage("needs"))


def lines(claim):
    return {line.sort: line.amount for line in claim.lines.all()}


def readers(cast, claim):
    return [name for name, person in cast.people().items() if Claim.objects.visible_to(person).filter(pk=claim.pk)]


def steps(claim):
    return [(step.verb, step.by.name, step.words) for step in claim.steps.order_by("pk")]


def test_a_claim_is_the_fee_and_the_costs_and_has_a_promised_day(cast, offer):
    claim = build.claimed(offer, cast.mia)
    assert lines(claim) == {"fee": Decimal(75), "travel": Decimal("4.20")}
    assert claim.due_on == timezone.localdate() + timedelta(days=14)
    assert (claim.total(), claim.days_waiting, claim.is_late) == (Decimal("79.20"), 0, False)


def test_a_claim_is_read_by_the_claimant_and_the_officers_and_nobody_else(cast, offer):
    assert readers(cast, build.claimed(offer, cast.mia)) == ["ann", "ola", "mia"]


def test_a_convenor_reads_what_they_put_in_or_were_shown(cast, offer):
    assert readers(cast, build.claimed(offer, cast.mia, cast.cove)) == ["ann", "ola", "mia", "cove"]
    assert readers(cast, build.claimed(offer, cast.bea, is_shown=True)) == ["ann", "ola", "bea", "cove"]


def test_a_convenor_who_is_one_no_longer_reads_none_of_it(cast, offer):
    claim = build.claimed(offer, cast.mia, cast.cove)
    cast.meals_voice.memberships.get(person=cast.cove).end()
    assert readers(cast, claim) == ["ann", "ola", "mia"]


def test_nothing_of_a_claim_is_in_the_ledger(cast, offer):
    before = Event.objects.filter(cycle=cast.cycle).count()
    build.paid(build.decided(build.claimed(offer, cast.mia)))
    assert Event.objects.filter(cycle=cast.cycle).count() == before


def test_a_claim_without_an_amount_is_refused(cast, offer):
    with pytest.raises(Refused, match=str(NOTHING_IN_IT)):
        build.claimed(offer, cast.mia, takes_fee=False, costs={})


def test_one_claims_once_and_after_taking_it_back_again(cast, offer):
    claim = build.claimed(offer, cast.mia)
    with pytest.raises(Refused, match=str(CLAIMED_ALREADY)):
        build.claimed(offer, cast.mia)
    claim.withdraw(cast.mia)
    assert build.claimed(offer, cast.mia).pk != claim.pk


def test_the_database_holds_one_claim_for_each(cast, offer):
    claim = build.claimed(offer, cast.mia)
    claim.pk, claim.reference = None, "XX"
    with pytest.raises(IntegrityError), transaction.atomic():
        claim.save(force_insert=True)


def test_nothing_is_claimed_before_its_day(cast):
    offer = build.offer(cast.stage("needs"), held_on=timezone.localdate() + timedelta(days=1))
    assert claiming.why_not(offer, cast.mia, cast.mia).startswith("You can claim this from ")


def test_who_takes_nothing_says_first_that_they_take_their_costs(cast, offer):
    OfferAnswer.say(offer, cast.mia, cast.mia, "nothing")
    with pytest.raises(Refused, match=str(TAKES_NOTHING)):
        build.claimed(offer, cast.mia)


def test_a_member_puts_nothing_in_for_another(cast, offer):
    with pytest.raises(Refused, match=str(NOT_FOR_THEM)):
        build.claimed(offer, cast.bea, cast.mia)


def test_who_has_left_since_still_gets_what_was_offered(cast):
    offer = build.offer(cast.stage("needs"), held_on=timezone.localdate() - timedelta(days=2))
    place = cast.meals_voice.memberships.get(person=cast.mia)
    type(place).objects.filter(pk=place.pk).update(from_date=timezone.localdate() - timedelta(days=9))
    place.refresh_from_db()
    place.end()
    type(cast.users).objects.filter(pk=cast.users.pk).update(from_date=timezone.localdate() - timedelta(days=9))
    cast.afresh()
    offer.stage = cast.stage("needs")
    claim = build.claimed(offer, cast.mia, cast.cove)
    assert claim.participant == cast.users
    assert Claim.objects.visible_to(cast.mia).get() == claim


def test_officers_decide_and_never_about_what_they_put_in(cast, offer):
    claim = build.claimed(offer, cast.mia, cast.ola)
    for person in (cast.mia, cast.cove, cast.cara, cast.ola):
        with pytest.raises(Refused, match=str(NOT_OFFICER)):
            build.decided(claim, person)
    assert build.decided(claim, cast.ann).state == "approved"


def test_a_part_or_nothing_takes_a_reason_and_never_more_than_was_claimed(cast, offer):
    claim = build.claimed(offer, cast.mia)
    with pytest.raises(Refused, match=str(SAY_WHY)):
        build.decided(claim, part=Decimal(1))
    with pytest.raises(Refused, match=str(NO_MORE)):
        build.decided(claim, part=Decimal(80))
    assert build.decided(claim, part=Decimal(4), words="The fare is £4.").state == "part"


def test_a_question_goes_back_is_answered_and_the_claim_decided(cast, offer):
    claim = build.claimed(offer, cast.mia)
    deciding.ask(claim, cast.ann, "Which bus?")
    assert fresh(claim).question.words == "Which bus?"
    claiming.correct(fresh(claim), cast.mia, 2, takes_fee=True, has_read=True, costs=BUS, words="Bus 4.")
    build.decided(fresh(claim))
    assert steps(claim) == [
        ("claim sent", "Mia", ""), ("claim sent back", "Ann", "Which bus?"), ("claim corrected", "Mia", "Bus 4."),
        ("claim approved", "Ann", ""),
    ]  # fmt: skip


def test_the_second_of_two_who_correct_a_claim_is_told(cast, offer):
    claim = build.claimed(offer, cast.mia, cast.cove)
    stale = fresh(claim)
    claiming.correct(claim, cast.cove, 1, takes_fee=False, has_read=False, costs=BUS)
    with pytest.raises(Conflict):
        stale.correct(cast.mia, 1, {})


def test_one_objects_once(cast, offer):
    claim = build.decided(build.claimed(offer, cast.mia), part=Decimal(0), words="We did not meet.")
    claim.object_to(cast.mia, "We did, in the hall.")
    claim = build.decided(fresh(claim), part=Decimal(0), words="It was another day.")
    with pytest.raises(Refused, match=str(OBJECTED_ONCE)):
        claim.object_to(cast.mia, "No.")


def test_a_fee_is_declined_until_it_is_paid_and_the_costs_go_on(cast, offer):
    claim = build.decided(build.claimed(offer, cast.mia))
    OfferAnswer.say(offer, cast.mia, cast.mia, "costs")
    claim = fresh(claim)
    assert (lines(claim), claim.state, claim.total("approved")) == (
        {"travel": Decimal("4.20")},
        "approved",
        Decimal("4.20"),
    )
    build.paid(claim)
    with pytest.raises(Refused, match=str(PAID)):
        OfferAnswer.say(offer, cast.mia, cast.mia, "nothing")


def test_who_takes_nothing_any_more_takes_the_claim_back_with_it(cast, offer):
    claim = build.decided(build.claimed(offer, cast.mia))
    OfferAnswer.say(offer, cast.mia, cast.mia, "nothing")
    assert fresh(claim).state == "withdrawn"


def test_a_claim_for_a_fee_alone_is_taken_back_when_the_fee_is_declined(cast, offer):
    claim = build.claimed(offer, cast.mia, costs={})
    OfferAnswer.say(offer, cast.mia, cast.mia, "costs")
    assert fresh(claim).state == "withdrawn"


def test_nobody_takes_back_what_is_paid_or_is_anothers(cast, offer):
    claim = build.claimed(offer, cast.mia)
    with pytest.raises(Refused, match=str(NOT_YOURS)):
        claim.withdraw(cast.bea)
    with pytest.raises(Refused, match=str(PAID_OR_GONE)):
        build.paid(build.decided(claim)).withdraw(cast.mia)


def test_many_are_paid_at_once_all_or_none(cast, offer):
    claims = [build.decided(build.claimed(offer, person)) for person in (cast.mia, cast.bea)]
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Refused, match=str(TOO_SOON)):
        deciding.pay(claims, cast.ann, tomorrow, "By bank")
    claims[1].withdraw(cast.bea)
    with pytest.raises(Refused):
        deciding.pay([claims[0], claims[1]], cast.ann, timezone.localdate(), "By bank")
    assert fresh(claims[0]).state == "approved"
    assert deciding.pay([fresh(claims[0])], cast.ann, timezone.localdate(), "By bank") == 1


def test_a_list_for_the_pay_office_holds_each_claim_once(cast, offer):
    first = build.decided(build.claimed(offer, cast.mia))
    one = deciding.make_list(cast.cycle, cast.ann)
    assert list(deciding.claims_on(one)) == [first]
    with pytest.raises(Refused):
        deciding.make_list(cast.cycle, cast.ann)
    second = build.decided(build.claimed(offer, cast.bea))
    assert list(deciding.claims_on(deciding.make_list(cast.cycle, cast.ola))) == [second]


def test_a_list_says_which_claims_have_changed_since_it_was_made(cast, offer):
    for person in (cast.mia, cast.bea):
        build.decided(build.claimed(offer, person))
    made = deciding.make_list(cast.cycle, cast.ann)
    OfferAnswer.say(offer, cast.mia, cast.mia, "costs")
    assert [(claim.person, claim.has_changed) for claim in deciding.claims_on(made)] == [
        (cast.mia, True), (cast.bea, False),
    ]  # fmt: skip


def test_a_claim_is_late_while_it_waits_for_the_authority_after_its_promised_day(cast, offer):
    claim = build.claimed(offer, cast.mia, late=True)
    assert list(Claim.objects.late()) == [claim]
    deciding.ask(claim, cast.ann, "Which bus?")
    assert list(Claim.objects.late()) == []


def test_a_letter_says_neither_what_nor_how_much(cast, offer):
    build.decided(build.claimed(offer, cast.mia))
    mail = Mail.objects.get(person=cast.mia)
    assert "79.20" not in mail.body + mail.subject
    assert "Reading the draft" not in mail.body + mail.subject
    assert f"/payments/claims/{Claim.objects.get().pk}/" in mail.body


def test_a_receipt_is_a_photo_or_a_pdf_and_five_are_enough(cast, offer):
    claim = build.claimed(offer, cast.mia)
    with pytest.raises(Refused, match="A receipt is a photo"):
        claim.receipts.model.attach(claim, cast.mia, Checked(b"x", "mp3"))
    for _number in range(5):
        build.photographed(claim)
    with pytest.raises(Refused, match=str(TOO_MANY)):
        build.photographed(claim)


def test_the_steps_of_a_claim_stand(cast, offer):
    build.claimed(offer, cast.mia)
    with pytest.raises(DatabaseError), transaction.atomic():
        ClaimStep.objects.update(words="Another thing")
