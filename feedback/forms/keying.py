"""Putting in what was said on paper, by phone or face to face, one after the other, in the order of the paper."""

from django import forms
from django.utils.translation import gettext_lazy as _

from involvement.models import Session
from people import reference

from ..models import Contribution, PaperForm
from .contributions import ForOthersForm

NOT_A_CODE = _("This is not a code from one of our forms. Look at it again, letter by letter.")
NOT_THERE = _("There is no form with this code that you may put in.")


class CodeField(forms.CharField):
    """A code from paper as it is stored: with or without a dash, in small letters or capitals."""

    def __init__(self, **kwargs):
        attrs = {"autocomplete": "off", "class": "govuk-input--width-10 code-box", "spellcheck": "false"}
        kwargs.setdefault("widget", forms.TextInput(attrs=attrs))
        super().__init__(max_length=40, **kwargs)

    def clean(self, value):
        """The code, empty for none. Raises ValidationError when a letter is wrong."""
        code = reference.tidy(super().clean(value))
        if code and not reference.is_sound(code):
            raise forms.ValidationError(NOT_A_CODE)
        return code


class KeyingForm(ForOthersForm):
    """A ForOthersForm in the order of the paper form, with its code and what repeats from one sheet to the next.

    cycle, reader: whose sheets may be put in. sessions: a queryset of meetings to choose from.
    """

    code = CodeField(
        label=_("Code at the top of the paper form"), required=False,
        help_text=_("It tells the stage and the group. Leave it empty when there is no form."),
    )  # fmt: skip
    another = forms.BooleanField(
        label=_("Yes, this is another one from the same sheet"), required=False,
    )  # fmt: skip
    session = forms.ModelChoiceField(
        label=_("At which meeting was it said?"), queryset=None, required=False, empty_label=_("At none of these")
    )

    # As the paper asks it; what repeats from sheet to sheet stands at the end, where it is already filled in.
    field_order = (
        "code", "another", "sort", "text", "voice", "how_known", "how_many", "dissent", "openness", "given_by",
        "is_unnamed", "helper", "read_back", "consent", "participant", "channel", "given_on", "session",
    )  # fmt: skip
    field_group = {
        "first": ("code", "another"),
        "said": ("sort", "text"),
        "voice": ("voice", "how_known", "how_many", "dissent"),
        "who": ("openness", "given_by", "is_unnamed", "helper", "read_back", "consent"),
        "repeats": ("participant", "channel", "given_on", "session"),
    }

    def __init__(self, *args, cycle, reader, sessions, **kwargs):
        super().__init__(*args, **kwargs)
        self.cycle, self.reader = cycle, reader
        if not self.is_bound:  # else the focus is on what is wrong
            self.fields["code"].widget.attrs["autofocus"] = True
        self.fields["session"].queryset = sessions
        for name in ("participant", "channel"):
            if name in self.fields:
                self.fields[name].required = not self.data.get("code")

    def clean(self):
        """The sheet of the code fills in what it knows; consent is needed; a double is asked about by the verb."""
        code = self.cleaned_data.pop("code", "")
        sheet = self.cleaned_data["paper_form"] = self._sheet(code)
        if sheet:
            self.cleaned_data["participant"] = sheet.participant
            self.cleaned_data["channel"] = self.cleaned_data.get("channel") or Contribution.Channel.PAPER
            self.only = sheet.participant
        return super().clean()

    def _sheet(self, code):
        if not code:
            return None
        found = PaperForm.objects.to_put_in_by(self.reader, self.cycle).coded(code)
        if found is None:
            self.add_error("code", NOT_THERE)
        return found

    def part(self, name):
        """The fields of one part of the page, in their order."""
        return [self[each] for each in self.field_group[name] if each in self.fields]

    @property
    def first(self):
        return self.part("first")[:1]

    @property
    def said(self):
        return self.part("said")

    @property
    def whose(self):
        return self.part("voice")

    @property
    def who(self):
        return self.part("who")

    @property
    def repeats(self):
        return self.part("repeats")

    @property
    def speaks_for_others(self):
        """Whether the part about others is open from the start: something in it was chosen, or is wrong."""
        chosen = self["voice"].value() not in (None, "", Contribution.Voice.OWN)
        return chosen or any(self[name].errors for name in self.field_group["voice"])


def sessions_of(stage, reader):
    """The meetings of a stage that this person may choose from."""
    return Session.objects.in_stage(stage).visible_to(reader, stage.cycle)
