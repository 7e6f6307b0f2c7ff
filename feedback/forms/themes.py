"""The forms for themes: to make or change one, to put two together, to sort what was said."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.openness import Openness
from people.forms import Form, TicksField, WholeNumberField

from ..models import Theme

LONGEST = 1000
PUT, TAKE, MOVE = "put", "take", "move"
TICKED, ALL = "ticked", "all"


class ThemeForm(Form):
    """A theme. above: a queryset of the themes that it may stand under."""

    name = forms.CharField(label=_("Name of the theme"), max_length=60, help_text=_("A few plain words."))
    about = forms.CharField(
        label=_("What belongs in it?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("So that two people would sort the same things into it."),
    )  # fmt: skip
    parent = forms.ModelChoiceField(
        label=_("Does it stand under another theme?"), queryset=None, required=False, empty_label=_("No"),
    )  # fmt: skip
    place = WholeNumberField(
        label=_("Its number in the list"), required=False, max_value=999,
        help_text=_("Themes with a small number come first. Leave it empty if you do not mind."),
    )  # fmt: skip
    openness = forms.ChoiceField(
        label=_("Who may read its name?"), choices=Theme.READERS, widget=forms.RadioSelect, initial=Openness.PUBLIC
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    option_hints = {
        "openness": {
            Openness.PUBLIC: _("Then the name must not tell what somebody said in confidence."),
        }
    }
    advises = ("about",)

    def __init__(self, *args, above, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parent"].queryset = above

    def clean_place(self):
        """Nothing is 0."""
        return self.cleaned_data["place"] or 0


class MergeForm(Form):
    """With which theme another one is put together."""

    into = forms.ModelChoiceField(label=_("Which theme takes in everything?"), queryset=None, empty_label=_("Choose"))

    def __init__(self, *args, others, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["into"].queryset = others


class SortForm(Form):
    """What is done with the things of a list.

    themes: a queryset. out_of: the Theme that the list shows, or None. count: how many things it has, in words.
    """

    ticked = TicksField(coerce=int, required=False)
    which = forms.ChoiceField(label=_("Which?"), widget=forms.RadioSelect, initial=TICKED)
    how = forms.ChoiceField(label=_("What do you want to do?"), widget=forms.RadioSelect, initial=PUT)
    theme = forms.ModelChoiceField(label=_("Which theme?"), queryset=None, empty_label=_("Choose"))

    mark_optional = False

    def __init__(self, *args, themes, count, out_of=None, **kwargs):
        # What the list is asked for stands on the same page and asks for a theme, too.
        super().__init__(*args, auto_id="id_sort_%s", **kwargs)
        self.out_of = out_of
        self.fields["theme"].queryset = themes
        self.fields["which"].choices = [
            (TICKED, _("Those that I ticked")),
            (ALL, _("All that this list shows: %(count)s") % {"count": count}),
        ]
        how = [(PUT, _("Put them in the theme")), (TAKE, _("Take them out of the theme"))]
        if out_of:
            how.append((MOVE, _("Move them there, out of “%(theme)s”") % {"theme": out_of}))
        self.fields["how"].choices = how

    def clean(self):
        """Something has to be ticked, unless all of the list is meant."""
        data = super().clean()
        if data.get("which") == TICKED and not data.get("ticked") and "ticked" not in self.errors:
            self.add_error("which", _("Tick at least one thing in the list, or choose all."))
        return data

    @property
    def questions(self):
        """What is asked under the list; the ticks stand in it."""
        return [self[name] for name in ("which", "how", "theme")]


class CodingForm(Form):
    """The themes of one contribution. themes: a list of the Themes that it can be sorted into."""

    themes = forms.MultipleChoiceField(
        label=_("In which themes does it belong?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    mark_optional = False

    def __init__(self, *args, themes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["themes"].choices = [(str(theme.pk), theme.name) for theme in themes]
        self.option_hints = {"themes": {str(theme.pk): theme.about for theme in themes}}

    def among(self, themes):
        """Those of these themes that were chosen."""
        return [theme for theme in themes if str(theme.pk) in self.cleaned_data["themes"]]
