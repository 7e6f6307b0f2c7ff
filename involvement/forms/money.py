"""Money of a group: setting it aside, what was paid of it, what the group was told, and who reads about it (R75)."""

from decimal import Decimal

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.forms import DateField, Form, MoneyField
from people.models import MoneyOpenTo

from ..models import Allocation

A_PENNY = Decimal("0.01")
GROUP = "group"


class AllocationForm(Form):
    """Money for a group. is_group: whether who writes may do so for the group; authorities: for which others they may.

    Who may do it for several says for whom.
    """

    writes_for = forms.ChoiceField(label=_("For whom do you write this down?"), widget=forms.RadioSelect)
    amount = MoneyField(label=_("How much is it?"), min_value=A_PENNY)
    purpose = forms.CharField(
        label=_("What is it for?"), max_length=240, help_text=_("For example: “Meetings, taxis and the worker’s time.”")
    )
    given_by = forms.CharField(
        label=_("From whom does it come?"), max_length=160, required=False, help_text=_("For example: the council.")
    )
    from_date = DateField(label=_("From which day?"))
    until_date = DateField(label=_("Until which day?"), required=False)
    holder = forms.ChoiceField(
        label=_("Who holds the money?"), choices=Allocation.Holder.choices, widget=forms.RadioSelect
    )
    control = forms.ChoiceField(
        label=_("Who decides what it is spent on?"), choices=Allocation.Control.choices, widget=forms.RadioSelect
    )

    def __init__(self, *args, is_group, authorities, **kwargs):
        super().__init__(*args, **kwargs)
        self.authorities = {str(each.pk): each for each in authorities}
        ways = ([(GROUP, _("For the group"))] if is_group else []) + [
            (key, _("For %(authority)s") % {"authority": each}) for key, each in self.authorities.items()
        ]
        self.only = ways[0][0] if len(ways) == 1 else None
        if self.only:
            del self.fields["writes_for"]
        else:
            self.fields["writes_for"].choices = ways
        if self.only and self.only != GROUP:
            del self.fields["given_by"]

    def clean(self):
        """The last day is not before the first; for the group one says from whom it comes."""
        said = super().clean()
        first, last = said.get("from_date"), said.get("until_date")
        if first and last and last < first:
            self.add_error("until_date", _("The last day cannot be before the first."))
        if said.get("writes_for", self.only) == GROUP and not said.get("given_by") and "given_by" not in self.errors:
            self.add_error("given_by", _("Say from whom it comes."))
        return said

    @property
    def said(self):
        """What `Allocation.add` takes."""
        said = dict(self.cleaned_data)
        said["authority"] = self.authorities.get(said.pop("writes_for", self.only))
        return said


class SpendingForm(Form):
    """What was paid."""

    amount = MoneyField(label=_("How much was paid?"), min_value=A_PENNY)
    spent_on = DateField(label=_("On which day?"), latest=timezone.localdate)
    what_for = forms.CharField(
        label=_("What for?"),
        max_length=240,
        help_text=_("Name nobody here. For example: “Taxis for six people on 3 May.”"),
    )


class StrikingForm(Form):
    """Why a line about money counts no more."""

    because = forms.CharField(
        label=_("Why is it struck out?"), max_length=240, help_text=_("For example: “It was written down twice.”")
    )


class ToldForm(Form):
    """What the group itself was told of the money."""

    told = forms.ChoiceField(
        label=_("What was the group told?"), choices=Allocation.Told.choices, widget=forms.RadioSelect
    )


class MoneyOpennessForm(Form):
    """Who reads about the group's money."""

    to = forms.ChoiceField(
        label=_("Who reads about the group’s money?"), choices=MoneyOpenTo.choices, widget=forms.RadioSelect
    )
