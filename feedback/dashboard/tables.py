"""The figures of a dashboard as tables and sentences, which the page and the print draw alike."""

from django.utils.translation import gettext as _

from cycle.glance import Cell, Glance, Remark, Row, Table

from ..load.loads import hours_of_groups
from . import groups


def urgent_of(scope, counted, on_paper):
    """The Glance of what wants somebody to do something, in sentences; each leads to its list."""
    parts = []
    for part, numbers in counted:
        for figure in part.figures_for(scope):
            number = numbers.total(figure.key)
            if figure.told and number:
                words = figure.told(number) % {"number": number}
                url = "" if on_paper else scope.address("_list", figure.key)
                parts.append(Remark(words, "changed", url))
    nothing = Remark(_("Nothing is late, and nothing has changed since it was signed."))
    return Glance(_("What needs somebody now"), parts or [nothing])


def glance_of(scope, part, numbers, on_paper):
    """The Glance of one part: a row for each figure of one cycle, or for each cycle with a sum at the end."""
    figures = part.figures_for(scope)
    if scope.cycle:
        rows = [_row(figure, scope, numbers, on_paper) for figure in figures]
        return Glance(str(part.title), [Table("", [_("What"), _("How many")], rows, is_of_numbers=True)])
    rows = [_row_of_cycle(cycle, figures, scope, numbers, on_paper) for cycle in scope.cycles]
    total = [_cell(figure, numbers, scope, None, numbers.total(figure.key), on_paper) for figure in figures]
    rows = [Row(Cell(_("All together")), total, is_total=True), *rows]
    return Glance(str(part.title), [Table("", [_("Cycle"), *_names(figures)], rows, is_of_numbers=True)])


def loads_of(scope, numbers, on_paper):
    """The Glance of what is asked of each group; None where no group takes part."""
    rows, figures, found = [], groups.PART.figures_for(scope), groups.groups_of(scope)
    hours = hours_of_groups([group.pk for group in found])
    for group in found:
        cells = [
            _number(numbers.of(figure.key, group.pk), scope.address("_list", figure.key, group=group.pk), on_paper)
            for figure in figures
        ]
        cells.append(Cell(str(hours[group.pk])))
        rows.append(Row(Cell(group.name, "" if on_paper else group.get_absolute_url()), cells))
    if not rows:
        return None
    note = _(
        "The hours are those that all agreements under way ask of each person, in all cycles. "
        "Ask the group before you ask more of it."
    )
    table = Table("", [_("Group"), *_names(figures), _("Hours asked of each")], rows, note, is_of_numbers=True)
    return Glance(str(groups.PART.title), [table])


def _names(figures):
    return [str(figure.name) for figure in figures]


def _row(figure, scope, numbers, on_paper):
    pk = scope.cycle.pk
    return Row(Cell(str(figure.name)), [_cell(figure, numbers, scope, pk, numbers.of(figure.key, pk), on_paper)])


def _row_of_cycle(cycle, figures, scope, numbers, on_paper):
    alone = scope.alone(cycle)
    cells = [
        Cell(_("Not told")) if figure.is_for_officers and cycle.pk not in scope.run
        else _cell(figure, numbers, alone, cycle.pk, numbers.of(figure.key, cycle.pk), on_paper)
        for figure in figures
    ]  # fmt: skip
    return Row(Cell(cycle.title, "" if on_paper else alone.address()), cells)


def _cell(figure, numbers, scope, pk, number, on_paper):
    """A number that leads to its list, with its note; a number that wants somebody says so by more than a colour."""
    note = numbers.notes[figure.key].get(pk, "") if number else ""
    return _number(number, scope.address("_list", figure.key), on_paper, note)


def _number(number, url, on_paper, note=""):
    return Cell(str(number), url if number and not on_paper else "", note, "changed" if note else "")
