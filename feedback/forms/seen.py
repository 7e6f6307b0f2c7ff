"""Saying that one has read what changed."""

from django import forms

from people.forms import Form, WholeNumberField


class SeenForm(Form):
    """Up to which event the notices were shown."""

    number = WholeNumberField(widget=forms.HiddenInput)
