"""The different values in those columns of a file whose answers we have to know one by one."""

from django.utils.translation import gettext as _

from people.refusal import Refused

from .rows import COLUMN, VALUED, plain

MOST_VALUES = 60


def values_in(table, mapping):
    """what -> (name of the column, its different values in their order). Raises Refused when there are too many."""
    places = {
        what: table.header.index(mapping[what][1:])
        for what in VALUED
        if mapping.get(what, "").startswith(COLUMN) and mapping[what][1:] in table.header
    }
    found = {what: {} for what in places}
    for _number, cells in table.rows if places else ():
        for what, place in places.items():
            if cells[place]:
                found[what].setdefault(plain(cells[place]), cells[place])
            if len(found[what]) > MOST_VALUES:
                raise Refused(
                    _("There are more than %(most)d sorts of words in the column “%(column)s”. Choose another one.")
                    % {"column": table.header[place], "most": MOST_VALUES}
                )
    return {what: (table.header[place], list(found[what].values())) for what, place in places.items()}
