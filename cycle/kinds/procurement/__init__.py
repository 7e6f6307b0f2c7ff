"""Procurement with users on the panel: tenders, sealed bids, scores, decisions, and the contracts (R54-R56, R61).

A `Tender` asks for `Bid`s; what is offered lies sealed in `Offer` until all are opened. The panel declares its ties
(`Declaration`), scores alone (`PanelScore`) and talks it over (`Moderated`); an `AwardDecision` has both reasons.
"""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from . import declaration, moderated, offer, panel, panel_score  # tables that are no records
from .bid import Bid
from .clause import Clause
from .contract import Contract
from .criterion import AwardCriterion
from .decision import AwardDecision
from .gaps import clauses_missing, kpis_missing, reasons_missing, undeclared
from .glances import register, steps_of_tenders
from .reading import ClauseReading
from .step_done import TenderStep
from .tender import Tender
from .ways import ways_of_panel

__all__ = ["declaration", "moderated", "offer", "panel", "panel_score"]

KIND = Kind(
    slug="procurement",
    name=_("Procurement"),
    place=10,
    prompt=_("What would make you trust one who offers this service?"),
    records=(Tender, AwardCriterion, TenderStep, Bid, AwardDecision, Contract, Clause, ClauseReading),
    work=_("Tenders and contracts"),
    ways=(ways_of_panel,),
    glances=(steps_of_tenders, register),
    gaps=(undeclared, reasons_missing, clauses_missing, kpis_missing),
)
