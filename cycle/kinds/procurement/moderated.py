"""The moderated score: what the panel came to when it talked the scores of one bid over (R54, R56).

Each is a row of its own that nobody changes; a later one is put beside it, and the latest counts.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class
from people.triggers import Guard

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED
from ...words import Verb
from . import adding, scoring

MODERATED = Verb("score moderated", _("wrote down a score that the panel came to for"))

SEALED = _("The scores are sealed until all have handed in.")
NOT_ON_PANEL = _("Only the panel and officers write down what the panel came to.")
USERS_ONLY = _("This is for the users on the panel alone. One of them writes down what they came to.")
DECIDED = _("The tender is decided. Its scores stay as they are.")
NOT_SCORED = _("This is not scored by people.")
NOT_STANDING = _("This bid does not stand any more.")
NOT_ON_SCALE = _("Give a whole number from 0 to %(top)d.")
SAY_WHO = _("Say who of the panel was there.")
ONLY_USERS_THERE = _("Only users of the panel talk this over. Leave the others out.")
SAY_WHY = _("Say why: it is not the average of what was given, or nobody gave it.")
NOBODY = _("Nobody gave a score that counts. Say why this is the score.")
QUICKER = _("Somebody else wrote down another score meanwhile. Look at it again.")
WITHDRAWN = _("%(name)s takes no part in judging this bid, and was not there.")


class Moderated(models.Model):
    """A whole number on the criterion's scale. number: 1 for the first of its sort. present: who was there."""

    PERSONAL = {"by": Class.PART}

    bid = models.ForeignKey("cycle.Bid", models.PROTECT, related_name="moderated")
    criterion = models.ForeignKey("cycle.AwardCriterion", models.PROTECT, related_name="moderated")
    number = models.PositiveSmallIntegerField()
    score = models.PositiveSmallIntegerField(_("score that the panel came to"))
    why = models.TextField(_("why"), blank=True)
    present = models.ManyToManyField("cycle.PanelMember", related_name="+", verbose_name=_("who was there"))
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("moderated score")
        verbose_name_plural = _("moderated scores")
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["bid", "criterion", "number"], name="cycle_moderated_one_after_the_other"),
            models.CheckConstraint(condition=Q(score__lte=100, number__gte=1), name="cycle_moderated_is_0_to_100"),
        ]

    def __str__(self):
        return f"{self.bid}, {self.criterion}: {self.score}"


def why_cannot_moderate(found, bid, criterion, person):
    """Why this person cannot write down what the panel came to, as a sentence; empty when they can."""
    member = found.member_of(person)
    runs = found.tender.stage.cycle.standing_of(person).runs
    if not criterion.is_scored:
        return NOT_SCORED
    if member is None and not runs:
        return NOT_ON_PANEL
    if criterion.is_of_users and not (member and member.is_of_users):
        return USERS_ONLY
    if member and found.is_withdrawn(member, bid):
        return WITHDRAWN % {"name": member.person.name}
    if found.tender.stage.cycle.is_closed:
        return CYCLE_CLOSED
    if found.tender.is_decided:
        return DECIDED
    if found.is_sealed:
        return SEALED
    return "" if bid.stands else NOT_STANDING


def why_reason_is_needed(found, bid, criterion, score):
    """Why this score needs a reason, as a sentence; empty when it is the average and somebody gave it."""
    given = [each.score for _member, each in found.counted(bid, criterion)]
    if not given:
        return NOBODY
    return "" if score in given and score == adding.mean(given) else SAY_WHY


def moderate(bid, criterion, by, score, why, present, seen):
    """Write down what the panel came to. Returns the Moderated. Raises Refused.

    present: PanelMembers who talked it over. seen: the number of the one that stood there before, 0 for none.
    """
    with ledger.writing(bid.stage.cycle):
        tender = bid.tender
        tender.refresh_from_db(fields=["state", "opened_at"])
        found = scoring.scoring_of(tender)
        why = why.strip()
        if sentence := why_cannot_moderate(found, bid, criterion, by) or _wrong(found, bid, criterion, score, present):
            raise moves.Refused(sentence)
        if not why and (sentence := why_reason_is_needed(found, bid, criterion, score)):
            raise moves.Refused(sentence)
        there = found.moderated(bid, criterion)
        if (there.number if there else 0) != seen:
            raise moves.Refused(QUICKER, conflict=True)
        made = Moderated.objects.create(bid=bid, criterion=criterion, number=seen + 1, score=score, why=why, by=by)
        made.present.set(present)
        member = found.member_of(by)
        ledger.record(
            MODERATED, bid, by, cycle=tender.stage.cycle, stage=tender.stage, openness=bid.openness,
            acting_for=member.participant.acting_name if member else "",
        )  # fmt: skip
        return made


def _wrong(found, bid, criterion, score, present):
    if not 0 <= score <= criterion.top:
        return NOT_ON_SCALE % {"top": criterion.top}
    if not present:
        return SAY_WHO
    active = {each.pk for each in found.active}
    if any(each.pk not in active for each in present):
        return SAY_WHO
    if criterion.is_of_users and any(not each.is_of_users for each in present):
        return ONLY_USERS_THERE
    gone = next((each for each in present if found.is_withdrawn(each, bid)), None)
    return WITHDRAWN % {"name": gone.person.name} if gone else ""


GUARD = Guard(
    table="cycle_moderated",
    columns=("id", "bid_id", "criterion_id", "number", "score", "why", "by_id", "at"),
)
