"""The forms for promises: to make one, to say what came of it, to move it, to judge it, to choose what a list shows."""

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from people.forms import DateField, Form
from people.forms.fields import ChosenRowsField
from people.models import Person

from ..models import Promise, PromiseVerdict

LONGEST = 5000
GROUNDS = [
    (Promise.Ground.SEAT, _("It is within what I may decide")),
    (Promise.Ground.AGREEMENT, Promise.Ground.AGREEMENT.label),
    (Promise.Ground.DECISION, Promise.Ground.DECISION.label),
    (Promise.Ground.BEYOND, _("It is more than I may decide alone")),
]
REASON = _("Everybody who can read the promise can read this.")


def box(label, rows=3, **kwargs):
    """A question for a longer text."""
    return forms.CharField(label=label, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": rows}), **kwargs)


class ReaderChoice(forms.ModelChoiceField):
    """One of the people with a seat, by name."""

    def label_from_instance(self, person):
        """The person's name."""
        return person.name


def seated_in(cycle):
    """The people who hold a seat in the cycle today."""
    return Person.objects.filter(pk__in=cycle.seats.active().values("person_id")).order_by("name")


class PromiseForm(Form):
    """A promise. stage: where; contribution: what it answers, or None; limits: what the seat says one may decide."""

    what = box(_("What do you promise?"), 4, help_text=_("Use plain words: “I promise that …”"))
    due_on = DateField(label=_("By when?"), earliest=tomorrow)
    owner = ReaderChoice(label=_("Who carries it out?"), queryset=None, empty_label=_("Choose"))
    to = ChosenRowsField(label=_("To whom do you promise it?"), queryset=None, required=False)
    ground = forms.ChoiceField(label=_("With what authority?"), choices=GROUNDS, widget=forms.RadioSelect)
    authority = box(_("What lets you promise it?"), help_text=_("Say it in words. It stands with the promise."))
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Promise.READERS, widget=forms.RadioSelect, initial="public"
    )

    mark_optional = False
    advises = ("what",)
    option_hints = {
        "ground": {
            Promise.Ground.BEYOND: _("You may promise it all the same. The page says so to everybody who reads it."),
        }
    }

    def __init__(self, *args, stage, contribution=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.contribution = contribution
        self.fields["owner"].queryset = seated_in(stage.cycle)
        self.fields["to"].queryset = stage.cycle.participants.active()
        if contribution:
            self.fields["to"].label = _("To whom else do you promise it?")
            self.fields["openness"].initial = contribution.openness

    def clean(self):
        """It is promised to somebody, and they can read it."""
        data = super().clean()
        if not data.get("to") and not self.contribution and "to" not in self.errors:
            self.add_error("to", _("Say to whom you promise it."))
        if data.get("to") and data.get("openness") == "withheld":
            self.add_error("openness", _("Those to whom you promise it have to be able to read it."))
        return data


class OutcomeForm(Form):
    """What came of a promise. changes: (number, words) pairs of what was changed lately in the cycle."""

    state = forms.ChoiceField(
        label=_("Was it kept?"), widget=forms.RadioSelect,
        choices=[(state.value, state.label) for state in Promise.CONCLUDED],
    )  # fmt: skip
    outcome = box(_("What happened?"))
    because = box(
        _("If it was not kept, or not all of it: why?"), required=False, help_text=_("Say it as it is. %s") % REASON
    )
    evidence = forms.TypedChoiceField(
        label=_("Where can it be seen?"), choices=(), coerce=int, empty_value=None, required=False,
        help_text=_("Choose what was written down in this cycle, if there is something."),
    )  # fmt: skip

    mark_optional = False
    advises = ("outcome", "because")

    def __init__(self, *args, changes, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].choices = [("", _("Choose")), *changes]

    def clean(self):
        """What was not kept needs a reason."""
        data = super().clean()
        if data.get("state") in ("partly", "broken") and not data.get("because"):
            self.add_error("because", _("Say why it was not kept, or not all of it."))
        return data


class DayForm(Form):
    """Another day for a promise."""

    due_on = DateField(label=_("By which day now?"), earliest=tomorrow)
    reason = box(_("Why does it get another day?"), help_text=REASON)


class OwnerForm(Form):
    """Somebody else who carries a promise out."""

    owner = ReaderChoice(label=_("Who carries it out from now on?"), queryset=None, empty_label=_("Choose"))
    reason = box(_("Why somebody else?"), help_text=REASON)

    def __init__(self, *args, promise, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["owner"].queryset = seated_in(promise.cycle).exclude(pk=promise.owner_id)


class PromiseVerdictForm(Form):
    """Whether a promise is kept, by one to whom it was made. voices: in whose names the reader may say so.

    is_told: whether all of these are voices of others, whose words the reader puts in.
    """

    voice = forms.ChoiceField(label=_("For whom do you say it?"), choices=(), widget=forms.RadioSelect)
    verdict = forms.ChoiceField(
        label=_("Was this promise kept?"), choices=PromiseVerdict.Verdict.choices, widget=forms.RadioSelect
    )
    words = box(_("In your own words"), required=False, help_text=_("If it was not kept, say what is missing."))

    def __init__(self, *args, voices, **kwargs):
        super().__init__(*args, **kwargs)
        self.voices = {voice.key: voice for voice in voices}
        self.is_told = all(voice.told_by for voice in voices)
        self.fields["voice"].choices = [(voice.key, voice.label) for voice in voices]
        if self.is_told:
            self.fields["voice"].label = _("Who said it?")
            self.fields["words"].label = _("In their own words")
        elif len(voices) == 1:
            del self.fields["voice"]

    def clean(self):
        """The Voice itself, the only one where there is no choice; and words for what is missing."""
        data = super().clean()
        key = data.get("voice") or next(iter(self.voices), None)
        data["voice"] = self.voices.get(key)
        if data.get("verdict") in ("partly", "broken") and not data.get("words"):
            self.add_error("words", _("Say what is missing."))
        return data


class PromiseFilters(Form):
    """What the register shows. cycle: whose promises."""

    STATES = [
        ("", _("All")), ("open", _("Still to be kept")), ("late", _("Late")), ("kept", _("Kept")),
        ("partly", _("Kept in part")), ("broken", _("Not kept")), ("differ", _("Seen otherwise by others")),
    ]  # fmt: skip

    mark_optional = False
    state = forms.ChoiceField(label=_("Where it stands"), required=False, choices=STATES)
    owner = ReaderChoice(label=_("Who carries it out"), required=False, queryset=None, empty_label=_("All"))

    def __init__(self, *args, cycle, **kwargs):
        super().__init__(*args, **kwargs)
        held = Person.objects.filter(pk__in=cycle.seats.values("person_id"))
        self.fields["owner"].queryset = held.order_by("name")

    @property
    def chosen(self):
        """The answers as `matching` takes them; what makes no sense in an address shows everything."""
        self.is_valid()
        return {"state": self.cleaned_data.get("state") or "", "owner": self.cleaned_data.get("owner")}
