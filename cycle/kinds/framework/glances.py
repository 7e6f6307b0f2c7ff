"""The framework at a glance: what holds for everybody, and which group takes part how in which stage (R5, R22)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from ...glance import Glance, Remark, Table, link, named_in, read_by, row
from .checks import groups_without_a_way, missing_topics
from .methods import Method
from .rules import Rule


def topics_at_a_glance(stage, reader):
    """What holds for everybody, topic by topic, and of what nothing is agreed yet."""
    rules = read_by(reader, stage, Rule)
    if not rules:
        return None
    rows = [
        row(topic.label, link(rule, note=rule.where_to_turn), rule.who_sees_to_it)
        for topic in Rule.Topic
        for rule in rules
        if rule.topic == topic
    ]
    parts = [Table("", [_("About"), _("What holds"), _("Who sees to it")], rows)]
    if missing := missing_topics(stage):
        words = ", ".join(str(topic.label) for topic in missing)
        parts.append(Remark(_("Nothing is agreed yet about: %(topics)s.") % {"topics": words}, "changed"))
    return Glance(_("What holds for everybody"), parts)


def ways_at_a_glance(stage, reader):
    """A row for each group: by which ways it takes part, in which stages, and what that pays."""
    ways = read_by(reader, stage, Method)
    if not ways:
        return None
    groups_of, stages_of = named_in(ways, "groups"), named_in(ways, "stages")
    by_group = {}
    for way in ways:
        for group in groups_of[way.pk] or [_("Everybody")]:
            by_group.setdefault(str(group), []).append((way, stages_of[way.pk]))
    rows = [
        row(
            group,
            "\n".join(f"{way.way_in_words}: {way}" for way, _stages in taken),
            "\n".join(dict.fromkeys(", ".join(map(str, stages)) or _("Every stage") for _way, stages in taken)),
            "\n".join(
                filter(None, dict.fromkeys(text for way, _stages in taken for text in (way.support, way.payment)))
            ),
        )
        for group, taken in sorted(by_group.items())
    ]
    heads = [_("Who"), _("Ways of taking part"), _("In which stages"), _("Support, fees and costs")]
    parts = [Table("", heads, rows)]
    if missing := groups_without_a_way(stage):
        words = _("No way is agreed yet for: %(groups)s.") % {"groups": ", ".join(map(str, missing))}
        parts.append(Remark(words, "changed"))
    return Glance(_("Who takes part, and how"), parts)


def way_to_openness(stage, person):
    """The way to what the authority says of its own openness, stage by stage, beside how people place it (R23)."""
    yield _("How open it is in each stage"), reverse("cycle_openness", args=[stage.cycle.slug])
