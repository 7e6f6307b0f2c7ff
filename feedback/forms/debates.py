"""The forms of a debate: to open it, to say what one holds, to ask and answer, to put a common view, and to end it."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.due import tomorrow
from cycle.openness import Openness
from people.forms import ChosenRowsField, DateField, Form

from ..debating.opening import ASK_TWO
from ..models import Debate, DebateQuestion, Position, Stand
from .answers import long_text


class DebateForm(Form):
    """A debate. participants: a queryset of those who take part, who may be asked."""

    question = forms.CharField(
        label=_("What is the question?"), max_length=240, help_text=_("Like “Should meals come hot or frozen?”")
    )
    why = long_text(_("Why is it debated?"), 3, help_text=_("Say what hangs on it."))
    asked = ChosenRowsField(
        label=_("Who is asked?"), queryset=None, help_text=_("Choose at least two. Others can say what they hold too.")
    )
    positions_by = DateField(label=_("Until when can they say what they hold?"), earliest=tomorrow)
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Debate.READERS, widget=forms.RadioSelect, initial=Openness.PUBLIC
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    advises = ("why",)

    def __init__(self, *args, participants, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asked"].queryset = participants

    def clean_asked(self):
        """A debate needs two sides."""
        if len(asked := self.cleaned_data["asked"]) < 2:
            raise forms.ValidationError(ASK_TWO)
        return asked


class SpeakingForm(Form):
    """Something that is said for a party. voices: those for which one may say it; of one there is nothing to choose."""

    participant = forms.ModelChoiceField(label=_("For whom do you say it?"), queryset=None, empty_label=_("Choose"))

    mark_optional = False

    def __init__(self, *args, voices, **kwargs):
        super().__init__(*args, **kwargs)
        found = list(voices[:2])
        self.only = found[0] if len(found) == 1 else None
        self.fields["participant"].queryset = voices
        if self.only:
            del self.fields["participant"]

    def clean(self):
        """The one for whom it is said, also where there was nothing to choose."""
        data = super().clean()
        if self.only:
            data["participant"] = self.only
        return data


class Against(forms.ModelChoiceField):
    """One of the positions that are put already."""

    def label_from_instance(self, position):
        """Whose it is, and the first words of it."""
        words = position.holds.split()
        return f"{position}: {' '.join(words[:14])}{'…' if len(words) > 14 else ''}"


class PositionForm(SpeakingForm):
    """What one side holds. positions: those that are put already."""

    holds = long_text(_("What do you hold?"), 3, help_text=_("In your own words. It stands as you put it."))
    why = long_text(_("Why?"), 3)
    rests_on = long_text(
        _("What does it rest on?"), 3,
        help_text=_("What you have seen, lived, counted or read. Say so if it is a feeling."),
    )  # fmt: skip
    would_change = long_text(_("What would change your mind?"), 3)
    opposes = Against(
        label=_("Against which of these does it stand?"), queryset=None, required=False, widget=forms.RadioSelect,
        empty_label=_("Against none of these"),
    )  # fmt: skip

    advises = ("holds", "why")

    def __init__(self, *args, positions, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opposes"].queryset = positions
        if not positions.exists():
            del self.fields["opposes"]


class DebateQuestionForm(SpeakingForm):
    """Why, or how: a question about what another side holds."""

    prompt = forms.ChoiceField(
        label=_("What do you ask?"), choices=DebateQuestion.Prompt.choices, widget=forms.RadioSelect
    )
    words = long_text(_("Is there more to say about your question?"), 3, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)


class DebateAnswerForm(Form):
    """The answer of those who hold it."""

    words = long_text(_("Your answer"), 5)

    advises = ("words",)


class CommonViewForm(SpeakingForm):
    """What all might live with."""

    words = long_text(_("What could all of you live with?"), 5, help_text=_("Say also what it does not settle."))

    advises = ("words",)


class StandForm(SpeakingForm):
    """Whether a side can live with the common view with this number."""

    answer = forms.ChoiceField(label=_("Can you live with it?"), choices=Stand.Answer.choices, widget=forms.RadioSelect)
    words = long_text(
        _("What stays disputed for you?"), 3, required=False,
        help_text=_("Needed unless you can live with it as it is. It stays beside it for good."),
    )  # fmt: skip
    number = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=30_000)

    def clean(self):
        """What cannot be lived with as it is, is said."""
        data = super().clean()
        if data.get("answer") in (Stand.Answer.RESERVES, Stand.Answer.DOES_NOT) and not data.get("words"):
            self.add_error("words", _("Say what stays disputed for you."))
        return data


class DebateEndForm(Form):
    """What came of it."""

    came_of_it = long_text(
        _("What came of the debate?"), 4,
        help_text=_("Say what is done with it. What stays disputed is shown beside it."),
    )  # fmt: skip

    advises = ("came_of_it",)


def positions_to_oppose(debate):
    """The positions that are put in a debate."""
    return Position.objects.filter(debate=debate).select_related("participant").order_by("pk")
