"""Agree strategic framework: the aims that everything later is held to, and the text that says so (R44)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .aims import Aim
from .glances import feeds_at_a_glance, text_at_a_glance
from .text import Paragraph
from .tracing import every_aim_is_traced

__all__ = ["KIND", "Aim", "Paragraph"]

KIND = Kind(
    slug="strategy",
    name=_("Agree strategic framework"),
    place=5,
    prompt=_("What should the service be like in some years, whoever runs it?"),
    records=(Aim, Paragraph),
    fed_by=("needs", "context", "budget", "monitoring", "review"),
    work=_("The framework"),
    glances=(text_at_a_glance, feeds_at_a_glance),
    gaps=(every_aim_is_traced,),
)
