"""What somebody needs so that they can take part: their own page, and the same kept for a member without e-mail.

Whose page it is comes from the address: one's own, or that of somebody who belongs to a group. Who may open the second
is asked of the sheet; to everybody else it does not exist.
"""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ..answering import attempt, done, page, stop, typed, way_back
from ..forms.needs import KEEP, NeedsForm, SharingForm, StillRightForm
from ..models import AccessNeed, Group, NeedsSheet, Person
from ..need_list import CATEGORIES, SOURCE, consent_on
from ..needs import size_of
from ..policy import open_to


@dataclass(frozen=True)
class Whose:
    """Whose needs a page is about. place: the Membership by which they are reached, None for one's own."""

    person: Person
    group: Group | None = None
    place: int | None = None

    def url(self, name, *further):
        """The address of one of these pages about this person."""
        here = [self.group.pk, self.place] if self.group else []
        return reverse(f"{'member' if self.group else 'own'}_{name}", args=[*here, *further])

    @property
    def is_own(self):
        return self.group is None

    @property
    def crumbs(self):
        own = [{"name": _("About you"), "url": reverse("own")}]
        return way_back(self.group) if self.group else own


def _whose(request, pk=None, membership=None):
    """Whose needs the address is about. Raises Http404 where the reader may not know of them."""
    if pk is None:
        return Whose(request.user)
    group = get_object_or_404(Group, pk=pk)
    place = get_object_or_404(group.memberships.active().select_related("person"), pk=membership)
    if not group.is_kept_by(request.user):
        raise Http404
    stop(NeedsSheet.refusal_to_keep(place.person, request.user))
    return Whose(place.person, group, place.pk)


def _context(whose, sheet, **more):
    return {"whose": whose, "sheet": sheet, "crumbs": whose.crumbs, "is_own": whose.is_own, **more}


@open_to("signed in")
@require_safe
def needs(request, pk=None, membership=None):
    """What somebody needs, who may see each of it, and when it is asked again."""
    whose = _whose(request, pk, membership)
    sheet = NeedsSheet.of(whose.person)
    known = sheet.known_to(request.user)
    parts = [(part, [need for need in known if need.category is part]) for part in CATEGORIES]
    context = _context(
        whose, sheet, known=known, parts=[part for part in parts if part[1]], size=size_of(known), source=SOURCE,
        is_shared=any(need.is_shared for need in known), edit_url=whose.url("needs_edit"),
        review_url=whose.url("needs_review"), end_url=whose.url("needs_end"),
        nobody_url=reverse("own_needs_withdrawal"), review=StillRightForm(),
    )  # fmt: skip
    return page(request, "people/needs/sheet.html", context)


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def needs_edit(request, pk=None, membership=None):
    """Put in what somebody needs, and who may see it."""
    whose = _whose(request, pk, membership)
    sheet = NeedsSheet.of(whose.person)
    known = sheet.known_to(request.user)
    initial = {"version": sheet.version, "shared_with": KEEP if known else "nobody" if whose.is_own else None}
    form = NeedsForm(typed(request), known=known, for_other=not whose.is_own, initial=initial)
    outcome = attempt(
        form,
        lambda: sheet.put(request.user, form.cleaned_data["version"], form.said, form.circle, form.how_said),
    )
    if outcome.done:
        return done(request, _("What you need is saved.") if whose.is_own else _("It is saved."), whose.url("needs"))
    context = _context(
        whose, sheet, form=form, submit=_("Save"), cancel_url=whose.url("needs"),
        consent=consent_on(timezone.localdate()),
        title=_("What do you need?") if whose.is_own else _("What does %(name)s need?") % {"name": whose.person},
    )  # fmt: skip
    return page(request, "people/needs/form.html", context | _as_saved(form, sheet, known, outcome), outcome.status)


def _as_saved(form, sheet, known, outcome):
    """What is saved now, when somebody else was quicker; the form goes on from there."""
    if outcome.status != 409:
        return {}
    form.data = form.data.copy()
    form.data["version"] = NeedsSheet.of(sheet.person).version
    return {"saved": known, "is_beside": True}


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def need_sharing(request, need, pk=None, membership=None):
    """Say anew who may see one of them."""
    whose = _whose(request, pk, membership)
    sheet = NeedsSheet.of(whose.person)
    found = get_object_or_404(AccessNeed.objects.of(whose.person).visible_to(request.user), pk=need)
    initial = {"version": sheet.version, "shared_with": found.shared_with}
    form = SharingForm(typed(request), for_other=not whose.is_own, initial=initial)
    outcome = attempt(
        form, lambda: sheet.share(request.user, form.cleaned_data["version"], found, form.circle, form.how_said)
    )
    if outcome.done:
        return done(request, _("It is saved who may see it."), whose.url("needs"))
    context = _context(
        whose, sheet, form=form, submit=_("Save"), cancel_url=whose.url("needs"), caption=found,
        consent=consent_on(timezone.localdate()), title=_("Who may see it?"),
    )  # fmt: skip
    context |= _as_saved(form, sheet, sheet.known_to(request.user), outcome)
    return page(request, "people/needs/form.html", context, outcome.status)


@open_to("signed in")
@require_POST
def needs_review(request, pk=None, membership=None):
    """Say that it is still right."""
    whose = _whose(request, pk, membership)
    sheet = NeedsSheet.of(whose.person)
    form = StillRightForm(request.POST)
    outcome = attempt(form, lambda: sheet.confirm(request.user, form.cleaned_data["months"]))
    told = _("Thank you. We ask again then.") if outcome.done else _("Choose when we ask again.")
    return done(request, told, whose.url("needs"))


@open_to("signed in")
@require_POST
def needs_withdrawal(request):
    """Take back every consent at once: nobody else sees any of it from now on."""
    NeedsSheet.of(request.user).share_with_nobody(request.user)
    return done(request, _("Nobody but you can see what you need now."), reverse("own_needs"))


@open_to("signed in")
@require_http_methods(["GET", "HEAD", "POST"])
def needs_end(request, pk=None, membership=None):
    """Take it all away, after a question."""
    whose = _whose(request, pk, membership)
    sheet = NeedsSheet.of(whose.person)
    if request.method == "POST":
        sheet.clear(request.user)
        return done(request, _("It is taken away. Nothing of it is kept."), whose.url("needs"))
    context = _context(whose, sheet, cancel_url=whose.url("needs"))
    return page(request, "people/needs/end.html", context)
