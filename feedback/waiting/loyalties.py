"""What is to be said about who works with a group: for whom they work, whether one trusts them, and money (R73)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cycle.models import Participant
from involvement.loyalty import workers_of
from involvement.models import DirectFunding, Trust
from people.models import Group, Membership
from people.models.unnamed import MINIMUM

from .row import Waiting


def to_say_for_whom(person, stages, known):
    """For convenors of groups in cycles under way: to say for whom they work, and again after a year."""
    cycles = _under_way(stages)
    places = Membership.objects.active().filter(person=person, role=Membership.Role.CONVENOR)
    own = Group.objects.filter(pk__in=places.values("group"), participations__in=_parts(cycles)).distinct()
    groups = list(own.select_related("host").order_by("pk")) if any(_keeps(each, person) for each in cycles) else []
    for pk, workers in (workers_of(groups) if groups else {}).items():
        for worker in workers:
            if not worker.is_missing or (worker.person and worker.person != person):
                continue
            name = "host_loyalty_new" if worker.host else "loyalty_new"
            words = _("Say what the host does: %(group)s") if worker.host else _("Say for whom you work: %(group)s")
            why = _("Nobody has said it yet.") if worker.said is None else _("It was said more than a year ago.")
            yield Waiting(words % {"group": worker.group}, reverse(name, args=[pk]), worker.group.name, why=why)


def to_say_whom_i_trust(person, stages, known):
    """For members: who works with their group and has said for whom, of whom they have said nothing this year."""
    cycles = [each for each in _under_way(stages) if each.standing_of(person).belongs_to]
    if not cycles:
        return
    here = Group.objects.of(person).filter(participations__in=_parts(cycles)).distinct()
    groups = [group for group in here.for_list().order_by("pk") if group.member_count > MINIMUM]
    asked = [
        worker
        for workers in (workers_of(groups) if groups else {}).values()
        for worker in workers
        if worker.said and not Trust.refusal(worker.group, person)
    ]
    keys = {Trust.key_of(person, worker): worker for worker in asked}
    given = set(Trust.objects.filter(pk__in=keys).values_list("pk", flat=True)) if keys else set()
    for key, worker in keys.items():
        if key not in given:
            words = _("Say whether you trust who works with your group: %(name)s") % {"name": worker.name}
            url = reverse("group_trust", args=[worker.group.pk, worker.key])
            in_mail = _("Say whether you trust who works with your group")
            why = _("Nobody sees which answer is yours.")
            yield Waiting(words, url, worker.group.name, why=why, in_mail=in_mail)


def to_say_if_funded(person, stages, known):
    """For officers: groups that ask to be funded directly, and have no answer."""
    run = [each for each in _under_way(stages) if each.standing_of(person).runs]
    if not run:
        return
    here = Group.objects.filter(participations__in=_parts(run))
    authorities = {cycle.authority_id for cycle in run}
    waiting = DirectFunding.objects.waiting().filter(group__in=here, authority__in=authorities)
    for asked in waiting.select_related("group").order_by("pk"):
        words = _("Answer a group that asks to be funded directly: %(group)s") % {"group": asked.group}
        url = reverse("direct_funding_answer", args=[asked.group_id, asked.pk])
        yield Waiting(words, url, asked.group.name)


def _under_way(stages):
    """The cycles of these stages that are not closed, each once."""
    found = {stage.cycle_id: stage.cycle for stage in stages.values() if not stage.cycle.is_closed}
    return list(found.values())


def _keeps(cycle, person):
    return bool(cycle.standing_of(person).keeps)


def _parts(cycles):
    return Participant.objects.active().filter(cycle__in=cycles)
