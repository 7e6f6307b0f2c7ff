"""The addresses of tenders, their panels and bids: a part of `tests.addresses`."""

from cycle.kinds.procurement.scoring import scoring_of

from .addresses_of_talk import row


def addresses_of_tenders(world):
    """A tender that asks for bids, one that is opened and one that is decided; each member's pages by mia's place."""
    for situation, made in world.tenders.items():
        here = [world.cast.cycle.slug, "procurement", made.pk]
        found = scoring_of(made)
        mia = found.member_of(world.cast.mia)
        yield row("record", f"tender {situation}", [here[0], here[1], made.SLUG, made.pk])
        yield row("tender_asking", situation, here, form={})
        yield row("tender_opening", situation, here, form={})
        yield row("tender_panel", situation, here)
        yield row("tender_results", situation, here)
        yield row("panel_member_new", situation, here, form={"who": f"{world.cast.users.pk}-{world.cast.cove.pk}"})
        yield row("panel_member", situation, [*here, mia.pk], form={"help_named": "Ann explains the terms."})
        yield row("panel_member_end", situation, [*here, mia.pk], form={"reason": "She moved away."})
        ties = {f"ties_{bid.pk}": "none" for bid in found.bids}
        yield row("panel_ties", situation, [*here, mia.pk], form=ties)
        yield row("panel_scores", situation, [*here, mia.pk], form={})
        bea = found.member_of(world.cast.bea)
        scores = {f"{what}_{bid.pk}_{criterion.pk}": "3" for bid, criterion in found.duties(bea)
                  for what in ("score", "why")}  # fmt: skip
        yield row("panel_scores", f"{situation} of bea", [*here, bea.pk], form=scores)
        bid, criterion = found.bids[0], found.criteria[0]
        users = next(each for each in found.criteria if each.is_of_users)
        said = {"seen": 0 if not found.moderated(bid, criterion) else 1, "score": "5", "why": "So.",
                "present": [mia.pk]}  # fmt: skip
        yield row("moderation", situation, [*here, bid.pk, criterion.pk], form=said)
        yield row("moderation", f"{situation} of users", [*here, bid.pk, users.pk], form=said)
    yield from _bids(world)
    for what in ("releases", "records", "others"):
        yield row("open_data", what, [world.cast.cycle.slug, "procurement", what])
    yield row("open_data", "hidden", [world.hidden_cycle.slug, "procurement", "releases"])
    yield row("open_data", "elsewhere", [world.cast.cycle.slug, "budget", "releases"])
    for situation, tie in world.ties.items():
        here = [world.cast.cycle.slug, "procurement", tie.bid.tender_id]
        yield row("tie_decision", situation, [*here, tie.pk], form={"decision": "stays", "done": "It is long ago."})


def _bids(world):
    for situation, made in world.bids.items():
        here = [world.cast.cycle.slug, "procurement", made.pk]
        yield row("record", f"bid {situation}", [here[0], here[1], made.SLUG, made.pk])
        yield row("bid_offer", situation, here, form={"technical": "Other trays."})
        yield row("bid_withdrawal", situation, here, form={"reason": "They cannot deliver."})
        yield row("bid_price", situation, here, form={"reason": "People pay for it."})
        yield row("bid_assessment", situation, here)
        yield row("record_pdf", f"bid {situation}", [here[0], here[1], made.SLUG, made.pk])
    yield row("record_pdf", "none such", [here[0], here[1], "tenders", world.tenders["asking"].pk])
