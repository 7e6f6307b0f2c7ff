"""A field of a form with its data, as the templates in templates/forms/ ask about it."""

from functools import cached_property

from django import forms
from django.forms.boundfield import BoundField as DjangoBoundField
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from people.advice import advice_on

NOT_FOR_HTML = ("maxlength", "minlength", "min", "max", "step", "required")
"""Attributes by which a browser would refuse or cut an answer before we can say why."""

DJANGO_ROWS = "10"

CONTROLS = (
    (forms.HiddenInput, "hidden"),
    (forms.CheckboxSelectMultiple, "checkboxes"),
    (forms.RadioSelect, "radios"),
    (forms.CheckboxInput, "checkbox"),
    (forms.Select, "select"),
    (forms.Textarea, "textarea"),
    (forms.FileInput, "file"),
    (forms.MultiWidget, "boxes"),
)

CSS = {"select": "govuk-select", "textarea": "govuk-textarea", "file": "govuk-file-upload"}


class BoundField(DjangoBoundField):
    """Adds to Django's: the sort of control, its classes, its links from the error summary, its counting."""

    def __init__(self, form, field, name):
        super().__init__(form, field, name)
        _let_us_refuse(field)
        is_needed = field.required or (form.needs_what_is_under and self.is_conditional)
        if not is_needed and form.mark_optional and self.control not in ("hidden", "checkbox"):
            self.label = format_lazy("{} {}", self.label, _("(optional)"))

    @cached_property
    def control(self) -> str:
        """One of: hidden, checkboxes, radios, checkbox, select, textarea, file, boxes, input."""
        if self.field.widget.is_hidden:
            return "hidden"
        return next((word for sort, word in CONTROLS if isinstance(self.field.widget, sort)), "input")

    @property
    def is_group(self) -> bool:
        """Whether it is several controls that share one question: a fieldset with a legend."""
        return self.control in ("radios", "checkboxes", "boxes")

    @property
    def first_id(self) -> str:
        """The id of the control that a link to this question leads to."""
        if self.control == "boxes" and self.wrong_boxes:
            return f"{self.auto_id}_{min(self.wrong_boxes)}"
        return f"{self.auto_id}_0" if self.is_group else self.id_for_label or self.auto_id

    @cached_property
    def wrong_boxes(self) -> frozenset[int]:
        """Which of several boxes (a date's day, month, year) the errors are about; all of them unless it is said."""
        if not self.errors:
            return frozenset()
        said = [error.params.get("boxes") for error in self.errors.as_data() if error.params]
        every = range(len(getattr(self.field.widget, "widgets", ())))
        return frozenset(box for boxes in said if boxes for box in boxes) or frozenset(every)

    @property
    def counts_to(self) -> int | None:
        """How many characters a long text may have; the page counts them down."""
        return getattr(self.field, "max_length", None) if self.control == "textarea" else None

    @property
    def is_advised(self) -> bool:
        """Whether advice on how the text reads stands beside it."""
        return self.name in self.form.advises

    @property
    def advice(self) -> list[str]:
        """What the advice says of the text as it stands now, typed or saved."""
        return advice_on(self.value() or "")

    @property
    def further(self) -> str:
        """The template of what is drawn under the answers; empty when there is nothing."""
        return self.form.further.get(self.name, "")

    @property
    def is_conditional(self) -> bool:
        """Whether it is drawn under an answer of another question."""
        under = self.form.conditional.values()
        return any(self.name in names for answers in under for names in answers.values())

    def asked_under(self, value) -> list:
        """The questions that are drawn under this answer."""
        names = self.form.conditional.get(self.name, {}).get(value, ())
        return [self.form[name] for name in names if name in self.form.fields]

    @property
    def prefix(self) -> str:
        """What stands before the box, like a pound sign."""
        return getattr(self.field, "prefix", "")

    @property
    def suffix(self) -> str:
        """What stands after the box, like "per week"."""
        return getattr(self.field, "suffix", "")

    @property
    def aria_describedby(self):
        """The ids of the hint, the error, the count and the advice, in that order."""
        ids = super().aria_describedby
        if ids is None:
            return ids
        count = f"{self.auto_id}-info" if self.counts_to else ""
        advice = f"{self.auto_id}-advice" if self.is_advised else ""
        return " ".join(filter(None, [ids, count, advice]))

    def build_widget_attrs(self, attrs, widget=None):
        """Django's attributes with GOV.UK's classes, and without those by which a browser would refuse in silence."""
        attrs = super().build_widget_attrs(attrs, widget)
        if self.is_group:
            attrs.pop("aria-invalid", None)
        classes = [CSS.get(self.control, "govuk-input" if self.control == "input" else "")]
        classes.append(self.field.widget.attrs.get("class", ""))
        if self.counts_to:
            classes.append("govuk-js-character-count")
        if self.errors and classes[0]:
            classes.append(f"{classes[0]}--error")
        if joined := " ".join(filter(None, classes)):
            attrs["class"] = joined
        if self.is_advised:
            attrs |= _asks_for_advice(self.html_name, self.auto_id)
        return attrs

    @property
    def options(self) -> list[dict]:
        """The choices of radios or checkboxes: the control, its id, its label, its hint."""
        hints = self.form.option_hints.get(self.name, {})
        rows = []
        for option in self.subwidgets:
            value = str(option.data["value"])
            rows.append(
                {
                    "id": option.data["attrs"].get("id", ""),
                    "name": option.data["name"],
                    "value": value,
                    "chosen": option.data["selected"],
                    "label": option.choice_label,
                    "hint": hints.get(value, ""),
                    "asks": self.asked_under(value),
                    "disabled": bool(option.data["attrs"].get("disabled")),
                }
            )
        return rows

    @property
    def boxes(self) -> list[dict]:
        """The boxes of a date: each with its label, its width and whether it is wrong."""
        widget = self.field.widget
        drawn = self.subwidgets[0].data["subwidgets"]
        labels = getattr(widget, "labels", [""] * len(drawn))
        return [
            {"widget": box, "label": label, "wrong": number in self.wrong_boxes}
            for number, (box, label) in enumerate(zip(drawn, labels, strict=True))
        ]


def _asks_for_advice(name, auto_id):
    """What makes htmx send this one text, with the form's token, when its writer pauses."""
    return {
        "data-hx-post": f"{reverse('advice')}?of={name}",
        "data-hx-params": f"csrfmiddlewaretoken,{name}",
        "data-hx-trigger": "input changed delay:900ms",
        "data-hx-sync": "this:replace",
        "data-hx-target": f"#{auto_id}-advice",
    }


def _let_us_refuse(field: forms.Field) -> None:
    widget = field.widget
    for name in NOT_FOR_HTML:
        widget.attrs.pop(name, None)
    if isinstance(widget, forms.NumberInput):
        widget.input_type = "text"
        widget.attrs.setdefault("inputmode", "numeric" if isinstance(field, forms.IntegerField) else "decimal")
        widget.attrs.setdefault("class", "govuk-input--width-10")
    if isinstance(widget, forms.Textarea) and str(widget.attrs.get("rows")) == DJANGO_ROWS:
        widget.attrs["rows"] = "5"
