"""Answers on their way back by paper, phone or face to face; the code of what comes back; the slip of a letter."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from cycle.views.finding import stage_or_404
from people.answering import attempt, done, page, stop, typed
from people.policy import open_to

from .. import bringing
from ..forms.paper import BroughtForm, ChosenForm, CodeForm, SlipForm
from ..models import Batch, Letter, PaperForm
from ..needs import with_needs
from ..showing import shown

PUT_IN = _("It is written down what was on the slip.")
NO_PAPER = _("There is no form or letter with this code that you may put in.")
PRINT = "print"


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def bringing_back(request, slug, kind):
    """The answers that go back to people without e-mail: print letters for them, or say how they were told (R82)."""
    stage = stage_or_404(request, slug, kind)
    stop(Batch.refusal_to_carry(stage, request.user))
    waiting = bringing.to_bring_back(request.user, stage)
    answers = with_needs(bringing.at_home(waiting[: bringing.MOST], stage), request.user)
    offered = [(answer.pk, _in_words(answer)) for answer in answers]
    is_print = request.POST.get("do") == PRINT
    form = (ChosenForm if is_print else BroughtForm)(typed(request), offered=offered)
    outcome = attempt(form, lambda: _do(stage, request.user, form.cleaned_data))
    if outcome.done:
        return done(request, _done(outcome.came, is_print), reverse("bringing_back", args=[slug, kind]))
    if is_print:
        form = _with_errors(BroughtForm(request.POST, offered=offered), form)
    context = {
        "stage": stage, "room": "contributions", "form": form, "answers": answers, "printable": _letters(answers),
        "more": waiting[bringing.MOST : bringing.MOST + 1].exists(),
        "chosen": {int(each) for each in request.POST.getlist("answers") if each.isdecimal() and len(each) < 19},
    }  # fmt: skip
    return page(request, "feedback/bringing_back.html", context, outcome.status)


def _with_errors(whole, part):
    """The whole form with nothing but the faults of the part that was sent."""
    whole._errors = part.errors
    whole.cleaned_data = {}
    return whole


def _do(stage, by, said):
    if "how" in said:
        return bringing.bring(stage, by, said["answers"], said["how"], said["on"])
    return bringing.write_letters(stage, by, said["answers"])


def _done(count, is_print):
    if is_print:
        said = ngettext("%(count)d letter is ready to print.", "%(count)d letters are ready to print.", count)
    else:
        said = ngettext("%(count)d answer was brought back.", "%(count)d answers were brought back.", count)
    return said % {"count": count}


def _letters(answers):
    """How many of these answers have a letter."""
    return sum(hasattr(answer, "letter") for answer in answers)


def _in_words(answer):
    """Whose answer it is and to which words, for the label of a box."""
    said = answer.contribution
    name = said.given_by.name if said.given_by else said.participant.somebody
    return _("%(name)s: “%(words)s”") % {"name": name, "words": said.excerpt}


@require_safe
@open_to("signed in")
def code(request):
    """The code of whatever came back on paper, and on to the page where it is put in."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    if form.is_valid():
        if url := _url_of(form.cleaned_data["code"], request.user):
            return redirect(url)
        form.add_error("code", NO_PAPER)
    status = 422 if form.is_bound else 200
    return page(request, "feedback/code.html", {"form": form}, status)


def _url_of(code, person):
    """Where the paper with this code is put in by this person; empty when it is none of theirs."""
    if sheet := PaperForm.objects.coded(code):
        stage = sheet.stage
        if PaperForm.objects.to_put_in_by(person, stage.cycle).filter(pk=sheet.pk).exists():
            return reverse("keying", args=[stage.cycle.slug, stage.kind_slug]) + f"?code={code}"
    letter = Letter.objects.filter(code=code).select_related("answer__contribution__stage__cycle").first()
    if letter is None:
        return ""
    letter.contribution.cycle = letter.contribution.stage.cycle
    return "" if bringing.refusal_by_slip(letter, person) else letter.get_slip_url()


@require_http_methods(["GET", "HEAD", "POST"])
@open_to("signed in")
def slip(request, slug, kind, code):
    """What came back on the slip of a letter: whether the answer is one (R82)."""
    stage = stage_or_404(request, slug, kind)
    letters = Letter.objects.filter(answer__contribution__stage=stage)
    letter = get_object_or_404(letters.select_related("answer__contribution"), code=code)
    letter.contribution.stage, letter.contribution.cycle = stage, stage.cycle
    if bringing.refusal_by_slip(letter, request.user):
        raise Http404
    form = SlipForm(typed(request))
    outcome = attempt(form, lambda: bringing.judge_by_slip(letter, request.user, **form.cleaned_data))
    if outcome.done:
        return done(request, PUT_IN, reverse("code"))
    rows = type(letter.contribution).objects.filter(pk=letter.contribution.pk).for_list()
    context = {
        "stage": stage, "room": "contributions", "form": form, "letter": letter,
        "said": shown(rows, stage, request.user)[0], "is_judged": bool(letter.answer.verdict),
    }  # fmt: skip
    return page(request, "feedback/slip.html", context, outcome.status)
