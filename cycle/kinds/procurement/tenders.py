"""Tenders as a list: what of them waits for whom on their panels."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
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

        Two queries, whatever there is. A convenor is asked for members without e-mail whom they put in for.
        """
        keeps = {pk for cycle in cycles for pk in cycle.standing_of(person).keeps}
        runs = [cycle.pk for cycle in cycles if cycle.standing_of(person).runs]
        mine = Q(person=person) | Q(person__email__isnull=True, participant__in=keeps)
        found = _members(mine, [cycle.pk for cycle in cycles])
        for member in found:
            yield Asked(member.tender, *(SAY if member.is_silent else SCORE))
        for tender in self.filter(pk__in=_with_ties(person, runs)).select_related("stage") if runs else ():
            yield Asked(tender, *DECIDE)


def _members(mine, cycles):
    """The members of panels that have not said all ties, or said them and have to score; each knows which."""
    said = Declaration.objects.filter(member=OuterRef(OuterRef("pk")), bid=OuterRef("pk"))
    bids = Bid.objects.filter(~Exists(said), tender=OuterRef("tender"), outcome__in=STANDING)
    gone = Declaration.objects.filter(member=OuterRef(OuterRef("pk")), bid=OuterRef("pk"), decision="withdraws")
    there = Bid.objects.filter(~Exists(gone), tender=OuterRef("tender"), outcome__in=STANDING)
    later = Declaration.objects.filter(member=OuterRef("member"), bid=OuterRef("bid"), pk__gt=OuterRef("pk"))
    waits = Declaration.objects.filter(~Exists(later), member=OuterRef("pk"), decision="").exclude(sort="none")
    rows = PanelMember.objects.filter(
        mine, Exists(there), left_at__isnull=True, tender__stage__cycle__in=cycles,
        tender__state__in=["asking", "opened"],
    )  # fmt: skip
    rows = rows.annotate(is_silent=Exists(bids), is_waiting=Exists(waits))
    to_score = Q(is_silent=False, is_waiting=False, tender__state="opened", handed_in_at__isnull=True)
    found = rows.filter(Q(is_silent=True) | to_score).select_related("tender__stage", "person", "participant")
    return found.order_by("tender__bids_until", "pk")


def _with_ties(person, cycles):
    """The keys of tenders in which a tie waits to be decided by somebody other than the one it is about."""
    later = Declaration.objects.filter(member=OuterRef("member"), bid=OuterRef("bid"), pk__gt=OuterRef("pk"))
    rows = Declaration.objects.filter(
        ~Exists(later), decision="", bid__stage__cycle__in=cycles, member__left_at__isnull=True,
        bid__tender__state__in=["asking", "opened"],
    )  # fmt: skip
    return rows.exclude(sort="none").exclude(member__person=person).values("bid__tender")
