"""Being forgotten: a rehearsal in numbers first, and then the deed."""

from django.contrib import messages
from django.contrib.auth import logout
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from people.answering import attempt, page, stop, typed
from people.policy import open_to

from ..forms.forgetting import ForgettingForm
from ..privacy.forgetting import forget, refusal_to_be_forgotten, rehearse


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def own_forgetting(request):
    """What would happen to all that is kept about me, and asking for it."""
    person = request.user
    stop(refusal_to_be_forgotten(person))
    form = ForgettingForm(typed(request))
    outcome = attempt(form, lambda: forget(person, form.cleaned_data["with_words"]))
    if outcome.done:
        logout(request)
        told = _("You are forgotten here. In the record stands “%(name)s” now.") % {"name": outcome.came[0]}
        messages.success(request, told)
        return redirect("home")
    crumbs = [
        {"name": _("About you"), "url": reverse("own")},
        {"name": _("What we keep about you"), "url": reverse("own_data")},
    ]
    context = {
        "title": _("Being forgotten"),
        "lede": _("We take your name and your address out of everything. A number stands in their place."),
        "form": form,
        "rehearsal": rehearse(person, with_words=True),
        "submit": _("Forget me"),
        "warning": True,
        "cancel_url": reverse("own_data"),
        "crumbs": crumbs,
    }
    return page(request, "feedback/privacy/forgetting.html", context, outcome.status)
