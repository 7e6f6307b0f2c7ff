"""The fourth test: what people said was really taken into account; what was answered, changed, and why it differs."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Table, cell, link, row

from .asked import nothing


def gathered(decisions, asked):
    """(parts, missing sentences): what was answered and what changed in each stage; why decisions differ."""
    parts, missing = [], []
    spoken = [each for each in asked if each.is_asked]
    if spoken:
        heads = [_("Stage"), _("Said"), _("Answered"), _("Answered in time"), _("Changed something")]
        rows = [
            row(link(each.stage), each.figures.said, each.figures.answered, each.figures.in_time, each.figures.changed)
            for each in spoken
        ]
        parts.append(Table(_("What people said, and what came of it"), heads, rows, is_of_numbers=True))
    else:
        parts += nothing(_("Nobody has said anything yet."))
    if decisions.rows:
        heads = [_("Decision"), _("What users said"), _("Why it differs"), _("How many said something")]
        rows = [_decided(each.decision, decisions) for each in decisions.rows]
        parts.append(Table(_("What was said, and why it was decided otherwise"), heads, rows))
    missing += _unanswered(spoken)
    missing += _unexplained(decisions)
    return parts, missing


def _decided(decision, decisions):
    return row(
        link(decision), cell(decision.users_said or "–"), cell(decision.why_it_differs or "–"),
        decisions.said(decision),
    )  # fmt: skip


def _unanswered(spoken):
    for each in spoken:
        if each.figures.waiting:
            words = ngettext(
                "%(stage)s: %(number)d thing that people said waits for an answer.",
                "%(stage)s: %(number)d things that people said wait for an answer.", each.figures.waiting,
            )  # fmt: skip
            yield words % {"stage": each.stage, "number": each.figures.waiting}
        if each.figures.answered and not each.figures.changed:
            yield _("%(stage)s: nothing that people said changed anything.") % {"stage": each.stage}


def _unexplained(decisions):
    for each in decisions.rows:
        if each.decision.is_taken and not each.decision.why_it_differs:
            yield _("“%(title)s” does not say why it differs from what users said.") % {"title": each.decision}
