"""What is paid for a meeting, on its page; an amount in pounds; the rates beside what an agreement says is paid."""

from django import template

from cycle.snapshot import facts_of, money

from ..models import Champion, Claim, Offer, OfferAnswer, Rates
from ..models.offer import offered_to
from ..paying.claiming import people_to_enter_for

register = template.Library()


@register.filter
def pounds(amount):
    """An amount in pounds; a dash for none."""
    return "–" if amount is None else money(amount)


@register.inclusion_tag("involvement/payment/of_session.html")
def pay_of_session(session, person):
    """What is offered for a meeting, to those who take part; what this reader took of it, and the way to claim."""
    cycle = session.stage.cycle
    standing = cycle.standing_of(person)
    if not standing.is_involved:
        return {"is_told": False}
    offer = Offer.objects.for_session(session)
    told = {"is_told": True, "session": session, "offer": offer, "cycle": cycle, "standing": standing}
    if offer is None:
        return {**told, "make_refusal": Offer.refusal_to_make(session.stage, person)}
    offer.stage, offer.session = session.stage, session
    is_theirs = bool(offered_to(offer, person))
    mine = Claim.objects.standing_for(offer, person) if is_theirs else None
    if mine:
        mine.offer = offer
    return {
        **told,
        "facts": facts_of(offer, Offer.TERMS),
        "is_theirs": is_theirs,
        "said": OfferAnswer.objects.by(person, offer) if is_theirs else None,
        "claim": mine,
        "may_enter": bool(standing.runs or standing.keeps) and people_to_enter_for(offer, person).exists(),
    }


@register.inclusion_tag("involvement/payment/rates_beside.html")
def rates_of(cycle):
    """The rates that hold in a cycle, in short, beside what somebody writes about pay."""
    rates = Rates.objects.on(cycle)
    names = (*Rates.FEES, *Rates.COSTS)
    return {"cycle": cycle, "rates": rates, "facts": facts_of(rates, names) if rates else []}


@register.inclusion_tag("involvement/training/champion.html")
def champion_of(cycle, person):
    """Who speaks up for the involvement of users in a cycle, or that nobody is named for it (R77)."""
    may_name = not Champion.refusal_to_name(cycle, person)
    return {"champion": Champion.objects.now(cycle), "cycle": cycle, "may_name": may_name}
