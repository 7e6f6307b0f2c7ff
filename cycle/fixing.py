"""What fixes things in a stage from outside: pressures, rules and firm money, as one reader may read them (R11)."""

from django.db import models

from .models import RECORDS
from .snapshot import facts_of

MOST = 12  # of one sort


def fixed_by(stage, reader):
    """The records that fix something in this stage, with what each says of it: a list of (record, words).

    One query for each sort of record that says so of itself (`Record.FIXES`).
    """
    found = []
    for model in RECORDS:
        if model.FIXES is None:
            continue
        where, told = model.FIXES
        rows = model.objects.in_cycle(stage.cycle).visible_to(reader, stage.cycle).filter(_in(where, stage)).distinct()
        for record in rows.order_by("-pk")[:MOST]:
            record.stage.cycle = stage.cycle
            found.append((record, ". ".join(words for _label, words in facts_of(record, told)) or record.summary))
    return found


def _in(where, stage):
    """A condition on a sort's rows; the name of a field that holds stages means this one."""
    return models.Q(**{where: stage}) if isinstance(where, str) else where
