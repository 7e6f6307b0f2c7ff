"""What the page of a group says, field by field, as words: for its history, and for two who wrote at once."""

from django.utils.translation import gettext as _

from .models import Group


def label_of(name):
    """The label of a field, as a sentence begins."""
    label = str(Group._meta.get_field(name).verbose_name)
    return label[:1].upper() + label[1:]


def in_words(row, name):
    """What a group or an edition of its page says in one field, in words; empty where it says nothing."""
    if name == "is_user_controlled":
        return _("Yes") if row.is_user_controlled else _("No")
    if row._meta.get_field(name).choices:
        return str(getattr(row, f"get_{name}_display")())
    return str(getattr(row, name) or "")
