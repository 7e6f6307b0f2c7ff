"""What a framework has to say before it can be finished (R22)."""

from django.utils.translation import gettext_lazy as _

from ...models.participant import Participant
from .methods import Method
from .rules import Rule

NAMED = 3  # so many of what is missing are named


def missing_topics(stage):
    """The Topics of which nothing is agreed yet, in their order."""
    there = set(Rule.objects.filter(stage=stage).values_list("topic", flat=True))
    return [topic for topic in Rule.Topic if topic not in there]


def groups_without_a_way(stage):
    """The users' groups that take part today and are named by no way; none when a way is for everybody."""
    ways = Method.objects.filter(stage=stage)
    if not ways.exists() or ways.filter(groups=None).exists():
        return []
    named = ways.values("groups")
    users = stage.cycle.participants.active().filter(standing=Participant.Standing.USERS)
    return list(users.exclude(pk__in=named).order_by("name"))


def every_topic_is_agreed(stage):
    """A sentence while nothing is agreed on one of the topics, else nothing."""
    if not (missing := missing_topics(stage)):
        return ""
    words = ", ".join(str(topic.label) for topic in missing[:NAMED])
    return _("Nothing is agreed yet about: %(topics)s. Write down what holds for everybody.") % {"topics": words}


def every_group_has_a_way(stage):
    """A sentence while a users' group has no way of taking part, else nothing."""
    if not (groups := groups_without_a_way(stage)):
        return ""
    words = ", ".join(str(group) for group in groups[:NAMED])
    return _("No way of taking part is agreed yet for: %(groups)s.") % {"groups": words}
