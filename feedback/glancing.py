"""A stage's work at a glance, with what people said about its texts (R44), and what it takes up from before (R87)."""

from collections import defaultdict
from dataclasses import replace

from django.utils.translation import gettext as _

from cycle.glance import Cell, Glance, Table, Text, glances_of, row

from .evaluating.obstacles import obstacles_of
from .heard import filled
from .inheriting import LESSON
from .models import Contribution, Legacy

WITH_WORDS = (Contribution.State.WAITS, Contribution.State.ANSWERED)


def glances_for(stage, reader):
    """The Glances of a stage for this reader, with how much was said: about passages, and behind summaries of it.

    What the stage takes up from earlier cycles comes first.
    """
    own = [
        replace(glance, parts=filled([_heard(part, stage, reader) for part in glance.parts], stage.cycle, reader))
        for glance in glances_of(stage, reader)
    ]
    return [*_taken_up(stage), *own, *_obstacles(stage)]


def _obstacles(stage):
    """What got in the way of taking part, in the stages that look at that or back on all."""
    if stage.kind.on_involvement or LESSON in stage.kind.records:
        found = obstacles_of(stage.cycle)
        yield from [found] if found else []


def _taken_up(stage):
    """What this stage takes up from earlier cycles, and why; nothing where there is none. One query (R87)."""
    rows = [row(Cell(each.words, each.get_absolute_url()), each.because) for each in _legacies(stage)]
    if rows:
        table = Table(_("Lessons, promises and actions"), [_("What it is"), _("Why we take it up")], rows)
        yield Glance(_("Taken up from earlier cycles"), [table])


def _legacies(stage):
    for each in Legacy.objects.taken_into(stage):
        each.cycle = stage.cycle
        yield each


def _heard(text, stage, reader):
    """A Text with what this reader may read of what was said about its passages; another part as it is. One query."""
    if not isinstance(text, Text):
        return text
    records = [passage.record for passage in text.passages]
    readable = Contribution.objects.in_stage(stage).visible_to(reader, stage.cycle).about_any(records)
    said = defaultdict(list)
    for each in readable.for_list():
        each.stage, each.cycle = stage, stage.cycle
        said[each.about_id].append(each)
    return Text([_with(passage, said[passage.record.pk], reader) for passage in text.passages])


def _with(passage, said, reader):
    objections = [
        (each.text, each.name_for(reader), each.get_absolute_url())
        for each in said
        if each.sort == Contribution.Sort.OBJECTION and each.state in WITH_WORDS
    ]
    return replace(passage, count=len(said), objections=objections)
