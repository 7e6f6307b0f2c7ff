"""The first test: people were asked while it could still change; what was open and fixed, and when it was shaped."""

from django.utils.translation import gettext as _

from cycle.glance import Table, cell, link, row

from ..report.shortly import cut
from .asked import day, nothing

LONGEST = 240


def gathered(decisions, asked):
    """(parts, missing sentences): each decision's days beside the days on which people spoke, and what was open."""
    parts, missing = [], []
    if decisions.rows:
        heads = [_("Decision"), _("People first said something"), _("Really shaped"), _("Formally taken")]
        parts.append(Table(_("What came first"), heads, [_days(each, decisions, asked) for each in decisions.rows]))
    else:
        parts += nothing(_("No decision is written down yet."))
    for each in decisions.rows:
        missing += _late(each, decisions, asked)
    spoken = [each for each in asked if each.is_asked]
    agreed = [each for each in spoken if each.status.agreement]
    if agreed:
        heads = [_("Stage"), _("What could change"), _("What was fixed, and why")]
        parts.append(Table(_("What was open, and what was fixed"), heads, [_terms(each) for each in agreed]))
    for each in spoken:
        if not each.status.agreement:
            missing.append(_("%(stage)s: people spoke, and no agreement of this round stands.") % {"stage": each.stage})
        if each.status.override:
            missing.append(_("%(stage)s was opened without an agreement in force.") % {"stage": each.stage})
    return parts, missing


def first_said(decision, decisions, asked):
    """The first day on which somebody said something in the stages that a decision rests on, or None."""
    stages = decisions.stages_of(decision)
    return min((each.first for each in asked if each.stage.pk in stages and each.first), default=None)


def _days(each, decisions, asked):
    decision = each.decision
    taken = day(decision.taken_on) if decision.is_taken else _("Not taken yet")
    return row(link(decision), day(first_said(decision, decisions, asked)), each.shaped, taken)


def _late(each, decisions, asked):
    """Sentences where nothing says when a decision was shaped, or that was before anybody had said anything."""
    first, title = first_said(each.decision, decisions, asked), {"title": each.decision}
    if each.is_unshaped:
        yield _("“%(title)s” was taken, and nothing open to you says when it was really shaped.") % title
    if each.decision.is_taken and not first:
        yield _("“%(title)s” was taken, and nobody has said anything in the stages that it names.") % title
    early = [shaping for shaping in each.shapings if first and shaping.shaped_on < first]
    for shaping in early:
        said = {**title, "day": day(shaping.shaped_on), "first": day(first)}
        yield _("“%(title)s” was shaped on %(day)s. People first said something on %(first)s.") % said


def _terms(each):
    agreement = each.status.agreement
    return row(
        link(each.stage, note=str(each.status.in_words)), cut(agreement.open_to_change, LONGEST),
        cell(cut(agreement.fixed, LONGEST), note=cut(agreement.fixed_because, LONGEST)),
    )  # fmt: skip
