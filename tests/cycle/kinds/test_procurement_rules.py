"""A tender from its criteria to its decision: what is sealed from whom, and what the database itself keeps."""

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from cycle.kinds.procurement import offer
from cycle.kinds.procurement.offer import Offer
from cycle.kinds.procurement.scoring import scoring_of
from cycle.models import Event
from people.refusal import Refused
from tests import build
from tests.build import procuring

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "procurement")


def test_bids_are_asked_for_only_when_the_weights_make_a_hundred(cast, stage):
    made = procuring.tender(stage, criteria=[("Quality", "panel", 60, 10)])
    with pytest.raises(Refused, match=r"All the weights make 60. They have to make 100."):
        made.ask(cast.ann)
    procuring.criterion(made, owner="users", weight=40)
    made.ask(cast.ann)
    assert made.is_asking


def test_criteria_stay_as_they_are_once_bids_are_asked_for(cast, stage):
    made = procuring.asking(stage)
    first = made.criteria.first()
    with pytest.raises(Refused, match="the criteria stay as they are"):
        first.revise(cast.ann, first.version, "We think again.", weight=31)
    with pytest.raises(Refused, match="the criteria stay as they are"):
        procuring.criterion(made)


def test_the_last_time_for_bids_only_becomes_later(cast, stage):
    made = procuring.asking(stage, bids_until=procuring.FAR)
    with pytest.raises(Refused, match="can only become later"):
        made.revise(cast.ann, made.version, "We hurry.", bids_until=procuring.LATE)


def test_bids_are_not_opened_before_their_time(cast, stage):
    made = procuring.asking(stage, bids_until=procuring.FAR)
    procuring.bid(made, "Acme")
    procuring.on_panel(made, cast.bea)
    with pytest.raises(Refused, match=r"Bids come in until 1 January 2099, 12:00. They cannot be opened before."):
        made.open(cast.ann)


def test_nobody_reads_an_offer_before_it_is_opened_not_even_who_put_it_in(cast, stage):
    made = procuring.asking(stage)
    acme = procuring.bid(made, "Acme", by=cast.ola)
    procuring.on_panel(made, cast.bea)
    for person in (cast.ola, cast.ann, cast.bea):
        assert offer.parts_for(scoring_of(made), acme, person) == []
    assert offer.why_cannot_read(scoring_of(made), acme, cast.ola) == offer.SEALED


def test_opening_is_one_event_and_freezes_every_offer(cast, stage):
    made = procuring.opened_tender(stage, cast)
    event = Event.objects.of(made).last()
    assert (event.verb, event.said["after"]["bids_opened"]) == ("tender opened", "2")
    for wrong in ({"price": 1}, {"technical": "Other words."}, {"opened_at": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Offer.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Offer.objects.first()._meta.model.objects.all()._raw_delete("default")
    with pytest.raises(Refused, match="The bids are opened"):
        offer.put_in(made.bids.first(), cast.ann, technical="Better words.")


def test_after_opening_those_who_declared_read_what_is_offered_and_the_price_only_when_scores_are_in(cast, stage):
    made = procuring.opened_tender(stage, cast)
    acme = made.bids.first()
    acme.tender, acme.stage = made, stage
    assert offer.why_cannot_read(scoring_of(made), acme, cast.bea) == offer.DECLARE_FIRST
    procuring.declared(made)
    parts = offer.parts_for(scoring_of(made), acme, cast.bea)
    assert (parts[0].words, parts[0].is_closed) == ("Good trays.", False)
    assert [part.is_closed for part in parts] == [False, True, True]
    procuring.handed_in(made)
    assert [part.words for part in offer.parts_for(scoring_of(made), acme, cast.bea)] == [
        "Good trays.", "£2.00", "Thirty days.",
    ]  # fmt: skip
    for stranger in (cast.zoe, cast.cove, cast.cara, cast.pat):
        assert offer.why_cannot_read(scoring_of(made), acme, stranger) == offer.NOT_FOR_YOU


def test_nothing_of_an_offer_is_in_the_ledger(cast, stage):
    made = procuring.asking(stage)
    procuring.bid(made, "Acme", price="98765.43", technical="Xylophones", commercial="Zithers")
    said = " ".join(Event.objects.values_list("payload", flat=True))
    assert [word for word in ("98765", "Xylophones", "Zithers") if word in said] == []


def test_a_late_bid_is_taken_or_refused_for_a_reason(cast, stage):
    made = procuring.asking(stage)
    with pytest.raises(Refused, match=r"It came after the last time for bids."):
        procuring.bid(made, "Acme", received_at=procuring.LATE)
    with pytest.raises((Refused, ValidationError)):
        procuring.bid(made, "Acme", received_at=procuring.LATE, late="taken")
    taken = procuring.bid(made, "Acme", received_at=procuring.LATE, late="taken", late_because="The post failed.")
    refused = procuring.bid(
        made, "Beta", price=None, technical="", commercial="", received_at=procuring.LATE, late="refused",
        late_because="A day late.",
    )  # fmt: skip
    assert (taken.outcome, refused.outcome, refused.stands) == ("received", "refused", False)


@pytest.mark.req("R55")
def test_an_award_needs_moderated_scores_and_both_reasons(cast, stage):
    made = procuring.opened_tender(stage, cast)
    acme = made.bids.first()
    procuring.declared(made)
    with pytest.raises(Refused, match=r"Not all scores are in."):
        procuring.decided(made, "award", acme)
    procuring.handed_in(made)
    with pytest.raises(Refused, match="has not come to a score for everything"):
        procuring.decided(made, "award", acme)
    procuring.moderated_all(made)
    procuring.decided(made, "award", acme)
    assert list(made.bids.order_by("pk").values_list("outcome", flat=True)) == ["chosen", "not chosen"]
    assert made.afresh().is_decided
    with pytest.raises(Refused, match="decided already"):
        procuring.decided(made.afresh())


@pytest.mark.req("R55")
@pytest.mark.parametrize("outcome", ["none", "in-house"])
def test_nobody_may_be_chosen_and_each_side_says_why(cast, stage, outcome):
    made = procuring.assessed(stage, cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        procuring.decided(made, outcome, users_reason="")
    told = procuring.decided(made.afresh(), outcome, users_reason="Not for us.", officers_reason="Not strong enough.")
    assert (told.users_reason, told.officers_reason) == ("Not for us.", "Not strong enough.")
    assert set(made.bids.values_list("outcome", flat=True)) == {"not chosen"}
    with pytest.raises(Refused, match=r"What was decided stands."):
        told.revise(cast.ann, told.version, "We think again.", outcome="award")


def test_a_bid_below_a_fatal_minimum_cannot_be_chosen(cast, stage):
    made = procuring.tender(stage, criteria=[("Price", "price", 50, 10)])
    procuring.criterion(made, title="Safe", owner="panel", weight=50, minimum=5, is_fatal=True)
    made.ask(cast.ann)
    acme = procuring.bid(made, "Acme")
    procuring.on_panel(made, cast.bea)
    made.open(cast.ann)
    procuring.declared(made)
    procuring.handed_in(made, score=4)
    procuring.moderated_all(made, score=4)
    with pytest.raises(Refused, match="The chosen bid is out"):
        procuring.decided(made, "award", acme)


def test_a_price_is_published_only_after_the_decision_and_on_purpose(cast, stage):
    made = procuring.assessed(stage, cast)
    acme = made.bids.first()
    acme.stage, acme.tender = stage, made
    with pytest.raises(Refused, match="when the tender is decided"):
        acme.publish_price(cast.ann)
    procuring.decided(made, "award", acme)
    acme = scoring_of(made.afresh()).bids[0]
    event = acme.publish_price(cast.ann, "People pay for it.")
    acme.refresh_from_db()
    assert (acme.price, event.said["after"]) == (Decimal("2.00"), {"price": "2.00"})


def test_a_bid_that_its_bidder_took_back_is_judged_no_more(cast, stage):
    made = procuring.opened_tender(stage, cast)
    found = scoring_of(made)
    found.bids[0].take_back(cast.ann, "They cannot deliver.")
    assert [bid.bidder for bid in scoring_of(made).standing_bids] == ["Beta"]
