"""Where every address of the site leads; each app keeps its own list."""

from allauth.account import views as sign_in
from django.urls import include, path

from people.policy import open_to

anyone = open_to("anyone")

urlpatterns = [
    path("sign-in/", anyone(sign_in.request_login_code), name="account_request_login_code"),
    path("sign-in/code/", anyone(sign_in.confirm_login_code), name="account_confirm_login_code"),
    path("sign-out/", anyone(sign_in.logout), name="account_logout"),
    path("", include("people.urls")),
    path("", include("cycle.urls")),
    path("", include("involvement.urls")),
    path("", include("feedback.urls")),
]
