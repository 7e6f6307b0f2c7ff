"""Closing a cycle: here and not in cycle, because it asks what becomes of what is still promised."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from cycle.forms.cycles import ClosingForm as PlainClosingForm
from cycle.looking_back import is_reviewed, review_of
from cycle.views.finding import cycle_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..closing import close_cycle
from ..counting import at_most, in_words
from ..models import Promise
from ..promising import shown

NAMED = 10  # so many open promises are listed; the register has the rest


class ClosingForm(PlainClosingForm):
    """The end of a cycle, with a reason where something is still promised, and where it was never looked back on."""

    carried_because = forms.CharField(
        label=gettext_lazy("Why is what is still promised carried on?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody can read this. It stands beside each of these promises."),
    )  # fmt: skip

    unreviewed_because = forms.CharField(
        label=gettext_lazy("Why does it end without a review?"), max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody can read this. Better: finish the review first."),
    )  # fmt: skip

    def __init__(self, *args, promised, reviewed, **kwargs):
        super().__init__(*args, **kwargs)
        for name, is_asked in (("carried_because", promised), ("unreviewed_because", not reviewed)):
            if not is_asked:
                del self.fields[name]


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def cycle_closing(request, slug):
    """Close a cycle for good, with the reason, and with another one while something is promised in it."""
    cycle = cycle_or_404(request, slug)
    stop(cycle.refusal("close", request.user))
    promised = Promise.objects.in_cycle(cycle).still_open()
    count = at_most(promised)
    reviewed = is_reviewed(cycle)
    form = ClosingForm(typed(request), promised=bool(count), reviewed=reviewed)
    outcome = attempt(form, lambda: close_cycle(cycle, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, _("This cycle is closed. Everything in it stays to be read."), cycle)
    context = {
        "title": _("Close this cycle"),
        "caption": cycle,
        "lede": _("Nothing in it can be changed after that. Everybody can go on reading it."),
        "form": form,
        "submit": _("Close the cycle for good"),
        "warning": True,
        "cancel_url": cycle.get_absolute_url(),
        "crumbs": way_back(cycle),
        "cycle": cycle,
        "review": None if reviewed else review_of(cycle),
        "count": in_words(count) if count else "",
        "promised": shown(promised.for_list().order_by("due_on", "pk")[:NAMED], request.user, cycle),
    }
    return page(request, "feedback/promises/closing.html", context, outcome.status)
