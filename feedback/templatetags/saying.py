"""Numbers of contributions in words."""

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..counting import in_words

register = template.Library()


@register.simple_tag
def found_in_words(count):
    """ "38 found", for a number that was counted with `at_most`."""
    if not count:
        return _("Nothing was found that you can read.")
    return ngettext("%(count)s was found.", "%(count)s were found.", count) % {"count": in_words(count)}
