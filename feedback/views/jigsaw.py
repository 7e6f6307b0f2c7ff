"""What is known from every side, in one view (R88)."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from cycle.views.finding import cycle_or_404
from people.answering import page, way_back
from people.forms import Form
from people.policy import open_to

from ..jigsaw import known_of


class KnownFilters(Form):
    """About what something is known."""

    mark_optional = False
    q = forms.CharField(label=_("Words, such as “frozen” or “driver”"), required=False, max_length=200)


@open_to("anyone")
@require_safe
def known(request, slug):
    """What users, staff, providers, contracts and figures say, beside each other, and from where nothing is known."""
    cycle = cycle_or_404(request, slug)
    filters = KnownFilters(request.GET)
    q = filters.cleaned_data["q"] if filters.is_valid() else ""
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle),
        "filters": filters,
        "q": q,
        "pieces": known_of(cycle, request.user, q),
    }
    return page(request, "feedback/known.html", context)
