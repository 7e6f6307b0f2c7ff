"""What is done with a contribution after or beside saying it: attach, correct, withdraw, hide a part, look first."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.files import checked
from people.forms import Form, WholeNumberField
from people.refusal import Refused

from ..files import DESCRIBE
from .contributions import LONGEST

ENDINGS = ".jpg,.jpeg,.png,.pdf,.docx,.odt,.mp3,.ogg,.wav,.m4a"


class AttachForm(Form):
    """A file and what is in it; in the form of a contribution, beside its other questions."""

    file = forms.FileField(
        label=_("Attach a photo, a text or a sound"), required=False,
        widget=forms.FileInput(attrs={"accept": ENDINGS}),
        help_text=_("A photo (JPEG or PNG), a PDF, a Word or ODT text, or a sound. Up to 5 files of 10 MB each."),
    )  # fmt: skip
    described = forms.CharField(
        label=_("What is in it?"), required=False, max_length=240,
        help_text=_("In a few words, for those who cannot see or hear it. A photo needs this."),
    )  # fmt: skip
    mark_optional = False

    def clean_file(self):
        """The file as it may be kept, a `Checked`; None when none was chosen."""
        sent = self.cleaned_data["file"]
        if not sent:
            return None
        try:
            return checked(sent)
        except Refused as refused:
            raise forms.ValidationError(str(refused.sentence)) from refused

    def clean(self):
        """A photo is described."""
        data = super().clean()
        found = data.get("file")
        if found and found.is_photo and not data.get("described"):
            self.add_error("described", DESCRIBE)
        return data


class CorrectForm(Form):
    """Other words for what was said, and why. seen: how many earlier wordings there were when the page was opened."""

    text = forms.CharField(
        label=_("What it says from now on"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 7})
    )
    because = forms.CharField(
        label=_("Why do you correct it?"), max_length=240,
        help_text=_("Whoever may read your words can read this too. Do not write your name if it is to stay unnamed."),
    )  # fmt: skip
    seen = WholeNumberField(widget=forms.HiddenInput)


class WithdrawForm(Form):
    """Taking back what was said."""

    reason = forms.CharField(
        label=_("Why do you withdraw it?"), max_length=240, required=False,
        help_text=_("You need not say. What you write here can be read, and it stays in the ledger."),
    )  # fmt: skip


class HideForm(Form):
    """The part that is to be hidden, and why."""

    words = forms.CharField(
        label=_("Which words do you hide?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Copy them exactly as they stand. They are hidden wherever they stand in it."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why?"), max_length=120,
        help_text=_("A few words, like “a telephone number”. Everybody reads them in the place of the hidden words."),
    )  # fmt: skip


class HideFileForm(Form):
    """Why a file is hidden."""

    reason = forms.CharField(
        label=_("Why?"), max_length=120,
        help_text=_("A few words, like “a face”. Everybody reads them in the place of the file."),
    )  # fmt: skip


class ReasonForm(Form):
    """A reason that everybody can read."""

    reason = forms.CharField(label=_("Why?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
                             help_text=_("Everybody can read this."))  # fmt: skip


class ObjectForm(Form):
    """Why the giver thinks that a hidden part ought to be read."""

    words = forms.CharField(
        label=_("Why should this part be read?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The officers read this."),
    )  # fmt: skip


class LookForm(Form):
    """What an officer does with what waits to be looked at."""

    decision = forms.ChoiceField(
        label=_("What do you do with it?"), widget=forms.RadioSelect,
        choices=[("in", _("Let it in")), ("out", _("Keep it out"))],
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Why is it kept out?"), max_length=LONGEST, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read this. Leave it empty when you let it in."),
    )  # fmt: skip
    option_hints = {
        "decision": {
            "in": _("Those for whom it was given can read it from now on, and it gets its answer."),
            "out": _("Only the giver, their convenor and the officers can read it. You have to say why."),
        }
    }

    def clean(self):
        """Keeping out needs its reason."""
        data = super().clean()
        if data.get("decision") == "out" and not data.get("reason"):
            self.add_error("reason", _("Say why. Everybody can read the reason."))
        return data
