"""Asking for less, or for a pause: with one press, or with more choices; and coming back with one press (R72)."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from cycle.models import Cycle
from people.answering import attempt, done, page, stop, typed, way_back
from people.models import Group
from people.policy import open_to

from ..forms.easing import EasingForm
from ..models import Easing, LoadShare

SAID = {
    Easing.Sort.LESS: gettext_lazy("You are asked for less from now on. You keep your place and your say."),
    Easing.Sort.PAUSE: gettext_lazy("You are on a pause. Nothing is asked of you. You keep your place and your say."),
}
PUT_IN = gettext_lazy("It is put in. It does no harm to their place.")
ENDED = gettext_lazy("That has ended. Welcome back.")


@open_to("signed in")
@require_POST
def easing_now(request, sort):
    """Ask for less, or for a pause, in everything and until further notice: one press and no question."""
    if sort not in Easing.Sort.values:
        raise Http404
    Easing.ask(request.user, request.user, sort)
    return done(request, SAID[sort], reverse("load"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def easing_new(request):
    """Ask for less, or for a pause: in one cycle or in all, until a day, and say who may know."""
    outcome, form = _asked(request, request.user)
    if outcome.done:
        return done(request, SAID[outcome.came.sort], reverse("load"))
    context = {
        "title": _("Ask for less, or for a pause"),
        "lede": _("You need not say why. You keep your place, your say, and your right to sign."),
        "form": form,
        "submit": _("Save this"),
        "cancel_url": reverse("load"),
        "crumbs": [{"name": _("What is asked of you"), "url": reverse("load")}],
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_POST
def easing_end(request, pk):
    """Come back: end a wish of one's own."""
    found = get_object_or_404(Easing.objects.of(request.user), pk=pk)
    found.end(request.user)
    return done(request, ENDED, reverse("load"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def member_easing(request, pk, membership):
    """Put in that a member without e-mail wants less or a pause, by who keeps the group (promise 42)."""
    group, person = _kept_member_or_404(request, pk, membership)
    stop(Easing.refusal_to_ask(person, request.user))
    outcome, form = _asked(request, person)
    back = reverse("group_load", args=[group.pk])
    if outcome.done:
        return done(request, PUT_IN, back)
    context = {
        "title": _("Put in what %(name)s wants") % {"name": person},
        "caption": group,
        "lede": _("Ask %(name)s, and write down what they say. They need not say why.") % {"name": person},
        "form": form,
        "submit": _("Put it in"),
        "cancel_url": back,
        "crumbs": way_back(group),
    }
    return page(request, "forms/page.html", context, outcome.status)


@open_to("signed in")
@require_POST
def member_easing_end(request, pk, membership, easing):
    """Put in that a member without e-mail is back."""
    group, person = _kept_member_or_404(request, pk, membership)
    found = get_object_or_404(Easing.objects.of(person), pk=easing)
    found.end(request.user)
    return done(
        request, _("It is put in that %(name)s is back.") % {"name": person}, reverse("group_load", args=[group.pk])
    )


@open_to("signed in")
@require_POST
def load_share(request, pk):
    """Let those who keep one of my groups see what is asked of me."""
    group = get_object_or_404(Group.objects.of(request.user), pk=pk)
    LoadShare.allow(request.user, group)
    said = _("The convenor and the chair of %(group)s can see what is asked of you now.")
    return done(request, said % {"group": group}, reverse("load"))


@open_to("signed in")
@require_POST
def load_share_end(request, pk):
    """Let them see it no longer."""
    group = get_object_or_404(Group, pk=pk)
    LoadShare.stop(request.user, group)
    return done(request, _("They cannot see it any more."), reverse("load"))


def _asked(request, person):
    """What came of the form that asks for less for this person, and the form."""
    form = EasingForm(typed(request), cycles=Cycle.objects.joined_by(person).under_way().order_by("title"))
    return attempt(form, lambda: Easing.ask(person, request.user, **form.cleaned_data)), form


def _kept_member_or_404(request, pk, membership):
    """(the Group, a Person who belongs to it today), for who keeps it. Raises Http404 for everybody else."""
    group = get_object_or_404(Group, pk=pk)
    if not group.is_kept_by(request.user):
        raise Http404
    place = get_object_or_404(group.memberships.active().select_related("person"), pk=membership)
    return group, place.person
