"""Bringing in what people said elsewhere: a file, its columns, what would happen, all of it, and all of it back."""

import csv
from itertools import chain

from django.http import StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.models.cycle import NOT_AN_OFFICER
from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.jobs import Silent
from people.models import Job
from people.paging import page_of
from people.policy import open_to
from people.refusal import Refused
from people.views.jobs import state_of

from ..forms.imports import ColumnsForm, FileForm, TakeBackForm, ValuesForm
from ..models import Import
from ..models.imported import stage_open
from ..moving import bringing
from ..moving.guard import guarded
from ..moving.looks import looks_of
from ..moving.rows import COLUMN, VALUED
from ..moving.values import values_in


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def imports(request, slug, kind):
    """The files that were brought into a stage, and the form for another one."""
    stage = stage_or_404(request, slug, kind)
    stop("" if stage.cycle.standing_of(request.user).runs else NOT_AN_OFFICER)
    refusal = _closed(stage)
    form = FileForm(typed(request), request.FILES if request.method == "POST" else None)
    if request.method == "POST":
        stop(refusal)
    outcome = attempt(form, lambda: _taken_up(stage, request.user, form.cleaned_data["file"]))
    if outcome.done:
        return redirect("import_columns", slug, kind, outcome.came.pk)
    shown = page_of(
        Import.objects.in_stage(stage).select_related("by"), request.GET.get("before"), newest_first=True
    )  # fmt: skip
    for each in shown:
        each.stage, each.cycle = stage, stage.cycle
    context = {"stage": stage, "room": "contributions", "form": form, "shown": shown, "refusal": refusal}
    return page(request, "feedback/imports/list.html", context, outcome.status)


def _closed(stage):
    return stage_open(Import(stage=stage, cycle=stage.cycle))


def _taken_up(stage, by, file):
    return bringing.take_up(stage, by, file.name, file.read())


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def import_columns(request, slug, kind, pk):
    """What each column of the file is; columns that seem to name people are left out unless somebody says so."""
    found = import_or_404(request, slug, kind, pk)
    stop(bringing.refusal_to_map(found, request.user))
    table = bringing.table_of(found)
    looks = looks_of(table)
    before = found.mapping or Import.objects.mapping_for(found.cycle, found.header_digest)
    parties = bringing.parties_of(found.cycle)
    form = ColumnsForm(typed(request), looks=looks, participants=parties, before=before)
    outcome = attempt(form, lambda: _columns_said(found, request.user, table, form.mapping, before))
    if outcome.done:
        return redirect(outcome.came)
    context = {
        "stage": found.stage, "room": "contributions", "imported": found, "form": form, "looks": looks,
        "is_known": bool(before) and not found.mapping,
    }  # fmt: skip
    return page(request, "feedback/imports/columns.html", context, outcome.status)


def _columns_said(imported, by, table, mapping, before):
    """Keep what the columns are; the address to go on with."""
    asked = values_in(table, mapping)
    known = before.get("values", {})
    mapping["values"] = {what: known[what] for what in asked if what in known and mapping[what] == before.get(what)}
    if asked:
        bringing.keep_columns(imported, by, mapping)
        return _url(imported, "import_values")
    bringing.say_columns(imported, by, mapping)
    return imported.get_absolute_url()


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def import_values(request, slug, kind, pk):
    """What the values of the chosen columns mean here."""
    found = import_or_404(request, slug, kind, pk)
    stop(bringing.refusal_to_map(found, request.user))
    if not any(found.mapping.get(what, "").startswith(COLUMN) for what in VALUED):
        return redirect("import_columns", slug, kind, pk)
    asked = values_in(bringing.table_of(found), found.mapping)
    parties = bringing.parties_of(found.cycle)
    form = ValuesForm(typed(request), found=asked, participants=parties, before=found.mapping)
    outcome = attempt(
        form, lambda: bringing.say_columns(found, request.user, {**found.mapping, "values": form.values})
    )  # fmt: skip
    if outcome.done:
        return redirect(found)
    context = {"stage": found.stage, "room": "contributions", "imported": found, "form": form}
    return page(request, "feedback/imports/values.html", context, outcome.status)


@require_safe
@open_to("signed in")
def import_(request, slug, kind, pk):
    """One import: what would happen, what happens just now, or what happened."""
    return _one(request, import_or_404(request, slug, kind, pk))


def _one(request, found, form=None, status=200):
    refusal = found.refusal("bring in", request.user)
    job = Job.objects.of(request.user).under_way().filter(about_url=found.get_absolute_url()).first()
    context = {
        "stage": found.stage, "room": "contributions", "imported": found, "refusal": refusal,
        "may_map": not bringing.refusal_to_map(found, request.user),
        "back_refusal": bringing.refusal_to_take_back(found, request.user) if found.is_done else "",
        "form": form or TakeBackForm(),
        "more": max(found.wrong - len({row for row, *_rest in found.faults}), 0),
    }  # fmt: skip
    if job:
        context |= state_of(job, request)
    return page(request, "feedback/imports/one.html", context, status)


@require_POST
@open_to("signed in")
def import_start(request, slug, kind, pk):
    """Bring in what was checked, in the background."""
    found = import_or_404(request, slug, kind, pk)
    bringing.begin(found, request.user)
    return done(request, _("The file is being brought in. You can leave this page."), found)


@require_POST
@open_to("signed in")
def import_withdrawal(request, slug, kind, pk):
    """Take everything back that came with this file."""
    found = import_or_404(request, slug, kind, pk)
    stop(bringing.refusal_to_take_back(found, request.user))
    form = TakeBackForm(request.POST)
    outcome = attempt(form, lambda: bringing.take_back(found, request.user, form.cleaned_data["reason"]))
    if not outcome.done:
        return _one(request, found, form, outcome.status)
    said = ngettext(
        "%(number)d contribution was taken back.", "%(number)d contributions were taken back.", outcome.came
    )
    return done(request, said % {"number": outcome.came}, found)


@require_safe
@open_to("signed in")
def import_faults(request, slug, kind, pk):
    """Every fault of every row, as CSV."""
    found = import_or_404(request, slug, kind, pk)
    stop(bringing.refusal_to_map(found, request.user))
    stop("" if found.mapping else Import.MOVES["bring in"].not_now["asked"])
    bringing.table_of(found)
    name = f"{slug}-{found.stage.place:02}-{kind}-wrong-rows.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(_fault_lines(found), content_type="text/csv; charset=utf-8", headers=headers)


class _Line:
    """What csv writes to: it hands each line on."""

    def write(self, line):
        return line


def _fault_lines(imported):
    writer = csv.writer(_Line())
    rows = (fault for _said, faults in bringing.read_rows(imported, Silent()) for fault in faults)
    lines = ((each.row, guarded(each.column), guarded(each.sentence)) for each in rows)
    yield "\ufeff"
    for line in chain([(_("row"), _("column"), _("what is wrong"))], lines):
        yield writer.writerow(line)


def import_or_404(request, slug, kind, pk):
    """The Import of this stage, when the reader may know of it; only officers work with it. Raises Http404, Refused."""
    stage = stage_or_404(request, slug, kind)
    found = get_object_or_404(Import.objects.in_stage(stage).visible_to(request.user, stage.cycle), pk=min(pk, 2**62))
    found.stage, found.cycle = stage, stage.cycle
    if not stage.cycle.standing_of(request.user).runs:
        raise Refused(NOT_AN_OFFICER)
    return found


def _url(imported, name):
    return reverse(name, args=[imported.cycle.slug, imported.stage.kind_slug, imported.pk])
