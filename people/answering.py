"""Answering from a page with a form: the verb runs, or its refusal stands on the form beside what was typed."""

from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from .inviting import invite
from .refusal import Refused, Sentence


@dataclass(frozen=True)
class Outcome:
    """What came of sending a form.

    done: whether the verb ran; came: what it returned. status: what the page answers when it did not: 200 for a form
    that nobody sent yet, 422 for one that cannot be taken, 409 when somebody else was quicker. current: the thing as
    somebody else has saved it meanwhile, or None.
    """

    done: bool = False
    status: int = 200
    came: object = None
    current: object = None


def typed(request: HttpRequest):
    """What the form page was sent, for the form's first argument; None when it is only being opened."""
    return request.POST if request.method == "POST" else None


def attempt(form: forms.BaseForm, verb: Callable[[], object]) -> Outcome:
    """Run `verb` when the form was sent and is valid; a refusal becomes an error of the whole form.

    verb: a callable without arguments, mostly a lambda that reads `form.cleaned_data`.
    """
    if not form.is_bound:
        return Outcome()
    if not form.is_valid():
        return Outcome(status=422)
    try:
        return Outcome(done=True, came=verb())
    except Refused as refused:
        form.add_error(None, str(refused.sentence))
        current = getattr(refused, "current", None)
        return Outcome(status=409 if refused.conflict else 422, current=current)


def stop(sentence: Sentence) -> None:
    """Go no further when there is a sentence against it: it becomes the page's answer. Raises Refused."""
    if sentence:
        raise Refused(sentence)


def page(request: HttpRequest, template: str, context: dict, status: int = 200) -> HttpResponse:
    """The page; `status` is mostly an Outcome's."""
    return render(request, template, context, status=status)


def done(request: HttpRequest, sentence: Sentence, to) -> HttpResponse:
    """Say what was done and go on `to` a thing that has an address, or an address."""
    messages.success(request, str(sentence))
    return redirect(to)


def done_and_told(request: HttpRequest, sentence: Sentence, to, person, to_what, as_what="") -> HttpResponse:
    """Say what was done, write to the person who was brought in by it, as what, and go on `to`."""
    site = request.build_absolute_uri(reverse("account_request_login_code"))
    told = invite(person, request.user, to_what, site, as_what).sentence
    return done(request, f"{sentence} {told}".strip(), to)


def way_back(*things) -> list[dict]:
    """The crumbs from the top of the site down to the last of these things, each of which has a name and an address."""
    return [{"name": str(thing), "url": thing.get_absolute_url()} for thing in things]
