"""The forms about what earlier cycles left: taking it up or leaving it, and the library of lessons."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms import Form

from ..models import Legacy


class InheritingForm(Form):
    """What becomes of some of the things that earlier cycles left. cycle: the one that takes or leaves them."""

    things = forms.MultipleChoiceField(
        label=gettext_lazy("Which of these?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one thing.")},
    )  # fmt: skip
    choice = forms.ChoiceField(
        label=gettext_lazy("What becomes of them?"), choices=Legacy.Choice.choices, widget=forms.RadioSelect
    )
    stage = forms.ModelChoiceField(
        label=gettext_lazy("Which stage takes them up?"), queryset=None, required=False, empty_label="",
        help_text=gettext_lazy("People read there what was taken up, and why."),
    )  # fmt: skip
    because = forms.CharField(
        label=gettext_lazy("Why?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Everybody can read this, also the people of the earlier cycle."),
    )  # fmt: skip
    conditional = {"choice": {Legacy.Choice.TAKEN: ("stage",)}}

    def __init__(self, *args, cycle, left, **kwargs):
        super().__init__(*args, **kwargs)
        self.left = {each.key: each for each in left}
        self.fields["things"].choices = [(each.key, each.words) for each in left]
        self.fields["stage"].queryset = cycle.stages.order_by("place")
        self.option_hints = {"things": {each.key: _told(each) for each in left}}

    def clean(self):
        """The things themselves, as the verb takes them; a stage only where they are taken up."""
        said = super().clean()
        said["left"] = [self.left[key] for key in said.pop("things", ())]
        if said.get("choice") != Legacy.Choice.TAKEN:
            said["stage"] = None
            self.errors.pop("stage", None)
        return said


def _told(left):
    """What stands under one thing: its sort, the cycle that left it, what it says or becomes, and where to read it."""
    if not left.url:
        return f"{left.sort}. {left.legacy.get_choice_display()}."
    read, sort = _("Read it"), f"{left.sort}. {left.earlier}, {left.earlier.authority}."
    decided = _("So far: “%(choice)s”.") % {"choice": left.legacy.get_choice_display()} if left.legacy else ""
    return format_html(
        '{} {} {} <a class="govuk-link" href="{}">{}<span class="govuk-visually-hidden">: {}</span></a>',
        sort, left.about, decided, left.url, read, left.words,
    )  # fmt: skip


class LessonFilters(Form):
    """What the library of lessons shows. sectors, authorities: those that have lessons, as the reader may know."""

    mark_optional = False
    q = forms.CharField(label=gettext_lazy("Words"), required=False, max_length=200)
    sector = forms.ChoiceField(label=gettext_lazy("Sector"), required=False)
    authority = forms.ChoiceField(label=gettext_lazy("Authority"), required=False)

    def __init__(self, *args, sectors, authorities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sector"].choices = [("", _("All")), *((each, each) for each in sectors)]
        self.fields["authority"].choices = [("", _("All")), *((str(pk), name) for pk, name in authorities)]

    @property
    def chosen(self):
        """The answers as `lessons_for` takes them; what makes no sense in an address shows everything."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or "" for name in ("q", "sector", "authority")}
