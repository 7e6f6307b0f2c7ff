"""The meetings as a list: who may read of which, which come, and on which a side has still to look back (R25, R74)."""

from django.db import models
from django.utils import timezone

from cycle.models.open_to import open_to
from cycle.models.participant import Participant


class SessionQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read about, by openness, in cycles they may know of."""
        return self.filter(open_to(person, "stage__cycle", cycle))

    def ahead(self, stages):
        """Those of these stages (ids) whose day has not passed, and that are not called off, the next one first."""
        rows = self.filter(stage__in=stages, held_on__gte=timezone.localdate(), called_off_at=None)
        return rows.select_related("participant", "keeper").order_by("held_on", "pk")

    def in_stage(self, stage):
        """Those of one stage, the newest day first."""
        return self.filter(stage=stage).for_list()

    def in_cycle(self, cycle):
        """Those of all stages of one cycle, the newest day first."""
        return self.filter(stage__cycle=cycle).for_list()

    def for_list(self):
        """With what a list line needs, the newest day first."""
        return self.select_related("participant", "keeper", "stage").order_by("-held_on", "-pk")

    def coming(self):
        """Those of today and later that are not called off, the next one first."""
        ahead = self.filter(held_on__gte=timezone.localdate(), called_off_at=None)
        return ahead.order_by("held_on", "begins", "pk")

    def coming_in(self, stages):
        """Those of today and later in these stages (ids) that are not called off, with what a line needs."""
        return self.coming().filter(stage__in=stages).select_related("participant", "keeper")

    def kept_by(self, person):
        """Those that this person keeps."""
        return self.filter(keeper=person)

    def from_today(self):
        """Those of today and later, also the ones that are called off, the next one first."""
        return self.filter(held_on__gte=timezone.localdate()).order_by("held_on", "begins", "pk")

    def near(self, until):
        """Those until this day, with their stage and cycle, of which somebody has still to be reminded."""
        found = self.filter(
            held_on__lte=until, attendances__reminded_of=None, attendances__answer__in=("asked", "comes")
        )
        return found.select_related("stage__cycle").distinct()

    def without_debrief(self, since, before, keeps, runs):
        """(Session, Participant) of each side that has not looked back on a meeting held from `since` until `before`.

        keeps: ids of participants; the ones whose meeting it was, or whose people came. runs: ids of cycles; in these
        the authority's own. Two queries.
        """
        held = self.filter(held_on__gte=since, held_on__lt=before, called_off_at=None).order_by("held_on", "pk")
        sides = Participant.objects.active().in_bulk(list(keeps)) if keeps else {}
        team = Participant.objects.active().filter(cycle__in=runs, standing=Participant.Standing.COMMISSIONERS)
        by_cycle = {party.cycle_id: party for party in team} if runs else {}
        theirs = held.filter(stage__cycle__in=by_cycle) | held.filter(participant__in=sides)
        theirs = (theirs | held.filter(attendances__participant__in=sides, attendances__came=True)).distinct()
        for session in theirs.select_related("stage").prefetch_related("debriefs", "attendances"):
            done = {each.participant_id for each in session.debriefs.all()}
            came = {each.participant_id for each in session.attendances.all() if each.came}
            mine = {pk for pk in sides if pk == session.participant_id or pk in came}
            found = [sides[pk] for pk in sorted(mine)] + [by_cycle.get(session.stage.cycle_id)]
            yield from ((session, party) for party in found if party and party.pk not in done)
