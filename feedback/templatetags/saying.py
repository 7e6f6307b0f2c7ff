"""Numbers of contributions in words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import RECORDS

from ..counting import in_words

register = template.Library()


@register.simple_tag
def found_in_words(count):
    """ "38 found", for a number that was counted with `at_most`."""
    if not count:
        return _("Nothing was found that you can read.")
    return ngettext("%(count)s was found.", "%(count)s were found.", count) % {"count": in_words(count)}


@register.inclusion_tag("feedback/own_care.html")
def own_care(cycle, person):
    """That a cycle is about a service for many, and where somebody turns with what is about them alone (R8)."""
    told = [
        record
        for model in RECORDS
        if model.TOLD_TO_SPEAKERS
        for record in model.objects.in_cycle(cycle).visible_to(person, cycle).filter(model.TOLD_TO_SPEAKERS)
    ]
    for each in told:
        each.stage.cycle = cycle
    return {"told": told}
