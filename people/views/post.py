"""What is written to somebody by e-mail: their choice, and the link in each letter that ends it."""

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from ..answering import attempt, done, page, typed
from ..forms.post import PostForm
from ..models import Person
from ..outbox import person_of
from ..policy import open_to


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def post(request):
    """Choose what is written to me."""
    form = PostForm(typed(request), initial={"post": request.user.post})
    outcome = attempt(form, lambda: request.user.choose_post(form.cleaned_data["post"]))
    if outcome.done:
        return done(request, _("Your choice is saved."), reverse("home"))
    context = {
        "title": _("What we write to you"),
        "lede": _("Our e-mails go to %(email)s. Nobody else gets them.") % {"email": request.user.email}
        if request.user.email
        else _("You have no e-mail address here. Your group’s convenor or chair brings you what is new, on paper."),
        "form": form,
        "submit": _("Save my choice"),
        "cancel_url": reverse("home"),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("anyone")
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def post_stop(request, token):
    """End letters to the one whom the token names. A mail program may send this by itself, so it asks for no more."""
    person = Person.objects.filter(pk=person_of(token)).first()
    if person is None:
        raise Http404
    if request.method == "POST":
        person.choose_post(Person.Post.NEVER)
    return page(request, "people/post_stop.html", {"stopped": person.post == Person.Post.NEVER})
