"""What the giver does with a contribution: correct it, withdraw it, bring it back, object to a hidden part (R71)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from people.answering import attempt, done, stop, typed
from people.policy import open_to

from .. import changing, moderating
from ..forms.giving import CorrectForm, ObjectForm, WithdrawForm
from .contributions import contribution_or_404
from .moderating import asked, hiding_or_404

CORRECTED = gettext_lazy("It is corrected. The earlier words can still be read.")
WITHDRAWN = gettext_lazy("It is withdrawn. You can bring it back until %(day)s.")
BROUGHT_BACK = gettext_lazy("It is back, as it was.")
OBJECTED = gettext_lazy("Thank you. The officers find it on their first page.")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def correction(request, slug, kind, pk):
    """Correct what was said while it waits; the earlier words stay readable."""
    found = contribution_or_404(request, slug, kind, pk)
    # Whoever has written a correction keeps it on the form when an officer was quicker with an answer.
    is_written = request.method == "POST" and found.may_be_changed_by(request.user)
    stop("" if is_written else changing.refusal_to_correct(found, request.user))
    text = changing.words_for(found, request.user).get("text", found.text)
    form = CorrectForm(typed(request), initial={"text": text, "seen": found.wordings.count()})
    outcome = attempt(form, lambda: changing.correct(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, CORRECTED, found)
    return asked(
        request, found, form, outcome, title=_("Correct what was said"), submit=_("Correct it"),
        lede=_("Everybody who may read it sees that it was corrected, on which day and why."),
    )  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def withdrawal(request, slug, kind, pk):
    """Withdraw what was said: its place stays, its words do not."""
    found = contribution_or_404(request, slug, kind, pk)
    stop(found.refusal("withdraw", request.user))
    form = WithdrawForm(typed(request))
    outcome = attempt(form, lambda: changing.withdraw(found, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, WITHDRAWN % {"day": date_format(changing.until_when(outcome.came), "j F Y")}, found)
    return asked(
        request, found, form, outcome, title=_("Withdraw what was said"), submit=_("Withdraw it"), warning=True,
        lede=_("Nobody but you can read the words any more, and nobody has to answer them. Everybody still sees that "
               "something was said here and withdrawn. You can bring it back for 7 days."),
    )  # fmt: skip


@require_POST
@open_to("signed in")
def withdrawal_end(request, slug, kind, pk):
    """Bring back what was withdrawn in the last 7 days."""
    found = contribution_or_404(request, slug, kind, pk)
    changing.bring_back(found, request.user)
    return done(request, BROUGHT_BACK, found)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def objection(request, slug, kind, pk, number):
    """The giver says why a hidden part ought to be read."""
    hiding = hiding_or_404(request, slug, kind, pk, number)
    found = hiding.contribution
    stop(moderating.refusal_to_object(hiding, request.user))
    form = ObjectForm(typed(request))
    outcome = attempt(form, lambda: moderating.object_to(hiding, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, OBJECTED, found)
    return asked(
        request, found, form, outcome, title=_("Say why this part should be read"), submit=_("Send"), hiding=hiding,
    )  # fmt: skip
