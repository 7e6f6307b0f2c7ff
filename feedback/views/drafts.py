"""What somebody has half-written: all of it, for them alone, and deleting one."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import done, page
from people.models import Draft
from people.policy import open_to

from ..files import forget

DELETED = _("It is deleted.")


@require_safe
@open_to("signed in")
def drafts(request):
    """Everything that this person has half-written, with its words, also where the form is closed by now."""
    return page(request, "people/drafts.html", {"drafts": Draft.objects.of(request.user).for_list()})


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def draft_end(request, pk):
    """Delete a half-written text and what was attached to it, after a look at what it is."""
    draft = get_object_or_404(Draft.objects.of(request.user), pk=pk)
    if request.method != "POST":
        return page(request, "people/draft_end.html", {"draft": draft, "cancel_url": reverse("drafts")})
    forget(request.user, draft.token)
    draft.delete()
    return done(request, DELETED, reverse("drafts"))
