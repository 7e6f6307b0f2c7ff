"""Sign-in letters: a page to print for a member of a group, and the page where she types in what it says."""

from allauth.account.utils import get_next_redirect_url, perform_login
from allauth.core import ratelimit
from django.conf import settings
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from people.answering import page, stop, typed, way_back
from people.forms.letter import TOO_MANY, WRONG, LetterForm
from people.inviting import tell_of_letter
from people.models import Group
from people.policy import open_to

from .. import letters


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_variables("code")
def member_letter(request, pk, membership):
    """Ask whether to make a sign-in letter; sent, show it this once, to be printed."""
    group = get_object_or_404(Group, pk=pk)
    place = get_object_or_404(group.memberships.select_related("person"), pk=membership)
    stop(letters.why_cannot_write(group, place, request.user))
    context = {"group": group, "person": place.person, "crumbs": way_back(group)}
    if request.method == "POST":
        letter, code = letters.write(group, place, request.user)
        tell_of_letter(place.person, request.user, group)
        site = request.build_absolute_uri(reverse("letter_sign_in"))
        halves = [code[: len(code) // 2], code[len(code) // 2 :]]
        context |= {"letter": letter, "code": "-".join(halves), "site": site}
    return page(request, "people/letter.html", context)


@open_to("anyone")
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters("code")
def letter_sign_in(request):
    """Sign in with the number and the code of a letter; whatever is wrong with them gets one and the same sentence."""
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = LetterForm(typed(request))
    if form.is_bound and form.is_valid() and (person := _reader(request, form)):
        return perform_login(request, person, redirect_url=get_next_redirect_url(request))
    status = 422 if form.is_bound else 200
    return page(request, "people/letter_sign_in.html", {"form": form}, status)


def _reader(request, form):
    """The Person whom the letter signs in, or None with the sentence on the form; too many tries are not looked at."""
    if not ratelimit.consume(request, action="sign_in_by_letter"):
        form.add_error(None, TOO_MANY)
        return None
    person = letters.reader_of(form.cleaned_data["number"], form.cleaned_data["code"])
    if person is None:
        form.add_error(None, WRONG)
    return person
