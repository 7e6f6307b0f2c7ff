"""The promises as a list: who may read which, which are late, and where those promised to see it otherwise."""

from django.apps import apps
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from cycle.ledger import in_batches
from cycle.models.open_to import open_to


class PromiseQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose words this person may read: by openness, and those made for what they themselves said.

        cycle: when only one is asked about, that Cycle; then what it knows of the person makes the query a plain one.
        """
        rows = self if cycle is None else self.filter(cycle=cycle)
        return rows.filter(open_to(person, "cycle", cycle) | self._own(person))

    def _own(self, person):
        """What was promised for something that this person gave or put in, as a condition."""
        if person is None or not person.is_authenticated:
            return Q(pk__in=[])
        links = self.model.contributions.through.objects
        own = links.filter(Q(contribution__given_by=person) | Q(contribution__entered_by=person))
        return Q(pk__in=own.values("promise_id"))

    def hidden_from(self, person, cycle):
        """Those of this cycle whose words this person may not read."""
        return self.filter(cycle=cycle).exclude(pk__in=self.model.objects.visible_to(person, cycle).values("pk"))

    def in_cycle(self, cycle):
        """Those of one cycle."""
        return self.filter(cycle=cycle)

    def shown_by(self, label, pk):
        """Those that this thing carries, of which a change of it is the evidence, or that their answer tells of."""
        kept = Q(evidence__thing_type=label, evidence__thing_id=pk)
        carried = Q(carryings__thing_type=label, carryings__thing_id=pk)
        answered = Q(answer__changed_event__thing_type=label, answer__changed_event__thing_id=pk)
        return self.filter(kept | carried | answered).distinct()

    def in_stage(self, stage):
        """Those of one stage."""
        return self.filter(stage=stage)

    def still_open(self):
        """Those of which nobody has said yet what came of them."""
        return self.filter(state=self.model.State.OPEN)

    def concluded(self):
        """Those of which somebody said what came of them."""
        return self.filter(state__in=self.model.CONCLUDED)

    def late(self, on=None):
        """Open ones whose day has passed."""
        return self.still_open().filter(due_on__lt=on or timezone.localdate())

    def unkept(self):
        """Those that are not kept, or not all of it, and those that are still open."""
        return self.exclude(state=self.model.State.KEPT)

    def open_of(self, contribution):
        """The open promise that was made with an answer to this contribution."""
        return self.still_open().filter(answer__contribution=contribution)

    def with_one_of(self, keys):
        """The ids, among these of contributions, of those with an open promise that an answer to them made; a set."""
        found = set()
        for some in in_batches(list(keys)):
            made = self.still_open().filter(answer__contribution__in=some)
            found |= set(made.values_list("answer__contribution_id", flat=True))
        return found

    def differing(self):
        """Those of which somebody to whom it was promised says something else than the authority does."""
        verdicts = apps.get_model("feedback", "PromiseVerdict").objects.filter(promise=OuterRef("pk"), is_current=True)
        return self.concluded().filter(Exists(verdicts.exclude(verdict=OuterRef("state"))))

    def to_carry_out(self, person, held, run, seats, until):
        """Open ones due by `until` that this person owns in the cycles `held`, and nobody's in the cycles `run`.

        seats: the active seats of these cycles; a promise `is_nobodys` when its owner has none of them.
        """
        of_owner = seats.filter(cycle=OuterRef("cycle"), person=OuterRef("owner"))
        due = self.still_open().filter(due_on__lte=until, cycle__in=held).annotate(is_nobodys=~Exists(of_owner))
        return due.filter(Q(owner=person) | Q(is_nobodys=True, cycle__in=run))

    def to_judge(self, person, speaks_for):
        """Those of which it is said what came of them, and of which this person has to say still how they see it.

        speaks_for: the ids of participants for which they may speak. What was promised with an answer and ended with
        another one is judged with that one, so nobody is asked twice.
        """
        verdicts = apps.get_model("feedback", "PromiseVerdict").objects.current()
        said = self.model.contributions.through.objects
        judged = verdicts.filter(promise=OuterRef("promise"), contribution=OuterRef("contribution"))
        own = said.filter(contribution__in=self._said_by(person)).filter(~Exists(judged)).values("promise_id")
        return self._to_be_judged().filter(Q(pk__in=self._unjudged_by(speaks_for)) | Q(pk__in=own))

    def to_ask_about(self, participants):
        """Those of which it is said what came of them, and one of these participants has not said how it sees them."""
        return self._to_be_judged().filter(pk__in=self._unjudged_by(participants))

    def _to_be_judged(self):
        return self.concluded().exclude(answer__isnull=False, evidence__verb=self.model.ANSWERED_BY)

    def _unjudged_by(self, participants):
        verdicts = apps.get_model("feedback", "PromiseVerdict").objects.current()
        judged = verdicts.filter(promise=OuterRef("promise"), participant=OuterRef("participant"))
        to = self.model.to.through.objects.filter(~Exists(judged), participant__in=participants)
        return to.values("promise_id")

    def _said_by(self, person):
        return apps.get_model("feedback", "Contribution").objects.from_person(person).order_by().values("pk")

    def matching(self, state="", owner=None, stage=None):
        """Those that a list is asked for. state: "open", "late", "kept", "partly", "broken", "differ", or empty."""
        found = self.filter(owner=owner) if owner else self
        found = found.filter(stage=stage) if stage else found
        if state in ("late", "differ"):
            return found.late() if state == "late" else found.differing()
        return found.filter(state=state) if state else found

    def for_list(self):
        """With what a list line needs, newest first."""
        related = self.select_related("stage__cycle", "promised_by", "owner", "answer", "evidence")
        return related.prefetch_related("to").order_by("-pk")
