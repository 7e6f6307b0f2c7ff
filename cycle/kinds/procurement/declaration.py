"""What a member of the panel declares of ties to a bidder, and what an officer decides about it (R56; source c4, c5).

A declaration is never changed: a later one is put beside it, and the latest counts.
"""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Membership
from people.personal import Class
from people.triggers import Guard

from ... import ledger, moves
from ...models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from ...openness import Openness, stricter
from ...words import Verb
from . import scoring
from .names import plain
from .panel import tell

DECLARED = Verb("interests declared", _("said whether they have ties to the bidders of"))
STAYS = Verb("interest stays", _("decided that somebody with a tie goes on judging the bid of"))
WITHDRAWS = Verb("interest withdraws", _("decided that somebody takes no part in judging the bid of"))

NOT_YOURS = _("Each member of the panel declares for themselves. A convenor can put it in for a member without e-mail.")
HAS_LEFT = _("They have left the panel.")
TOO_LATE = _("The tender is decided. What is declared now belongs to its review.")
SAY_WHICH = _("Say in words what ties you have to %(bidder)s.")
IS_WITHDRAWN = _("It was decided that you take no part in judging %(bidder)s. That stands.")
NOTHING_NEW = _("Say for at least one bidder whether you have ties to it.")
NO_BIDS = _("No bid is in yet. Come back when there is one.")
NOTHING_TO_DECIDE = _("There is nothing to decide here: this was decided, or a later declaration took its place.")
NOT_YOUR_OWN = _("It is about you. Another officer has to decide it.")
SAY_WHAT_IS_DONE = _("Say what is done about it, or why nothing has to be. Those on the panel read it.")


class Declaration(models.Model):
    """What one member says of one bidder. decision: of an officer, about a tie. done: what is done about it."""

    class Sort(models.TextChoices):
        NONE = "none", _("I have no ties to it")
        ACTUAL = "actual", _("I have a tie to it")
        POTENTIAL = "potential", _("I may come to have one")
        PERCEIVED = "perceived", _("I have none, but others could think so")

    class Decision(models.TextChoices):
        STAYS = "stays", _("They go on judging this bid")
        WITHDRAWS = "withdraws", _("They take no part in judging this bid")

    PERSONAL = {"by": Class.PART, "words": Class.PART, "decided_by": Class.PART}

    member = models.ForeignKey("cycle.PanelMember", models.PROTECT, related_name="declarations")
    bid = models.ForeignKey("cycle.Bid", models.PROTECT, related_name="declarations")
    sort = models.CharField(_("ties"), max_length=9, choices=Sort)
    words = models.TextField(_("which ties"), blank=True)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(_("what was decided"), max_length=9, choices=Decision, blank=True)
    done = models.TextField(_("what is done about it"), blank=True)
    decided_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("declaration")
        verbose_name_plural = _("declarations")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(sort="none", words="", decision="")
                | (Q(sort__in=["actual", "potential", "perceived"]) & ~Q(words="")),
                name="cycle_declaration_of_a_tie_has_words",
            ),
            models.CheckConstraint(
                condition=Q(decision="", done="", decided_by__isnull=True, decided_at__isnull=True)
                | (Q(decision__in=["stays", "withdraws"], decided_by__isnull=False, decided_at__isnull=False)
                   & ~Q(done="")),
                name="cycle_declaration_decided_is_whole",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.member}, {self.bid.bidder}: {self.get_sort_display()}"

    @property
    def is_none(self):
        return self.sort == self.Sort.NONE

    @property
    def is_withdrawal(self):
        return self.decision == self.Decision.WITHDRAWS

    @property
    def waits(self):
        """Whether an officer has to decide what is done about it."""
        return not self.is_none and not self.decision


def why_cannot_declare(found, member, person):
    """Why this person cannot declare for this member, as a sentence; empty when they can. found: the Scoring."""
    if member.has_left:
        return HAS_LEFT
    if member.person_id != getattr(person, "pk", None) and not found.puts_in_for(member, person):
        return NOT_YOURS
    if found.tender.stage.cycle.is_closed:
        return CYCLE_CLOSED
    if found.tender.is_decided:
        return TOO_LATE
    return "" if found.standing_bids else NO_BIDS


def declare(member, by, said):
    """Say for bidders whether there are ties. Returns the new Declarations. Raises Refused (R56).

    said: dict of Bid -> (a value of Declaration.Sort, words); what says the same as before is left as it is.
    """
    tender = member.tender
    with ledger.writing(tender.stage.cycle):
        found = scoring.scoring_of(tender.afresh())
        member = found.member(member.pk)
        if sentence := why_cannot_declare(found, member, by):
            raise moves.Refused(sentence)
        new = [
            made for bid, (sort, words) in said.items() if (made := _made(found, member, bid, sort, words.strip(), by))
        ]
        if not new and not any(found.declaration(member, bid) for bid in found.standing_bids):
            raise moves.Refused(NOTHING_NEW)
        if new:
            tell(DECLARED, member, by, acting_for=member.participant.acting_name)
        return new


def _made(found, member, bid, sort, words, by):
    """The new Declaration, or None when nothing differs."""
    if bid.tender_id != member.tender_id:
        raise moves.Refused(NOTHING_NEW)
    there = found.declaration(member, bid)
    words = "" if sort == Declaration.Sort.NONE else words
    if there and (there.sort, there.words) == (sort, words):
        return None
    if found.keeps_out(member.person_id, bid):
        raise moves.Refused(IS_WITHDRAWN % {"bidder": bid.bidder})
    if sort != Declaration.Sort.NONE and not words:
        raise moves.Refused(SAY_WHICH % {"bidder": bid.bidder})
    return Declaration.objects.create(member=member, bid=bid, sort=sort, words=words, by=by)


def why_cannot_decide(declaration, person):
    """Why this person cannot decide about a declared tie, as a sentence; empty when they can."""
    cycle = declaration.bid.stage.cycle
    if not cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    if cycle.is_closed:
        return CYCLE_CLOSED
    return NOT_YOUR_OWN if declaration.member.person_id == person.pk else ""


def decide(declaration, by, decision, done):
    """Decide whether a member with a tie goes on judging a bid, and what is done. Returns the Event. Raises Refused."""
    bid, member = declaration.bid, declaration.member
    with ledger.writing(bid.stage.cycle):
        if sentence := why_cannot_decide(declaration, by) or ("" if done.strip() else SAY_WHAT_IS_DONE):
            raise moves.Refused(sentence)
        latest = Declaration.objects.filter(member=member, bid=bid).last()
        said = {"decision": decision, "done": done, "decided_by": by, "decided_at": timezone.now()}
        same = Declaration.objects.filter(pk=declaration.pk, decision="").exclude(sort="none")
        if latest.pk != declaration.pk or not same.update(**said):
            raise moves.Refused(NOTHING_TO_DECIDE, conflict=True)
        for name, value in said.items():
            setattr(declaration, name, value)
        verb = WITHDRAWS if declaration.is_withdrawal else STAYS
        return ledger.record(
            verb, bid, by, cycle=bid.stage.cycle, stage=bid.stage, reason=done,
            after={"panel_member": member.told_as(True)}, openness=stricter(bid.openness, Openness.INVOLVED),
        )  # fmt: skip


def links_of(member, bids):
    """What is known here of ties between a member and bidders: dict of bid pk -> names of bodies that match (R56).

    Looks at the bodies and groups that the person belongs to, at the hosts of those groups, and at whom they sit for.
    """
    places = Membership.objects.active().filter(person=member.person).select_related("group__host", "organisation")
    names = {}
    for place in places:
        bodies = [place.organisation] if place.organisation else [place.group, place.group.host]
        names |= {plain(str(body)): str(body) for body in bodies if body}
    names.setdefault(plain(member.participant.name), member.participant.name)
    return {bid.pk: names[plain(bid.bidder)] for bid in bids if plain(bid.bidder) in names}


GUARD = Guard(
    table="cycle_declaration",
    columns=("id", "member_id", "bid_id", "sort", "words", "by_id", "at"),
)
