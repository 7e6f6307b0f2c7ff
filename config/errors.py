from django.shortcuts import render
from django.utils.translation import gettext as _


def csrf_failure(request, reason=""):
    """Show the "not allowed" page to somebody whose form was not ours or was too old; `reason` is for developers."""
    sentence = _("This page was open for too long, or your browser sent no cookie. Go back, load it again and resend.")
    return render(request, "403.html", {"exception": sentence}, status=403)
