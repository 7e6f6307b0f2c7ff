"""The sheet of one party: a number and a reason for each criterion of each option (R45)."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _

from people.forms import Form, WholeNumberField

LONGEST = 240
HIGHEST = 10


@dataclass(frozen=True)
class OptionPart:
    """The questions of one option. scores, reasons: bound fields."""

    option: object
    scores: list
    reasons: list

    @property
    def is_unfolded(self):
        """Whether a reason is there, or is wrong, and has to be in sight."""
        return any(each.errors or each.value() for each in self.reasons)


class ScoresForm(Form):
    """Scores from 0 to 10, each of which may be left open; `version` says which saving of the party was read."""

    mark_optional = False

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, options, criteria, scores, stamp, **kwargs):
        """options, criteria: records to score. scores: what the party has said, by (option, criterion) ids."""
        super().__init__(*args, initial={"version": stamp}, **kwargs)
        self.options, self.criteria = options, criteria
        for option in options:
            for criterion in criteria:
                there = scores.get((option.pk, criterion.pk))
                self.fields[_name("score", option, criterion)] = _number(option, criterion, there)
                self.fields[_name("why", option, criterion)] = forms.CharField(
                    label=_("Why: %(criterion)s") % {"criterion": criterion}, max_length=LONGEST, required=False,
                    initial=there.why if there else "",
                )  # fmt: skip

    @property
    def parts(self):
        """An OptionPart for each option."""
        return [
            OptionPart(
                option,
                [self[_name("score", option, criterion)] for criterion in self.criteria],
                [self[_name("why", option, criterion)] for criterion in self.criteria],
            )
            for option in self.options
        ]

    @property
    def said(self):
        """What was typed, as `Score.give` takes it."""
        return {
            (option.pk, criterion.pk): (
                self.cleaned_data[_name("score", option, criterion)],
                self.cleaned_data[_name("why", option, criterion)],
            )
            for option in self.options
            for criterion in self.criteria
        }

    def beside(self, current):
        """(what it is about, what is saved now, what was typed) in words, where the two differ."""
        saved = {each.key: (each.score, each.why) for each in current}
        rows = []
        for option in self.options:
            for criterion in self.criteria:
                key = (option.pk, criterion.pk)
                theirs, yours = saved.get(key, (None, "")), self.said[key]
                if theirs != yours:
                    rows.append((f"{option}: {criterion}", _in_words(theirs), _in_words(yours)))
        return rows

    def take_version(self, stamp):
        """Keep what was typed and let the next sending be about this saving."""
        self.data = self.data.copy()
        self.data["version"] = str(stamp)


def _name(what, option, criterion):
    return f"{what}_{option.pk}_{criterion.pk}"


def _number(option, criterion, there):
    """The box for one number; what is wrong with it is said with the name of the option, which its label leaves out."""
    wrong = _("Give a whole number from 0 to 10, or nothing. It is about “%(criterion)s” of “%(option)s”.")
    said = wrong % {"criterion": criterion, "option": option}
    return WholeNumberField(
        label=str(criterion), max_value=HIGHEST, required=False, initial=there.score if there else None,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "govuk-input--width-3", "autocomplete": "off"}),
        error_messages=dict.fromkeys(("invalid", "min_value", "max_value"), said),
    )  # fmt: skip


def _in_words(said):
    number, why = said
    return "\n".join(filter(None, ["" if number is None else str(number), why]))
