"""Implementation at a glance: who answers for it, decided beside arrived, and the front line (R57, R58)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...glance import Glance, Remark, Table, cell, link, read_by, row
from ...reading import hidden_in_words
from ..decision import Decision
from .front_line import FrontLineReport
from .gaps import parts_without_a_name
from .milestone import Milestone
from .owner import Owner
from .sign_up import SignUp


def who_answers_for_it(stage, reader):
    """The four parts, and who answers for each today; a part without a name says so (R57)."""
    owners = read_by(reader, stage, Owner)
    if not owners and not Milestone.objects.filter(stage=stage).exists():
        return None
    missing = parts_without_a_name(Owner.objects.filter(stage=stage))
    rows = []
    for part in Owner.Part:
        now = [each for each in owners if each.part == part and each.is_current]
        rows += [row(part.label, link(each, note=each.who), each.body, _from(each)) for each in now]
        if part in missing:
            rows.append(row(part.label, cell("", note=_("Nobody is named"), mark="changed"), "–", "–"))
        elif not now:
            rows.append(row(part.label, _("Not open to you"), "–", "–"))
    heads = [_("For what"), _("Who answers for it"), _("From where"), _("Since when")]
    return Glance(_("Who answers for it"), [Table("", heads, rows)])


def _from(owner):
    return date_format(owner.from_day, "j F Y")


def decided_and_arrived(stage, reader):
    """What was decided beside what arrived, with both sides' word on whether it is the same (R57)."""
    milestones = sorted(read_by(reader, stage, Milestone), key=lambda each: (each.due_on, each.pk))
    if not milestones:
        return None
    decisions = {each.pk: each for each in read_by(reader, stage, Decision, among="cycle")}
    heads = [
        _("Milestone"), _("What was decided"), _("What arrived"), _("Officers say"), _("Users say"),
    ]  # fmt: skip
    rows = [
        row(
            link(each, note=_when(each)), _decided(each, decisions), each.what_arrived or _("Not there yet"),
            each.get_officers_say_display() or "–",
            cell(each.get_users_say_display() or _("Not asked yet"), note=each.users_words,
                 mark="changed" if each.is_judged_differently else ""),
        )
        for each in milestones
    ]  # fmt: skip
    parts = [Table("", heads, rows)]
    if apart := [str(each) for each in milestones if each.is_judged_differently]:
        words = _("Users and officers do not say the same of: %(titles)s.") % {"titles": ", ".join(apart)}
        parts.insert(0, Remark(words, "changed"))
    return Glance(_("What was decided, and what arrived"), parts)


def _when(milestone):
    """When it is due, and when it was reached."""
    due = _("Due on %(day)s") % {"day": date_format(milestone.due_on, "j F Y")}
    if milestone.reached_on is None:
        return due
    return f"{due}\n{_('Reached on %(day)s') % {'day': date_format(milestone.reached_on, 'j F Y')}}"


def _decided(milestone, decisions):
    """What the decision says that a milestone carries out, as its reader may have it."""
    if milestone.decision_id is None:
        return _("No decision is named")
    decision = decisions.get(milestone.decision_id)
    return link(decision, note=decision.decided) if decision else hidden_in_words(Decision)


def front_line(stage, reader):
    """Whether those who do the work stand behind it, what they report, and what came of each report (R58)."""
    signed, reports = read_by(reader, stage, SignUp), read_by(reader, stage, FrontLineReport)
    parts = []
    if signed:
        heads = [_("Team or provider"), _("Stands behind it?"), _("What worries them"), _("What they need")]
        rows = [
            row(
                link(each, note=str(each.party)), each.get_position_display(), each.worries or "–",
                each.what_is_needed or "–",
            )
            for each in signed
        ]  # fmt: skip
        parts.append(Table(_("Whether they stand behind it"), heads, rows))
    if reports:
        heads = [_("What they report"), _("How they know it"), _("What they ask for"), _("What came of it")]
        parts.append(Table(_("What they see"), heads, [_report(each) for each in reports]))
    return Glance(_("The front line"), parts) if parts else None


def _report(each):
    mark = "changed" if each.led_to == FrontLineReport.LedTo.OPEN else ""
    where = str(each.reported_by) if each.reported_by_id else ""
    note = "\n".join(filter(None, [where, str(each.get_works_display())]))
    due = _("Due by %(day)s") % {"day": date_format(each.answer_by, "j F Y")} if mark else ""
    came = cell(each.get_led_to_display(), note=each.came_of_it or due, mark=mark)
    return row(link(each, note=note), each.evidence, each.get_asks_display(), came)
