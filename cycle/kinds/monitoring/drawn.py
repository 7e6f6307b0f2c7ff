"""The readings of one measure over time: a table with every reading, and bars of those that are numbers (R59)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...bars import Series, stack
from ...glance import Drawing, Table, cell, link, row

DRAWN = 12  # so many of the last readings are drawn; the table has them all


def readings_drawn(measure, readings):
    """The parts of a page that show these readings of a measure, oldest first; nothing when there is none."""
    readings = in_time(readings)
    if not readings:
        return []
    heads = [_("Day"), _("What was read"), _("Who read it"), _("What it means")]
    rows = [
        row(date_format(each.read_on, "j F Y"), link(each, note=in_numbers(each)), each.who_read, each.summary)
        for each in readings
    ]
    table = Table(_("%(measure)s: every reading") % {"measure": measure}, heads, rows, has_long_last=True)
    return [table, *_bars(measure, readings)]


def in_time(readings):
    """Readings by their day."""
    return sorted(readings, key=lambda each: (each.read_on, each.pk))


def in_numbers(reading):
    """“15 of 18”, “63”, or nothing."""
    if reading.number is None:
        return ""
    if reading.out_of is None:
        return str(reading.number)
    return _("%(number)d of %(out_of)d") % {"number": reading.number, "out_of": reading.out_of}


def _bars(measure, readings):
    """A bar for each reading with a number: parts of a whole fill the width, plain numbers are as long as they are."""
    numbers = [each for each in readings if each.number is not None]
    parts = [each for each in numbers if each.out_of]
    shown = (parts or numbers)[-DRAWN:]
    if not any(each.number for each in shown):
        return []
    bars = [(_caption(each), [each.number, *([each.out_of - each.number] if parts else [])]) for each in shown]
    series = [Series("reached", _("Reached")), Series("rest", _("Not reached"))] if parts else [
        Series("number", str(measure))]  # fmt: skip
    title = _("%(measure)s, over time. The table has the same numbers.") % {"measure": measure}
    return [Drawing(title, stack(series, bars, to_full=bool(parts)), f"readings-{measure.pk}")]


def _caption(reading):
    return f"{date_format(reading.read_on, 'j M Y')}: {in_numbers(reading)}"


def latest(readings):
    """The Cell of the newest of these readings; a dash where there is none."""
    if not readings:
        return cell(_("Not read yet"))
    last = in_time(readings)[-1]
    return link(last, note=_("%(who)s, %(day)s") % {"who": last.who_read, "day": date_format(last.read_on, "j F Y")})
