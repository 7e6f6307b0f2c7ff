"""The score that one member of the panel gives one bid by one criterion; locked when it is handed in (R54, R56)."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED
from ...words import Verb
from . import scoring
from .panel import tell

HANDED_IN = Verb("panel scores handed in", _("handed in scores for"))

NOT_YOURS = _("Each member of the panel scores alone. A convenor can put it in for a member without e-mail.")
HAS_LEFT = _("They have left the panel.")
NOT_OPENED = _("The bids are not opened yet. Come back when they are.")
DECIDED = _("The tender is decided. No more scores are taken.")
HANDED_IN_ALREADY = _("These scores are handed in. They cannot be changed any more.")
NOTHING_TO_SCORE = _("There is nothing for you to score here.")
DECLARE_FIRST = _("Say first for each bidder whether you have ties to it. Then you can score.")
WAITS = _("An officer has to decide first about the tie that you declared to %(bidder)s.")
NOT_ON_SCALE = _("Give a whole number from 0 to %(top)d for “%(criterion)s” of %(bidder)s.")
INCOMPLETE = _("Give each bid all its scores, each with a reason, before you hand in. %(number)d are missing.")
NOT_ASKED = _("You were not asked to score this.")


class PanelScore(models.Model):
    """A whole number on the criterion's scale, and why. locked_at: when it was handed in; from then on it is frozen."""

    PERSONAL = {"by": Class.PART, "why": Class.PART}

    member = models.ForeignKey("cycle.PanelMember", models.PROTECT, related_name="scores")
    bid = models.ForeignKey("cycle.Bid", models.PROTECT, related_name="panel_scores")
    criterion = models.ForeignKey("cycle.AwardCriterion", models.PROTECT, related_name="panel_scores")
    score = models.PositiveSmallIntegerField(_("score"), null=True, blank=True)
    why = models.TextField(_("why"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    locked_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("score of the panel")
        verbose_name_plural = _("scores of the panel")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["member", "bid", "criterion"], name="cycle_panelscore_once"),
            models.CheckConstraint(
                condition=Q(score__isnull=True) | Q(score__lte=100), name="cycle_panelscore_is_0_to_100"
            ),
            models.CheckConstraint(
                condition=Q(locked_at__isnull=True) | (Q(score__isnull=False) & ~Q(why="")),
                name="cycle_panelscore_locked_is_whole",
            ),
        ]

    def __str__(self):
        return f"{self.bid}, {self.criterion}: {self.score}"


def why_cannot_score(found, member, person):
    """Why this person cannot put in the scores of this member, as a sentence; empty when they can."""
    if member.has_left:
        return HAS_LEFT
    if member.person_id != getattr(person, "pk", None) and not found.puts_in_for(member, person):
        return NOT_YOURS
    tender = found.tender
    if tender.stage.cycle.is_closed:
        return CYCLE_CLOSED
    if tender.is_decided:
        return DECIDED
    if not tender.is_opened:
        return NOT_OPENED
    if member.handed_in_at:
        return HANDED_IN_ALREADY
    if found.undeclared(member):
        return DECLARE_FIRST
    if pending := found.pending(member):
        return WAITS % {"bidder": pending[0].bidder}
    return "" if found.duties(member) else NOTHING_TO_SCORE


def score(member, by, said, *, hand_in=False):
    """Save what a member gives, or hand it in for good. Returns the Event of handing in, or None. Raises Refused.

    said: dict of (Bid, AwardCriterion) -> (whole number or None, why). Until it is handed in nobody is told of it.
    """
    tender = member.tender
    with ledger.writing(tender.stage.cycle):
        found = scoring.scoring_of(tender.afresh())
        member = found.member(member.pk)
        if sentence := why_cannot_score(found, member, by):
            raise moves.Refused(sentence, conflict=sentence == HANDED_IN_ALREADY)
        duties = {(bid.pk, criterion.pk): (bid, criterion) for bid, criterion in found.duties(member)}
        given = {(bid.pk, criterion.pk): value for (bid, criterion), value in said.items()}
        if set(given) - set(duties):
            raise moves.Refused(NOT_ASKED)
        for key, (number, why) in given.items():
            _put(found, member, *duties[key], number, why.strip(), by)
        return _hand_in(member, by, duties) if hand_in else None


def _put(found, member, bid, criterion, number, why, by):
    if number is not None and not 0 <= number <= criterion.top:
        raise moves.Refused(NOT_ON_SCALE % {"top": criterion.top, "criterion": criterion, "bidder": bid.bidder})
    there = found.score(member, bid, criterion)
    if there is None and number is None and not why:
        return
    row = there or PanelScore(member=member, bid=bid, criterion=criterion)
    if there is None or (there.score, there.why) != (number, why):
        row.score, row.why, row.by, row.at = number, why, by, timezone.now()
        row.save()


def _hand_in(member, by, duties):
    """Lock every score of the member; all have to be there."""
    rows = list(PanelScore.objects.filter(member=member))
    whole = {(row.bid_id, row.criterion_id) for row in rows if row.score is not None and row.why}
    if missing := set(duties) - whole:
        raise moves.Refused(INCOMPLETE % {"number": len(missing)})
    now = timezone.now()
    PanelScore.objects.filter(member=member, score__isnull=False).exclude(why="").update(locked_at=now)
    type(member).objects.filter(pk=member.pk).update(handed_in_at=now)
    member.handed_in_at = now
    return tell(HANDED_IN, member, by, acting_for=member.participant.acting_name)


GUARD = Guard(
    table="cycle_panelscore",
    columns=("id", "member_id", "bid_id", "criterion_id", "score", "why", "by_id", "at", "locked_at"),
    when="OLD.locked_at IS NOT NULL",
)
