"""The addresses of what is paid: a part of what all nets walk over."""

from django.utils import timezone

from .addresses_of_talk import row
from .world import TALK


def addresses_of_payments(world):
    """Rates, offers, claims of mia and of bea, receipts, lists for the pay office; in an open and in a hidden cycle."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    yield row("own_claims")
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("payments", situation, [where.slug])
        yield row("claims", situation, [where.slug])
    yield row("rates_new", "", [cycle.slug])
    yield row("claims_paid", "", [cycle.slug], form={"paid_how": "By bank", **day("paid_on")})
    yield row("payroll_new", "", [cycle.slug], form={})
    yield row("payroll_list", "", [cycle.slug, 1])
    yield row("payroll_file", "", [cycle.slug, 1])
    yield from _offers(world, [cycle.slug, TALK])
    for name, claim in world.claims.items():
        yield from _claim(name, claim, [cycle.slug, claim.pk])


def addresses_of_training(world):
    """The champion, the plan, trainings, places in them, and wishes."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("training", situation, [where.slug])
        yield row("training_wish_new", situation, [where.slug], form={"words": "How to read a budget."})
    for name in ("training_plan", "training_new", "champion_new"):
        yield row(name, "", [cycle.slug])
    yield row("champion_end", "", [cycle.slug], form={"reason": "She has left."})
    for situation, made in world.trainings.items():
        here = [cycle.slug, made.pk]
        yield row("training_one", situation, here)
        yield row("training_edit", situation, here)
        yield row("training_end", situation, here, form={"reason": "Nobody came."})
        yield row("training_place", situation, here, form={})
        yield row("training_place_end", situation, here, form={})
        yield row("training_place_new", situation, here, form={"person": world.cast.bea.pk})
        yield row("training_came", situation, here, form={})
    for situation, wish in world.wishes.items():
        yield row("training_wish", situation, [cycle.slug, wish.pk], form={"answer": "Yes."})


def _offers(world, here):
    offer, free = world.offers["open"], world.offers["free"]
    yield row("offer_new", "", here)
    yield row("offer_new", "of a meeting", here, query={"session": world.offers["meeting"].session_id})
    yield row("offer", "", [*here, offer.pk], form={"says": "nothing"})
    yield row("offer", "of a meeting", [*here, world.offers["meeting"].pk], form={"says": "costs"})
    yield row("offer", "of another stage", [here[0], "strategy", offer.pk])
    yield row("offer_edit", "", [*here, offer.pk])
    yield row("offer_end", "", [*here, free.pk])
    yield row("offer_answer_new", "", [*here, offer.pk], form={"person": world.cast.bea.pk, "says": "costs"})
    yield row("claim_new", "", [*here, free.pk], form={"takes_fee": "no", "travel": "3"})
    told = {"takes_fee": "no", **day("given_on")}
    yield row("claim_new", "for others", [*here, free.pk], query={"for": "others"}, form=told)
    yield row("claim_paper", "", [*here, offer.pk])


def _claim(name, claim, here):
    yield row("claim", name, here)
    yield row("receipt", name, [*here, claim.receipts.get().pk])
    yield row("receipt_new", name, here, form={})
    yield row("claim_edit", name, here)
    yield row("claim_question", name, here)
    yield row("claim_decision", name, here)
    yield row("claim_objection", name, here)
    yield row("claim_withdrawal", name, here, form={})
    yield row("claim_fee_end", name, here, form={})


def day(name):
    """Today in the boxes of this field."""
    today = timezone.localdate()
    return {f"{name}_day": today.day, f"{name}_month": today.month, f"{name}_year": today.year}
