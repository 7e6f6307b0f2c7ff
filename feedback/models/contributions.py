"""The contributions as a list: who may read which, which wait for an answer, which wait for a verdict."""

from django.db import models
from django.db.models import F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cycle.models.cycle import seated, taking_part
from cycle.openness import Openness

from .answer import Answer


class ContributionQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those whose words this person may read: by openness, in cycles they may know of, and always their own.

        cycle: when only one is asked about, that Cycle; then what it knows of the person makes the query a plain one.
        """
        if cycle is not None:
            return self.filter(self._open_in(cycle, person), cycle=cycle)
        open_to_all = Q(openness=Openness.PUBLIC, cycle__published_at__isnull=False)
        if person is None or not person.is_authenticated:
            return self.filter(open_to_all)
        shared = Q(openness__in=[Openness.PUBLIC, Openness.INVOLVED], cycle__in=taking_part(person))
        own = Q(given_by=person) | Q(entered_by=person)
        return self.filter(open_to_all | Q(cycle__in=seated(person)) | shared | own)

    def in_cycle(self, cycle):
        """Those of one cycle."""
        return self.filter(cycle=cycle)

    def in_stage(self, stage):
        """Those of one stage, in all its rounds."""
        return self.filter(stage=stage)

    def hidden_from(self, person, cycle):
        """Those of this cycle whose words this person may not read."""
        closed = set(Openness) - set(self._levels(cycle, person))
        return self.filter(~self._own(person), cycle=cycle, openness__in=closed)

    def _open_in(self, cycle, person):
        """The policy in one cycle, as a condition on its rows."""
        return Q(openness__in=self._levels(cycle, person)) | self._own(person)

    def _levels(self, cycle, person):
        return cycle.standing_of(person).reads if cycle.is_known_to(person) else ()

    def _own(self, person):
        """What this person gave or put in, as a condition; nothing for somebody who is not signed in."""
        if person is None or not person.is_authenticated:
            return Q(pk__in=[])
        return Q(given_by=person, given_by__isnull=False) | Q(entered_by=person)

    def by_openness(self):
        """How many there are of each openness, as a dict without zeros."""
        return dict(self.values_list("openness").annotate(models.Count("pk")).order_by())

    def of_outer_stage(self):
        """Those of the stage of an outer query, for counting them there."""
        return self.filter(stage=OuterRef("pk"))

    def from_person(self, person):
        """Those that this person gave, or put in for one who has no name here."""
        return self.filter(Q(given_by=person) | Q(given_by=None, entered_by=person))

    def put_in_by(self, person, since):
        """Those that this person put in for others since a moment."""
        return self.filter(entered_by=person, entered_at__gte=since).exclude(channel=self.model.Channel.ONLINE)

    def at_session(self, session):
        """Those that were said at a meeting."""
        return self.filter(session=session)

    def answered(self):
        """Those that have an answer which did not go back."""
        return self.filter(state=self.model.State.ANSWERED)

    def to_judge(self, person):
        """Those of this person with an answer to which they have not said yet whether it is one."""
        return self.from_person(person).filter(answers__verdict="")

    def to_ask_about(self, participants):
        """Those that people without e-mail gave for one of these participants, with an answer not judged yet."""
        return self.filter(participant__in=participants, given_by__email__isnull=True, answers__verdict="").exclude(
            given_by=None
        )

    def matching(self, reader, sort="", party=None, answered=""):
        """Those that a list is asked for. answered: "no", "yes", "judge" (waits for the reader's verdict) or empty."""
        found = self.filter(sort=sort) if sort else self
        found = found.filter(participant=party) if party else found
        if answered == "judge":
            return found.to_judge(reader)
        return {"no": found.unanswered, "yes": found.answered}.get(answered, found.all)()

    def unanswered(self):
        """Those without an answer, or whose first one went back because it did not answer the one who gave it."""
        return self.filter(state=self.model.State.WAITS)

    def newest_of_each_party(self, number):
        """The last so many of each participant, newest first."""
        place = Window(RowNumber(), partition_by="participant_id", order_by=F("pk").desc())
        return self.annotate(place=place).filter(place__lte=number).order_by("-pk")

    def overdue(self, on=None):
        """Unanswered ones whose day has passed."""
        return self.unanswered().filter(due_on__lt=on or timezone.localdate())

    def for_list(self):
        """With what a list line needs, newest first."""
        fetched = Answer.objects.select_related("by", "letter", "changed_event__by", "changed_event__stage").order_by(
            "number"
        )
        answers = models.Prefetch("answers", fetched)
        related = self.select_related("participant", "given_by", "entered_by", "owner", "stage__cycle")
        return related.prefetch_related(answers).order_by("-pk")
