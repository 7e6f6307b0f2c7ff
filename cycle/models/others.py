"""What a record says of other rows: those of its own cycle only, and many of them are set after the row is saved."""

from django.utils.translation import gettext_lazy as _

from ..moves import Refused

ANOTHER_CYCLE = _("Choose something that belongs to this cycle.")


def refuse_other_cycles(model, cycle, said):
    """Records name records of their own cycle only. Raises Refused."""
    named = [said[name] for name in model.references() if said.get(name)]
    if any(each.stage.cycle_id != cycle.pk for each in named):
        raise Refused(ANOTHER_CYCLE)


def split_many(model, said):
    """Take the many-to-many values out of `said` (they are set after the row) and return them."""
    names = {field.name for field in model._meta.many_to_many}
    return {name: said.pop(name) for name in list(said) if name in names}


def set_many(record, many):
    """Set the many-to-many values of a saved record."""
    for name, values in many.items():
        getattr(record, name).set(values)
