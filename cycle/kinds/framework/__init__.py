"""Agree a framework for user involvement: how people take part, and what holds for all (R5, R22; an addition)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .checks import every_group_has_a_way, every_topic_is_agreed
from .glances import topics_at_a_glance, way_to_openness, ways_at_a_glance
from .methods import Method
from .rules import Brings, Rule

KIND = Kind(
    slug="framework",
    name=_("Agree a framework for user involvement"),
    place=1,
    prompt=_("How do you want to take part, and what would you need for it?"),
    records=(Method, Rule, Brings),
    addition=True,
    work=_("How we work together"),
    ways=(way_to_openness,),
    glances=(topics_at_a_glance, ways_at_a_glance),
    gaps=(every_topic_is_agreed, every_group_has_a_way),
)
