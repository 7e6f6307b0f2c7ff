from http import HTTPStatus

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse
from django.test import Client
from django.urls import path

from config import middleware
from cycle.moves import Refused
from people.policy import open_to

LONE = "\udc80"


@open_to("anyone")
def echo(request, word):
    """Answer with all that came in."""
    return HttpResponse(
        "|".join([word, request.GET.get("q", ""), request.POST.get("q", ""), *request.COOKIES.values()])
    )


def undeclared(request):
    """Never say who may come in."""
    return HttpResponse("in")


@open_to("signed in")
def inner(request):
    """Answer whoever is signed in."""
    return HttpResponse("in")


@open_to("anyone")
def refused(request):
    """Refuse, as a move would."""
    raise Refused("You are not in this cycle.")


@open_to("anyone")
def overtaken(request):
    """Refuse, because somebody was quicker."""
    raise Refused("Somebody else was quicker.", conflict=True)


@open_to("anyone")
def broken(request):
    """Fail."""
    raise RuntimeError("Hazel Whitlock, 12 Mill Lane")


urlpatterns = [
    path("echo/<str:word>", echo),
    path("undeclared", undeclared),
    path("inner", inner),
    path("refused", refused),
    path("overtaken", overtaken),
    path("broken", broken),
    path("sign-in", echo, {"word": "sign-in"}, name="account_request_login_code"),
]

pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def plain(settings):
    """Leave the pages' look out: these tests are about the status and the sentence."""
    loaders = {
        "403.html": "not allowed: {{ exception }}",
        "500.html": "broken",
        "refused.html": "refused: {{ sentence }}",
    }
    engine = settings.TEMPLATES[0]
    options = {**engine["OPTIONS"], "loaders": [("django.template.loaders.locmem.Loader", loaders)]}
    settings.TEMPLATES = [{**engine, "APP_DIRS": False, "OPTIONS": options}]


def test_nul_bytes_are_taken_out_of_path_query_form_and_cookies():
    client = Client(headers={"cookie": 'name="\\000abc"'})
    assert client.post("/echo/a%00b?q=c%00d", {"q": "e\0f"}).content == b"ab|cd|ef|abc"


def test_a_name_with_a_nul_byte_loses_it_and_keeps_its_text():
    assert Client().get("/echo/a?q%00=b").content == b"a|b|"


def test_half_a_surrogate_pair_arrives_as_something_that_can_be_stored():
    answer = Client().get("/echo/a?q=%ED%A0%80b").content.decode()
    assert answer == "a|\ufffd\ufffd\ufffdb|"
    assert middleware.clean(f"a{LONE}b\0c") == "abc"


def test_clean_input_is_not_copied(rf):
    request = rf.get("/", {"q": "ok"})
    sent = request.GET
    middleware.CleanInputMiddleware(lambda request: None)(request)
    assert request.GET is sent


def test_a_cleaned_form_can_no_more_be_changed_than_any_other(rf):
    request = rf.post("/", {"q": "a\0"})
    middleware.CleanInputMiddleware(lambda request: None)(request)
    with pytest.raises(AttributeError, match="immutable"):
        request.POST["q"] = "b"


def test_a_view_that_says_nothing_about_who_may_come_in_is_closed(plain):
    answer = Client().get("/undeclared")
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert answer.content == b"not allowed: This page has not been opened to anybody yet."


def test_a_view_for_people_signed_in_sends_others_to_sign_in():
    answer = Client().get("/inner")
    assert (answer.status_code, answer["Location"]) == (HTTPStatus.FOUND, "/sign-in?next=/inner")


def test_nobody_can_declare_a_policy_that_is_not_known():
    with pytest.raises(ValueError, match="not to 'friends'"):
        open_to("friends")


@pytest.mark.parametrize(
    ("address", "status", "sentence"),
    [("/refused", 403, "You are not in this cycle."), ("/overtaken", 409, "Somebody else was quicker.")],
)
def test_a_refusal_is_a_page_with_its_sentence(plain, address, status, sentence):
    answer = Client().get(address)
    assert (answer.status_code, answer.content.decode()) == (status, f"refused: {sentence}")


def test_other_failures_are_not_taken_for_refusals(plain):
    assert Client(raise_request_exception=False).get("/broken").status_code == HTTPStatus.INTERNAL_SERVER_ERROR


def test_a_fragment_is_never_served_from_a_cache_as_a_page():
    assert "HX-Request" in Client().get("/echo/a")["Vary"]


def test_every_answer_carries_the_whole_content_security_policy():
    assert Client().get("/echo/a")["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    )


def test_a_form_without_its_token_gets_the_page_that_says_so(plain):
    answer = Client(enforce_csrf_checks=True).post("/echo/a", {"q": "b"})
    assert answer.status_code == HTTPStatus.FORBIDDEN
    assert answer.content.startswith(b"not allowed: This page was open for too long")
    assert isinstance(answer.wsgi_request.user, AnonymousUser)
