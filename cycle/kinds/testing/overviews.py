"""What was tried, whom it touches, what stands ready and how the change is made, each as one table (R46, R85, R86)."""

from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from ...glance import Glance, Remark, Table, cell, link, read_by, row
from .equality import EqualityRow, not_looked_at
from .tryout import TryFinding, TryOut
from .whatif import ChangeStep, WhatIf


def tried_out(stage, reader):
    """The try-outs, and what each finding led to: a change, or the reason for none (R46)."""
    tries, findings = read_by(reader, stage, TryOut), read_by(reader, stage, TryFinding)
    parts = []
    if tries:
        heads = [_("Try-out"), _("When"), _("Where"), _("Who tried it")]
        parts.append(Table("", heads, [_tried(each) for each in tries]))
    if findings:
        heads = [_("What it showed"), _("How well it works"), _("What came of it")]
        parts.append(Table(_("What was found, and what came of it"), heads, [_found(each) for each in findings]))
    return Glance(_("Tried out"), parts) if parts else None


def _tried(each):
    days = filter(None, [each.held_on, each.until])
    when = " – ".join(date_format(day, "j F Y") for day in days)
    return row(link(each, note=each.get_sort_display()), when, each.where, each.who_tried)


def _found(each):
    mark = "changed" if each.led_to == TryFinding.LedTo.OPEN else ""
    return row(link(each), each.get_works_display(), cell(each.get_led_to_display(), note=each.came_of_it, mark=mark))


def equality(stage, reader):
    """What the options mean by characteristic, and which of the nine nobody has looked at."""
    rows = sorted(read_by(reader, stage, EqualityRow), key=lambda each: (each.place, each.pk))
    if not rows:
        return None
    heads = [_("For whom"), _("What it does to them"), _("Who they are"), _("What is done about harm"), _("Owner")]
    table = Table(_("By characteristic"), heads, [_equal(each) for each in rows])
    missing = [str(each.label) for each in not_looked_at(rows)]
    said = [_unlooked(stage, rows, missing)] if missing else []
    return Glance(_("Who has it better or worse"), [*said, table])


def _equal(each):
    return row(
        link(each, note=each.get_characteristic_display()),
        cell(each.get_impact_display(), note=each.get_severity_display()), each.who_is_affected, each.mitigation or "–",
        _("%(owner)s, looks again on %(day)s")
        % {"owner": each.owner, "day": date_format(each.look_again_on, "j F Y")},
    )  # fmt: skip


def _unlooked(stage, rows, missing):
    names = get_text_list(missing, _("and"))
    if EqualityRow.objects.filter(stage=stage).count() > len(rows):
        return Remark(_("In what you may read, nobody has looked at: %(names)s.") % {"names": names}, "changed")
    return Remark(_("Nobody has looked at: %(names)s.") % {"names": names}, "changed")


def what_ifs(stage, reader):
    """What stands ready if things come otherwise, each with its trigger and who watches for it (R86)."""
    rows = [
        row(
            link(each, note=each.get_sort_display()), each.trigger, each.then_what, each.owner,
            cell(each.get_standing_display(), note=_used(each)),
        )
        for each in read_by(reader, stage, WhatIf)
    ]  # fmt: skip
    heads = [_("What if"), _("What shows it"), _("What is done then"), _("Who watches for it"), _("Where it stands")]
    return Glance(_("If things come otherwise"), [Table("", heads, rows)]) if rows else None


def _used(each):
    day = date_format(each.used_on, "j F Y") if each.used_on else ""
    return "\n".join(filter(None, [day, each.what_happened]))


def change_plan(stage, reader):
    """How the change is made, by the day by which each step has to be done (R85)."""
    steps = sorted(read_by(reader, stage, ChangeStep), key=lambda each: (each.due_on, each.pk))
    heads = [_("Step"), _("Whom it touches"), _("How they are told and helped"), _("Who does it"), _("By when")]
    rows = [row(link(each), each.who_is_touched, each.how_told, each.owner, _due(each)) for each in steps]
    return Glance(_("How the change is made"), [Table("", heads, rows)]) if rows else None


def _due(each):
    done = _("Done on %(day)s") % {"day": date_format(each.done_on, "j F Y")} if each.done_on else ""
    return cell(date_format(each.due_on, "j F Y"), note=done)
