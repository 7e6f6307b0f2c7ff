"""The contributions as a list: who may read which, which wait for an answer, which wait for a verdict."""

from django.db import models
from django.db.models import F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cycle.models import Participant, Seat
from cycle.models.cycle import seated, taking_part
from cycle.openness import Openness
from people.models import Membership

from .answer import Answer


def run_by(person):
    """The ids of cycles that this person runs today."""
    return Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS).values("cycle_id")


def kept_by(person):
    """The ids of the participants whose group this person keeps today."""
    places = Membership.objects.active().filter(person=person, role__in=Membership.KEEPERS, group__isnull=False)
    return Participant.objects.active().filter(group__in=places.values("group_id")).values("pk")


class ContributionQuerySet(models.QuerySet):
    LOOKED_AT = (
        "waits",
        "answered",
        "withdrawn",
    )  # what is held or kept out is read by officers, giver, convenor alone

    def visible_to(self, person, cycle=None):
        """Those whose words this person may read: by openness, in cycles they may know of, and always their own.

        cycle: when only one is asked about, that Cycle; then what it knows of the person makes the query a plain one.
        """
        if cycle is not None:
            return self.filter(self._open_in(cycle, person), cycle=cycle)
        open_to_all = Q(openness=Openness.PUBLIC, cycle__published_at__isnull=False)
        looked_at = Q(state__in=self.LOOKED_AT)
        if person is None or not person.is_authenticated:
            return self.filter(open_to_all, looked_at)
        shared = Q(openness__in=[Openness.PUBLIC, Openness.INVOLVED], cycle__in=taking_part(person))
        readable = open_to_all | Q(cycle__in=seated(person)) | shared
        first = looked_at | Q(cycle__in=run_by(person)) | Q(participant__in=kept_by(person))
        return self.filter((readable & first) | self._own(person))

    def in_cycle(self, cycle):
        """Those of one cycle."""
        return self.filter(cycle=cycle)

    def in_stage(self, stage):
        """Those of one stage, in all its rounds."""
        return self.filter(stage=stage)

    def hidden_from(self, person, cycle):
        """Those of this cycle whose words this person may not read."""
        closed = set(Openness) - set(self._levels(cycle, person))
        return self.filter(~self._own(person), cycle=cycle, openness__in=closed, state__in=self.LOOKED_AT)

    def held(self):
        """Those that wait to be looked at before others read them."""
        return self.filter(state=self.model.State.HELD)

    def owed(self):
        """Those that nobody has dealt with yet: they wait for an answer, or to be looked at first."""
        return self.filter(state__in=[self.model.State.WAITS, self.model.State.HELD])

    def withdrawn(self):
        """Those that were taken back; their place stays, their words do not."""
        return self.filter(state=self.model.State.WITHDRAWN)

    def kept_out(self):
        """Those that an officer kept out, for a reason that everybody reads."""
        return self.filter(state=self.model.State.KEPT_OUT)

    def about(self, thing):
        """Those that are about this record."""
        return self.filter(about_type=thing._meta.label_lower, about_id=thing.pk)

    def by_thing(self, things):
        """How many of these are about each of some records of one sort: (dict of id -> number)."""
        if not things:
            return {}
        rows = self.filter(about_type=things[0]._meta.label_lower, about_id__in=[each.pk for each in things])
        return dict(rows.order_by().values_list("about_id").annotate(models.Count("pk")))

    def _open_in(self, cycle, person):
        """The policy in one cycle, as a condition on its rows."""
        readable, standing = Q(openness__in=self._levels(cycle, person)), cycle.standing_of(person)
        if not standing.runs:
            readable &= Q(state__in=self.LOOKED_AT) | Q(participant__in=standing.keeps)
        return readable | self._own(person)

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

    def answered(self):
        """Those that have an answer which did not go back."""
        return self.filter(state=self.model.State.ANSWERED)

    def to_judge(self, person):
        """Those of this person with an answer to which they have not said yet whether it is one."""
        return self.from_person(person).filter(answers__verdict="").exclude(state=self.model.State.WITHDRAWN)

    def to_ask_about(self, participants):
        """Those that people without e-mail gave for one of these participants, with an answer not judged yet."""
        asked = self.filter(participant__in=participants, given_by__email__isnull=True, answers__verdict="")
        return asked.exclude(given_by=None).exclude(state=self.model.State.WITHDRAWN)

    def matching(self, reader, sort="", party=None, answered="", about=None):
        """Those that a list is asked for. answered: "no", "yes", "held", "judge" (by the reader) or empty.

        about: a record, or None for those about anything.
        """
        found = self.about(about) if about else self
        found = found.filter(sort=sort) if sort else found
        found = found.filter(participant=party) if party else found
        if answered == "judge":
            return found.to_judge(reader)
        return {"no": found.unanswered, "yes": found.answered, "held": found.held}.get(answered, found.all)()

    def unanswered(self):
        """Those without an answer, or whose first one went back because it did not answer the one who gave it."""
        return self.filter(state=self.model.State.WAITS)

    def newest_of_each_party(self, number):
        """The last so many of each participant, newest first; what was withdrawn has no words to show."""
        place = Window(RowNumber(), partition_by="participant_id", order_by=F("pk").desc())
        return (
            self.exclude(state=self.model.State.WITHDRAWN)
            .annotate(place=place)
            .filter(place__lte=number)
            .order_by("-pk")
        )

    def overdue(self, on=None):
        """Those without an answer whose day has passed, also while they wait to be looked at."""
        return self.owed().filter(due_on__lt=on or timezone.localdate())

    def for_list(self):
        """With what a list line needs, newest first."""
        fetched = Answer.objects.select_related("by", "changed_event__by", "changed_event__stage").order_by("number")
        answers = models.Prefetch("answers", fetched)
        related = self.select_related("participant", "given_by", "entered_by", "owner", "stage__cycle")
        return related.prefetch_related(answers, "attachments").order_by("-pk")
