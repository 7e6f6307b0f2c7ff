"""What the context has to say before it can be finished (R28)."""

from django.utils.translation import gettext_lazy as _

from ...models.participant import Participant
from .bodies import BodyView


def bodies_to_explain(stage):
    """In a joint commission the bodies that have not explained themselves to another yet; none where one buys alone."""
    bodies = stage.cycle.participants.active().filter(standing=Participant.Standing.COMMISSIONERS)
    if bodies.values("organisation").distinct().count() < 2:
        return []
    done = BodyView.objects.filter(stage=stage).exclude(explained_to=None).exclude(understood_as="").values("body")
    return list(bodies.exclude(pk__in=done).order_by("name"))


def each_body_is_explained(stage):
    """A sentence while a body of a joint commission has not explained itself to another, else nothing."""
    if not (bodies := bodies_to_explain(stage)):
        return ""
    words = ", ".join(map(str, bodies))
    return _(
        "Each body has to explain its rules and its idea of need to another, and hear it back. Missing: %(bodies)s."
    ) % {"bodies": words}
