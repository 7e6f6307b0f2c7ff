"""The pages of records, the same for every kind: the list, one record with its history, adding and changing."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from people.answering import attempt, done, page, stop, typed, way_back
from people.paging import page_of
from people.policy import open_to

from ..changes import earlier_figures, stages_touched_by
from ..forms.records import changed_record_form, new_record_form
from ..grouping import grouped
from ..models import Reassessment
from ..reading import challenge_url, read_events, readable
from ..snapshot import label_of
from .finding import record_or_404, records_or_404, stage_or_404


@open_to("anyone")
@require_safe
def records(request, slug, kind, records):
    """What a stage holds of one sort: each record, or a stub where the reader may not read it (R14, R41)."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    shown = page_of(model.objects.in_stage(stage).for_list(), request.GET.get("after"))
    rows = _rows(shown.rows, request.user, stage.cycle)
    context = {
        "stage": stage,
        "room": model.SLUG,
        "plural": model._meta.verbose_name_plural,
        "add": model.ADD,
        "new_url": reverse("record_new", args=[slug, kind, records]),
        "rows": rows,
        "groups": grouped(model, rows),
        "shown": shown,
        "refusal": model.why_cannot_add(stage, request.user),
        "runs": stage.cycle.standing_of(request.user).runs,
    }
    return page(request, "cycle/records.html", context)


@open_to("anyone")
@require_safe
def record(request, slug, kind, records, pk):
    """One record: what it says, how open it is, and how it came to say so."""
    stage = stage_or_404(request, slug, kind)
    found = record_or_404(request, stage, records, pk)
    shown = page_of(found.history(), request.GET.get("before"), key="number", newest_first=True)
    context = {
        "stage": stage,
        "room": found.SLUG,
        "record": found,
        "plural": found._meta.verbose_name_plural,
        "list_url": list_url(stage, type(found)),
        "edit_url": reverse("record_edit", args=[slug, kind, records, pk]),
        "challenge_url": challenge_url(found, request.user, stage.cycle),
        "facts": _facts(found, request.user),
        "reassessments": Reassessment.objects.begun_by(found),
        "lines": read_events(shown.rows, request.user, stage.cycle),
        "shown": shown,
        "refusal": found.why_cannot_change(request.user),
    }
    return page(request, "cycle/record.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def record_new(request, slug, kind, records):
    """Add a record; a double click makes one."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    stop(model.why_cannot_add(stage, request.user))
    form = new_record_form(model, stage, typed(request))
    outcome = attempt(form, lambda: model.add(request.user, stage, token=form.cleaned_data["token"], **form.said))
    if outcome.done:
        new = outcome.came
        return _after(request, new, new.history().first())
    context = {
        "title": model.ADD,
        "caption": stage,
        "form": form,
        "submit": _("Save"),
        "cancel_url": list_url(stage, model),
        "crumbs": way_back(stage.cycle, stage),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def record_edit(request, slug, kind, records, pk):
    """Change a record, with the reason; when somebody else was quicker both texts are shown (promise 18)."""
    stage = stage_or_404(request, slug, kind)
    found = record_or_404(request, stage, records, pk)
    stop(found.why_cannot_change(request.user))
    context = {
        "title": _("Change “%(title)s”") % {"title": found.title},
        "caption": stage,
        "submit": _("Save the change"),
        "cancel_url": found.get_absolute_url(),
        "crumbs": way_back(stage.cycle, stage, found),
    }
    form = changed_record_form(found, typed(request))
    outcome = attempt(
        form,
        lambda: found.revise(request.user, form.cleaned_data["version"], form.cleaned_data["reason"], **form.said),
    )
    if outcome.done:
        return _after(request, found, outcome.came)
    if outcome.current:
        context |= _beside(form, outcome.current)
    return page(request, "cycle/record_edit.html", context | {"form": form}, outcome.status)


def _after(request, record, event):
    """Say what was saved, and go on to the record, or to the look at every stage that it has just asked for (R31)."""
    begun = event and next((each for each in Reassessment.objects.begun_by(record) if each.event == event), None)
    return done(request, _saved(record, event), begun or record)


def _facts(record, person):
    """The typed fields in words; the figure also says what it was before."""
    earlier = earlier_figures([record], record.stage.cycle.standing_of(person)).get(record.pk)
    if not earlier:
        return record.facts
    was = _("was %(words)s until %(day)s") % {"words": earlier.words, "day": date_format(earlier.until, "j F Y")}
    figure = label_of(type(record), record.FIGURE)
    return [(label, f"{words}\n{was}" if label == figure else words) for label, words in record.facts]


def _rows(records, person, cycle):
    """Each record, or the Stub in its place, with its Earlier figure if it had one."""
    earlier = earlier_figures(records, cycle.standing_of(person))
    shown = zip(records, readable(records, person, cycle), strict=True)
    return [
        {"record": seen, "earlier": earlier.get(record.pk), "challenge_url": challenge_url(record, person, cycle)}
        for record, seen in shown
    ]


def list_url(stage, model):
    """The address of the list of these records in this stage."""
    return reverse("records", args=[stage.cycle.slug, stage.kind_slug, model.SLUG])


def _beside(form, current):
    """Both texts field by field, and whose the saved one is; the form goes on from the saved version."""
    last = current.history().last()
    rows = form.beside(current)
    form.take_version(current.version)
    return {"beside": rows, "their_name": last.by.name if last and last.by else "", "at": current.changed_at}


def _saved(record, event):
    """What a saved record's maker is told: how many agreements have to be looked at again."""
    if event is None:
        return _("Nothing was different, so nothing was changed.")
    said = _("“%(title)s” is saved.") % {"title": record.title}
    if record.is_withheld:
        said += " " + _("Others see that it is withheld, and why.")
    if touched := len(stages_touched_by(event)):
        said += " " + ngettext(
            "The agreement of %(number)d stage rests on it and has to be looked at again.",
            "The agreements of %(number)d stages rest on it and have to be looked at again.",
            touched,
        ) % {"number": touched}
    return said
