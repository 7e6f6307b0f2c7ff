"""Which claims somebody may read, and which wait for whom."""

from datetime import timedelta

from django.db import models
from django.db.models import Q, Sum
from django.utils import timezone

from cycle.models import Participant, Seat
from people.models import Membership

UNDECIDED = ("sent", "asked", "objected")
TO_DECIDE = ("sent", "objected")
TO_PAY = ("approved", "part")
OPEN = (*TO_DECIDE, *TO_PAY)  # what waits for the authority


class ClaimQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read: their own; of their group what they put in or were shown; officers all.

        cycle: only those of this cycle.
        """
        if person is None or not person.is_authenticated:
            return self.none()
        found = self.filter(offer__stage__cycle=cycle) if cycle is not None else self
        run = Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS).values("cycle_id")
        groups = Membership.objects.active().filter(person=person, role__in=Membership.KEEPERS).values("group_id")
        kept = Participant.objects.active().filter(group__in=groups).values("pk")
        of_group = Q(participant__in=kept) & (Q(entered_by=person) | Q(is_shown_to_convenor=True))
        return found.filter(Q(person=person) | of_group | Q(offer__stage__cycle__in=run))

    def of_cycle(self, cycle):
        """Those of one cycle, for the officers' list: what they are about and how much is claimed and approved."""
        return self.filter(offer__stage__cycle=cycle).for_list()

    def of(self, person):
        """Those that are about this person's own money."""
        return self.filter(person=person).for_list()

    def for_list(self):
        """With what a line says of each."""
        rows = self.select_related("offer__stage__cycle", "offer__session", "person", "participant", "payroll")
        return rows.annotate(claimed=Sum("lines__amount"), granted=Sum("lines__approved"))

    def standing(self):
        """Those that were not withdrawn."""
        return self.exclude(state="withdrawn")

    def standing_for(self, offer, person):
        """The one of this person for this offer that was not withdrawn, or None."""
        return self.standing().filter(offer=offer, person=person).first()

    def paid(self):
        """Those that are paid."""
        return self.filter(state="paid")

    def to_decide(self):
        """Those that wait for a decision."""
        return self.filter(state__in=TO_DECIDE)

    def to_pay(self):
        """Those that are approved and not paid yet."""
        return self.filter(state__in=TO_PAY)

    def waiting(self):
        """Those that wait for the authority: for a decision or for the money."""
        return self.filter(state__in=OPEN)

    def asked_back(self):
        """Those with a question that waits for the claimant."""
        return self.filter(state="asked")

    def late(self, on=None):
        """Those that wait for the authority although the promised day to pay has passed."""
        return self.waiting().filter(due_on__lt=on or timezone.localdate())

    def for_payroll(self):
        """Those that are to be paid and were on no list for the pay office."""
        return self.to_pay().filter(payroll__isnull=True)

    def told_lately(self, days):
        """Those about which something was decided, or which were paid, in the last so many days."""
        since = timezone.now() - timedelta(days=days)
        return self.filter(Q(decided_at__gte=since) | Q(paid_on__gte=since.date()))
