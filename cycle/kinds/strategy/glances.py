"""The framework at a glance: its whole text, and what each aim rests on (R44)."""

from django.utils.translation import gettext as _

from ...glance import Cell, Glance, Passage, Remark, Table, Text, link, read_by, row
from ...reading import references_of
from ...snapshot import label_of
from .aims import Aim
from .text import Paragraph
from .tracing import SOURCES, untraced


def text_at_a_glance(stage, reader):
    """The whole text, paragraph by paragraph."""
    paragraphs = sorted(read_by(reader, stage, Paragraph), key=lambda each: (each.place, each.pk))
    return Glance(_("The framework"), [Text([Passage(each) for each in paragraphs])]) if paragraphs else None


def feeds_at_a_glance(stage, reader):
    """A row for each aim: by when, and the needs, pressures, money and lessons that it rests on."""
    aims = read_by(reader, stage, Aim)
    if not aims:
        return None
    named = references_of(aims, reader, stage.cycle)
    labels = [label_of(Aim, name) for name in SOURCES]
    rows = [
        row(link(aim, note=aim.horizon), *(_named(named[aim.pk], label) for label in labels), aim.qualities)
        for aim in aims
    ]
    parts = [Table("", [_("Aim"), *labels, label_of(Aim, "qualities")], rows)]
    if missing := [aim for aim in untraced(stage) if aim in aims]:
        words = ", ".join(str(aim) for aim in missing)
        parts.append(Remark(_("It cannot be seen yet what these rest on: %(aims)s.") % {"aims": words}, "changed"))
    return Glance(_("What each aim rests on"), parts)


def _named(found, label):
    return Cell(lines=[pair for each in found if each.label == label for pair in each.rows])
