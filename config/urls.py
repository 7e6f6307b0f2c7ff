"""Where every address of the site leads; each app keeps its own list."""

from django.conf import settings
from django.urls import include, path

from people import sign_in

urlpatterns = [
    path("sign-in/", sign_in.ask_for_code, name="account_request_login_code"),
    # django-allauth looks its entrance up under this name as well.
    path("sign-in/", sign_in.ask_for_code, name="account_login"),
    path("sign-in/code/", sign_in.enter_code, name="account_confirm_login_code"),
    path("sign-out/", sign_in.sign_out, name="account_logout"),
    path("", include("config.page_urls")),
    path("", include("people.urls")),
    path("", include("cycle.urls")),
    path("", include("involvement.urls")),
    path("", include("feedback.urls")),
]

if settings.DEMO:
    urlpatterns += [path("", include("config.demo_urls"))]
