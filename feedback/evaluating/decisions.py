"""What was decided otherwise because of what people said, apart from what their words only weighed in (R62; c4).

The source's commissioners could name few decisions that users had changed, and said that all were influenced. So the
two are never one list. That something changed is read from answers, which name the change. That something was
influenced is nobody's alone to claim: it stands with the word of each side (cycle/kinds/monitoring/influence.py). What
was answered with a reason why nothing changed is counted in a list of its own, and called neither.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Glance, Remark, Table, cell, row
from cycle.models import RECORDS
from cycle.reading import read_events

from ..models import Answer, Contribution

DECIDED = {model._meta.label_lower: model for model in RECORDS if model.IS_DECIDED}
MOST = 500  # of answers of one sort


@dataclass
class Thing:
    """One thing that was decided, and the answers that are about it. line: how its last change is told."""

    line: object
    answers: list = field(default_factory=list)

    @property
    def verdicts(self):
        return Counter(each.verdict for each in self.answers)


def changed_at_a_glance(cycle, reader):
    """What changed because of what people said, with what they say of the answer."""
    things = changed_things(cycle, reader)
    if not things:
        words = _("No answer names a decision or an option that was changed for what somebody said.")
        return Glance(_("Decisions that were changed"), [Remark(words)])
    heads = [_("What was changed"), _("For how many things that people said"), _("What those who said them say")]
    rows = [
        row(
            cell(thing.line.title, url=thing.line.url, note=thing.line.reason),
            len(thing.answers), cell(_verdicts(thing.verdicts)),
        )
        for thing in things
    ]  # fmt: skip
    return Glance(_("Decisions that were changed"), [Table("", heads, rows)])


def changed_things(cycle, reader):
    """The Things of answers that say what changed, as this reader may have them; the newest last."""
    rows = _answers(cycle, reader).filter(outcome="changed", changed_event__thing_type__in=DECIDED)
    rows = list(
        rows.select_related("changed_event__by", "changed_event__stage").order_by("changed_event__number")[:MOST]
    )
    events = list({each.changed_event: None for each in rows})
    lines = {line.event: line for line in read_events(events, reader, cycle)}
    found = {}
    for each in rows:
        event, line = each.changed_event, lines[each.changed_event]
        if not line.is_hidden:
            thing = found.setdefault((event.thing_type, event.thing_id), Thing(line))
            thing.line = line
            thing.answers.append(each)
    return list(found.values())


def weighed_at_a_glance(cycle, reader):
    """What was said about something that is decided, and answered with the reason why nothing changed."""
    rows = _answers(cycle, reader).filter(
        outcome="no change", contribution__about_type__in=DECIDED, contribution__about_id__isnull=False
    )
    about = defaultdict(list)
    for each in rows.select_related("contribution").order_by("pk")[:MOST]:
        about[each.contribution.about_type, each.contribution.about_id].append(each)
    things = _readable(about, reader, cycle)
    lines = [
        row(
            cell(str(things[key]), url=things[key].get_absolute_url()), len(given),
            cell(_verdicts(Counter(each.verdict for each in given))),
        )
        for key, given in about.items()
        if key in things
    ]  # fmt: skip
    if not lines:
        return None
    heads = [_("What it was about"), _("Answers that say why not"), _("What those who said it say")]
    told = _("Nothing changed here. Whether it made a difference all the same, both sides have to say.")
    return Glance(_("What was weighed and not changed"), [Table("", heads, lines, note=told)])


def _answers(cycle, reader):
    """The last answers to what this reader may read."""
    said = Contribution.objects.visible_to(reader, cycle).filter(cycle=cycle)
    newer = Answer.objects.filter(contribution=OuterRef("contribution"), number__gt=OuterRef("number"))
    return Answer.objects.filter(~Exists(newer), contribution__in=said)


def _readable(keys, reader, cycle):
    """The records of these (type, id) that this reader may read, by them; one query a sort."""
    found = {}
    for label, model in DECIDED.items():
        wanted = [pk for each, pk in keys if each == label]
        rows = model.objects.in_cycle(cycle).visible_to(reader, cycle).filter(pk__in=wanted) if wanted else ()
        for record in rows:
            record.stage.cycle = cycle
            found[label, record.pk] = record
    return found


def _verdicts(counted):
    """“2 say it answers them”, and so on, a line for each."""
    yes, no, open_ = (counted[key] for key in (Answer.Verdict.ANSWERS, Answer.Verdict.DOES_NOT, ""))
    lines = [
        ngettext("%(number)d says that it answers them", "%(number)d say that it answers them", yes) if yes else "",
        ngettext("%(number)d says that it does not", "%(number)d say that it does not", no) if no else "",
        ngettext("%(number)d has not said", "%(number)d have not said", open_) if open_ else "",
    ]
    numbers = (yes, no, open_)
    return [line % {"number": number} for line, number in zip(lines, numbers, strict=True) if line]
