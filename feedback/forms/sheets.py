"""The forms for what goes back to people: a few plain sentences, and Easy Read line by line with its pictures."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.forms import Form
from people.readability import sentences_of

from ..models.sheet import PICTURES

LONGEST = 5000
LINE = 200  # characters of one idea
WORDS = 15  # of one sentence of Easy Read, by its usual rule
BLANK, MOST = 4, 40  # empty lines that are offered; lines at most


class WordsForm(Form):
    """What both forms share. sheet: whose words are shown first, or None; revision: of the draft that is read."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, sheet, revision, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["revision"].initial = revision


class PlainWordsForm(WordsForm):
    """The officers' own sentences, at the top of the sheet."""

    text = forms.CharField(
        label=_("What do you want to tell people?"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 9}),
        help_text=_("A few plain sentences. What was asked, said, changed and promised stands below them anyway."),
    )  # fmt: skip

    advises = ("text",)

    def __init__(self, *args, sheet, **kwargs):
        super().__init__(*args, sheet=sheet, **kwargs)
        self.fields["text"].initial = sheet.text if sheet else ""

    @property
    def said(self):
        """What `Sheet.write` takes."""
        return {"text": self.cleaned_data["text"], "revision": self.cleaned_data["revision"]}


class EasyWordsForm(WordsForm):
    """Easy Read: for each idea a short line and a picture. Empty lines are left out; saving offers new ones."""

    mark_optional = False

    def __init__(self, *args, sheet, **kwargs):
        super().__init__(*args, sheet=sheet, **kwargs)
        lines = sheet.lines if sheet else []
        sent = sum(name.startswith("words_") for name in self.data) if self.is_bound else 0
        self.count = min(MOST, max(sent, len(lines) + BLANK))
        for number in range(self.count):
            words, picture = lines[number] if number < len(lines) else ("", "")
            place = {"number": number + 1}
            self.fields[f"words_{number}"] = forms.CharField(
                label=_now("Idea %(number)d") % place, max_length=LINE, required=False, initial=words
            )
            self.fields[f"picture_{number}"] = forms.ChoiceField(
                label=_now("Picture for idea %(number)d") % place, required=False, initial=picture,
                choices=[("", _("No picture")), *PICTURES.items()],
            )  # fmt: skip

    @property
    def rows(self):
        """(the words, the picture) for each line, as bound fields."""
        return [(self[f"words_{number}"], self[f"picture_{number}"]) for number in range(self.count)]

    @property
    def said(self):
        """What `Sheet.write` takes: the lines that say something, and their pictures in the same order."""
        data = self.cleaned_data
        lines = [
            (" ".join(words.split()), data.get(f"picture_{number}") or "-")
            for number in range(self.count)
            if (words := data.get(f"words_{number}") or "").strip()
        ]
        text, pictures = ("\n".join(column) for column in zip(*lines, strict=True)) if lines else ("", "")
        return {"text": text, "pictures": pictures, "revision": data["revision"]}

    @property
    def advice(self):
        """What could be easier in the lines as they stand: sentences of more than fifteen words."""
        told = []
        for number, (words, _picture) in enumerate(self.rows, 1):
            longest = max((each.words for each in sentences_of(str(words.value() or ""))), default=0)
            if longest > WORDS:
                sentence = ngettext(
                    "Idea %(number)d has a sentence of %(words)d word. Can it be two?",
                    "Idea %(number)d has a sentence of %(words)d words. Can it be two?",
                    longest,
                )
                told.append(sentence % {"number": number, "words": longest})
        return told
