"""The forms of a cycle as a whole: starting it, closing it, and who has a seat or takes part in it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.forms import Form, ModelForm
from people.models import Group, Organisation

from ..models import Cycle, Participant, Seat

Standing = Participant.Standing


class CycleForm(ModelForm):
    """What a new cycle is about; `authorities` are those for which its starter may start one."""

    class Meta(ModelForm.Meta):
        model = Cycle
        fields = ("authority", "title", "summary", "sector", "for_whom", "horizon")
        help_texts = {
            "title": _("What people call it, like “Meals at home”."),
            "summary": _("What the cycle is about and why now, as you would say it to a neighbour."),
            "sector": _("Like adult social care, children’s health, or housing."),
            "for_whom": _("Who uses the service, or may come to."),
            "horizon": _("Like 2026 to 2029."),
        }
        labels = {"authority": _("For which authority?")}

    directorate = forms.CharField(
        label=_("Which part of the authority runs it?"),
        required=False,
        max_length=120,
        help_text=_("Like adult services. Leave it empty when no part has a name of its own."),
    )
    limits = forms.CharField(
        label=_("What may you decide yourself, and what not?"),
        required=False,
        max_length=1000,
        help_text=_("Everybody reads it, so that nobody expects more of you than you may give."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, authorities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["authority"].queryset = authorities
        if len(only := list(authorities[:2])) == 1:
            self.fields["authority"].initial = only[0].pk

    def clean(self):
        """Not a second time what the same authority has under way already, as after a double click."""
        said = super().clean()
        same = {name: said.get(name) for name in ("authority", "title", "horizon")}
        if all(same.values()) and Cycle.objects.under_way().like(**same).exists():
            self.add_error("title", _("There is a cycle with this title for these years already."))
        return said


class DirectorateForm(Form):
    """Which part of the authority runs a cycle. parts: the names that are known already."""

    name = forms.CharField(label=_("What is this part called?"), required=False, max_length=120)

    def __init__(self, *args, parts, **kwargs):
        super().__init__(*args, **kwargs)
        hint = _("Like adult services. Leave it empty when no part has a name of its own.")
        known = _("Named so far: %(names)s.") % {"names": ", ".join(parts)} if parts else ""
        self.fields["name"].help_text = f"{hint} {known}".strip()


class ClosingForm(Form):
    """Why a cycle is closed."""

    reason = forms.CharField(
        label=_("Why do you close it?"),
        help_text=_("Say what came of it. Everybody who may read the cycle reads this."),
        widget=forms.Textarea,
    )


class EndingForm(Form):
    """Why a seat or a part is ended."""

    reason = forms.CharField(
        label=_("Why does it end?"),
        help_text=_("Everybody who may read the cycle reads this."),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SeatForm(Form):
    """Who gets which seat, with the limits of what they may decide (R16)."""

    email = forms.EmailField(label=_("E-mail address"), help_text=_("The person signs in with a code sent to it."))
    name = forms.CharField(
        label=_("Name"), max_length=120, required=False, help_text=_("Needed when the person is new here.")
    )
    role = forms.ChoiceField(label=_("Seat"), choices=Seat.Role.choices, widget=forms.RadioSelect)
    limits = forms.CharField(
        label=_("What this person may and may not decide"),
        required=False,
        widget=forms.Textarea,
        help_text=_("Say it openly: everybody who takes part can read it."),
    )
    option_hints = {
        "role": {
            Seat.Role.LEAD: _("Runs the cycle and answers for it."),
            Seat.Role.OFFICER: _("Runs the cycle together with the lead."),
            Seat.Role.DECIDER: _("Takes the decisions, and does not run the cycle."),
        }
    }


class GroupPartForm(Form):
    """A users' group that is to take part."""

    group = forms.ModelChoiceField(label=_("Which group?"), queryset=Group.objects.all())


class BodyPartForm(Form):
    """An organisation that is to take part: one that is known here, or a new one."""

    STANDINGS = (Standing.PROVIDERS, Standing.STAFF, Standing.COMMISSIONERS, Standing.COUNCILLORS)

    standing = forms.ChoiceField(
        label=_("Takes part as"), choices=[(each.value, each.label) for each in STANDINGS], widget=forms.RadioSelect
    )
    organisation = forms.ModelChoiceField(
        label=_("Which organisation?"), queryset=Organisation.objects.all(), required=False
    )
    name = forms.CharField(label=_("Or the name of one that is not in the list"), max_length=160, required=False)
    sort = forms.ChoiceField(
        label=_("What sort of body is the new one?"),
        choices=Organisation.Sort.choices,
        widget=forms.RadioSelect,
        required=False,
    )

    def clean(self):
        """Exactly one organisation; a new one says of what sort it is."""
        said = super().clean()
        if bool(said.get("organisation")) == bool(said.get("name")):
            self.add_error("organisation", _("Choose one from the list, or give the name of another: one of the two."))
        elif said.get("name") and not said.get("sort"):
            self.add_error("sort", _("Say what sort of body the new one is."))
        return said


class PersonPartForm(Form):
    """One person who is to take part for themselves."""

    STANDINGS = (Standing.USERS, Standing.STAFF, Standing.PROVIDERS)
    LABELS = {Standing.USERS: _("Somebody who uses the service"), Standing.STAFF: _("Front-line staff")}

    standing = forms.ChoiceField(label=_("Takes part as"), widget=forms.RadioSelect)
    email = forms.EmailField(label=_("E-mail address"), help_text=_("The person signs in with a code sent to it."))
    name = forms.CharField(
        label=_("Name"), max_length=120, required=False, help_text=_("Needed when the person is new here.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["standing"].choices = [(each.value, self.LABELS.get(each, each.label)) for each in self.STANDINGS]
