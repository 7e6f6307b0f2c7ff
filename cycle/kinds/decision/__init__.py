"""Decision: what was said, advised and decided, when it was really shaped, and whether it was called in (R47–R51)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .call_in import CallIn
from .contact import Contact
from .decision import Decision
from .gaps import unsettled, unshaped, without_reason
from .glances import call_ins, decision_points, in_two_languages, said_and_decided, who_decides
from .power import WhoDecides
from .shaping import Shaping

__all__ = ["KIND", "Decision"]

KIND = Kind(
    slug="decision",
    name=_("Decision"),
    work=_("Decisions and talks"),
    place=8,
    prompt=_("What should those who decide know before they do?"),
    records=(Decision, Shaping, CallIn, WhoDecides, Contact),
    glances=(decision_points, said_and_decided, in_two_languages, call_ins, who_decides),
    gaps=(unshaped, without_reason, unsettled),
)
