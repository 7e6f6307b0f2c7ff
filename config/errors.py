"""What a page answers when it was open for too long."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from people.drafting import rescue


def csrf_failure(request, reason=""):
    """Show the "not allowed" page to somebody whose form was not ours or was too old; `reason` is for developers.

    What was typed in a form of ours that keeps is kept for the one whom it was made for.
    """
    if draft := rescue(request):
        return kept_for_later(request, draft)
    sentence = _("This page was open for too long, or your browser sent no cookie. Go back, load it again and resend.")
    return render(request, "403.html", {"exception": sentence}, status=403)


def kept_for_later(request, draft):
    """Lead the one who wrote it back to their text, through sign-in where they are not signed in."""
    url = draft.get_absolute_url()
    if request.user != draft.person:
        url = f"{reverse('account_request_login_code')}?{urlencode({'next': url})}"
    if request.htmx:
        return render(request, "people/kept.html", {"draft": draft, "back_url": url})
    return redirect(url)
