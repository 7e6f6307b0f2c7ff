"""The page about oneself: all that one may choose, ask for or read about oneself here, in one place."""

from django.views.decorators.http import require_safe

from ..answering import page
from ..policy import open_to


@open_to("signed in")
@require_safe
def own(request):
    """What this site keeps of me, and what I can choose."""
    return page(request, "people/own.html", {})
