"""Test and refine: options compared and tried out, their risks, effects and what-ifs (R43, R46, R85, R86)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .comparison import comparison, ways_to_compare
from .criterion import Criterion
from .equality import EqualityRow
from .gaps import open_findings, unequal_looks
from .matrix import risks_at_a_glance
from .option import Option
from .overviews import change_plan, equality, tried_out, what_ifs
from .risk import Risk
from .tryout import TryFinding, TryOut
from .whatif import ChangeStep, WhatIf

KIND = Kind(
    slug="testing",
    name=_("Test and refine"),
    place=7,
    prompt=_("Would this work for you? What would go wrong?"),
    records=(Option, Criterion, TryOut, TryFinding, Risk, EqualityRow, WhatIf, ChangeStep),
    work=_("Options and tests"),
    ways=(ways_to_compare,),
    glances=(comparison, tried_out, risks_at_a_glance, equality, what_ifs, change_plan),
    gaps=(open_findings, unequal_looks),
)
