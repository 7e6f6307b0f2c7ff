"""What a meeting holds: its agenda, its papers, what it decided, what is done after it; and how it was."""

import uuid

from django import forms
from django.utils.translation import gettext_lazy as _

from cycle.snapshot import label_of
from people.forms import DateField, Form, WholeNumberField, YesNoField

from ..models import Action, AgendaItem, Attendance, Debrief, Paper, Taken
from ..papers import record_of, records_to_choose
from .drafting import long_text

SMALL = {"inputmode": "numeric", "class": "govuk-input--width-4", "autocomplete": "off"}
PAPER_LONGEST = 4000


class PieceForm(Form):
    """What all have in common. session: the meeting; reader: who fills it in; piece: what is changed, or None."""

    model = None
    version = WholeNumberField(widget=forms.HiddenInput, required=False)
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)

    def __init__(self, *args, session, reader, piece=None, **kwargs):
        initial = {name: getattr(piece, name) for name in self.names()} | {"version": piece.version} if piece else None
        super().__init__(*args, initial=initial, **kwargs)
        self.session, self.reader = session, reader
        del self.fields["token" if piece else "version"]
        self.prepare(piece)

    @classmethod
    def names(cls):
        """The fields that are the piece's own."""
        columns = {column.name for column in cls.model._meta.get_fields()}
        return [name for name in cls.base_fields if name in columns and name not in ("version", "token")]

    def prepare(self, piece):
        """What a form sets up of its choices."""

    @property
    def said(self):
        """What was filled in, by field of the piece."""
        return {name: self.cleaned_data[name] for name in self.names()}

    def beside(self, current):
        """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
        pairs = [(name, getattr(current, name), value) for name, value in self.said.items()]
        self.data = self.data.copy()
        self.data["version"] = current.version
        return [(label_of(self.model, name), now, typed) for name, now, typed in pairs if now != typed]


class AgendaForm(PieceForm):
    """One item of an agenda."""

    model = AgendaItem
    number = WholeNumberField(
        label=_("Which number is it?"), min_value=1, max_value=99, widget=forms.TextInput(attrs=SMALL),
        help_text=_("The agenda is in the order of these numbers."),
    )  # fmt: skip
    title = forms.CharField(label=_("What is it?"), max_length=160)
    asks = forms.ChoiceField(
        label=_("What is asked of people?"),
        choices=AgendaItem.Asks.choices,
        widget=forms.RadioSelect,
        initial=AgendaItem.Asks.TALK,
    )
    minutes = WholeNumberField(
        label=_("How long, in minutes?"), required=False, min_value=1, max_value=600,
        widget=forms.TextInput(attrs=SMALL),
    )  # fmt: skip
    led_by = forms.CharField(
        label=_("Who leads it?"), max_length=120, required=False, help_text=_("A name or a role, such as “the chair”.")
    )
    about = long_text(
        AgendaItem._meta.get_field("about"), _("For example: “Two menus are possible. We want to hear which.”"), False
    )

    def prepare(self, piece):
        """A new item goes to the end."""
        if not piece:
            self.fields["number"].initial = AgendaItem.objects.of(self.session).count() + 1


class PaperForm(PieceForm):
    """One paper for a meeting."""

    model = Paper
    title = forms.CharField(label=_("What is it called?"), max_length=160)
    words = forms.CharField(
        label=_("What does it say, in plain words?"), max_length=PAPER_LONGEST, widget=forms.Textarea,
        help_text=_("As long as people need it to act, and no longer. It is printed in the pack for the meeting."),
    )  # fmt: skip
    record = forms.ChoiceField(label=_("Does it rest on something that is written down here?"), required=False)
    link = forms.URLField(
        label=_("Where can all of it be read?"), max_length=400, required=False, assume_scheme="https",
        help_text=_("An address on the web, if there is one."),
    )  # fmt: skip
    advises = ("words",)

    def prepare(self, piece):
        """The records that all who take part may read."""
        nothing = [("", _("Nothing of these"))]
        self.fields["record"].choices = [*nothing, *records_to_choose(self.session.stage, self.reader)]
        if piece:
            self.fields["record"].initial = piece.key

    @property
    def said(self):
        """What was filled in, with the record as the piece keeps it."""
        return super().said | record_of(self.session.stage, self.cleaned_data["record"])

    def beside(self, current):
        """As every form does; the record stands as it was chosen."""
        hidden = ("record_type", "record_id")
        self.data = self.data.copy()
        self.data["version"] = current.version
        pairs = [(name, getattr(current, name), value) for name, value in self.said.items() if name not in hidden]
        return [(label_of(self.model, name), now, typed) for name, now, typed in pairs if now != typed]


class ThereField(forms.ModelChoiceField):
    """One of those who were asked or came."""

    def label_from_instance(self, row):
        return f"{row.person.name}, {row.participant.name}"


class TakenForm(PieceForm):
    """What was decided, by whom, and whether it was theirs."""

    model = Taken
    what = long_text(Taken._meta.get_field("what"), _("For example: “The menu is on the lid, in big letters.”"), True)
    who = ThereField(
        label=_("Who decided it?"), queryset=None, required=False, empty_label=_("All who were there, together")
    )
    was_theirs = YesNoField(
        label=_("Was it theirs to decide?"), yes=_("Yes"), no=_("No, it goes on to those who decide")
    )
    decided_by = forms.CharField(
        label=_("Who decides it, if it was not theirs?"), max_length=240, required=False,
        help_text=_("A name or a body, and by when. For example: “Cabinet, on 5 March.”"),
    )  # fmt: skip

    def prepare(self, piece):
        """Those who were there."""
        self.fields["who"].queryset = Attendance.objects.of(self.session)

    def clean(self):
        """What was not theirs goes on to somebody."""
        said = super().clean()
        if said.get("was_theirs") is False and not said.get("decided_by"):
            self.add_error("decided_by", _("Say who decides it."))
        if said.get("was_theirs"):
            said["decided_by"] = ""
        return said


class ActionForm(PieceForm):
    """What is to be done after a meeting, by whom, by when."""

    model = Action
    what = forms.CharField(label=_("What is to be done?"), max_length=240)
    owner = ThereField(label=_("Who does it?"), queryset=None, empty_label=_("Choose"))
    due_on = DateField(label=_("By when?"))

    def prepare(self, piece):
        """Those who were asked or came."""
        self.fields["owner"].queryset = Attendance.objects.of(self.session)


class FinishForm(Form):
    """What became of what was to be done."""

    done = YesNoField(label=_("Is it done?"), yes=_("Yes"), no=_("No, and it will not be"))
    became = forms.CharField(
        label=_("What became of it?"), max_length=1000, widget=forms.Textarea,
        help_text=_("Everybody who can read of the meeting reads this."),
    )  # fmt: skip


class IsItSoForm(Form):
    """Whether it was like this. seen: the version that was read."""

    is_so = YesNoField(label=_("Is this how it was?"), yes=_("Yes, it was like this"), no=_("No, it was not like this"))
    words = forms.CharField(
        label=_("If not: how was it?"), max_length=1000, required=False, widget=forms.Textarea,
        help_text=_("It stands beside what is written, for all who can read of the meeting."),
    )  # fmt: skip
    seen = WholeNumberField(widget=forms.HiddenInput)


def _looked_back(name, hint):
    return long_text(Debrief._meta.get_field(name), hint, required=False)


class DebriefForm(Form):
    """How it went for one side. version: the one that was read, 0 where there is none yet."""

    went_well = _looked_back("went_well", _("For example: everybody had time to speak."))
    went_badly = _looked_back("went_badly", _("For example: two people could not hear."))
    otherwise = _looked_back("otherwise", _("For example: a smaller room, and a break after half an hour."))
    is_shared = YesNoField(
        label=_("Who may read it?"), yes=_("All who take part in this cycle"), no=_("Only our own group or body")
    )
    version = WholeNumberField(widget=forms.HiddenInput)
    mark_optional = False

    @property
    def said(self):
        """What was filled in, by field of the debrief."""
        return {name: self.cleaned_data[name] for name in Debrief.SAID}

    def beside(self, current):
        """(label, what is saved now, what was typed) of each text that differs; the form goes on from there."""
        self.data = self.data.copy()
        self.data["version"] = current.version
        rows = [(name, getattr(current, name), value) for name, value in self.said.items() if name != "is_shared"]
        return [(label_of(Debrief, name), now, typed) for name, now, typed in rows if now != typed]
