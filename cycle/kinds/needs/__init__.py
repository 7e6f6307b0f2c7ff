"""Needs assessment: what people need, who said so, how we know, and who judges between them (R32–R40)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .blank_sheet import BlankSheet, ways_to_turn
from .checks import every_cost_shift_is_heard, need_is_defined_together
from .evidence import Evidence, Figures
from .glances import definition_at_a_glance, sides_at_a_glance, voices_at_a_glance
from .judging import CostShift, Definition, Judging, Reach
from .needs import Need, Service

__all__ = [
    "KIND",
    "BlankSheet",
    "CostShift",
    "Definition",
    "Evidence",
    "Figures",
    "Judging",
    "Need",
    "Reach",
    "Service",
]

KIND = Kind(
    slug="needs",
    name=_("Needs assessment"),
    place=3,
    prompt=_("What do you need, starting from a blank sheet?"),
    records=(Need, Evidence, Figures, Definition, Judging, Reach, CostShift, Service),
    fed_by=("monitoring",),
    work=_("Needs, and how we know"),
    ways=(ways_to_turn,),
    glances=(definition_at_a_glance, voices_at_a_glance, sides_at_a_glance),
    gaps=(need_is_defined_together, every_cost_shift_is_heard),
)
