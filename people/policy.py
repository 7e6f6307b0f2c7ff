"""Every view says here who may reach it; one that says nothing answers 403."""

POLICIES = ("anyone", "signed in")


def open_to(who):
    """Declare who may reach a view: "anyone", or whoever is "signed in". Raises ValueError for anything else.

    What that person then sees or may do is asked of the thing itself, by `visible_to` and `refusal`.
    """
    if who not in POLICIES:
        raise ValueError(f"A view is open to one of {POLICIES}, not to {who!r}.")

    def declare(view):
        view.policy = who
        if who == "anyone":
            # Django's own login middleware reads this mark.
            view.login_required = False
        return view

    return declare
