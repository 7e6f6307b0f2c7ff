"""The forms of an exercise for officers: what is put in order, and the agreed list (R45)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.forms import Form, WholeNumberField

LONGEST_TITLE, LONGEST = 160, 2000
ROWS, MORE = 12, 3
NAME_IT = gettext_lazy("Say what it is called, or take these words away, too.")
ONE_PLACE_TWICE = gettext_lazy("Two things have this place. Give each a place of its own.")


class ItemsForm(Form):
    """The things to put in order, a row for each; an empty row is none. items: those that are there, in order."""

    mark_optional = False
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2_000_000_000)

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.there = {item.pk: item for item in items}
        self.shown = ROWS if self.is_bound else min(ROWS, max(len(items) + MORE, 5))
        for number in range(1, self.shown + 1):
            item = items[number - 1] if number <= len(items) else None
            self.fields |= _row(number, item)

    def clean(self):
        """Words about a thing need its name."""
        data = super().clean()
        for number in range(1, self.shown + 1):
            if data.get(f"summary_{number}") and not data.get(f"title_{number}") and not self._is_wrong(number):
                self.add_error(f"title_{number}", NAME_IT)
        return data

    def _is_wrong(self, number):
        return f"title_{number}" in self.errors

    @property
    def rows(self):
        """(number, key, title, summary) with the bound fields of each row."""
        names = ("key", "title", "summary")
        return [(number, *(self[f"{name}_{number}"] for name in names)) for number in range(1, self.shown + 1)]

    def take_version(self, current):
        """Keep what was typed and let the next sending be about the exercise as it stands now."""
        self.data = self.data.copy()
        self.data["version"] = str(current.version)

    @property
    def things(self):
        """What was written, as `Exercise.set_items` takes it."""
        data, found = self.cleaned_data, []
        for number in range(1, self.shown + 1):
            if title := data[f"title_{number}"]:
                found.append((data[f"key_{number}"], title, data[f"summary_{number}"]))
        return found


def _row(number, item):
    """The fields of one row, by name."""
    title = forms.CharField(
        label=_("Thing %(number)s") % {"number": number}, required=False, max_length=LONGEST_TITLE,
        initial=item.title if item else "",
    )  # fmt: skip
    summary = forms.CharField(
        label=_("Thing %(number)s in plain words") % {"number": number}, required=False, max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 2}), initial=item.summary if item else "",
    )  # fmt: skip
    key = forms.IntegerField(
        widget=forms.HiddenInput, required=False, initial=item.pk if item else None, min_value=1, max_value=2**62
    )
    return {f"key_{number}": key, f"title_{number}": title, f"summary_{number}": summary}


class AgreedForm(Form):
    """The agreed place of each thing, and why where it differs. compared: the rows of the Results."""

    mark_optional = False

    def __init__(self, *args, exercise, compared, **kwargs):
        super().__init__(*args, **kwargs)
        self.exercise, self.compared = exercise, compared
        for each in compared:
            nowhere = _("no place")
            theirs = {"users": each.users.label or nowhere, "professionals": each.professionals.label or nowhere}
            self.fields[f"place_{each.item.pk}"] = WholeNumberField(
                label=_("Agreed place of “%(item)s”") % {"item": each.item}, min_value=1, max_value=len(compared),
                help_text=_("Users: %(users)s. Professionals: %(professionals)s.") % theirs,
                widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
            )  # fmt: skip
            self.fields[f"why_{each.item.pk}"] = forms.CharField(
                label=_("Why “%(item)s” stands there") % {"item": each.item}, required=False, max_length=LONGEST,
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    def clean(self):
        """Each place once, and a reason wherever one side put a thing elsewhere."""
        data = super().clean()
        seen = set()
        for each in self.compared:
            place, why = data.get(f"place_{each.item.pk}"), data.get(f"why_{each.item.pk}")
            if place is None:
                continue
            if place in seen:
                self.add_error(f"place_{each.item.pk}", ONE_PLACE_TWICE)
            seen.add(place)
            if not why and (sentence := self.exercise.why_reason_is_needed(each, place)):
                self.add_error(f"why_{each.item.pk}", sentence)
        return data

    @property
    def rows(self):
        """(thing, place, why) with the bound fields of each."""
        return [(each, self[f"place_{each.item.pk}"], self[f"why_{each.item.pk}"]) for each in self.compared]

    @property
    def places(self):
        """What was written, as `Exercise.agree` takes it."""
        data = self.cleaned_data
        return {each.item: (data[f"place_{each.item.pk}"], data[f"why_{each.item.pk}"]) for each in self.compared}
