"""Adding and changing records: here and not in cycle, because what a change touches is shown before saving (C4)."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from cycle.changes import stages_touched_by
from cycle.forms.records import changed_record_form, new_record_form
from cycle.models import Reassessment, Stage
from cycle.views.finding import record_or_404, records_or_404, stage_or_404
from cycle.views.records import list_url
from people.answering import Outcome, attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..taking_up import taken_up
from ..touched import Touched, save_or_show

CONFIRMED, BACK = "shown", "back"
ABOUT = "of"  # in an address: the kind of the stage that a record is about


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def record_new(request, slug, kind, records):
    """Add a record; a double click makes one. What it touches is shown first (R20)."""
    stage = stage_or_404(request, slug, kind)
    model = records_or_404(stage, records)
    stop(model.why_cannot_add(stage, request.user))
    taken = taken_up(request, stage)
    form = new_record_form(model, stage, typed(request), initial=_initial(request, stage, model, taken))
    outcome = _send(
        request,
        form,
        stage,
        lambda place: model.add(request.user, place, token=form.cleaned_data["token"], **form.said),
    )
    context = {
        "title": model.ADD,
        "caption": stage,
        "form": form,
        "submit": _("Save"),
        "cancel_url": list_url(stage, model),
        "crumbs": way_back(stage.cycle, stage),
        "taken": taken,
        "file_url": reverse("records_from_file", args=[slug, kind, records]) if model.FROM_FILE else "",
    }
    if isinstance(outcome.came, Touched):
        return _shown_before(request, form, outcome.came, context)
    if outcome.done:
        new = outcome.came
        event = new.history().first()
        return (
            redirect(taken.answer_url(event))
            if taken and taken.can_be_answered_by(new)
            else _after(request, new, event)
        )
    return page(request, "feedback/record_new.html", context, outcome.status)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def record_edit(request, slug, kind, records, pk):
    """Change a record, with the reason; when somebody else was quicker both texts are shown (promise 18).

    What the change touches is shown first (R20).
    """
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
    outcome = _send(
        request,
        form,
        found,
        lambda record: record.revise(
            request.user, form.cleaned_data["version"], form.cleaned_data["reason"], **form.said
        ),
    )
    if isinstance(outcome.came, Touched):
        return _shown_before(request, form, outcome.came, context)
    if outcome.done:
        return _after(request, found, outcome.came)
    if outcome.current:
        context |= _beside(form, outcome.current)
    return page(request, "cycle/record_edit.html", context | {"form": form}, outcome.status)


def _initial(request, stage, model, taken):
    """What stands in the form at first: what is taken up, else what the address names.

    `?of=needs` is the stage that it is about, `?decision=7` a record; what it may name the form knows.
    """
    if taken:
        return taken.initial
    about = stage.cycle.stages.filter(kind_slug=request.GET.get(ABOUT, "")).first()
    stages = {name: [about.pk] for name in model.naming(Stage) if about and model._meta.get_field(name).many_to_many}
    return stages | {name: key for name in model.references() if (key := request.GET.get(name, "")).isdecimal()}


def _after(request, record, event):
    """Say what was saved, and go on to the record, or to the look at every stage that it has just asked for (R31)."""
    begun = event and next((each for each in Reassessment.objects.begun_by(record) if each.event == event), None)
    return done(request, _saved(record, event), begun or record)


def _send(request, form, thing, verb):
    """The Outcome of the form: saved, or a Touched that is shown first, or the form once more, as on going back."""
    if BACK in request.POST:
        return Outcome(status=200 if form.is_valid() else 422)
    return attempt(form, lambda: save_or_show(thing, verb, request.user, request.POST.get(CONFIRMED, "")))


def _shown_before(request, form, touched, context):
    """The page before saving; it carries all that was typed, and says so when more is touched than was shown."""
    is_other = CONFIRMED in request.POST
    said = {
        "heading": context["title"],
        "caption": context["caption"],
        "crumbs": context["crumbs"],
        "touched": touched,
        "reason": form.cleaned_data.get("reason", ""),
        "is_other": is_other,
        "kept": _typed_into(form, request.POST),
    }
    return page(request, "feedback/before_saving.html", said, 409 if is_other else 200)


def _typed_into(form, sent):
    """(name, value) of everything that was typed into this form, as it was typed; a date has several boxes."""
    names = tuple(form.fields)
    return [
        (name, value)
        for name, values in sent.lists()
        if name in names or name.startswith(tuple(f"{each}_" for each in names))
        for value in values
    ]


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
