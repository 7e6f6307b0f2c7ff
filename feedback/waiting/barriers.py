"""What gets in the way: officers do something about it, and the one who said it says whether it is gone (R80)."""

from django.utils.translation import gettext as _

from involvement.models import Barrier

from .row import Waiting


def to_act_on_barriers(person, stages, known):
    """For those who run a cycle: what they see to and nobody has done anything about. One query."""
    cycles = _cycles(stages)
    run = [pk for pk, cycle in cycles.items() if cycle.standing_of(person).runs and not cycle.is_closed]
    for each in Barrier.objects.to_act_on(person, run).for_list().order_by("pk") if run else ():
        each.cycle = cycles[each.cycle_id]
        sentence = _("Do something about what gets in the way: %(what)s") % {"what": each}
        yield Waiting(sentence, each.get_absolute_url(), each.cycle.title, why=each.where)


def to_say_if_gone(person, stages, known):
    """For those who said what gets in the way: something was done, and they say whether it is gone. One query."""
    cycles = {pk: cycle for pk, cycle in _cycles(stages).items() if not cycle.is_closed}
    mine = Barrier.objects.filter(by=person, state=Barrier.State.DONE, cycle__in=cycles)
    for each in mine.for_list().order_by("pk") if cycles else ():
        each.cycle = cycles[each.cycle_id]
        sentence = _("Say whether this is gone: %(what)s") % {"what": each}
        yield Waiting(sentence, each.address("barrier_verdict"), each.cycle.title, why=each.where)


def _cycles(stages):
    return {stage.cycle_id: stage.cycle for stage in stages.values()}
