"""What is offered, claimed and paid, with a canary in every field of it: a part of `tests.world`."""

from dataclasses import dataclass, field
from decimal import Decimal

from involvement.models import Claim, ClaimLine, Offer, OfferAnswer, Training, TrainingPlace, TrainingPlan, TrainingWish
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
    trainings: dict[str, Training] = field(default_factory=dict)
    wishes: dict[str, TrainingWish] = field(default_factory=dict)


def fill(world, talk):
    """Rates that everybody reads, offers for those who take part, claims for the few."""
    cast = world.cast
    told = {name: world.canary(f"rates {name}", READERS) for name in ("adviser", "adviser_how", "employed", "source")}
    build.adopted(cast.cycle, cast.ann, world.canary("rates reason", READERS), **told)
    _offers(world, talk)
    _own(world)
    _entered(world)
    deciding.make_list(cast.cycle, cast.ann)
    _training(world)


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


def _training(world):
    """What is planned and offered is read by everybody; wishes by who asked and the officers."""
    cast, every = world.cast, set(READERS)
    cycle = cast.cycle
    build.champion(cycle, cast.ann, promise=world.canary("champion promise", every))
    learn = {name: world.canary(f"plan {name}", every) for name in ("for_users", "for_commissioners")}
    TrainingPlan.write(cycle, cast.ann, 0, **learn, budget=900)
    made = build.training(cycle, cast.ann, about=world.canary("training about", every))
    TrainingPlace.put_down(made, cast.mia, cast.mia)
    world.trainings["open"] = made
    gone = build.training(cycle, cast.ann, title="Called off", held_on=None)
    gone.call_off(cast.ann, world.canary("called off", every))
    world.trainings["called off"] = gone
    who = RUN | {"mia"}
    world.wishes["waits"] = TrainingWish.ask(cycle, cast.mia, world.canary("wish words", who))
    answered = TrainingWish.ask(cycle, cast.bea, world.canary("wish of bea", RUN | {"bea"}))
    answered.reply(cast.ola, world.canary("wish answer", RUN | {"bea"}), made)
    world.wishes["answered"] = answered
