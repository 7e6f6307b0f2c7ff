"""Decisions as tables and texts: shaped and taken, said and decided, in two languages, and called in (R47–R51)."""

from django.utils.translation import gettext as _

from ...glance import Beside, Heard, Remark, Table, cell, link, named_in, row
from .register import UNSHAPED, day


def points(rows):
    """Each Registered decision: when it was shaped, when taken, by whom, and whether it stands (R47)."""
    heads = [_("Decision"), _("Really shaped"), _("Formally taken"), _("Who decides"), _("Where it stands")]
    return Table("", heads, [_point(each) for each in rows])


def _point(each):
    decision = each.decision
    return row(
        link(decision, note=each.round_in_words), each.shaped, day(decision.taken_on) or _("Not taken yet"),
        cell(decision.decided_by, note=str(decision.get_authority_display())), each.stands,
    )  # fmt: skip


def moments(each):
    """The moments at which one Registered decision was shaped, then the day on which it was taken."""
    heads = [_("When"), _("What happened"), _("By whom"), _("Where users stood")]
    rows = [
        row(day(shaping.shaped_on), link(shaping, note=shaping.narrowed),
            cell(shaping.by_whom, note=str(shaping.get_authority_display())), shaping.get_users_display())
        for shaping in each.shapings
    ]  # fmt: skip
    decision = each.decision
    taken = cell(_("It was formally taken.") if decision.is_taken else _("It is still to be taken."))
    who = cell(decision.decided_by, note=str(decision.get_authority_display()))
    rows.append(row(day(decision.taken_on) or "–", taken, who, "–"))
    table = Table(_("When it was shaped, and when it was taken"), heads, rows)
    missing = _("Nothing that is open to you says when this was really shaped.")
    return [Remark(missing, UNSHAPED), table] if each.is_unshaped else [table]


def heard(decisions):
    """For each decision what users said, with room for how many said something; one query."""
    named = named_in(decisions, "rests_on")
    return [
        Heard(_("What users said: %(title)s") % {"title": each} if len(decisions) > 1 else _("What users said"),
              each.users_said, [stage.pk for stage in named[each.pk]] or [each.stage_id])
        for each in decisions
        if each.users_said
    ]  # fmt: skip


def from_said_to_decided(decisions):
    """What officers advised, what was decided, and why it differs from what users said (R48)."""
    heads = [_("Decision"), _("Officers advised"), _("It was decided"), _("Why it differs from what users said")]
    rows = [
        row(link(each, note=each.votes_in_words), each.officers_advised or "–", each.decided or _("Not taken yet"),
            each.why_it_differs or "–")
        for each in decisions
    ]  # fmt: skip
    return Table(_("From advice to outcome"), heads, rows)


def languages(decision):
    """The committee's words beside the plain ones, and users' words beside how they were put (R51)."""
    found = []
    if decision.committee_text:
        found.append(
            Beside(
                _("The decision, in two languages"), _("In the committee’s words"), decision.committee_text,
                _("In plain words"), decision.summary,
            )
        )  # fmt: skip
    if decision.users_words:
        put = decision.into_committee or _("Nobody has written down how this was put to those who decide.")
        found.append(
            Beside(
                _("What users said, and how it was put"), _("In users’ own words"), decision.users_words,
                _("As it was put to those who decide"), put,
            )
        )  # fmt: skip
    return found


def called_in(call_ins, title=""):
    """Who called a decision in, when and why, and what came of it (R50)."""
    heads = [_("Call-in"), _("Who called it in, and why"), _("What came of it"), _("Who settled it, and why")]
    rows = [
        row(
            link(each, note=day(each.called_in_on)), cell(each.called_in_by, note=each.grounds), each.state_in_words,
            cell(each.settled_by or "–", note=each.because),
        )
        for each in call_ins
    ]  # fmt: skip
    return Table(title, heads, rows)
