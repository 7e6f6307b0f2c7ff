"""Overall budget: what money there is, how sure it is, and where that is decided (R41–R43)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .forums import Forum
from .glances import options_on_the_money, years_at_a_glance
from .lines import BudgetLine
from .waterfall import waterfall_at_a_glance

__all__ = ["KIND", "BudgetLine", "Forum"]

KIND = Kind(
    slug="budget",
    name=_("Overall budget"),
    figure_name=_("Overall budget ££££"),
    place=4,
    prompt=_("What should the money be spent on, and what should it not be spent on?"),
    records=(BudgetLine, Forum),
    work=_("The money"),
    glances=(years_at_a_glance, waterfall_at_a_glance, options_on_the_money),
)
