"""What goes back to people: the sheet of a stage and of a cycle, as a page, as a print, and as Easy Read (A1)."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cycle.views.finding import cycle_or_404, stage_or_404
from people.answering import attempt, done, page, stop, typed, way_back
from people.policy import open_to

from ..forms.sheets import EasyWordsForm, PlainWordsForm
from ..models import Sheet
from ..report.told import easy_told, told_back
from .report import printed

FORMS = {Sheet.Form.PLAIN: PlainWordsForm, Sheet.Form.EASY: EasyWordsForm}


def _place(request, slug, kind):
    """The Cycle, and the Stage or None for the whole of it. Raises Http404."""
    if kind is None:
        return cycle_or_404(request, slug), None
    stage = stage_or_404(request, slug, kind)
    return stage.cycle, stage


def address(cycle, stage, name):
    """The address of one of these pages of a stage, or of the whole cycle."""
    if stage is None:
        return reverse(f"cycle_{name}", args=[cycle.slug])
    return reverse(f"stage_{name}", args=[cycle.slug, stage.kind_slug])


def _ways(cycle, stage):
    names = ("sheet", "sheet_pdf", "easy_sheet", "easy_sheet_pdf", "sheet_words", "easy_words")
    return {f"{name}_url": address(cycle, stage, name) for name in names}


@require_safe
@open_to("anyone")
def sheet(request, slug, kind=None):
    """We asked, you said, we did, we could not because: for everybody, whoever reads it."""
    return _shown(request, slug, kind, told_back, "feedback/sheet/page.html")


@require_safe
@open_to("anyone")
def sheet_pdf(request, slug, kind=None):
    """The same as a PDF, in large print with `?size=large`."""
    return _printed(request, slug, kind, told_back, "sheet", "what-came-of-it")


@require_safe
@open_to("anyone")
def easy_sheet(request, slug, kind=None):
    """The Easy Read sheet, which somebody wrote; the page says when there is none yet."""
    return _shown(request, slug, kind, easy_told, "feedback/sheet/easy.html")


@require_safe
@open_to("anyone")
def easy_sheet_pdf(request, slug, kind=None):
    """The Easy Read sheet as a PDF."""
    return _printed(request, slug, kind, easy_told, "easy_sheet", "easy-read")


def _shown(request, slug, kind, told, template):
    cycle, stage = _place(request, slug, kind)
    context = {
        "cycle": cycle,
        "crumbs": way_back(cycle, *([stage] if stage else [])),
        "report": told(cycle, stage),
        "write_refusal": Sheet.refusal_to_write(cycle, request.user),
        **_ways(cycle, stage),
    }
    return page(request, template, context)


def _printed(request, slug, kind, told, name, file_name):
    cycle, stage = _place(request, slug, kind)
    whole_name = "-".join([cycle.slug, *([stage.kind_slug] if stage else []), file_name])
    return printed(request, told(cycle, stage), whole_name, address(cycle, stage, name))


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def sheet_words(request, slug, kind=None):
    """Write the officers' own sentences; saving publishes nothing."""
    return _write(request, slug, kind, Sheet.Form.PLAIN)


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def easy_words(request, slug, kind=None):
    """Write the Easy Read sheet, line by line with its pictures."""
    return _write(request, slug, kind, Sheet.Form.EASY)


def _write(request, slug, kind, form_slug):
    cycle, stage = _place(request, slug, kind)
    stop(Sheet.refusal_to_write(cycle, request.user))
    those = Sheet.objects.of(cycle, stage, form_slug)
    draft = those.draft()
    form = FORMS[form_slug](typed(request), sheet=draft or those.published(), revision=draft.revision if draft else 0)
    outcome = attempt(form, lambda: Sheet.write(cycle, stage, form_slug, request.user, **form.said))
    name = "sheet_words" if form_slug == Sheet.Form.PLAIN else "easy_words"
    if outcome.status == 409:  # what somebody else saved stands above; saved once more, this takes its place
        form.data = form.data.copy()
        form.data["revision"] = draft.revision if draft else 0
    if outcome.done:
        return done(request, _("Saved. Nobody else reads it until you publish it."), address(cycle, stage, name))
    context = {
        "cycle": cycle,
        "stage": stage,
        "crumbs": way_back(cycle, *([stage] if stage else [])),
        "form": form,
        "draft": draft,
        "current": outcome.status == 409 and draft,
        "is_easy": form_slug == Sheet.Form.EASY,
        "publish_url": address(cycle, stage, name.replace("words", "publication")),
        **_ways(cycle, stage),
    }
    return page(request, "feedback/sheet/write.html", context, outcome.status)


@require_POST
@open_to("signed in")
def sheet_publication(request, slug, kind=None):
    """Let everybody read what was written."""
    return _publish(request, slug, kind, Sheet.Form.PLAIN)


@require_POST
@open_to("signed in")
def easy_publication(request, slug, kind=None):
    """Let everybody read the Easy Read sheet."""
    return _publish(request, slug, kind, Sheet.Form.EASY)


def _publish(request, slug, kind, form_slug):
    cycle, stage = _place(request, slug, kind)
    stop(Sheet.refusal_to_write(cycle, request.user))
    Sheet.publish_draft(cycle, stage, form_slug, request.user)
    name = "sheet" if form_slug == Sheet.Form.PLAIN else "easy_sheet"
    return done(request, _("Everybody can read it now."), address(cycle, stage, name))
