"""What is paid for taking part: rates, a tasting with what was offered for it, claims in each state; and training."""

from datetime import date
from decimal import Decimal

from involvement.models import (
    Champion,
    ClaimLine,
    Offer,
    OfferAnswer,
    Rates,
    Session,
    Training,
    TrainingPlace,
    TrainingPlan,
    TrainingWish,
)
from involvement.paying import claiming, deciding

Sort = ClaimLine.Sort


def play(case):
    """Mia takes her bus fare and no fee, and is paid. A claim on paper is late; one is refused, with the reason."""
    _rates(case)
    stage = case.stage("monitoring")
    tasting = _tasting(case, stage)
    _mia_is_paid(case, tasting)
    _on_paper_and_late(case, tasting)
    _other_work(case, stage)
    _ahead(case, stage)
    _training(case)


def _rates(case):
    Rates.adopt(
        case.cycle, case.people.ann, valid_from=date(2023, 4, 1), fee_short=Decimal(45), short_hours=4,
        fee_long=Decimal(90), fee_hour=Decimal(12), fee_reading=Decimal(20), fee_preparing=Decimal(10),
        mile=Decimal("0.45"), meals_most=Decimal(8), care_hour=Decimal("12.50"), pay_within_days=14,
        adviser="Example Benefits Advice (made up)", adviser_how="Ring 01632 960 450, or come on a Tuesday",
        employed="Does your employer pay you for this time? Then you can have your costs, and no fee as well.",
        source="The council’s policy of March 2023 (made up)",
        reason="People said that nobody knew what is paid. So it stands here, for everybody.",
    )  # fmt: skip


def _tasting(case, stage):
    meeting = Session.plan(
        stage, case.people.colin, case.parties["voice"], title="Tasting the new menu", held_on=case.day(-44),
        where="Chapel hall, at noon", questions="What do you want again?\nWhat do you leave on the plate?",
    )  # fmt: skip
    return Offer.make(
        stage, case.people.owen, session=meeting, fee=Decimal(45), fee_for="Up to 4 hours", travel="back",
        travel_how="Or tell Owen three days before, and a taxi fetches you.", meals="there", care="back",
        care_most=Decimal("12.50"),
    )  # fmt: skip


def _mia_is_paid(case, offer):
    mia, owen = case.people.mia, case.people.owen
    OfferAnswer.say(offer, mia, mia, OfferAnswer.Says.COSTS)
    bus = {Sort.TRAVEL: {"amount": Decimal("4.60"), "words": "Bus 120, both ways"}}
    claim = claiming.send(offer, mia, mia, takes_fee=False, has_read=False, costs=bus)
    deciding.decide(claim, owen, {line.pk: line.amount for line in claim.lines.all()})
    deciding.make_list(case.cycle, owen)
    deciding.pay([claim], owen, case.day(0), "Into the bank account")


def _on_paper_and_late(case, offer):
    """Two members gave their claims to the convenor on paper; he put them in, and nobody has paid one of them."""
    dilys, colin = case.people.dilys, case.people.colin
    bus = {Sort.TRAVEL: {"amount": Decimal("4.60"), "words": "Bus 120, both ways"}}
    claiming.send(offer, dilys, colin, takes_fee=True, has_read=True, costs=bus, given_on=case.day(-40))
    taxi = {Sort.TRAVEL: {"amount": Decimal(18), "words": "Taxi, both ways"}}
    second = claiming.send(
        offer, case.people.glyn, colin, takes_fee=False, has_read=False, costs=taxi, given_on=case.day(-9)
    )
    deciding.ask(second, case.people.owen, "Was there no bus, or could you not take it? Both are fine.")


def _other_work(case, stage):
    """Reading the first figures: one claim is approved and waits for the money, one is refused."""
    owen, bea = case.people.owen, case.people.bea
    offer = Offer.make(
        stage, owen, title="Reading the first figures", held_on=case.day(-12), fee=Decimal(20),
        fee_for="Reading one paper", travel="none",
    )  # fmt: skip
    claim = claiming.send(offer, case.people.rhys, case.people.rhys, takes_fee=True, has_read=True, costs={})
    deciding.decide(claim, owen, {line.pk: line.amount for line in claim.lines.all()})
    printer = {Sort.OTHER: {"amount": Decimal(89), "words": "A printer"}}
    claim = claiming.send(offer, bea, bea, takes_fee=False, has_read=False, costs=printer)
    deciding.decide(claim, owen, {}, "We cannot pay for a printer. We print for you and send it: ask Colin.")


def _ahead(case, stage):
    """A second tasting that lies ahead: what is paid is told before anybody says yes."""
    meeting = Session.plan(
        stage, case.people.colin, case.parties["voice"], title="Second tasting", held_on=case.day(9),
        where="Chapel hall, at noon", questions="Is it better now?",
    )  # fmt: skip
    Offer.make(
        stage, case.people.owen, session=meeting, fee=Decimal(45), fee_for="Up to 4 hours", travel="booked",
        travel_how="Owen books a taxi for each of you.", meals="there",
    )  # fmt: skip


def _training(case):
    cycle, people = case.cycle, case.people
    Champion.nominate(
        cycle, people.ann, name="Delyth Example-Director", post="Director of adult services",
        promise="I read what people said before I sign anything. Twice a year I come to a group and listen.",
    )  # fmt: skip
    TrainingPlan.write(
        cycle, people.ann, 0, for_users="How a budget is read. How bids are scored.",
        for_commissioners="How to ask so that people can answer. How to write in plain words.", budget=Decimal(1800),
    )  # fmt: skip
    budget = Training.offer(
        cycle, people.ann, title="How to read a budget", about="What the lines mean, and what to ask.", audience="both",
        by_whom="Two members of another group", held_on=case.day(-60), where="Chapel hall", cost=Decimal(240),
    )  # fmt: skip
    for person in (people.mia, people.bea, people.rhys, people.owen):
        TrainingPlace.put_down(budget, person, people.ann)
    came = budget.places.exclude(person=people.rhys).values_list("pk", flat=True)
    TrainingPlace.write_down(budget, people.ann, list(came))
    budget.change(people.ann, 1, spent=Decimal("212.50"))
    Training.offer(
        cycle, people.owen, title="Plain words", about="To write so that everybody can read it.", audience="officers",
        by_whom="People who use services", held_on=case.day(21), where="Council offices", cost=Decimal(180),
    )  # fmt: skip
    TrainingWish.ask(cycle, people.rhys, "I would like to know how bids are scored.")
    answered = TrainingWish.ask(cycle, people.mia, "I never know what the columns in the budget are.")
    answered.reply(people.owen, "Come to this one. You are not the only one.", budget)
