"""Monitoring at a glance: outcomes in both sides' words, visits with replies, influence, and power (R59-R63)."""

from collections import defaultdict

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...glance import Glance, Remark, Table, cell, link, named_in, read_by, row
from ...models.influence_word import InfluenceWord
from ...models.visit_reply import VisitReply
from ...reading import hidden_in_words
from ..decision import Decision
from .drawn import latest, readings_drawn
from .finding import VisitFinding
from .influence import Influence, in_words, last_words
from .measure import Measure
from .power import PowerNote
from .reading import Reading
from .visit import Visit


def outcomes_at_a_glance(stage, reader):
    """Outcomes in users' words beside the professional ones, with the latest reading of each, then all over time."""
    measures = read_by(reader, stage, Measure)
    if not measures:
        return None
    readings = defaultdict(list)
    for each in read_by(reader, stage, Reading):
        readings[each.measure_id].append(each)
    heads = [_("In users’ words"), _("What was read last"), _("In professional words"), _("What was read last")]
    rows = [
        row(*_watched(users, readings), *_watched(professionals, readings)) for users, professionals in _pairs(measures)
    ]
    parts = [Table("", heads, rows)]
    for each in measures:
        parts += readings_drawn(each, readings[each.pk])
    return Glance(_("Outcomes in users’ words and in professional ones"), parts)


def _pairs(measures):
    """(users' measure or None, professional one or None), each measure once; either of a pair may name the other."""
    by_id, used, found = {each.pk: each for each in measures}, set(), []
    named = {each.counterpart_id: each.pk for each in measures if each.counterpart_id}
    for each in measures:
        if each.pk in used:
            continue
        other = by_id.get(each.counterpart_id) or by_id.get(named.get(each.pk))
        if other and (other.pk in used or other.words_of == each.words_of):
            other = None
        used |= {each.pk} | ({other.pk} if other else set())
        pair = {one.words_of: one for one in (each, other) if one}
        found.append(tuple(pair.get(side) for side in Measure.Words))
    return sorted(found, key=lambda pair: pair[0] is None)


def _watched(measure, readings):
    """Two cells: the measure with what is aimed at, and its newest reading."""
    if measure is None:
        return _("Nothing beside it"), "–"
    aim = _("Aimed at: %(aim)s") % {"aim": measure.aimed_at}
    return link(measure, note=aim), latest(readings[measure.pk])


def visits_at_a_glance(stage, reader):
    """The visits, whose service each was to, and each finding with the reply and what came of it (R60, R61)."""
    visits, findings = read_by(reader, stage, Visit), read_by(reader, stage, VisitFinding)
    parts = []
    if visits:
        went = named_in(visits, "went")
        heads = [_("Visit"), _("Whose service"), _("Who went"), _("What they looked at")]
        rows = [
            row(
                link(each, note=date_format(each.held_on, "j F Y")), cell(each.visited, note=_in_house(each)),
                cell(each.who_went, note=", ".join(map(str, went[each.pk]))), each.looked_at,
            )
            for each in visits
        ]  # fmt: skip
        parts.append(Table("", heads, rows))
    if findings:
        replies = defaultdict(list)
        for each in VisitReply.objects.about(findings):
            replies[each.record_id].append(each)
        heads = [_("What was found"), _("What they ask for"), _("Reply of the provider"), _("What came of it")]
        rows = [_found(each, replies[each.pk]) for each in findings]
        parts.append(Table(_("What was found, and what came of it"), heads, rows))
    return Glance(_("Visits by users"), parts) if parts else None


def _in_house(visit):
    return _("The authority’s own service, under the same rules") if visit.is_in_house else ""


def _found(each, replies):
    """One finding with the newest reply, beside which stands what the provider gains or loses (R34)."""
    if replies:
        last = replies[-1]
        interest = _("What %(party)s gains or loses: %(interest)s") % {
            "party": last.participant, "interest": last.interest}  # fmt: skip
        reply = cell(last.words, note=interest)
    else:
        day = {"party": each.replies_from, "day": date_format(each.reply_by, "j F Y")}
        reply = cell(_("No reply yet"), note=_("%(party)s replies by %(day)s") % day, mark="changed")
    is_open = each.led_to == VisitFinding.LedTo.OPEN
    came = cell(each.get_led_to_display(), note=each.came_of_it, mark="changed" if is_open else "")
    return row(link(each, note=each.get_sort_display()), each.asked_for or "–", reply, came)


def influence_at_a_glance(stage, reader):
    """What was weighed in a decision, and what each side says of it; none claims it alone (R62)."""
    influences = read_by(reader, stage, Influence)
    if not influences:
        return None
    words = defaultdict(list)
    for each in InfluenceWord.objects.about(influences):
        words[each.record_id].append(each)
    decisions = {each.pk: each for each in read_by(reader, stage, Decision, among="cycle")}
    heads = [_("What was weighed"), _("In which decision"), _("The authority says"), _("Users say"), _("Both together")]
    rows = [
        row(
            link(each, note=each.difference), _decision(each, decisions),
            _said(words[each.pk], of_users=False), _said(words[each.pk], of_users=True), in_words(words[each.pk]),
        )
        for each in influences
    ]  # fmt: skip
    note = _("The decision itself stayed as it was. Decisions that were changed are a list of their own.")
    return Glance(_("Decisions that were influenced"), [Table("", heads, rows, note=note)])


def _decision(each, decisions):
    found = decisions.get(each.decision_id)
    return link(found) if found else hidden_in_words(Decision)


def _said(words, *, of_users):
    """A line for each party of one side: what it says, in which words, and whether an officer put it in."""
    lines = [_one_word(each) for each in last_words(words) if each.is_of_users == of_users]
    return cell(lines) if lines else cell(_("Nothing yet"))


def _one_word(each):
    told = {"party": each.participant, "says": each.get_says_display(), "words": each.words}
    line = _("%(party)s: %(says)s. “%(words)s”") % told
    return f"{line} {_('(An officer put it in from paper.)')}" if each.is_on_paper else line


def power_notes_at_a_glance(stage, reader):
    """What each side says of who has the say now, in its own words (R63)."""
    notes = read_by(reader, stage, PowerNote)
    if not notes:
        return None
    heads = [_("Who says so"), _("Who has the say now"), _("In their words"), _("What shows it")]
    rows = [
        row(
            link(each, note=f"{each.party}, {date_format(each.said_on, 'j F Y')}"),
            cell(each.get_shift_display(), note=each.compared_with), each.summary, each.shown_by or "–",
        )
        for each in sorted(notes, key=lambda each: (each.said_on, each.pk))
    ]  # fmt: skip
    parts = [Table("", heads, rows)]
    if len({each.party.standing == "users" for each in notes}) == 1:
        parts.append(Remark(_("Only one side has said so far who has the say.")))
    return Glance(_("Who has the say, in their own words"), parts)
