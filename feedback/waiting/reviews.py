"""What is kept back, and has to be looked at again because its day has come (R14, R41)."""

from django.db.models import CharField, Value
from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.models import RECORDS, Seat
from cycle.openness import Level
from cycle.reading import only_one, things_of
from involvement.models import Challenge

from .row import Waiting


def to_review(person, stages, known):
    """What is due, for the officer who keeps it back; for all officers when that one no longer runs the cycle."""
    cycles = {
        stage.cycle_id: stage.cycle
        for stage in stages.values()
        if stage.cycle.standing_of(person).runs and not stage.cycle.is_closed
    }
    if not cycles:
        return
    seats = Seat.objects.active().filter(cycle__in=cycles, role__in=Seat.RUNNERS)
    run = set(seats.values_list("cycle_id", "person_id"))
    for stage_id, keeper, title, url, day in [*_withheld(cycles, stages), *_in_part(person, cycles, stages)]:
        stage = stages[stage_id]
        if keeper == person.pk or (stage.cycle_id, keeper) not in run:
            in_mail = _("Look again at something that is kept back: %(stage)s") % {"stage": stage}
            yield Waiting(title, url, stage.cycle.title, day, str(stage), in_mail)


def _withheld(cycles, stages):
    """(stage, who withholds it, sentence, address, day) of each withheld record whose day has come; one query."""
    first, *others = (_due_for_review(model, cycles) for model in RECORDS)
    for pk, title, review_on, keeper, stage_id, room in first.union(*others, all=True):
        stage = stages[stage_id]
        url = reverse("record", args=[stage.cycle.slug, stage.kind_slug, room, pk])
        sentence = _("Look again at whether this has to stay withheld: %(title)s") % {"title": title}
        yield stage_id, keeper, sentence, url, review_on


def _due_for_review(model, cycles):
    due = model.objects.to_review(cycles).order_by().annotate(room=Value(model.SLUG, output_field=CharField()))
    return due.values_list("pk", "title", "review_on", "withheld_by", "stage_id", "room")


def _in_part(person, cycles, stages):
    """The same of what is shown in part: its day was given with the last reply to a challenge."""
    due = list(Challenge.objects.to_look_at_again(cycles).order_by("pk"))
    things = things_of(due, person, only_one(list(cycles.values())))
    for challenge in due:
        thing = things.get(challenge.key)
        if thing is not None and thing.line_level == Level.IN_PART:
            thing.stage = stages[challenge.stage_id]
            sentence = _("Look again at whether a part of this has to stay back: %(title)s") % {"title": thing}
            yield thing.stage_id, challenge.replied_by_id, sentence, thing.get_absolute_url(), challenge.review_on
