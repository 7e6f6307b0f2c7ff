"""Two writers at one thing: the second one gets what the first one saved."""

from django.utils.translation import gettext_lazy as _

from .moves import Refused


class Conflict(Refused):
    """Somebody else has saved the same thing since it was opened; `current` is what stands now."""

    def __init__(self, current):
        super().__init__(_("Somebody else changed this while you were writing."), conflict=True)
        self.current = current
