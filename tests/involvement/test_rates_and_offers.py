"""What is paid is set in the open, and told before anybody says yes (R76)."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from cycle.models import Event
from cycle.models.cycle import NOT_AN_OFFICER
from cycle.openness import Openness
from involvement.models import Offer, OfferAnswer, Rates
from involvement.models.offer import NO_RATES, NOT_LOWER, OFFERED_ALREADY, SAID_YES
from involvement.models.offer_answer import NO_FEE, NOT_FOR_THEM, NOT_OFFERED, READ_FIRST
from involvement.models.rates import BEFORE_THE_LAST, SAY_WHO_ADVISES
from involvement.paying.suggestions import SUGGESTIONS, suggestions_on
from people.refusal import Conflict, Refused
from tests import build

pytestmark = [pytest.mark.django_db, pytest.mark.req("R76")]
TODAY = timezone.localdate


@pytest.fixture
def cast():
    """The cast, with a stage in which people talk."""
    made = build.cast()
    build.begin(made.stage("needs"))
    return made


def stage_of(cast):
    return cast.stage("needs")


def said_of(offer):
    """What the ledger says of an offer."""
    return [event.said for event in Event.objects.of(offer)]


def test_what_others_pay_is_dated_sourced_and_marked_where_nobody_has_read_it():
    assert [each.body for each in suggestions_on(date(2025, 12, 15))] == ["NICE", "NHS England"]
    assert [each.body for each in suggestions_on(date(2026, 1, 1))] == ["NICE", "NIHR", "NHS England"]
    assert [each.body for each in SUGGESTIONS if not each.source or not (each.is_confirmed or each.unsure)] == []


def test_officers_set_rates_and_the_ledger_tells_everybody_the_amounts_and_why(cast):
    first = build.adopted(cast.cycle, cast.ann)
    second = build.adopted(cast.cycle, cast.ola, reason="The policy has changed.", fee_short=Decimal(80))
    assert [first.number, second.number] == [1, 2]
    event = Event.objects.of(second).get()
    assert (event.said["before"], event.said["after"]) == ({"fee_short": "75.00"}, {"fee_short": "80.00"})
    assert (event.reason, event.openness) == ("The policy has changed.", Openness.PUBLIC)
    assert Rates.objects.on(cast.cycle) == second


def test_rates_that_begin_later_do_not_hold_yet_and_none_begin_before_the_last(cast):
    first = build.adopted(cast.cycle)
    later = build.adopted(cast.cycle, valid_from=TODAY() + timedelta(days=30))
    assert Rates.objects.on(cast.cycle) == first
    assert Rates.objects.on(cast.cycle, later.valid_from) == later
    with pytest.raises(Refused, match=str(BEFORE_THE_LAST)):
        build.adopted(cast.cycle)


def test_nobody_else_sets_rates_and_none_are_set_without_somebody_who_advises(cast):
    for person in (cast.mia, cast.cove, cast.cara, cast.zoe):
        with pytest.raises(Refused, match=str(NOT_AN_OFFICER)):
            build.adopted(cast.cycle, person)
    with pytest.raises(Refused, match=str(SAY_WHO_ADVISES)):
        build.adopted(cast.cycle, adviser=" ")


def test_the_database_lets_nobody_change_rates(cast):
    rates = build.adopted(cast.cycle)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rates.objects.filter(pk=rates.pk).update(fee_short=1)
    with pytest.raises(DatabaseError), transaction.atomic():
        Rates.objects.filter(pk=rates.pk).delete()


@pytest.mark.parametrize(("minutes", "fee"), [(None, 75), (60, 75), (240, 75), (241, 150)])
def test_a_fee_goes_by_how_long_a_meeting_is(cast, minutes, fee):
    assert build.adopted(cast.cycle).fee_for(minutes) == Decimal(fee)


def test_where_only_an_hour_has_a_fee_half_hours_count(cast):
    rates = build.adopted(cast.cycle, fee_short=None, fee_long=None)
    assert [rates.fee_for(minutes) for minutes in (60, 61, 150)] == [Decimal(20), Decimal(30), Decimal(50)]


def test_no_fee_is_offered_before_rates_say_who_advises(cast):
    with pytest.raises(Refused, match=str(NO_RATES)):
        Offer.make(stage_of(cast), cast.ann, title="Reading", held_on=TODAY(), fee=Decimal(10))


def test_an_offer_is_told_to_those_who_take_part_and_names_nobody(cast):
    offer = build.offer(stage_of(cast))
    OfferAnswer.say(offer, cast.mia, cast.mia, "fee", has_read=True)
    seen = [name for name, person in cast.people().items() if Offer.objects.visible_to(person, cast.cycle).exists()]
    everywhere = [name for name, person in cast.people().items() if Offer.objects.visible_to(person).exists()]
    assert seen == everywhere == ["ann", "ola", "cara", "bea", "mia", "cove", "pat"]
    assert [event.openness for event in Event.objects.of(offer)] == [Openness.INVOLVED]
    assert "Mia" not in str(said_of(offer))


def test_a_meeting_has_one_offer_and_it_is_for_those_whose_meeting_it_is(cast):
    meeting = build.session(stage_of(cast), participant=cast.users)
    offer = build.meeting_offer(stage_of(cast), meeting=meeting)
    assert (offer.participant, offer.day) == (cast.users, meeting.held_on)
    with pytest.raises(Refused, match=str(OFFERED_ALREADY)):
        build.meeting_offer(stage_of(cast), meeting=meeting)


def test_a_fee_is_taken_only_after_the_note_on_benefits(cast):
    offer = build.offer(stage_of(cast))
    with pytest.raises(Refused, match=str(READ_FIRST)):
        OfferAnswer.say(offer, cast.mia, cast.mia, "fee")
    said = OfferAnswer.say(offer, cast.mia, cast.mia, "fee", has_read=True)
    assert (said.fee, said.get_says_display()) == (Decimal(75), "The fee and my costs")


def test_an_offer_is_declined_without_a_reason_and_taken_again(cast):
    offer = build.offer(stage_of(cast))
    for says, fee in (("nothing", 0), ("costs", 0), ("fee", 75)):
        assert OfferAnswer.say(offer, cast.mia, cast.mia, says, has_read=True).fee == fee
    assert OfferAnswer.objects.count() == 1


def test_no_fee_is_taken_where_none_is_offered(cast):
    offer = build.offer(stage_of(cast), fee=None, fee_for="")
    with pytest.raises(Refused, match=str(NO_FEE)):
        OfferAnswer.say(offer, cast.mia, cast.mia, "fee", has_read=True)


def test_who_has_a_seat_or_comes_for_a_provider_is_offered_nothing(cast):
    offer = build.offer(stage_of(cast))
    for person in (cast.ann, cast.cara, cast.pat, cast.zoe):
        with pytest.raises(Refused, match=str(NOT_OFFERED)):
            OfferAnswer.say(offer, person, person, "costs")


def test_a_convenor_puts_it_in_for_the_own_group_alone(cast):
    offer = build.offer(stage_of(cast))
    assert OfferAnswer.say(offer, cast.mia, cast.cove, "costs").entered_by == cast.cove
    with pytest.raises(Refused, match=str(NOT_FOR_THEM)):
        OfferAnswer.say(offer, cast.bea, cast.mia, "costs")


def test_a_fee_that_somebody_said_yes_to_never_falls_and_a_raised_one_takes_another_yes(cast):
    offer = build.offer(stage_of(cast))
    OfferAnswer.say(offer, cast.mia, cast.mia, "fee", has_read=True)
    with pytest.raises(Refused, match=str(NOT_LOWER)):
        offer.change(cast.ann, 1, "Less money.", fee=Decimal(50))
    offer.change(cast.ann, 1, "More work.", fee=Decimal(90))
    said = OfferAnswer.objects.by(cast.mia, offer)
    assert (said.fee, said.is_behind) == (Decimal(75), True)
    assert said_of(offer)[1] == {
        "title": str(offer), "before": {"fee": "75.00"}, "after": {"fee": "90.00"}, "reason": "More work.",
    }  # fmt: skip


def test_the_second_of_two_who_change_an_offer_is_shown_the_first_ones(cast):
    offer = build.offer(stage_of(cast))
    offer.change(cast.ann, 1, "More work.", fee=Decimal(90))
    with pytest.raises(Conflict):
        offer.change(cast.ola, 1, "Less.", fee=Decimal(80))


def test_an_offer_is_taken_back_until_somebody_says_yes(cast):
    first, second = build.offer(stage_of(cast)), build.offer(stage_of(cast))
    OfferAnswer.say(first, cast.mia, cast.mia, "costs")
    with pytest.raises(Refused, match=str(SAID_YES)):
        first.end(cast.ann, "It was wrong.")
    second.end(cast.ann, "It was wrong.")
    assert list(Offer.objects.of_cycle(cast.cycle)) == [first]
