"""The forms for bringing in a file: the file, what its columns are, what the values in them mean, taking it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.openness import Openness
from people.forms import Form, YesNoField

from ..models import Contribution
from ..moving.looks import suggested
from ..moving.rows import COLUMN, FIXED, TODAY, VALUED, choices_of, plain
from ..moving.tables import MOST_BYTES

SAME_FOR_ALL, FROM_COLUMN = _("The same for all"), _("From a column")
HOLDS = ("text", "dissent", "reference")  # what of a column is kept as it stands


class FileForm(Form):
    """A file of another survey tool."""

    file = forms.FileField(
        label=_("Which file?"), allow_empty_file=True,
        help_text=_("CSV or XLSX, up to 20 MB and 100,000 rows. The first row holds the names of the columns."),
    )  # fmt: skip

    def clean_file(self):
        """No more than we read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 20 MB. Cut it into several."))
        return file


class ColumnsForm(Form):
    """What the columns of a file are. looks: Looks. participants: id -> Participant. before: a mapping, or {}."""

    text = forms.ChoiceField(label=_("Which column holds what people said?"))
    sort = forms.ChoiceField(label=_("What is it?"))
    participant = forms.ChoiceField(label=_("Which group or body do they belong to?"))
    given_on = forms.ChoiceField(label=_("When was it said?"))
    day_first = YesNoField(
        label=_("How are days written?"), initial=True,
        yes=_("Day first: 3/4/2026 is 3 April"), no=_("Month first: 3/4/2026 is 4 March"),
    )  # fmt: skip
    channel = forms.ChoiceField(label=_("How was it said?"))
    reference = forms.ChoiceField(
        label=_("Which column tells the rows apart?"), required=False,
        help_text=_(
            "A number that the other tool gave each answer. Without one, a row is known again by all that stands in it."
        ),
    )  # fmt: skip
    how_many = forms.ChoiceField(label=_("How many people were asked?"), required=False)
    dissent = forms.ChoiceField(label=_("Who among them thinks otherwise?"), required=False)
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Contribution.READERS, widget=forms.RadioSelect, initial=Openness.INVOLVED,
        help_text=_("What were people told about who reads their answers?"),
    )  # fmt: skip
    looked = forms.BooleanField(
        label=_("I have looked at these columns: they name nobody"), required=False,
        help_text=_("Only needed when you chose a column that has a warning."),
    )  # fmt: skip

    def __init__(self, *args, looks, participants, before, **kwargs):
        self.looks = {look.name: look for look in looks}
        columns = [(f"{COLUMN}{look.name}", look.name) for look in looks]
        kwargs["initial"] = self._from(before) if before else self._guessed(looks, participants)
        super().__init__(*args, **kwargs)
        self.fields["text"].choices = [("", _("Choose")), *columns]
        for what in VALUED:
            fixed = [(f"{FIXED}{value}", words) for value, words in choices_of(what, participants)]
            self.fields[what].choices = [("", _("Choose")), (SAME_FOR_ALL, fixed), (FROM_COLUMN, columns)]
        self.fields["given_on"].choices = [(f"{FIXED}{TODAY}", _("Today")), (FROM_COLUMN, columns)]
        for what in ("reference", "how_many", "dissent"):
            self.fields[what].choices = [("", _("No column")), *columns]

    def _from(self, before):
        """What was said of columns that are called the same."""
        return {name: before[name] for name in before if name != "values"}

    def _guessed(self, looks, participants):
        found = {what: f"{COLUMN}{name}" for what, name in suggested(looks).items()}
        if len(participants) == 1:
            found["participant"] = f"{FIXED}{next(iter(participants))}"
        return {"sort": f"{FIXED}{Contribution.Sort.VIEW}", "channel": f"{FIXED}{Contribution.Channel.ONLINE}"} | found

    def clean(self):
        """A column that seems to name people is taken only when somebody has looked at it."""
        data = super().clean()
        for what in HOLDS:
            look = self.looks.get((data.get(what) or "")[1:])
            if look and look.warning and not data.get("looked"):
                self.add_error(what, _("%(warning)s We keep no names: choose another column, or tick the box below.")
                               % {"warning": look.warning})  # fmt: skip
        return data

    @property
    def mapping(self):
        """What was said, as feedback/moving/rows.py reads it; without what the values mean."""
        said = {name: value for name, value in self.cleaned_data.items() if name != "looked" and value != ""}
        return said | {"values": {}}


class ValuesForm(Form):
    """What the values of a column mean. found: what -> (name of the column, its values in their order)."""

    mark_optional = False

    def __init__(self, *args, found, participants, before, **kwargs):
        super().__init__(*args, **kwargs)
        self.asked = {}
        for what, (column, values) in found.items():
            choices = choices_of(what, participants)
            for number, value in enumerate(values):
                name = f"{what}_{number}"
                self.asked[name] = (what, plain(value))
                self.fields[name] = forms.ChoiceField(
                    label=_("“%(value)s” in the column “%(column)s”") % {"value": value[:80], "column": column},
                    choices=[("", _("Choose")), *choices], initial=self._guess(what, value, choices, before),
                )  # fmt: skip

    def _guess(self, what, value, choices, before):
        known = before.get("values", {}).get(what, {}).get(plain(value))
        if known:
            return known
        words = plain(value)
        return next((key for key, label in choices if _alike(words, plain(str(label)), plain(str(key)))), "")

    @property
    def values(self):
        """what -> {value in small letters: what it means}."""
        said = {}
        for name, (what, value) in self.asked.items():
            said.setdefault(what, {})[value] = self.cleaned_data[name]
        return said


def _alike(words, label, key):
    """Whether a value is one of our words, or one of them with an article or an s."""
    bare = label.removeprefix("an ").removeprefix("a ")
    return words in (label, key, bare) or words.rstrip("s") == bare


class TakeBackForm(Form):
    """Why an import is taken back."""

    reason = forms.CharField(
        label=_("Why do you take it back?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
