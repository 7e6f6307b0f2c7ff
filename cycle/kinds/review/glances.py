"""The review at a glance: what helped, what got in the way, what is done about it, and where people looked back."""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from ...glance import Cell, Glance, Table, cell, link, named_in, read_by, row
from ...reading import references_of
from ...snapshot import in_words
from .action import Action
from .finding import Finding
from .lesson import Lesson

Sort = Finding.Sort
TITLES = (
    (Sort.HELPED, gettext_lazy("What helped")),
    (Sort.HINDERED, gettext_lazy("What got in the way")),
    (Sort.WIN, gettext_lazy("Small changes that were wins")),
)


def findings(stage, reader):
    """What was found, by sort, with how each side sees it; None while there is nothing."""
    rows = read_by(reader, stage, Finding)
    stages = named_in(rows, "about")
    tables = [
        Table(
            str(title),
            [_("What was found"), _("How people who use the service see it"), _("How the authority sees it")],
            [_found(each, stages[each.pk]) for each in rows if each.sort == sort],
        )
        for sort, title in TITLES
    ]
    tables = [table for table in tables if table.rows]
    return Glance(_("What we found"), tables) if tables else None


def _found(finding, stages):
    about = ", ".join(str(each) for each in stages)
    return row(link(finding, note=about), finding.users_see or _("Not said"), finding.authority_sees or _("Not said"))


def actions(stage, reader):
    """What is done about it, by whom and by when; None while there is nothing."""
    rows = read_by(reader, stage, Action)
    if not rows:
        return None
    named = references_of(rows, reader, stage.cycle)
    heads = [_("What is to be done"), _("Who does it"), _("By when"), _("Where it stands")]
    made = [row(_with_cause(each, named), each.owner, in_words(each, "due_on"), _standing(each)) for each in rows]
    return Glance(_("What is done about it"), [Table(_("Actions"), heads, made, has_long_last=True)])


def _with_cause(action, named):
    causes = "; ".join(each.words for each in named[action.pk])
    return link(action, note=_("Because of: %(what)s") % {"what": causes} if causes else "")


def _standing(action):
    return cell(action.get_standing_display(), note=action.came_of_it or action.because)


def lessons(stage, reader):
    """The lessons with their conditions and ingredients; None while there is none (R87)."""
    rows = read_by(reader, stage, Lesson)
    if not rows:
        return None
    heads = [_("Lesson"), _("What made it so, here"), _("What it takes")]
    made = [row(link(each), each.conditions, each.ingredients) for each in rows]
    return Glance(_("What others can use"), [Table(_("Lessons"), heads, made)])


def looked_back_on(stage, reader):
    """On which stages somebody looked back, and how many things were found; three queries."""
    rows = read_by(reader, stage, Finding)
    counts = Counter()
    for finding_pk, stages in named_in(rows, "about").items():
        sort = next(each.sort for each in rows if each.pk == finding_pk)
        counts.update((each.pk, sort) for each in stages)
    begun = [each for each in stage.cycle.stages.begun().order_by("place") if each.pk != stage.pk]
    if not begun or not rows:
        return None
    for each in begun:
        each.cycle = stage.cycle
    heads = [_("Stage"), *(str(title) for _sort, title in TITLES)]
    made = [row(link(each), *(_number(counts[each.pk, sort]) for sort, _title in TITLES)) for each in begun]
    note = _without([each for each in begun if not any(counts[each.pk, sort] for sort, _title in TITLES)])
    return Glance(_("Where we looked back"), [Table(_("Findings by stage"), heads, made, note, is_of_numbers=True)])


def _number(count):
    return Cell(str(count))


def _without(stages):
    if not stages:
        return ""
    return ngettext(
        "Nobody has looked back on %(number)d stage yet.",
        "Nobody has looked back on %(number)d stages yet.",
        len(stages),
    ) % {"number": len(stages)}
