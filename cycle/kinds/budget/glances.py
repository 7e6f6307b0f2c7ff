"""The money at a glance: lines by year, and what each option would take from them (R41–R43)."""

from decimal import Decimal

from django.apps import apps
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Cell, Glance, Table, cell, link, read_by, row
from ...limits import misfits_of
from ...models.record import Record
from ...reading import readable
from ...snapshot import label_of, money
from .lines import BudgetLine


def years_at_a_glance(stage, reader):
    """The lines by year: what they are for, how much, how sure that is, and where it is decided (R41, R42)."""
    every = list(BudgetLine.objects.in_stage(stage))
    lines = read_by(reader, stage, BudgetLine)
    if not every:
        return None
    hidden = len(every) - len(lines)
    tables = [
        _year(year, [line for line in lines if line.year == year]) for year in sorted({each.year for each in lines})
    ]
    parts = [table for table in tables if table.rows]
    if hidden and parts:
        note = ngettext("One more line is not open to you.", "%(count)d more lines are not open to you.", hidden) % {
            "count": hidden
        }
        parts[-1] = Table(parts[-1].title, parts[-1].heads, parts[-1].rows, note, is_of_numbers=True)
    return Glance(_("The money, year by year"), parts) if parts else None


def _year(year, lines):
    rows = [
        row(link(line, note=str(line.get_sort_display())), _amount(line), line.get_status_display(),
            line.settled_where or "–")
        for line in lines
    ]  # fmt: skip
    for sort in BudgetLine.Sort:
        told = [line.amount for line in lines if line.sort == sort and line.per == "year" and line.amount is not None]
        if len(told) > 1:
            rows.append(row(sort.label, money(sum(told, Decimal(0))), _("as far as it is told"), "", is_total=True))
    heads = [_("Line"), _("Amount"), _("How sure it is"), _("Where it is really decided")]
    return Table(f"{year}–{(year + 1) % 100:02}", heads, rows, is_of_numbers=True)


def _amount(line):
    if line.amount is None:
        return cell(_("Not told"), note=line.undisclosed_because)
    return cell(money(line.amount), note="" if line.per == "year" else str(line.get_per_display()))


def limited_models():
    """The sorts of records whose amounts have to fit budget lines, whichever stage they belong to."""
    return [model for model in apps.get_models() if issubclass(model, Record) and model.LIMITED_BY]


def options_on_the_money(stage, reader):
    """What each option would take from the lines, what would be left, and which does not fit (R43)."""
    found = [
        (record, misfits[record.pk])
        for model in limited_models()
        for records in [_readable(model, reader, stage.cycle)]
        for misfits in [misfits_of(records, reader, stage.cycle)]
        for record in records
    ]
    if not found:
        return None
    lines = {line.pk: line for line in read_by(reader, stage, BudgetLine, among="cycle")}
    rows = [
        row(link(record, note=record.figure), *_against(record, lines), _fits(misfits)) for record, misfits in found
    ]
    heads = [label_of(type(found[0][0]), limit.field) for limit in found[0][0].LIMITED_BY]
    table = Table("", [_("Option"), *heads, _("Does it fit?")], rows, is_of_numbers=True)
    return Glance(_("What each option would take"), [table])


def _readable(model, reader, cycle):
    shown = [
        each for each in readable(list(model.objects.in_cycle(cycle)), reader, cycle) if not hasattr(each, "is_stub")
    ]
    for each in shown:
        each.stage.cycle = cycle
    return shown


def _against(record, lines):
    """For each limit of a record the amount, and under it what the line has and what would be left."""
    for limit in record.LIMITED_BY:
        amount = getattr(record, limit.field)
        line = lines.get(getattr(record, f"{limit.line}_id"))
        if amount is None:
            yield Cell("–")
        elif line is None or line.amount is None:
            yield Cell(money(amount))
        elif limit.too_much:
            left = {"line": line, "has": money(line.amount), "left": money(line.amount - amount)}
            yield Cell(money(amount), note=_("%(line)s: %(has)s; left over: %(left)s") % left)
        else:
            yield Cell(money(amount), note=_("to be saved: %(has)s") % {"has": money(line.amount)})


def _fits(misfits):
    if not misfits:
        return cell(_("Nothing stands against it"))
    return cell(_("No"), note="\n".join(each.words for each in misfits), mark="changed")
