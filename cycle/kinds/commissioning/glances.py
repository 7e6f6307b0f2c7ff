"""Commissioning at a glance: from priority to decision to change, with the money, and the steps of each (R52, R53)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...glance import Cell, Glance, Remark, Table, cell, link, read_by, row
from ...reading import references_of
from ...snapshot import label_of, money
from .gaps import missing_phases
from .intention import Intention
from .step import TransitionStep


def chain(stage, reader):
    """Each change with the priorities and the decision that it follows from, and the money in all (R52)."""
    rows = read_by(reader, stage, Intention)
    if not rows:
        return None
    named = references_of(rows, reader, stage.cycle)
    heads = [_("Priority"), _("Decision"), _("What is meant to be done"), _("Money a year"), _("People")]
    lines = [_linked(each, {one.label: one.rows for one in named[each.pk]}) for each in rows]
    known = [each.net_a_year for each in rows if each.net_a_year is not None]
    if known:
        lines.append(row(_("All together"), "", "", money(sum(known)), "", is_total=True))
    without = len(rows) - len(known)
    notes = [_("A minus says that money is saved.")] if any(each < 0 for each in known) else []
    if known and without:
        notes.append(_("For %(number)d of these no money is written down.") % {"number": without})
    return Glance(_("From priority to change"), [Table("", heads, lines, note=" ".join(notes))])


def _linked(each, named):
    """One line: what it follows from, as the reader may have it, and what it is."""
    priorities, decision, budget = (
        named.get(label_of(Intention, name), []) for name in ("priorities", "decision", "budget_line")
    )
    missing = cell("–", note=_("None is named."), mark="changed")
    sum_ = money(each.net_a_year) if each.net_a_year is not None else "–"
    return row(
        _several(priorities) or missing, _several(decision) or missing,
        link(each, note=str(each.get_change_display())),
        cell(sum_, note=", ".join(words for words, _url in budget)), each.people_affected or "–",
    )  # fmt: skip


def _several(pairs):
    """The Cell of (words, address) pairs; None without any."""
    return Cell(lines=pairs) if pairs else None


def steps_at_a_glance(stage, reader):
    """The steps of each change by their day, who leads, and how those whom it affects take part (R53)."""
    intentions, parts = {each.pk: each for each in read_by(reader, stage, Intention)}, []
    steps = sorted(read_by(reader, stage, TransitionStep), key=lambda each: (each.due_on, each.pk))
    endings = {pk for pk, each in intentions.items() if each.change == Intention.Change.END}
    for pk, each in intentions.items():
        own = [step for step in steps if step.intention_id == pk]
        if pk in endings and (missing := missing_phases({pk}, {(pk, step.phase) for step in own if step.users_part})):
            parts.append(Remark(_ending(each, missing), "changed", each.get_absolute_url()))
        if own:
            parts.append(_table(str(each), own))
    others = [step for step in steps if step.intention_id not in intentions]
    if others:
        parts.append(_table(_("Steps of a change that is not open to you"), others))
    return Glance(_("How the change is made"), parts) if parts else None


def _ending(intention, missing):
    when = "; ".join(str(phase.label).lower() for phase in missing)
    said = {"title": intention, "when": when}
    return _("“%(title)s” ends something. No step open to you says how users take part: %(when)s.") % said


def _table(title, steps):
    heads = [_("Step"), _("When"), _("Who leads it"), _("How those whom it affects take part")]
    rows = [
        row(link(each, note=str(each.get_phase_display())), _when(each), each.leads, each.users_part or "–")
        for each in steps
    ]  # fmt: skip
    return Table(title, heads, rows, has_long_last=True)


def _when(each):
    done = _("Done on %(day)s") % {"day": date_format(each.done_on, "j F Y")} if each.done_on else ""
    return cell(date_format(each.due_on, "j F Y"), note=done)
