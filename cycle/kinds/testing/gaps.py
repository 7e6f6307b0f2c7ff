"""What the stage ought to have before it is finished: no open findings, and a look at each characteristic (R46)."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .equality import EqualityRow, not_looked_at
from .option import Option
from .tryout import TryFinding

AT_MOST = 3


def open_findings(stage):
    """A sentence while a try-out has shown something that led to neither a change nor a reason, else nothing."""
    number = TryFinding.objects.filter(stage=stage, led_to=TryFinding.LedTo.OPEN).count()
    if not number:
        return ""
    return ngettext(
        "%(number)d finding of a try-out is still open. Say what was changed for it, or why nothing was.",
        "%(number)d findings of try-outs are still open. Say for each what was changed, or why nothing was.",
        number,
    ) % {"number": number}


def unequal_looks(stage):
    """A sentence while an option is preferred and one of the nine characteristics was not looked at, else nothing."""
    if not Option.objects.filter(stage=stage, standing=Option.Standing.PREFERRED).exists():
        return ""
    missing = not_looked_at(EqualityRow.objects.filter(stage=stage))
    if not missing:
        return ""
    names = get_text_list([str(each.label) for each in missing[:AT_MOST]], _("and"))
    return ngettext(
        "An option is preferred, so each of the nine is looked at. One look at equality is missing: %(names)s.",
        "An option is preferred, so each of the nine is looked at. %(number)d looks at equality are missing, such as: "
        "%(names)s.",
        len(missing),
    ) % {"number": len(missing), "names": names}
