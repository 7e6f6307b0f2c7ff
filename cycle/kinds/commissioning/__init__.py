"""Commission: what will be bought, continued, changed or ended, and how people are brought through it (R52, R53)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .gaps import ending_without_users, unlinked
from .glances import chain, steps_at_a_glance
from .intention import Intention
from .step import TransitionStep

KIND = Kind(
    slug="commissioning",
    name=_("Commission"),
    place=9,
    prompt=_("What must not get lost when this is put into practice?"),
    records=(Intention, TransitionStep),
    work=_("What is meant to be done"),
    glances=(chain, steps_at_a_glance),
    gaps=(unlinked, ending_without_users),
)
