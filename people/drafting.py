"""Keeping what is half-written: any long form saves what was typed, and finds it again (promises 19 and 20).

A page that keeps makes a `Writing` and puts its `stamp` and the form's `token` into the form. When the session or the
page ran out meanwhile, `rescue` keeps the text for the one whom the page was made for: the stamp says who that is, and
nobody else is offered it.
"""

import uuid
from dataclasses import dataclass
from functools import cached_property

from django.core import signing
from django.forms.utils import ErrorDict
from django.http import HttpRequest

from .models import Draft, Person
from .refusal import Refused

STAMP, SALT = "stamp", "people.drafting"
AS_OLD_AS = 30 * 24 * 60 * 60  # seconds for which the page of a form can be rescued
LONGEST_PATH = 400  # characters; an address of ours has far fewer
NOT_TYPED = {"csrfmiddlewaretoken", STAMP, "keep", "attach", "remove", "check", "send", "back", "file", "described"}


@dataclass
class Writing:
    """What somebody writes in one form on one page. title: what it is for; main: the name of its long text."""

    request: HttpRequest
    title: str
    main: str = "text"

    @cached_property
    def draft(self):
        """The Draft that the address names, when it is this person's; or None."""
        token = _token(self.request.GET.get("draft"))
        return Draft.objects.of_form(self.request.user, token).first() if token else None

    @property
    def path(self):
        """The address of the form, whichever draft stands in it."""
        return _path(self.request)

    @property
    def stamp(self):
        """Says for whom this page was made, so that nobody else gets what is typed in it."""
        return signing.dumps([self.request.user.pk, self.title, self.main], salt=SALT)

    @property
    def typed(self):
        """What was typed, for the form's first argument: what was sent, or what the draft has kept, or None."""
        if self.request.method == "POST":
            return self.request.POST
        return self.draft.sent if self.draft else None

    @property
    def sent(self):
        """(name, value) of everything that was sent and typed by somebody, for a page that carries it on."""
        return [
            (name, value) for name, values in self.request.POST.lists() if name not in NOT_TYPED for value in values
        ]

    def keep(self):
        """Keep what was sent. Returns the Draft. Raises Refused."""
        return _keep(self.request, self.request.user, self.title, self.main)

    def keep_if_it_can(self):
        """Keep what was sent; where that is refused, as for too many drafts, the text still stands on the form."""
        try:
            return self.keep()
        except Refused:
            return None

    def forget(self):
        """It went out: nothing is half-written any more."""
        if token := _token(self.request.POST.get("token")):
            Draft.objects.of_form(self.request.user, token).delete()


def unchecked(form):
    """The form with what is half-written in it, before anybody asks whether it is whole."""
    if form.is_bound:
        form._errors, form.cleaned_data = ErrorDict(), {}
    return form


def rescue(request):
    """Keep what was sent by somebody who is signed out by now, or from too old a page. Returns the Draft, or None."""
    stamp = request.POST.get(STAMP)
    if request.method != "POST" or not stamp:
        return None
    try:
        pk, title, main = signing.loads(stamp, salt=SALT, max_age=AS_OLD_AS)
        person = Person.objects.get(pk=pk, is_active=True)
        return _keep(request, person, title, main)
    except (signing.BadSignature, Person.DoesNotExist, Refused):
        return None


def _keep(request, person, title, main):
    token = _token(request.POST.get("token")) or uuid.uuid4()
    sent = request.POST.copy()
    for name in NOT_TYPED & set(sent):
        del sent[name]
    return Draft.keep(person, token, _path(request), title, sent.get(main, ""), sent.urlencode())


def _path(request):
    query = request.GET.copy()
    query.pop("draft", None)
    path = f"{request.path}?{query.urlencode()}" if query else request.path
    return path if len(path) <= LONGEST_PATH else request.path


def _token(text):
    """The UUID that the text says, or None."""
    try:
        return uuid.UUID(text or "")
    except ValueError:
        return None
