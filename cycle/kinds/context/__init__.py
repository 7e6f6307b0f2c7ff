"""Operating context: what presses on the cycle from outside, and what each one here knows of it (R18–R21, R27–R31)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .bodies import BodyView, Department
from .checks import each_body_is_explained
from .glances import hits_at_a_glance, meant_and_lived
from .places import Circumstance, Place
from .pressures import SIDES, Pressure, Sort

__all__ = ["KIND", "SIDES", "BodyView", "Circumstance", "Department", "Place", "Pressure", "Sort"]

KIND = Kind(
    slug="context",
    name=_("Operating context"),
    place=2,
    prompt=_("What is going on around you that those who decide should know?"),
    records=(Pressure, Circumstance, Place, Department, BodyView),
    work=_("What goes on around us"),
    glances=(hits_at_a_glance, meant_and_lived),
    gaps=(each_body_is_explained,),
)
