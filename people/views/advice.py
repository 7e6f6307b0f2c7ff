"""Advice on a text while somebody writes it; nothing is kept of what they sent."""

from django.views.decorators.http import require_POST

from ..advice import advice_on
from ..answering import page
from ..policy import open_to


@open_to("signed in")
@require_POST
def advice(request):
    """What is to be said about how one text reads; `?of=` names the field that it stands in (R84)."""
    text = request.POST.get(request.GET.get("of", ""), "")
    return page(request, "forms/advice.html", {"advice": advice_on(text)})
