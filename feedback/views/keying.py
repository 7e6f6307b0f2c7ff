"""Putting in what was said on paper, by phone or face to face: forty in a sitting, by keyboard alone, none lost."""

from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from cycle.views.finding import stage_or_404
from people import reference
from people.answering import attempt, page, stop, typed
from people.policy import open_to

from ..forms.keying import KeyingForm, sessions_of
from ..keying import put_in, sitting_of
from ..models import PaperForm
from ..voices import voices_to_enter
from .giving import why_not_say

PUT_IN = _("“%(what)s” is put in. Go on with the next one: type its code, or leave this empty when there is no form.")


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def keying(request, slug, kind):
    """One sheet after the other: what repeats stays filled in, what is in already is listed beside (R68, R70)."""
    stage = stage_or_404(request, slug, kind)
    stop(why_not_say(request, stage, for_others=True))
    sitting = sitting_of(request.user, stage.cycle)
    sheet = _sheet(request, stage.cycle)
    form = KeyingForm(
        typed(request), participants=voices_to_enter(stage.cycle, request.user), cycle=stage.cycle,
        reader=request.user, sessions=sessions_of(stage, request.user), initial=_initial(request, sitting, sheet),
    )  # fmt: skip
    just_now = sitting.newest if sitting.newest and str(sitting.newest.pk) == request.GET.get("after") else None
    if just_now:
        form.fields["code"].help_text = PUT_IN % {"what": just_now}
    outcome = attempt(form, lambda: put_in(stage, request.user, **form.cleaned_data))
    if outcome.done:
        came = outcome.came
        return redirect(reverse("keying", args=[slug, came.stage.kind_slug]) + f"?after={came.pk}")
    context = {
        "stage": stage,
        "room": "contributions",
        "form": form,
        "sitting": sitting,
        "sheet": sheet,
        "just_now": just_now,
        "there": outcome.current,
        "asks_again": outcome.current is not None or "another" in request.POST,
    }
    return page(request, "feedback/keying.html", context, outcome.status)


def _sheet(request, cycle):
    """The sheet that the address names, when its words may be put in by this person; or None."""
    code = reference.tidy(request.GET.get("code", ""))
    return PaperForm.objects.to_put_in_by(request.user, cycle).coded(code) if reference.is_sound(code) else None


def _initial(request, sitting, sheet):
    """What stands in the form at first: what repeats, what the code tells, and the meeting that the address names."""
    found = sitting.repeats
    if sheet:
        found |= {"code": str(sheet), "participant": sheet.batch.participant_id, "channel": "paper"}
    if (session := request.GET.get("session", "")).isdecimal() and len(session) < 19:
        found |= {"session": int(session), "channel": "meeting"}
    return found
