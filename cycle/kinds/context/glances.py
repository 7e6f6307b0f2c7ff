"""The context at a glance: which pressure hits which stage, and what was meant beside what is lived (R19, R29)."""

from django.utils.translation import gettext as _

from ...glance import Glance, Remark, Table, link, links, named_in, read_by, row
from .checks import bodies_to_explain
from .places import Circumstance, Place
from .pressures import Pressure, Sort


def hits_at_a_glance(stage, reader):
    """A row for each stage that something hits: by which pressures, and by which rules and facts."""
    pressures, facts = read_by(reader, stage, Pressure), read_by(reader, stage, Circumstance)
    by_stage = {}
    for column, found, name in ((0, pressures, "hits"), (1, facts, "touches")):
        hit = named_in(found, name)
        every = list(stage.cycle.stages.order_by("place")) if any(each.sort == Sort.CONTROL for each in found) else []
        for each in found:
            for there in every if each.sort == Sort.CONTROL else hit[each.pk]:
                by_stage.setdefault((there.place, str(there)), ([], []))[column].append(each)
    parts = []
    if by_stage:
        rows = [row(name, links(hits), links(weighed)) for (_place, name), (hits, weighed) in sorted(by_stage.items())]
        heads = [_("Stage"), _("Pressures on it"), _("Rules and facts that matter for it")]
        parts.append(Table("", heads, rows))
    if bodies := bodies_to_explain(stage):
        words = _("These have not explained their rules and their idea of need yet: %(bodies)s.")
        parts.append(Remark(words % {"bodies": ", ".join(map(str, bodies))}, "changed"))
    return Glance(_("What presses on which stage"), parts) if parts else None


def meant_and_lived(stage, reader):
    """What was meant beside how people live it, place by place (R29)."""
    places = read_by(reader, stage, Place)
    rows = [row(link(each, note=each.place), each.meant, each.lived, each.known_by or "–") for each in places]
    heads = [_("Where"), _("What was meant, or how it is elsewhere"), _("How people live it here"), _("Who says so")]
    return Glance(_("What was meant, and what is lived"), [Table("", heads, rows)]) if rows else None
