"""One ballot of an exercise, by any of the methods (R45)."""

import uuid
from itertools import combinations

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from people.forms import Form, WholeNumberField

from ..ranking import Judgement, level

FIRST, SECOND, LEVEL = "first", "second", "level"


class BallotForm(Form):
    """One ballot. voices: a queryset of the parties for which it may be given. own: the Ballot to change, or None."""

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
        "Give 1 to what matters most, 2 to the next, and so on. Two things can share a place. You can leave things "
        "out: they come last."
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
