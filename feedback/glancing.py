"""A stage's work at a glance, with what people said about the passages of its texts (R44)."""

from collections import defaultdict
from dataclasses import replace

from cycle.glance import Text, glances_of

from .heard import filled
from .models import Contribution

WITH_WORDS = (Contribution.State.WAITS, Contribution.State.ANSWERED)


def glances_for(stage, reader):
    """The Glances of a stage for this reader, with how much was said: about passages, and behind summaries of it."""
    return [
        replace(glance, parts=filled([_heard(part, stage, reader) for part in glance.parts], stage.cycle, reader))
        for glance in glances_of(stage, reader)
    ]


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
