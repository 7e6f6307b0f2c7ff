"""Taking up what somebody said: an officer makes a record of it, and the answer then tells what changed (R82).

The words stay the contribution's own; the record is filled in with them, and the officer goes on to the answer.
"""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.text import Truncator

from cycle.openness import Openness

from .models import Contribution

TITLE = 80  # so many characters of what was said stand in the title at first


@dataclass(frozen=True)
class Taken:
    """A contribution that is taken up, and the name of whoever said it as the officer knows it."""

    contribution: Contribution
    name: str

    @property
    def initial(self):
        """What stands in the form of the record at first."""
        text = self.contribution.text
        first = text.split(". ")[0].split("\n")[0].rstrip(".")
        openness = Openness.PUBLIC if self.contribution.openness == Openness.PUBLIC else Openness.INVOLVED
        return {"title": Truncator(first).chars(TITLE), "summary": text, "openness": openness}

    def can_be_answered_by(self, record):
        """Whether an answer is owed and may point at this record: only at what everyone may read."""
        return self.contribution.is_owed and record.openness == Openness.PUBLIC

    def answer_url(self, event):
        """Where the answer is written that tells of this Event."""
        here = [self.contribution.cycle.slug, self.contribution.stage.kind_slug, self.contribution.pk]
        return f"{reverse('answer', args=here)}?changed={event.number}"


def taken_up(request, stage):
    """The Taken that an address names, when whoever asks may read it; or None."""
    key = request.GET.get("from", "")
    if not key.isdecimal() or len(key) > 18:
        return None
    rows = Contribution.objects.in_stage(stage).visible_to(request.user, stage.cycle).for_list()
    found = rows.filter(pk=int(key)).first()
    if found is None or found.is_withdrawn:
        return None
    found.stage, found.cycle = stage, stage.cycle
    return Taken(found, found.name_for(request.user))


def taken_up_in(request, changes):
    """What stands in the form of an answer at first, when the address says what changed. changes: those on offer."""
    key = request.GET.get("changed", "")
    if not any(key == str(number) for number, _words in changes):
        return None
    return {"outcome": "changed", "changed_event": int(key)}


def lists_for(stage, person):
    """(what the button says, address of the form) of each list in which something may be taken up by this person."""
    return [
        (model.ADD, reverse("record_new", args=[stage.cycle.slug, stage.kind_slug, model.SLUG]))
        for model in stage.kind.records
        if not model.why_cannot_add(stage, person)
    ]
