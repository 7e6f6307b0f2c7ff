"""The second test: people were told enough to say something; what was shown, and what was kept back."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Remark, Table, cell, link, row
from cycle.register import register_of

from .asked import nothing


def gathered(cycle, decisions, asked):
    """(parts, missing sentences): how much of each stage is open to whom, what is kept back, and what was advised."""
    register, missing = register_of(cycle), []
    if not register.stages:
        return nothing(_("Nothing is recorded in this cycle yet.")), [_("No papers are recorded.")]
    heads = [_("Stage"), *(str(label) for label, _number in register.all)]
    rows = [row(link(each.stage), *(number for _label, number in each.in_order)) for each in register.stages]
    rows.append(row(_("All together"), *(number for _label, number in register.all), is_total=True))
    table = Table(_("How many papers are open, and to whom"), heads, rows, is_of_numbers=True)
    parts = [table, Remark(_("Read what is kept back, and why"), "", reverse("information_line", args=[cycle.slug]))]
    if advice := _advice(decisions):
        parts.append(advice)
    for each in register.stages:
        if each.kept_back:
            words = ngettext(
                "%(stage)s: %(number)d thing is kept back, in whole or in part.",
                "%(stage)s: %(number)d things are kept back, in whole or in part.", each.kept_back,
            )  # fmt: skip
            missing.append(words % {"stage": each.stage, "number": each.kept_back})
    for each in asked:
        agreement = each.status.agreement
        if agreement and agreement.fixed and not agreement.fixed_because:
            missing.append(_("%(stage)s: something was fixed, and nothing says why.") % {"stage": each.stage})
    return parts, missing


def _advice(decisions):
    rows = [row(link(each.decision), cell(each.decision.officers_advised or "–")) for each in decisions.rows]
    return Table(_("What officers advised"), [_("Decision"), _("Advice")], rows) if rows else None
