"""What a record rests on, through all that it names, and what in turn names it (R65)."""

from collections import defaultdict
from dataclasses import dataclass, field

from .models import RECORDS
from .models.record import Record
from .reading import hidden_in_words, named_by, readable
from .snapshot import label_of

DEPTH = 5  # so many steps back are told; nobody reads further in one go


@dataclass
class Step:
    """One record that another rests on. label: what the other calls it. record: None where it is not open.

    words: its title, or only of what sort it is. steps: what it rests on in turn. is_again: whether it stands on the
    page already, with what it rests on.
    """

    label: str
    words: str
    record: Record | None = None
    is_again: bool = False
    steps: list["Step"] = field(default_factory=list)


def rests_on(record, reader):
    """The Steps back from a record, for this reader.

    Walked in breadth: each level asks once for each field that names records, for all records of the level together.
    """
    top = Step("", str(record), record)
    level, seen = [top], {(type(record), record.pk)}
    for _number in range(DEPTH):
        level = _next_level(level, reader, record.stage.cycle, seen)
    return top.steps


def _next_level(level, reader, cycle, seen):
    """The Steps under those of one level, which are hung under them; those that stand there already end here."""
    by_model, found = defaultdict(dict), []
    for step in level:
        if step.record and not step.is_again:
            by_model[type(step.record)][step.record.pk] = step
    for steps in by_model.values():
        for pk, label, model, row in named_by([each.record for each in steps.values()], reader, cycle):
            words = str(row) if row else hidden_in_words(model)
            new = Step(str(label), words, row, is_again=bool(row) and (model, row.pk) in seen)
            seen |= {(model, row.pk)} if row else set()
            steps[pk].steps.append(new)
            found.append(new)
    return found


@dataclass(frozen=True)
class Use:
    """One record that names another one, as its reader may have it. noun: of what sort; label: as what it names it."""

    noun: str
    label: str
    shown: object


def used_by(record, reader):
    """The Uses of a record: all that names it, oldest first of each sort; one query for each field that could."""
    found, cycle = [], record.stage.cycle
    for model in RECORDS:
        for name in model.references():
            if model._meta.get_field(name).related_model is not type(record):
                continue
            rows = list(model.objects.in_cycle(cycle).filter(**{name: record.pk}))
            for each in rows:
                each.stage.cycle = cycle
            noun, label = str(model._meta.verbose_name), str(label_of(model, name))
            found += [Use(noun, label, each) for each in readable(rows, reader, cycle)]
    return found
