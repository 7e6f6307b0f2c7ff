"""Review: what helped, what got in the way, small wins, actions, and lessons for strangers (R64, R66, R87)."""

from django.utils.translation import gettext_lazy as _

from ...kind import Kind
from .action import Action
from .finding import Finding
from .gaps import (
    no_lesson,
    one_sided,
    without_action,
    without_users,
)
from .glances import actions, findings, lessons, looked_back_on
from .lesson import Lesson

KIND = Kind(
    slug="review",
    name=_("Review"),
    place=13,
    prompt=_("What went well, what went badly, and what should be done differently next time?"),
    work=_("What we learnt"),
    records=(Finding, Action, Lesson),
    glances=(findings, actions, lessons, looked_back_on),
    gaps=(without_users, one_sided, without_action, no_lesson),
)
