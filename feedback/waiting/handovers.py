"""What somebody hands over to this person, and they have not read yet (R7)."""

from django.utils.translation import gettext as _

from cycle.models import HandOver

from .row import Waiting


def to_receive(person, stages, known):
    """The hand-overs that this person has still to read, in the cycles in which they hold a seat."""
    cycles = {
        stage.cycle_id: stage.cycle
        for stage in stages.values()
        if stage.cycle.standing_of(person).roles and not stage.cycle.is_closed
    }
    for handover in HandOver.objects.waiting_for(person, cycles) if cycles else ():
        handover.stage.cycle = cycles[handover.stage.cycle_id]
        sentence = _("Read what %(name)s hands over to you: %(stage)s")
        yield Waiting(
            sentence % {"name": handover.given_by.name, "stage": handover.stage},
            handover.get_absolute_url(),
            handover.stage.cycle.title,
            why=_("You go on with it: %(stage)s.") % {"stage": handover.for_stage},
        )
