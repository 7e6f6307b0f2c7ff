"""Stages that are decided soon: those who decide read one page before (R48)."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Seat
from involvement.models import Agreement

from .row import Waiting

DAYS = 14


def to_read_before(person, stages, known):
    """The stages under way in which this person decides, and whose agreement says that it is within two weeks."""
    theirs = [
        stage
        for stage in stages.values()
        if Seat.Role.DECIDER in stage.cycle.standing_of(person).roles and not stage.cycle.is_closed
    ]
    if not theirs:
        return
    today = timezone.localdate()
    for agreement in Agreement.objects.decided_between(theirs, today, today + timedelta(days=DAYS)):
        stage = stages[agreement.round.stage_id]
        url = reverse("briefing", args=[stage.cycle.slug, stage.kind_slug])
        sentence = _("Read one page before it is decided: %(stage)s") % {"stage": stage}
        yield Waiting(sentence, url, stage.cycle.title, agreement.decides_on)
