from allauth.account.adapter import DefaultAccountAdapter


class InvitationOnlyAdapter(DefaultAccountAdapter):
    """People are invited by name: nobody makes an account for themselves."""

    def is_open_for_signup(self, request):
        """Say no to whoever comes without an invitation."""
        return False
