"""What every request passes through that is our own."""

import re

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from config.errors import kept_for_later
from cycle.moves import Refused
from people.drafting import rescue

# PostgreSQL takes no NUL and neither database takes half of a surrogate pair; nobody means to type either.
UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def clean(text):
    """Return the text without characters that no database stores."""
    return UNSTORABLE.sub("", text)


class CleanInputMiddleware:
    """Take unstorable characters out of the path, the query, the form and the cookies, before anything reads them."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.path = clean(request.path)
        request.path_info = clean(request.path_info)
        request.GET = self.cleaned(request.GET)
        if request.method == "POST":
            request.POST = self.cleaned(request.POST)
        request.COOKIES = {clean(name): clean(value) for name, value in request.COOKIES.items()}
        return self.get_response(request)

    def cleaned(self, sent):
        """Return what was sent (a QueryDict) as it is when it is clean, and a clean copy when it is not."""
        if not any(UNSTORABLE.search(text) for name, texts in sent.lists() for text in [name, *texts]):
            return sent
        copy = sent.copy()
        copy.clear()
        for name, texts in sent.lists():
            copy.setlist(clean(name), [clean(text) for text in texts])
        copy._mutable = False
        return copy


class VaryOnHtmxMiddleware:
    """Keep a fragment that htmx asked for apart from the whole page in every cache."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        patch_vary_headers(response, ["HX-Request"])
        return response


class PolicyMiddleware:
    """Close every view that does not say who may reach it (`people.policy.open_to`)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse a view without a policy, whoever asks."""
        if not getattr(view, "policy", None):
            raise PermissionDenied(_("This page has not been opened to anybody yet."))


class KeepWritingMiddleware:
    """Keep what somebody wrote whose session ended meanwhile, and lead them through sign-in back to it (promise 19)."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Answer for a page that needs a session when there is none, and what was sent can be kept."""
        if request.user.is_authenticated or not getattr(view, "login_required", True):
            return None
        draft = rescue(request)
        return kept_for_later(request, draft) if draft else None


class RefusalMiddleware:
    """Show a refused move as a page with its sentence: 403, or 409 when somebody else was quicker."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer a refusal; leave every other exception alone."""
        if not isinstance(exception, Refused):
            return None
        status = 409 if exception.conflict else 403
        return render(request, "refused.html", {"sentence": exception.sentence}, status=status)
