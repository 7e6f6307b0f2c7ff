"""What somebody wants to be written to."""

from django import forms
from django.utils.translation import gettext_lazy as _

from ..models import Person
from .base import Form


class PostForm(Form):
    """How often, and whether at all."""

    post = forms.ChoiceField(
        label=_("What shall we write to you?"), choices=Person.Post.choices, widget=forms.RadioSelect
    )
    option_hints = {
        "post": {
            Person.Post.AT_ONCE: _("When you said something and get an answer, you hear of it at once."),
            Person.Post.DAILY: _("One e-mail or letter for a day, when there is something new for you."),
            Person.Post.NEVER: _("You find everything on your first page here. Codes to sign in still come."),
        }
    }
