"""The forms of an exercise: what is put in order, one ballot by any of the methods, and the agreed list (R45)."""

import uuid
from itertools import combinations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people.forms import Form, WholeNumberField

from ..ranking import Judgement, level

LONGEST_TITLE, LONGEST = 160, 2000
ROWS, MORE = 12, 3
FIRST, SECOND, LEVEL = "first", "second", "level"
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


class BallotForm(Form):
    """One ballot. voices: a queryset of the parties for which it may be given. own: the Ballot that is changed, or None."""

    mark_optional = False
    participant = forms.ModelChoiceField(
        label=gettext_lazy("For whom do you speak?"), queryset=None, empty_label=gettext_lazy("Choose")
    )
    is_abstention = forms.BooleanField(
        label=gettext_lazy("I do not choose, and want to be counted as there"), required=False
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2_000_000_000)
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args, exercise, items, voices, own=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.exercise, self.items = exercise, items
        self._offer(voices)
        make = _pairs if exercise.is_of_pairs else _points if exercise.is_of_points else _places
        self.asked = make(items, exercise)
        self.fields |= self.asked
        if own:
            self.initial |= _typed_before(own) | {"version": own.version, "participant": own.participant_id}
        self.order_fields(["participant", *self.asked, "is_abstention"])

    def _offer(self, voices):
        """With one party there is nothing to choose."""
        found = list(voices[:2])
        self.only = found[0] if len(found) == 1 else None
        if self.only:
            del self.fields["participant"]
        else:
            self.fields["participant"].queryset = voices

    def clean(self):
        """The one party is put in where there is no choice."""
        data = super().clean()
        if self.only:
            data["participant"] = self.only
        return data

    @property
    def questions(self):
        """The bound fields of what is chosen."""
        return [self[name] for name in self.asked]

    @property
    def content(self):
        """What was chosen, as the counting takes it."""
        if self.exercise.is_of_pairs:
            return [
                _judgement(one, other, said)
                for one, other in combinations(self.items, 2)
                if (said := self.cleaned_data[f"pair_{one.pk}_{other.pk}"])
            ]
        given = {item: self.cleaned_data[f"item_{item.pk}"] for item in self.items}
        return {item: int(value) for item, value in given.items() if value not in (None, "")}

    @property
    def said(self):
        """What was sent, as `Exercise.vote` takes it."""
        data = self.cleaned_data
        return {
            "participant": data["participant"], "content": self.content, "is_abstention": data["is_abstention"],
            "token": data["token"], "version": data.get("version") or 0,
        }  # fmt: skip


def rule_of(exercise, items):
    """How a ballot is filled in, in plain words."""
    if exercise.is_of_pairs:
        return _("Look at two things at a time, and choose the one that matters more. You can leave a pair out.")
    if exercise.is_of_points:
        words = ngettext(
            "You have %(count)s point. Give more of them to what matters more. You need not use all.",
            "You have %(count)s points. Give more of them to what matters more. You need not use all.",
            exercise.points_each,
        )
        return words % {"count": exercise.points_each}
    return _(
        "Give 1 to what matters most, 2 to the next, and so on. Two things can share a place. You can leave things out: "
        "they come last."
    )


def _places(items, exercise):
    choices = [("", _("No place")), *((str(place), str(place)) for place in range(1, len(items) + 1))]
    return {
        f"item_{item.pk}": forms.ChoiceField(
            label=item.title, help_text=item.summary, choices=choices, required=False
        ) for item in items
    }  # fmt: skip


def _points(items, exercise):
    return {
        f"item_{item.pk}": WholeNumberField(
            label=item.title, help_text=item.summary, required=False, max_value=exercise.points_each,
            widget=forms.NumberInput(attrs={"class": "govuk-input--width-3"}),
        ) for item in items
    }  # fmt: skip


def _pairs(items, exercise):
    fields = {}
    for number, (one, other) in enumerate(combinations(items, 2), start=1):
        choices = [
            (FIRST, one.title), (SECOND, other.title), (LEVEL, _("Both matter the same")), ("", _("I leave this out"))
        ]  # fmt: skip
        fields[f"pair_{one.pk}_{other.pk}"] = forms.ChoiceField(
            label=_("%(number)s. Which matters more?") % {"number": number}, choices=choices, required=False,
            widget=forms.RadioSelect, initial="",
        )  # fmt: skip
    return fields


def _judgement(one, other, said):
    if said == LEVEL:
        return level(one, other)
    return Judgement(one, other) if said == FIRST else Judgement(other, one)


def _typed_before(own):
    """What a ballot says, as the initial values of its form."""
    found = {"is_abstention": own.is_abstention}
    if not own.exercise.is_of_pairs:
        return found | {f"item_{item.pk}": value for item, value in own.content.items()}
    for each in own.content:
        one, other = sorted(each[:2], key=lambda item: (item.place, item.pk))
        said = LEVEL if each.is_tie else FIRST if each.winner == one else SECOND
        found[f"pair_{one.pk}_{other.pk}"] = said
    return found


class AgreedForm(Form):
    """The agreed place of each thing, and why where it differs. compared: the rows of the Results, users' order first."""

    mark_optional = False

    def __init__(self, *args, exercise, compared, **kwargs):
        super().__init__(*args, **kwargs)
        self.exercise, self.compared = exercise, compared
        for each in compared:
            theirs = {"users": each.users.label or "–", "professionals": each.professionals.label or "–"}
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
