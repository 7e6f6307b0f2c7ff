"""What a reader can do in the room beside adding records."""

from django.urls import reverse
from django.utils.translation import gettext as _


def ways_to_look_back(stage, reader):
    """The way to what taking part came to in the whole cycle (R62, R63)."""
    yield _("What taking part came to"), reverse("cycle_evaluation", args=[stage.cycle.slug])
