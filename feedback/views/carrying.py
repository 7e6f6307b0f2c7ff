"""Saying where a promise goes on: in a clause, a measure, a milestone or a step (R78)."""

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from people.answering import attempt, done, stop, typed
from people.forms import Form
from people.policy import open_to

from ..carrying import chosen, to_choose
from ..models import Carrying
from .promises import form_page, promise_or_404


class PlaceForm(Form):
    """In what the promise stands. choices: grouped, as `carrying.to_choose` gives them."""

    record = forms.ChoiceField(
        label=gettext_lazy("Where does it go on?"),
        help_text=gettext_lazy("People can then follow it, from what was said to what is done and measured."),
    )

    def __init__(self, *args, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["record"].choices = [("", _("Choose")), *choices]


class TakingOutForm(Form):
    """Why the promise does not stand there any more."""

    reason = forms.CharField(
        label=gettext_lazy("Why does it not stand there any more?"), max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody who can read the promise reads it."),
    )  # fmt: skip


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def promise_place_new(request, slug, kind, pk):
    """Put a promise into something that carries it further."""
    found = promise_or_404(request, slug, kind, pk)
    stop(Carrying.why_cannot(found, request.user))
    form = PlaceForm(typed(request), choices=to_choose(found, request.user))
    outcome = attempt(
        form, lambda: Carrying.put(found, request.user, chosen(found, request.user, form.cleaned_data["record"]))
    )
    if outcome.done:
        return done(request, _("It is written down where the promise goes on."), found)
    return form_page(request, found, form, outcome, _("Where does this promise go on?"), _("Put it there"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def promise_place_end(request, slug, kind, pk, place):
    """Take a promise out of something, with a reason."""
    found = promise_or_404(request, slug, kind, pk)
    stop(Carrying.why_cannot(found, request.user))
    carrying = get_object_or_404(found.carryings.all(), pk=place)
    carrying.promise = found
    form = TakingOutForm(typed(request))
    outcome = attempt(form, lambda: carrying.take_out(request.user, form.cleaned_data["reason"]))
    if outcome.done:
        return done(request, _("The promise does not stand there any more."), found)
    return form_page(request, found, form, outcome, _("Take the promise out"), _("Take it out"))
