"""Needs at a glance: whose they are, side by side, and what users and professionals mean by a need (R33, R37, R38)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Glance, Remark, Row, Table, cell, link, read_by, row
from .blank_sheet import BlankSheet
from .judging import Definition, Judging
from .needs import Need


def definition_at_a_glance(stage, reader):
    """What users and professionals mean by a need, and what they agreed."""
    rows = [
        row(link(each), each.users_words, each.professionals_words, each.agreed_words or _("Not agreed yet"))
        for each in read_by(reader, stage, Definition)
    ]
    heads = [_("What"), _("What users mean"), _("What professionals mean"), _("What all agreed")]
    return Glance(_("What counts as a need"), [Table("", heads, rows)]) if rows else None


def voices_at_a_glance(stage, reader):
    """The needs of people who use it now, later or never, side by side; each need stands alone and none is averaged.

    Who judges between them is named under the table (R37, R38).
    """
    needs = read_by(reader, stage, Need)
    ours = [[each for each in needs if each.voice == voice] for voice in Need.CONSTITUENCIES]
    if not any(ours):
        return None
    longest = max(map(len, ours))
    heads = [*(str(voice.label) for voice in Need.CONSTITUENCIES)]
    rows = [Row(cell(number + 1), [_cell(column, number) for column in ours]) for number in range(longest)]
    parts = [_blank(stage), Table("", [_("Number"), *heads], rows, is_numbered=True)]
    parts += [
        Remark(_("Nobody has written down a need of: %(who)s.") % {"who": voice.label}, "changed")
        for voice, column in zip(Need.CONSTITUENCIES, ours, strict=True)
        if not column
    ]
    judges = read_by(reader, stage, Judging)
    parts += [
        Remark(_("Between %(between)s it is judged by: %(judge)s.") % {"between": each.between, "judge": each.judge},
               url=each.get_absolute_url())
        for each in judges
    ]  # fmt: skip
    if not judges:
        parts.append(Remark(_("Nobody is named yet who judges where these needs pull apart."), "changed"))
    return Glance(_("Whose needs they are"), [part for part in parts if part])


def _cell(column, number):
    if number >= len(column):
        return cell("–")
    need = column[number]
    count = need.how_many
    said = ngettext("%(count)d person said it", "%(count)d people said it", count) % {"count": count} if count else ""
    return link(need, note=". ".join(filter(None, [str(need.get_sort_display()), said])))


def _blank(stage):
    sheet = BlankSheet.of(stage)
    if sheet is None:
        return Remark(_("The sheet is still blank: people say what they need, and no list of services is shown."))
    return Remark(f"{_('The blank sheet was turned over.')} {sheet.words}")


def sides_at_a_glance(stage, reader):
    """What those say who speak of the needs of others, with what they gain or lose by it (R34)."""
    needs = [each for each in read_by(reader, stage, Need) if each.voice not in Need.CONSTITUENCIES]
    rows = [row(link(each), each.get_voice_display(), each.interest or _("None was declared")) for each in needs]
    heads = [_("Need"), _("Who said it"), _("What they gain or lose by it")]
    return Glance(_("What others say that people need"), [Table("", heads, rows)]) if rows else None
