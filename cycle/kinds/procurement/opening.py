"""When bids are asked for, opened and decided on, and the sentences for when they are not (R54)."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER, runs
from ...words import Verb
from . import scoring
from .rules import source_of

ASKED = Verb("tender asked", _("asked for bids:"))
OPENED = Verb("tender opened", _("opened the bids of"))
DECIDED = Verb("tender decided", _("decided the tender"))

NO_CRITERIA = _("Say first what counts. A tender needs at least one award criterion.")
NOT_A_HUNDRED = _("All the weights make %(sum)d. They have to make 100.")
NO_OFFER = _("No offer was put in yet, so there is nothing to open.")
NO_PANEL = _("Nobody sits on the panel yet. Name its members before you open the bids.")
TOO_EARLY = _("Bids come in until %(time)s. They cannot be opened before.")
NOT_NOW = {
    "preparing": _("This is still being prepared. Bids have not been asked for."),
    "asking": _("Bids are asked for already."),
    "opened": _("The bids are opened already."),
    "decided": _("This tender is decided. To buy again, begin another one."),
}


def unready_to_ask(tender):
    """What a tender lacks before bids are asked for, as a sentence."""
    if tender.stage.cycle.is_closed:
        return CYCLE_CLOSED
    weights = list(tender.criteria.values_list("weight", flat=True))
    if not weights:
        return NO_CRITERIA
    return "" if sum(weights) == 100 else NOT_A_HUNDRED % {"sum": sum(weights)}


def unready_to_open(tender):
    """What a tender lacks before its bids are opened, as a sentence."""
    if sentence := unready_to_ask(tender):
        return sentence
    if timezone.now() < tender.bids_until:
        return TOO_EARLY % {"time": date_format(localtime(tender.bids_until), "j F Y, H:i")}
    if not tender.bids.filter(outcome="received", offer__isnull=False).exists():
        return NO_OFFER
    return "" if tender.members.filter(left_at__isnull=True).exists() else NO_PANEL


def unready_to_decide(tender):
    """Why nothing can be decided now, as a sentence."""
    return CYCLE_CLOSED if tender.stage.cycle.is_closed else ""


MOVES = {
    "ask": moves.Move(ASKED, ("preparing",), "asking", runs, NOT_AN_OFFICER, NOT_NOW, unready_to_ask),
    "open": moves.Move(OPENED, ("asking",), "opened", runs, NOT_AN_OFFICER, NOT_NOW, unready_to_open),
    "decide": moves.Move(
        DECIDED, ("preparing", "asking", "opened"), "decided", runs, NOT_AN_OFFICER, NOT_NOW, unready_to_decide
    ),
}


def open_bids(tender, by):
    """Open all bids of a tender at once; from now on every offer is frozen. Returns the Event. Raises Refused."""
    with ledger.writing(tender.stage.cycle):
        tender.refresh_from_db()
        now = timezone.now()
        offers = [bid.offer for bid in tender.bids.filter(offer__isnull=False).select_related("offer")]
        told = {"bids_opened": str(len(offers))}
        event = tender.move("open", by, told=told, opened_at=now)
        for offer in offers:
            type(offer).objects.filter(pk=offer.pk, opened_at__isnull=True).update(opened_at=now)
        return event


def has_members_without_seat(tender):
    """Whether somebody on the panel holds no seat, and so reads nothing that is withheld."""
    seated = set(tender.stage.cycle.seats.active().values_list("person_id", flat=True))
    return any(
        pk not in seated for pk in tender.members.filter(left_at__isnull=True).values_list("person_id", flat=True)
    )


def on_page(tender, reader):
    """What the page of a tender shows beside what every record shows, for this reader."""
    found = scoring.scoring_of(tender)
    standing = tender.stage.cycle.standing_of(reader)
    member = found.member_of(reader)
    return {
        "scoring": found,
        "runs": standing.runs,
        "own": member,
        "kept": [each for each in found.active if each != member and found.puts_in_for(each, reader)],
        "shown_criteria": [each for each in found.criteria if standing.may_read(each.openness)],
        "shown_bids": _shown(found, reader, member),
        "source": source_of(tender.rules),
        "ask_refusal": tender.refusal("ask", reader),
        "open_refusal": tender.refusal("open", reader),
        "decision": tender.decisions.visible_to(reader, tender.stage.cycle).first(),
        "result_refusal": scoring.why_no_results(found, reader),
    }


def _shown(found, reader, member):
    """(bid, whether its page is open) for each: the panel knows all bidders; others see what they may read."""
    standing = found.tender.stage.cycle.standing_of(reader)
    knows_all = standing.runs or member is not None
    return [(bid, standing.may_read(bid.openness)) for bid in found.bids
            if knows_all or standing.may_read(bid.openness)]  # fmt: skip


def in_words(moment):
    """A moment as pages say it."""
    return date_format(localtime(moment), _now("j F Y, H:i"))
