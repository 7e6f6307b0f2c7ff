"""How people sign in: by a code sent to an address that an invitation made known, and in no other way."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.views import ConfirmLoginCodeView, LogoutView, RequestLoginCodeView

from people.policy import open_to


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """People are invited by name: nobody makes an account for themselves."""

    def is_open_for_signup(self, request):
        """Say no to whoever comes without an invitation."""
        return False


class Unprocessable:
    """Answer 422 to a form with errors, as every form here does; the package would answer 200."""

    def form_invalid(self, form):
        """Show the form again, unless the package sends the person elsewhere."""
        response = super().form_invalid(form)
        if response.status_code == 200:
            response.status_code = 422
        return response


class AskForCode(Unprocessable, RequestLoginCodeView):
    """Where one types one's address and is sent a code; every address gets the same answer."""


class EnterCode(Unprocessable, ConfirmLoginCodeView):
    """Where one types the code."""


ask_for_code = open_to("anyone")(AskForCode.as_view())
enter_code = open_to("anyone")(EnterCode.as_view())
sign_out = open_to("anyone")(LogoutView.as_view())
