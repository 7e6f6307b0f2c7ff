"""Decisions at a glance: shaped and taken, said and decided, two languages, call-ins, power (R47–R51)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Beside, Glance, Remark, read_by
from . import tables
from .call_in import CallIn
from .decision import Decision
from .power import WhoDecides


def decision_points(stage, reader):
    """When each decision was really shaped and when it was taken, by whom, and whether it stands (R47)."""
    register = Decision.registered(stage.cycle, reader)
    rows = [each for each in register.rows if each.decision.stage_id == stage.pk]
    parts = [tables.points(rows)] if rows else []
    if register.hidden:
        parts.append(Remark(hidden_in_words(register.hidden)))
    return Glance(_("Decision points"), parts) if parts else None


def hidden_in_words(number):
    """How many decisions are not open to a reader, as a sentence."""
    words = ngettext("%(number)d decision is not open to you.", "%(number)d decisions are not open to you.", number)
    return words % {"number": number}


def said_and_decided(stage, reader):
    """What users said, with how many said something, what officers advised, and what was decided (R48)."""
    decisions = read_by(reader, stage, Decision)
    if not decisions:
        return None
    return Glance(
        _("What was said, and what was decided"),
        [*tables.heard(decisions), tables.from_said_to_decided(decisions)],
    )


def in_two_languages(stage, reader):
    """The committee's words beside plain ones, and users' words beside how they were put (R51)."""
    parts = [part for each in read_by(reader, stage, Decision) for part in tables.languages(each)]
    return Glance(_("In two languages"), parts) if parts else None


def call_ins(stage, reader):
    """Decisions that were called in, and what came of it (R50)."""
    rows = read_by(reader, stage, CallIn)
    return Glance(_("Called in"), [tables.called_in(rows)]) if rows else None


def who_decides(stage, reader):
    """How officers and councillors share power here, and how users see it (R49)."""
    rows = read_by(reader, stage, WhoDecides)
    parts = []
    for each in rows:
        said = [str(each.get_lies_display()), each.officers_do, each.councillors_do]
        view = each.users_view or _("Nobody has written down how users see it.")
        parts.append(
            Beside(
                str(each), _("%(who)s says") % {"who": each.said_by}, "\n\n".join(said),
                _("Users say: %(who)s") % {"who": each.users_view_from} if each.users_view else _("Users say"), view,
            )
        )  # fmt: skip
    return Glance(_("Who really decides here"), parts) if parts else None
