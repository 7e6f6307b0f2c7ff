"""Claims: to decide and to pay for officers, late ones first; for a claimant a question, or news of a claim (R76)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from involvement.models import Claim, Offer

from ..counting import MANY, in_words
from .row import Waiting

NEW_FOR_DAYS = 14


def to_settle(person, stages, known):
    """For those who run a cycle: how many claims wait in it for a yes or no, and how many for the money."""
    run = {stage.cycle_id: stage.cycle for stage in stages.values() if stage.cycle.standing_of(person).runs}
    if not run:
        return
    waiting = Claim.objects.waiting().filter(offer__stage__cycle__in=run).exclude(person=person)
    by_cycle = {}
    for pk, state, due_on in waiting.values_list("offer__stage__cycle_id", "state", "due_on")[: MANY + 1]:
        key = (pk, "decide" if state in ("sent", "objected") else "pay")
        by_cycle.setdefault(key, []).append(due_on)
    for (pk, state), days in by_cycle.items():
        yield _to_settle(run[pk], state, sorted(days))


def _to_settle(cycle, state, days):
    if state == "decide":
        sentence = ngettext("Decide about %(count)s claim", "Decide about %(count)s claims", len(days))
    else:
        sentence = ngettext("Pay %(count)s claim", "Pay %(count)s claims", len(days))
    url = f"{reverse('claims', args=[cycle.slug])}?state={state}"
    why = _("Money is late.") if Claim(state="sent", due_on=days[0]).is_late else ""
    return Waiting(sentence % {"count": in_words(len(days))}, url, cycle.title, days[0], why)


def to_claim(person, stages, known):
    """For a claimant: a question to answer, a claim that is late, and what came of one in the last two weeks."""
    cycles = {stage.cycle_id for stage in stages.values() if _may_be_paid(stage, person)}
    if not cycles:
        return
    mine = Claim.objects.of(person).filter(offer__stage__cycle__in=cycles)
    for claim in (mine.asked_back() | mine.late() | mine.told_lately(NEW_FOR_DAYS)).order_by("pk")[:MANY]:
        yield Waiting(
            _sentence(claim), claim.get_absolute_url(), claim.cycle.title, in_mail=_("Look at a claim of yours")
        )


def _may_be_paid(stage, person):
    """Whether this person takes part without a seat, so that something may be offered to them."""
    standing = stage.cycle.standing_of(person)
    return bool(standing.belongs_to and not standing.roles)


def to_see_what_is_paid(person, stages, known):
    """For somebody who takes part: what is offered to them for what lies ahead, before they say yes to it."""
    if not any(_may_be_paid(stage, person) for stage in stages.values()):
        return
    ahead = Offer.objects.unanswered_by(person).filter(stage__in=stages).ahead()
    for offer in ahead.order_by("pk")[:MANY]:
        sentence = _("Read what is paid, and say what you take: %(what)s") % {"what": offer}
        in_mail = _("Read what is paid for something that lies ahead")
        yield Waiting(sentence, offer.get_absolute_url(), offer.stage.cycle.title, offer.day, in_mail=in_mail)


def _sentence(claim):
    if claim.state == Claim.State.ASKED:
        sentence = _("Answer a question about your claim: %(what)s")
    elif claim.is_late:
        sentence = _("Your claim is late: %(what)s")
    else:
        sentence = _("Read what came of your claim: %(what)s")
    return sentence % {"what": claim.offer}
