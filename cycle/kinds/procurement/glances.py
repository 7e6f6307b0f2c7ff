"""Tenders and contracts at a glance: which steps are done, next or missing; the register of contracts (R54, R61)."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Cell, Glance, Remark, Table, cell, link, read_by, row
from ...openness import Openness
from ...snapshot import money
from .clause import Clause
from .contract import Contract
from .notices import in_words
from .reading import ClauseReading
from .rules import source_of
from .step_done import TenderStep
from .steps import IF, MAY, MUST
from .tender import Tender


@dataclass(frozen=True)
class Stood:
    """Where one step of a tender stands: "done", "next", "missing", "later", or "may" where it need not be done."""

    step: object
    state: str
    records: list


def steps_of_tenders(stage, reader):
    """For each tender that this reader may read, the steps of its rules, with what was done and who took part."""
    tenders, done = read_by(reader, stage, Tender), {}
    for each in read_by(reader, stage, TenderStep):
        done.setdefault(each.tender_id, []).append(each)
    parts = []
    for tender in tenders:
        parts += steps_of(tender, done.get(tender.pk, []))
    if stage.cycle.is_published and any(each.openness == Openness.PUBLIC for each in tenders):
        parts += _open_data(stage)
    return Glance(_("Step by step"), parts) if parts else None


def _open_data(stage):
    """The ways to both files of open data, which hold what everybody may read."""
    here = [stage.cycle.slug, stage.kind_slug]
    said = {"releases": _("Open data: all that happened, step by step (OCDS releases)"),
            "records": _("Open data: each tender as it stands (OCDS records)")}  # fmt: skip
    return [Remark(words, url=reverse("open_data", args=[*here, what])) for what, words in said.items()]


def steps_of(tender, records):
    """The table of one tender's steps with the source of its rules, or a sentence that we hold none."""
    if (rules := tender.rules) is None:
        words = _("“%(tender)s”: we hold no rules for the day on which it began.") % {"tender": tender}
        return [Remark(words, "changed", tender.get_absolute_url())]
    heads = [_("Step"), _("Where it stands"), _("How users take part"), _("Who took part, and with what help")]
    rows = [_row(tender, each) for each in stood_of(tender, records)]
    return [Table(str(tender), heads, rows, note=source_of(rules))]


def stood_of(tender, records):
    """A Stood for each step that the rules of a tender have on its way, in order."""
    by_step = {}
    for each in records:
        by_step.setdefault(each.step, []).append(each)
    steps = [each for each in tender.rules.steps_on(tender.route) if _concerns(each, tender)]
    is_done = [bool(by_step.get(each.key)) or _is_shown(each, tender) for each in steps]
    last = max((place for place, yes in enumerate(is_done) if yes), default=-1)
    found, next_is_named = [], False
    for place, each in enumerate(steps):
        state = "done" if is_done[place] else "may" if each.need != MUST else "missing" if place < last else "later"
        if state == "later" and not next_is_named:
            state, next_is_named = "next", True
        found.append(Stood(each, state, by_step.get(each.key, [])))
    return found


def _concerns(step, tender):
    """Whether the step is one of this tender: how it ends is one only where nobody gets it."""
    if step.key == "standstill":
        return tender.rules.standstill_on(tender.route) is not None
    return not step.when_none or tender.is_decided


def _is_shown(step, tender):
    """Whether the tender itself shows that the step is done."""
    shown = {
        "asked": tender.is_asking or tender.is_opened,
        "opened": tender.is_opened,
        "scored": tender.is_decided and tender.is_opened,
        "decided": tender.is_decided,
    }
    return shown.get(step.done_by, False)


def _row(tender, stood):
    step = stood.step
    notice = in_words(step.notice)
    took_part = "\n".join(
        filter(None, (text for each in stood.records for text in (each.users_took_part, each.help_given)))
    )
    where = {"done": _("Done"), "next": _("Next"), "missing": _("Missing"), "later": _("Later")}
    words = where.get(stood.state) or {MAY: _("Can be done"), IF: str(step.condition)}[step.need]
    lines = [(_done(each), each.get_absolute_url()) for each in stood.records]
    note = _("A later step is done already.") if stood.state == "missing" else ""
    state = Cell(lines=[(words, ""), *lines]) if lines else cell(words, note=note, mark="changed" if note else "")
    return row(cell(step.name, note=notice), state, step.users or "–", took_part or "–")


def _done(each):
    day = date_format(each.done_on, "j F Y")
    return f"{day}, {each.reference}" if each.reference else day


def register(stage, reader):
    """The register of contracts: the same columns for a contract, a grant and a service in-house (R61)."""
    contracts = read_by(reader, stage, Contract)
    if not contracts:
        return None
    clauses, readings = {}, {}
    for each in read_by(reader, stage, Clause):
        clauses.setdefault(each.contract_id, []).append(each)
    for each in read_by(reader, stage, ClauseReading):
        readings.setdefault(each.clause_id, []).append(each)
    heads = [_("Contract"), _("Who gives the service"), _("From, until"), _("Value"), _("What it promises"),
             _("Asks its users")]  # fmt: skip
    rows = [_contract(each, clauses.get(each.pk, [])) for each in contracts]
    parts = [Table("", heads, rows, note=_("The same is asked of a service in-house as of a contract."))]
    watched = [each for own in clauses.values() for each in own if readings.get(each.pk)]
    if watched:
        parts.append(_watched(watched, readings))
    return Glance(_("Register of contracts"), parts)


def _contract(each, clauses):
    asks = [clause for clause in clauses if clause.sort == Clause.Sort.FEEDBACK]
    others = len(clauses) - len(asks)
    kpis = sum(clause.is_kpi for clause in clauses)
    promises = ngettext("%(number)d clause", "%(number)d clauses", others) % {"number": others}
    note = (
        ngettext("%(number)d of them is a KPI", "%(number)d of them are KPIs", kpis) % {"number": kpis} if kpis else ""
    )
    return row(
        link(each, note=each.get_sort_display()), each.supplier, _days(each),
        _("Not known") if each.value is None else money(each.value), cell(promises, note=note),
        link(asks[0]) if asks else cell(_("No"), mark="changed", note=_("No clause that you may read says so.")),
    )  # fmt: skip


def _days(each):
    starts = date_format(each.starts_on, "j F Y")
    if each.ended_on:
        ended = _("ended early on %(day)s") % {"day": date_format(each.ended_on, "j F Y")}
        return cell(starts, note=ended)
    ends = date_format(each.ends_on, "j F Y") if each.ends_on else _("open")
    more = (
        _("may go on until %(day)s") % {"day": date_format(each.may_go_on_until, "j F Y")}
        if each.may_go_on_until
        else ""
    )
    return cell(f"{starts} – {ends}", note=more)


def _watched(clauses, readings):
    """How the clauses did over time, the newest reading first."""
    rows = []
    for clause in clauses:
        for each in sorted(readings[clause.pk], key=lambda reading: reading.to_day, reverse=True):
            when = f"{date_format(each.from_day, 'j F Y')} – {date_format(each.to_day, 'j F Y')}"
            rows.append(row(link(clause, note=clause.target), when, link_to(each), each.users_say or "–"))
    heads = [_("Clause"), _("When"), _("What was measured"), _("What users say")]
    return Table(_("How the clauses did"), heads, rows, has_long_last=True)


def link_to(reading):
    """The Cell of a reading: what was measured, with its rating under it."""
    return Cell(reading.measured, reading.get_absolute_url(), note=reading.get_rating_display())
