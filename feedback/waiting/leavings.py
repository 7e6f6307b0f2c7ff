"""Those who left or paused and said why: officers read it and reply; those who said it find the reply (R24)."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from involvement.models import Withdrawal

from .row import Waiting

NEW_FOR = timedelta(days=14)


def to_reply_to_leaving(person, stages, known):
    """For those who run a cycle: what somebody said on leaving or pausing, without a reply. One query."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    run = [pk for pk, cycle in cycles.items() if cycle.standing_of(person).runs and not cycle.is_closed]
    for made in Withdrawal.objects.to_reply(run).for_list().order_by("pk") if run else ():
        made.cycle = cycles[made.cycle_id]
        sentence = _("Read why they left, and reply: %(who)s")
        if made.is_pause:
            sentence = _("Read why they take a pause, and reply: %(who)s")
        yield Waiting(sentence % {"who": made}, made.address("leaving_reply"), made.cycle.title, why=made.where)


def to_read_reply_to_leaving(person, stages, known):
    """The replies of the last two weeks to what this person said on pausing or leaving. One query."""
    cycles = {stage.cycle_id: stage.cycle for stage in stages.values()}
    mine = Withdrawal.objects.filter(given_by=person, replied_at__gte=timezone.now() - NEW_FOR, cycle__in=cycles)
    for made in mine.for_list().order_by("pk"):
        made.cycle = cycles[made.cycle_id]
        sentence = _("Read the reply to what you said on pausing or leaving: %(where)s") % {"where": made.where}
        yield Waiting(sentence, made.get_absolute_url(), made.cycle.title)
