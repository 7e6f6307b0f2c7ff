"""Signing in with one click: in the demonstration only, and only as one of its made-up people."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from people.policy import open_to

from .demo.visitors import visitor_or_none


@open_to("anyone")
@require_POST
def sign_in(request, pk):
    """Be one of the demonstration's people."""
    person = visitor_or_none(pk) if settings.DEMO and settings.DEBUG else None
    if person is None:
        raise Http404
    login(request, person)
    return redirect(settings.LOGIN_REDIRECT_URL)
