"""What a form says when an answer cannot be taken: one sentence for each of Django's codes."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

FILL_IN = _("Fill in “%(label)s”.")
CHOOSE = _("Choose an answer for “%(label)s”.")
TICK = _("Tick the box “%(label)s”.")
ATTACH = _("Choose a file for “%(label)s”.")

SENTENCES = {
    "invalid_choice": _("Choose one of the answers shown."),
    "invalid_list": _("Choose from the answers shown."),
    "invalid_pk_value": _("Choose from the answers shown."),
    "max_length": ngettext_lazy(
        "Use %(limit_value)d character or fewer. You used %(show_value)d.",
        "Use %(limit_value)d characters or fewer. You used %(show_value)d.",
        "limit_value",
    ),
    "min_length": ngettext_lazy(
        "Use at least %(limit_value)d character. You used %(show_value)d.",
        "Use at least %(limit_value)d characters. You used %(show_value)d.",
        "limit_value",
    ),
    "max_value": _("Enter %(limit_value)s or less."),
    "min_value": _("Enter %(limit_value)s or more."),
    "null_characters_not_allowed": _("There is a sign in this that cannot be kept. Type it again."),
    "surrogate_characters_not_allowed": _("There is a sign in this that cannot be kept. Type it again."),
    "unique": _("This is already taken. Use another."),
}

INVALID = {
    forms.EmailField: _("Enter an e-mail address, like name@example.org."),
    forms.URLField: _("Enter a web address, like https://example.org."),
    forms.IntegerField: _("Enter a whole number, like 12."),
    forms.DecimalField: _("Enter a number, like 12 or 12.5."),
}


def required_sentence(field: forms.Field):
    """The sentence for an answer that is missing, by the sort of control."""
    if isinstance(field, forms.FileField):
        return ATTACH
    if isinstance(field, forms.BooleanField) and not isinstance(field, forms.NullBooleanField):
        return TICK
    if isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        return CHOOSE
    return FILL_IN


def speak_plainly(field: forms.Field, label: str) -> None:
    """Put our sentences on a field, wherever its author left Django's own."""
    defaults = _defaults_of(field)
    ours = {"required": required_sentence(field) % {"label": label}, **SENTENCES}
    if type(field) in INVALID:
        ours["invalid"] = INVALID[type(field)]
    for code, said in ours.items():
        if field.error_messages.get(code) == defaults.get(code):
            field.error_messages[code] = said


def _defaults_of(field: forms.Field) -> dict:
    said = {}
    for parent in reversed(type(field).__mro__):
        if parent.__module__.startswith("django."):
            said |= vars(parent).get("default_error_messages", {})
    return said
