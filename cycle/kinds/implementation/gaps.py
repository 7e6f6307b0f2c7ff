"""What the stage ought to have before it is finished: a name for each part, and no report left open (R57, R58)."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .front_line import FrontLineReport
from .owner import Owner


def parts_without_a_name(owners):
    """The Parts for which none of these Owners answers today."""
    there = {each.part for each in owners if each.is_current}
    return [part for part in Owner.Part if part not in there]


def roles_without_a_name(stage):
    """A sentence while nobody answers for one of the four parts, else nothing."""
    missing = parts_without_a_name(Owner.objects.filter(stage=stage))
    if not missing:
        return ""
    names = get_text_list([f"“{part.label}”" for part in missing], _("and"))
    return _("Nobody is named who answers for this: %(parts)s.") % {"parts": names}


def reports_to_answer(stage):
    """A sentence while a report of the front line is open, else nothing."""
    number = FrontLineReport.objects.filter(stage=stage, led_to=FrontLineReport.LedTo.OPEN).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d report from the front line is still open. Say what came of it, or why nothing did.",
        "%(number)d reports from the front line are still open. Say for each what came of it, or why nothing did.",
        number,
    ) % {"number": number}
