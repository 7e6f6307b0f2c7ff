"""Tenders as a list: what of them waits for whom on their panels."""

from dataclasses import dataclass

from django.db.models import BooleanField, Case, Exists, OuterRef, Q, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ...models.records import RecordQuerySet
from .bid import Bid
from .declaration import Declaration
from .panel import PanelMember

SAY = (
    _("Say whether you have ties to the bidders of “%(title)s”"),
    _("Say whether you have ties to bidders: %(title)s"),
)
SCORE = (_("Score the bids of “%(title)s”"), _("Score bids: %(title)s"))
DECIDE = (_("Decide about a tie to a bidder of “%(title)s”"), _("Decide about a tie to a bidder: %(title)s"))
STANDING = ["received", "chosen", "not chosen"]


@dataclass(frozen=True)
class Asked:
    """One thing that a tender asks of a person. sentence, in_mail: with %(title)s for the tender, or for the stage."""

    tender: object
    sentence: str | Promise
    in_mail: str | Promise


class TenderQuerySet(RecordQuerySet):
    def on_panel(self, person, cycles):
        """Those of these cycles that are not decided, and on whose panel this person sits."""
        rows = self.filter(stage__cycle__in=cycles, state__in=["asking", "opened"], members__person=person,
                           members__left_at__isnull=True)  # fmt: skip
        return rows.select_related("stage").order_by("bids_until", "pk")

    def waiting_for(self, person, cycles):
        """What tenders of these Cycles ask of this person, as Asked: to say ties, to score, to decide about ties.

        One query, whatever there is. A convenor is asked for members without e-mail whom they put in for.
        """
        keeps = {pk for cycle in cycles for pk in cycle.standing_of(person).keeps}
        runs = [cycle.pk for cycle in cycles if cycle.standing_of(person).runs]
        mine = Q(person=person) | Q(person__email__isnull=True, participant__in=keeps)
        ties = set()
        for member in _members(mine, [cycle.pk for cycle in cycles], Q(tender__stage__cycle__in=runs)):
            is_mine = member.person_id == person.pk or (member.person.email is None and member.participant_id in keeps)
            if is_mine and member.has_to_say:
                yield Asked(member.tender, *SAY)
            elif is_mine and member.has_to_score:
                yield Asked(member.tender, *SCORE)
            others = member.is_waiting and member.person_id != person.pk
            if others and member.tender.stage.cycle_id in runs and member.tender_id not in ties:
                ties.add(member.tender_id)
                yield Asked(member.tender, *DECIDE)


def _members(mine, cycles, run):
    """The members of panels who have something to say or to score, or whose tie waits to be decided by others.

    mine: those for whom the person says it. run: those of cycles that the person runs.
    """
    said = Declaration.objects.filter(member=OuterRef(OuterRef("pk")), bid=OuterRef("pk"))
    gone = said.filter(decision="withdraws")
    bids = Bid.objects.filter(tender=OuterRef("tender"), outcome__in=STANDING)
    later = Declaration.objects.filter(member=OuterRef("member"), bid=OuterRef("bid"), pk__gt=OuterRef("pk"))
    waits = Declaration.objects.filter(~Exists(later), member=OuterRef("pk"), decision="").exclude(sort="none")
    to_score = Q(is_waiting=False, is_judging=True, tender__state="opened", handed_in_at__isnull=True)
    rows = PanelMember.objects.filter(
        left_at__isnull=True, tender__stage__cycle__in=cycles, tender__state__in=["asking", "opened"]
    ).annotate(
        has_to_say=Exists(bids.filter(~Exists(said))), is_waiting=Exists(waits),
        is_judging=Exists(bids.filter(~Exists(gone))),
    ).annotate(has_to_score=Case(When(to_score, then=True), default=False, output_field=BooleanField()))  # fmt: skip
    asked = (mine & (Q(has_to_say=True) | Q(has_to_score=True))) | (run & Q(is_waiting=True))
    return rows.filter(asked).select_related("tender__stage", "person").order_by("tender__bids_until", "pk")
