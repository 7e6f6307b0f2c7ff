"""What is offered, claimed and paid, with a canary in every field of it: a part of `tests.world`."""

from dataclasses import dataclass, field
from decimal import Decimal

from involvement.models import Claim, ClaimLine, Offer, OfferAnswer
from involvement.paying import deciding

from . import build
from .build.payments import fresh
from .readers import INVOLVED, READERS

RUN = {"ann", "ola"}


@dataclass(kw_only=True)
class OfPayments:
    """What the addresses of payments need. claims: "own" is mia's; "entered" is bea's, put in by her convenor."""

    offers: dict[str, Offer] = field(default_factory=dict)
    claims: dict[str, Claim] = field(default_factory=dict)


def fill(world, talk):
    """Rates that everybody reads, offers for those who take part, claims for the few."""
    cast = world.cast
    told = {name: world.canary(f"rates {name}", READERS) for name in ("adviser", "adviser_how", "employed", "source")}
    build.adopted(cast.cycle, cast.ann, world.canary("rates reason", READERS), **told)
    _offers(world, talk)
    _own(world)
    _entered(world)
    deciding.make_list(cast.cycle, cast.ann)


def _offers(world, talk):
    said = {name: world.canary(f"offer {name}", INVOLVED) for name in ("title", "fee_for", "travel_how", "more")}
    world.offers["open"] = build.offer(talk, **said)
    world.offers["open"].change(world.cast.ann, 1, world.canary("offer reason", INVOLVED), preparing=Decimal(5))
    world.offers["free"] = build.offer(talk, title="Another day", meals="back")
    world.offers["meeting"] = build.meeting_offer(talk)
    OfferAnswer.say(world.offers["meeting"], world.cast.mia, world.cast.mia, "costs")


def _costs(world, name, who):
    sorts = (ClaimLine.Sort.TRAVEL, ClaimLine.Sort.OTHER)
    return {sort: {"amount": Decimal(3), "words": world.canary(f"{name} {sort}", who)} for sort in sorts}


def _own(world):
    """mia's, sent back with a question and answered; and one of hers that is paid."""
    cast, who = world.cast, RUN | {"mia"}
    claim = build.claimed(world.offers["open"], cast.mia, costs=_costs(world, "claim", who))
    build.photographed(claim)
    deciding.ask(claim, cast.ann, world.canary("claim question", who))
    fresh(claim).move("correct", cast.mia, words=world.canary("claim answer", who))
    world.claims["own"] = fresh(claim)
    paid = build.decided(build.claimed(world.offers["meeting"], cast.mia, takes_fee=False))
    deciding.pay([paid], cast.ola, build.payments.TODAY(), world.canary("claim paid_how", who))


def _entered(world):
    """bea's, put in by her convenor, to which an officer says yes in part."""
    cast, who = world.cast, RUN | {"bea", "cove"}
    claim = build.claimed(world.offers["open"], cast.bea, cast.cove, costs=_costs(world, "entered", who))
    build.photographed(claim)
    words = world.canary("entered decision", who)
    world.claims["entered"] = build.decided(claim, part=Decimal(2), words=words)
