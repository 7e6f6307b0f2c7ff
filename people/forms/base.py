"""What every form of ours stands on: plain sentences, GOV.UK markup, and a browser that refuses nothing by itself."""

from dataclasses import dataclass
from typing import ClassVar

from django import forms
from django.db import models
from django.forms.models import ModelFormMetaclass
from django.forms.utils import pretty_name

from people.renderer import Renderer

from .bound import BoundField
from .dates import DateField, DateTimeField
from .sentences import speak_plainly


@dataclass(frozen=True)
class Problem:
    """One line of the error summary: the sentence, and where it leads (empty when it is about the whole form)."""

    href: str
    sentence: str


class Plain:
    """Mixed into our forms.

    option_hints: for each field of radios or checkboxes, a hint under some of its answers, by value.
    advises: the names of the long texts beside which stands advice on how they read (people/advice.py).
    further: for each field, a template that is drawn under its answers; it finds the form as `form`.
    conditional: for each field of radios, the names of the fields that are asked under some of its answers, by value;
    they are drawn there, and shown where it is chosen (in CSS, so that it works without JavaScript).
    mark_optional: whether "(optional)" stands behind the label of what may be left out. needs_what_is_under: whether a
    question under an answer has to be answered where that is chosen, so that it is not marked so.
    """

    default_renderer = Renderer
    bound_field_class = BoundField
    use_required_attribute = False
    option_hints: ClassVar[dict[str, dict]] = {}
    advises: ClassVar[tuple[str, ...]] = ()
    further: ClassVar[dict[str, str]] = {}
    conditional: ClassVar[dict[str, dict]] = {}
    mark_optional = True
    needs_what_is_under = False

    def full_clean(self):
        """Django's, with our sentences on the fields; here, so that a form may change its fields before."""
        for name, field in self.fields.items():
            speak_plainly(field, str(field.label or pretty_name(name)))
        super().full_clean()

    @property
    def problems(self) -> list[Problem]:
        """The lines of the error summary, in the order of the questions."""
        found = [Problem("", sentence) for sentence in self.non_field_errors()]
        for bound in self:
            link = "" if bound.control == "hidden" else f"#{bound.first_id}"
            found += [Problem(link, sentence) for sentence in bound.errors]
        return found


class Form(Plain, forms.Form):
    """A form that is not about one row of a table."""


def boxes_for_dates(column: models.Field, **kwargs):
    """The form field of a model field: dates in boxes, the rest as Django does it without a hidden twin."""
    kwargs.setdefault("show_hidden_initial", False)
    if isinstance(column, models.DateTimeField):
        kwargs.setdefault("form_class", DateTimeField)
    elif isinstance(column, models.DateField):
        kwargs.setdefault("form_class", DateField)
    return column.formfield(**kwargs)


class WithBoxes(ModelFormMetaclass):
    """Makes the dates of every ModelForm of ours boxes, without a word in its Meta."""

    def __new__(cls, name, bases, attrs):
        """The class, its Meta with our callback unless it has one of its own."""
        meta = attrs.get("Meta")
        if meta and not hasattr(meta, "formfield_callback"):
            meta.formfield_callback = staticmethod(boxes_for_dates)
        return super().__new__(cls, name, bases, attrs)


class ModelForm(Plain, forms.ModelForm, metaclass=WithBoxes):
    """A form about one row of a table."""

    class Meta:
        """What a form's own Meta may build on; it need not."""

        formfield_callback = staticmethod(boxes_for_dates)
