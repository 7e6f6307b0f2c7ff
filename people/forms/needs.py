"""What somebody needs so that they can take part, and who may see it."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..models import Circle, SaidHow
from ..need_list import BY_SLUG, CATEGORIES, OTHER, REVIEW_MONTHS, sorts_in
from .base import Form
from .fields import WholeNumberField

KEEP = "keep"
CIRCLES = [(circle.value, circle.label) for circle in Circle]
HINTS = {
    Circle.NOBODY: _("Prints that you open still come in the size that you need."),
    Circle.CONVENOR: _("They read it beside your name, on the group’s page."),
    Circle.PLANNERS: _("They read how many people need it. At a small meeting they may guess that it is you."),
    Circle.WRITERS: _("They read it beside your name where they ask you to a meeting, or answer you."),
    KEEP: _("What is new stays with you alone until you choose."),
}
AGREES = _("I have read this, and I agree")
TICK = _("Tick that you agree, or choose that nobody else sees it.")
HOW = [(how.value, how.label) for how in SaidHow if how.value]


class SharingForm(Form):
    """Who may see what is needed, and that the person agrees. for_other: somebody puts it in for another person."""

    shared_with = forms.ChoiceField(label=_("Who may see it?"), choices=CIRCLES, widget=forms.RadioSelect)
    how = forms.ChoiceField(label=_("How did they tell you?"), choices=HOW, widget=forms.RadioSelect, required=False)
    agrees = forms.BooleanField(label=AGREES, required=False)
    version = WholeNumberField(widget=forms.HiddenInput)

    option_hints = {"shared_with": HINTS}
    mark_optional = False

    def __init__(self, *args, for_other=False, may_keep=False, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [choice for choice in CIRCLES if not for_other or choice[0] != Circle.NOBODY]
        self.fields["shared_with"].choices = [*choices, *([(KEEP, _("As it stands at each one"))] if may_keep else [])]
        if for_other:
            self.fields["how"].required = True
            self.fields["agrees"].label = _("I read to them who can see it, and they agree")
        else:
            del self.fields["how"]

    def clean(self):
        """Whoever lets others see something says that they agree."""
        said = super().clean()
        if said.get("shared_with") not in (None, Circle.NOBODY, KEEP) and not said.get("agrees"):
            self.add_error("agrees", TICK)
        return said

    @property
    def circle(self):
        """The Circle that was chosen; None where each need keeps its own."""
        chosen = self.cleaned_data["shared_with"]
        return None if chosen == KEEP else chosen

    @property
    def how_said(self):
        """How the person told it, "" where they put it in themselves."""
        return self.cleaned_data.get("how", "")


class NeedsForm(SharingForm):
    """The whole sheet: what is needed, by category, and who may see it. known: the AccessNeeds that the writer sees."""

    def __init__(self, *args, known, **kwargs):
        super().__init__(*args, may_keep=bool(known), **kwargs)
        had = {need.sort: need for need in known}
        asked = {}
        for category in CATEGORIES:
            asked |= self._of(category, had)
        self.fields = {**asked, **self.fields}

    def _of(self, category, had):
        """The two fields of a category: what can be ticked, and one's own words."""
        sorts = sorts_in(category.slug, timezone.localdate())
        sorts += [
            BY_SLUG[slug]
            for slug in had
            if slug in BY_SLUG
            and BY_SLUG[slug].category == category.slug
            and BY_SLUG[slug] not in sorts
            and not BY_SLUG[slug].is_other
        ]
        own = had.get(f"{category.slug}-{OTHER}")
        ticks = forms.MultipleChoiceField(
            label=category.question, required=False, widget=forms.CheckboxSelectMultiple,
            choices=[(sort.slug, sort.words) for sort in sorts],
            initial=[sort.slug for sort in sorts if sort.slug in had],
        )  # fmt: skip
        words = forms.CharField(
            label=_("Something else, in your own words: %(part)s") % {"part": category.name},
            help_text=category.hint, max_length=240, required=False, initial=own.words if own else "",
        )  # fmt: skip
        return {category.slug: ticks, f"{category.slug}_words": words}

    @property
    def said(self):
        """What is needed: own words by the slug of the sort, "" for one of the list."""
        found = {}
        for category in CATEGORIES:
            found |= dict.fromkeys(self.cleaned_data[category.slug], "")
            if words := self.cleaned_data[f"{category.slug}_words"].strip():
                found[f"{category.slug}-{OTHER}"] = words
        return found


class StillRightForm(Form):
    """That it is still right, and when to ask again."""

    months = forms.TypedChoiceField(
        label=_("When shall we ask you again?"),
        choices=[(3, _("In three months")), (6, _("In half a year")), (REVIEW_MONTHS, _("In a year"))],
        coerce=int,
        initial=REVIEW_MONTHS,
        widget=forms.RadioSelect,
    )
