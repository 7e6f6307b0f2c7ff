"""The themes that what was said is sorted into."""

from feedback.models import Theme

from .cycles import lead


def theme(stage, name="Price", by=None, about="What it costs, and who can pay it.", **over):
    """A theme of a stage, made by its lead."""
    return Theme.make(stage, by or lead(stage.cycle), name, about, **over)
