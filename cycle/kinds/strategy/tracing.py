"""Each aim can be traced to what it rests on (R44)."""

from django.utils.translation import gettext_lazy as _

from .aims import Aim

SOURCES = ("needs", "pressures", "money", "lessons")
NAMED = 2


def untraced(stage):
    """The aims that name no need, pressure, budget line or lesson that they rest on."""
    return list(Aim.objects.filter(stage=stage, **dict.fromkeys(SOURCES)).order_by("pk"))


def every_aim_is_traced(stage):
    """A sentence while an aim names nothing that it rests on, else nothing."""
    if not (aims := untraced(stage)):
        return ""
    words = ", ".join(f"“{aim}”" for aim in aims[:NAMED])
    return _("It cannot be seen what this rests on: %(aims)s. Choose the needs, pressures, money or lessons.") % {
        "aims": words
    }
