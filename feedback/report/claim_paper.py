"""The claim form on paper, for those who use no screen: what is offered, boxes for amounts, to whom it goes (R76)."""

from dataclasses import dataclass

from cycle.models import Stage
from cycle.snapshot import facts_of
from cycle.standing import Standing
from involvement.models import Offer
from involvement.status import AgreementStatus, status_of

from .on_paper import OnPaper, keepers_of


@dataclass(frozen=True)
class ClaimPaper(OnPaper):
    """A blank claim form for one Offer; nothing of what anybody claims is on it."""

    PAPER = "feedback/paper/claim.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    offer: Offer
    to_whom: list[str]

    @property
    def facts(self):
        """What is offered, as (label, words) pairs."""
        return facts_of(self.offer, Offer.TERMS)


def claim_paper_of(offer, reader):
    """The ClaimPaper of an Offer, with its stage at hand."""
    stage = offer.stage
    return ClaimPaper(
        stage=stage, standing=stage.cycle.standing_of(reader), status=status_of(stage), offer=offer,
        to_whom=keepers_of(offer.participant, stage.cycle),
    )  # fmt: skip
