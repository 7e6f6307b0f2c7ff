"""The pages of records, the same for every kind: the list, and one record with its history.

Adding and changing them is a room of `feedback`, which knows what rests on them.
"""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.answering import page
from people.paging import page_of
from people.policy import open_to

from ..changes import earlier_figures
from ..grouping import grouped
from ..limits import misfits_of
from ..models import Reassessment
from ..reading import challenge_url, read_events, readable, references_of
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
        "named": references_of([found], request.user, stage.cycle)[found.pk],
        "reassessments": Reassessment.objects.begun_by(found),
        "misfits": misfits_of([found], request.user, stage.cycle)[found.pk],
        "lines": read_events(shown.rows, request.user, stage.cycle),
        "shown": shown,
        "refusal": found.why_cannot_change(request.user),
        **found.on_page(request.user),
    }
    return page(request, found.PAGE, context)


def _facts(record, person):
    """The typed fields in words; the figure also says what it was before."""
    earlier = earlier_figures([record], record.stage.cycle.standing_of(person)).get(record.pk)
    if not earlier:
        return record.facts
    was = _("was %(words)s until %(day)s") % {"words": earlier.words, "day": date_format(earlier.until, "j F Y")}
    figure = label_of(type(record), record.FIGURE)
    return [(label, f"{words}\n{was}" if label == figure else words) for label, words in record.facts]


def _rows(records, person, cycle):
    """Each record, or the Stub in its place, with its Earlier figure and its Misfits, if it has any."""
    earlier, shown = earlier_figures(records, cycle.standing_of(person)), readable(records, person, cycle)
    misfits = misfits_of([each for each in shown if not hasattr(each, "is_stub")], person, cycle)
    return [
        {
            "record": seen,
            "earlier": earlier.get(record.pk),
            "misfits": misfits[record.pk],
            "challenge_url": challenge_url(record, person, cycle),
        }
        for record, seen in zip(records, shown, strict=True)
    ]


def list_url(stage, model):
    """The address of the list of these records in this stage."""
    return reverse("records", args=[stage.cycle.slug, stage.kind_slug, model.SLUG])
