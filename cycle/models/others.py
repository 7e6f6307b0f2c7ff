"""What a record says of other rows: stages, participants and records of its own cycle, and no others.

A typed field names one row (a foreign key) or several (many to many). Several are set after the row is saved.
"""

from django.utils.translation import gettext_lazy as _

from ..moves import Refused
from .participant import Participant
from .stage import Stage

ANOTHER_CYCLE = _("Choose something that belongs to this cycle.")
ANOTHER_STANDING = _("This is not asked of that group or body. Choose another one.")


def rows_in(cycle, model):
    """The rows of this model that a record of the cycle may name, as the form of an officer offers them."""
    if model is Stage:
        return cycle.stages.order_by("place")
    if model is Participant:
        return cycle.participants.active()
    return model.objects.in_cycle(cycle)


def refuse_other_cycles(model, cycle, said):
    """Records name rows of their own cycle only, and participants in the standing that is asked. Raises Refused."""
    for name in model.naming():
        value = said.get(name)
        several = model._meta.get_field(name).many_to_many
        rows = value or () if several else list(filter(None, [value]))
        if any(_cycle_id(row) != cycle.pk for row in rows):
            raise Refused(ANOTHER_CYCLE)
        if name in model.STANDINGS_OF and any(row.standing not in model.STANDINGS_OF[name] for row in rows):
            raise Refused(ANOTHER_STANDING)


def _cycle_id(row):
    return row.cycle_id if hasattr(row, "cycle_id") else row.stage.cycle_id


def split_many(model, said):
    """Take the many-to-many values out of `said` (they are set after the row) and return them."""
    names = {field.name for field in model._meta.many_to_many}
    return {name: said.pop(name) for name in list(said) if name in names}


def set_many(record, many):
    """Set the many-to-many values of a saved record."""
    for name, values in many.items():
        getattr(record, name).set(values)
