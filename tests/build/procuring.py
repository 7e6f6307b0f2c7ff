"""Tenders with their criteria, bids, panels, ties, scores and decisions."""

from datetime import UTC, datetime
from decimal import Decimal

from cycle.kinds.procurement import declaration, moderated, offer, panel, panel_score
from cycle.kinds.procurement.scoring import scoring_of

from .cycles import commissioners, lead, users
from .records import record, record_values

# (title, who scores it, weight, top of its scale)
CRITERIA = (("Quality", "panel", 30, 10), ("Taste", "users", 20, 5), ("Price", "price", 50, 10))


def tender(stage, by=None, criteria=CRITERIA, **over):
    """A tender that is being prepared, with these criteria."""
    made = record(stage, by, stage.kind.record, **{"title": "Frozen meals", "regime": "below", **over})
    for title, owner, weight, top in criteria:
        criterion(made, by, title=title, owner=owner, weight=weight, top=top)
    return made


def criterion(tender, by=None, **over):
    """A criterion of a tender, without a lowest score unless it is given."""
    said = {"tender": tender, "minimum": None, "is_fatal": False, "top": 10, **over}
    model = tender.stage.kind.record_named("award-criteria")
    return record(tender.stage, by, model, **said)


def asking(stage, by=None, **over):
    """A tender that asks for bids."""
    made = tender(stage, by, **over)
    made.ask(by or lead(stage.cycle))
    return made


def bid(tender, bidder, price="2.50", by=None, technical="Good trays.", commercial="Thirty days.", **over):
    """A bid with its offer, which stays sealed."""
    stage, by = tender.stage, by or lead(tender.stage.cycle)
    model = stage.kind.record_named("bids")
    said = {"title": bidder, "bidder": bidder, "users_reason": "", "officers_reason": "", **over}
    made = record(stage, by, model, tender=tender, **said)
    if price is not None or technical or commercial:
        price = None if price is None else Decimal(price)
        offer.put_in(made, by, technical=technical, commercial=commercial, price=price)
    return made


def on_panel(tender, person, participant=None, by=None, **said):
    """Somebody on the panel, by default for the users' group."""
    by = by or lead(tender.stage.cycle)
    return panel.name_member(tender, by, person, participant or users(tender.stage.cycle), **said)


def opened_tender(stage, cast, bidders=("Acme", "Beta"), **over):
    """A tender whose bids are opened, with ola for the officers, bea and mia for the users; nobody has declared."""
    made = asking(stage, **over)
    for number, name in enumerate(bidders):
        bid(made, name, price=Decimal(2) + number)
    on_panel(made, cast.ola, commissioners(stage.cycle))
    on_panel(made, cast.bea)
    on_panel(made, cast.mia)
    made.open(lead(stage.cycle))
    return made


def declared(tender, *people, sort="none", words=""):
    """These people of the panel, or all, say the same of every bid."""
    found = scoring_of(tender)
    for member in found.active:
        if not people or member.person in people:
            declaration.declare(member, member.person, dict.fromkeys(found.standing_bids, (sort, words)))


def tie(tender, person, bidder, sort="actual", words="My son works there."):
    """Somebody of the panel declares a tie to one bidder. Returns the Declaration."""
    found = scoring_of(tender)
    member, about = found.member_of(person), of_bidder(found, bidder)
    return declaration.declare(member, person, {about: (sort, words)})[0]


def of_bidder(found, bidder):
    """The bid of this bidder."""
    return next(each for each in found.bids if each.bidder == bidder)


def handed_in(tender, *people, score=4, why="It was so."):
    """These people of the panel, or all, give the same score everywhere and hand in. score: a number, or by bidder."""
    found = scoring_of(tender)
    for member in found.active:
        if not people or member.person in people:
            said = {
                (about, criterion): (score if isinstance(score, int) else score[about.bidder], why)
                for about, criterion in found.duties(member)
            }
            panel_score.score(member, member.person, said, hand_in=True)


def moderated_all(tender, score=4, why="We talked it over."):
    """The panel comes to the same score everywhere. score: a number, or by bidder."""
    found = scoring_of(tender)
    of_users = [each for each in found.active if each.is_of_users]
    for about in found.standing_bids:
        for criterion in found.scored_criteria:
            there = [
                each for each in (of_users if criterion.is_of_users else found.active)
                if not found.is_withdrawn(each, about)
            ]  # fmt: skip
            number = score if isinstance(score, int) else score[about.bidder]
            by = next(each for each in there if each.is_of_users).person
            moderated.moderate(about, criterion, by, number, why, there, 0)


def assessed(stage, cast, score=4, **over):
    """A tender that is opened, declared, scored and talked over."""
    made = opened_tender(stage, cast, **over)
    declared(made)
    handed_in(made, score=score)
    moderated_all(made, score=score)
    return made


def decided(tender, outcome="none", chosen=None, by=None, **over):
    """What became of a tender, with both reasons."""
    model = tender.stage.kind.record_named("award-decisions")
    values = record_values(model, tender.stage, tender=tender, outcome=outcome, chosen=chosen, **over)
    return model.add(by or lead(tender.stage.cycle), tender.stage, **values)


LATE = datetime(2023, 2, 1, 9, tzinfo=UTC)
FAR = datetime(2099, 1, 1, 12, tzinfo=UTC)
