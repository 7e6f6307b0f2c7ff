"""What the tests of what people say share: addresses, and what a browser sends for each form."""

import uuid

from django.urls import reverse


def url(stage, name="contributions", pk=None):
    """The address of a room of the stage, or of one contribution in it."""
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug, *([pk] if pk else [])])


def about(contribution, name="contribution"):
    """The address of something that is done with one contribution."""
    return url(contribution.stage, name, contribution.pk)


def contribution_typed(**over):
    """What a browser sends for a contribution of one's own, from the page on which it was checked."""
    plain = {"send": "1", "sort": "concern", "text": "The meals come cold.", "voice": "own", "openness": "public"}
    return plain | {"token": str(uuid.uuid4())} | over


def entered_typed(**over):
    """What a browser sends for what somebody said on paper."""
    day = {"given_on_day": "3", "given_on_month": "5", "given_on_year": "2023"}
    return contribution_typed(channel="paper", given_by="", consent="on", **day) | over


def answer_typed(**over):
    """What a browser sends for an answer that says that nothing changed."""
    return {"outcome": "no change", "because": "There is no money.", "text": "Thank you for telling us."} | over


def verdict_typed(**over):
    """What a browser sends for a verdict on the first answer."""
    return {"verdict": "answers", "words": "", "number": "1"} | over
