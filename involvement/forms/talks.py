"""Declaring a talk that officers held without users."""

import uuid

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.snapshot import label_of
from people.forms import DateField, Form, WholeNumberField

from ..models import Talk
from .drafting import long_text


class TalkForm(Form):
    """A talk held without users. version: the one that was read, where it is changed."""

    topic = forms.CharField(label=_("What was it about?"), max_length=160)
    held_on = DateField(label=_("When was it?"), latest=timezone.localdate)
    who = forms.CharField(
        label=_("Who talked?"), max_length=240,
        help_text=_("By role, not by name. For example: “Two officers of the council and one of the health board.”"),
    )  # fmt: skip
    outcome = long_text(
        Talk._meta.get_field("outcome"), _("Also when nothing came of it. Leave out what has to stay back."), True
    )
    why_without = long_text(
        Talk._meta.get_field("why_without"),
        _("For example: “We had to settle between the two of us who pays for what.”"), True,
    )  # fmt: skip
    openness = forms.ChoiceField(
        label=_("Who may read it?"), choices=Talk.READERS, widget=forms.RadioSelect, initial="public"
    )
    token = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4, required=False)
    version = WholeNumberField(widget=forms.HiddenInput, required=False)
    advises = ("outcome", "why_without")

    @property
    def said(self):
        """What was filled in, by field of the talk."""
        return {name: self.cleaned_data[name] for name in Talk.SAID}

    def beside(self, current):
        """(label, what is saved now, what was typed) of each field that differs; the form goes on from there."""
        self.data = self.data.copy()
        self.data["version"] = current.version
        rows = [(name, getattr(current, name), value) for name, value in self.said.items()]
        return [(label_of(Talk, name), now, typed) for name, now, typed in rows if now != typed]
