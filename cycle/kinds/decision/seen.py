"""What the page of one decision shows beside what every record shows (R47–R51)."""

from django.utils.translation import gettext as _

from ...models.record import why_cannot_record
from . import tables
from .register import Registered

# What stands in the tables of the page, and not again among the facts.
TOLD_BELOW = (
    "users_said", "users_words", "into_committee", "officers_advised", "decided", "committee_text", "why_it_differs",
)  # fmt: skip


def on_page(decision, reader):
    """Its tables, as parts of a glance that who knows what people said fills up, and the ways on; seven queries."""
    each = _registered(decision, reader)
    own = [name for name in decision.OWN_FIELDS if name not in (*decision.references(), *TOLD_BELOW)]
    parts = [*tables.moments(each), *tables.heard([decision]), tables.from_said_to_decided([decision])]
    parts += tables.languages(decision)
    if each.call_ins:
        parts.append(tables.called_in(each.call_ins, _("Called in")))
    return {
        "registered": each,
        "told": parts,
        "facts": decision.facts_in(own),
        "runs": not why_cannot_record(decision.stage, reader),
    }


def _registered(decision, reader):
    """The Registered of one decision; its round is told by the register."""
    cycle, rows = decision.stage.cycle, {}
    for name in ("shapings", "call_ins", "replaced_by"):
        found = list(getattr(decision, name).select_related("stage").order_by("pk").visible_to(reader, cycle))
        for each in found:
            each.stage.cycle = cycle
        rows[name] = found
    shapings = sorted(rows["shapings"], key=lambda shaping: (shaping.shaped_on, shaping.pk))
    every = decision.shapings.count() + decision.call_ins.count()
    hidden = every - len(shapings) - len(rows["call_ins"])
    return Registered(decision, shapings, rows["call_ins"], None, next(iter(rows["replaced_by"]), None), hidden)
