"""Asking people to a meeting, answering, what one may decide there, who came, and calling it off."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from people.forms import Form, TicksField, YesNoField

from ..asking import by_party


class AskForm(Form):
    """Whom to ask: whole groups, or people one by one. found: a list of Candidates."""

    parties = TicksField(label=_("Whole groups"), required=False, widget=forms.CheckboxSelectMultiple, coerce=int)
    people = TicksField(label=_("People one by one"), required=False, widget=forms.CheckboxSelectMultiple, coerce=int)
    mark_optional = False

    def __init__(self, *args, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["parties"].choices = [(party.pk, _counted(party, rows)) for party, rows in by_party(found).items()]
        self.fields["people"].choices = [(each.pk, f"{each.person.name}, {each.participant.name}") for each in found]


def _counted(party, rows):
    words = ngettext("%(party)s: %(count)d person", "%(party)s: %(count)d people", len(rows))
    return words % {"party": party.name, "count": len(rows)}


class AnswerForm(Form):
    """Whether somebody comes. whose: the name of the person, when another one answers for them; "" for oneself."""

    comes = YesNoField(label=_("Will you come?"), yes=_("Yes"), no=_("No, I cannot come"))
    words = forms.CharField(
        label=_("Do you want to say something about it?"), max_length=240, required=False,
        help_text=_("You need not say why. Only those who plan the meeting, and who keeps your group’s page, read it."),
    )  # fmt: skip

    def __init__(self, *args, whose="", **kwargs):
        super().__init__(*args, **kwargs)
        if whose:
            self.fields["comes"].label = _now("Will %(name)s come?") % {"name": whose}
            self.fields["comes"].choices = [("yes", _("Yes")), ("no", _("No, they cannot come"))]
            self.fields["words"].label = _now("Did they want to say something about it?")
            self.fields["words"].help_text = _now("They need not say why. Only those who plan the meeting read it.")


class AuthorityForm(Form):
    """What somebody may decide in the room."""

    decides = YesNoField(
        label=_("Can they decide what this meeting is about?"),
        yes=_("Yes, it is theirs to decide"), no=_("No, others decide it"),
    )  # fmt: skip
    may_decide = forms.CharField(
        label=_("What may they decide in the room?"), max_length=240, required=False,
        help_text=_("For example: “Times and rounds, but no money.” Everybody who takes part reads it."),
    )  # fmt: skip


class CameForm(Form):
    """Who came. rows: Attendances; found: Candidates who were not asked."""

    came = TicksField(label=_("Who came?"), required=False, widget=forms.CheckboxSelectMultiple, coerce=int)
    others = TicksField(
        label=_("Who came without being asked?"), required=False, widget=forms.CheckboxSelectMultiple, coerce=int
    )
    mark_optional = False

    def __init__(self, *args, rows, found, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["came"].choices = [(each.pk, f"{each.person.name}, {each.participant.name}") for each in rows]
        self.fields["came"].initial = [each.pk for each in rows if each.came or (each.came is None and _is_sure(each))]
        self.fields["others"].choices = [(each.pk, f"{each.person.name}, {each.participant.name}") for each in found]
        for name in ("came", "others"):
            if not self.fields[name].choices:
                del self.fields[name]


def _is_sure(row):
    return row.answer == row.Answer.COMES


class CallOffForm(Form):
    """Why a meeting is called off."""

    because = forms.CharField(
        label=_("Why is it called off?"), max_length=1000, widget=forms.Textarea,
        help_text=_("Everybody who can read of the meeting reads this. Nothing private, please."),
    )  # fmt: skip
