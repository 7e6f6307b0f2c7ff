"""The contributions as a list: who may read which, which wait for an answer, which wait for a verdict."""

from django.db import models
from django.db.models import Exists, F, OuterRef, Q, Window
from django.db.models.functions import RowNumber
from django.utils import timezone

from cycle.models import Participant, Seat
from cycle.models.cycle import seated, taking_part
from cycle.openness import Openness
from people.models import Membership

from ..search.asked import asked
from .answer import Answer
from .sorting import Coding


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

    def in_draft(self, draft):
        """Those that one draft of an answer is written for."""
        return self.filter(drafts=draft)

    def chosen(self, keys):
        """Those with one of these keys, which may be any text that a browser sent."""
        return self.filter(pk__in=[int(key) for key in keys if str(key).isdecimal() and len(str(key)) < 19])

    def questions(self):
        """The questions among them (R79)."""
        return self.filter(sort=self.model.Sort.QUESTION)

    def by_giver(self):
        """(party, giver, how many) of these; ids, for counting people."""
        return self.order_by().values_list("participant_id", "given_by_id").annotate(number=models.Count("pk"))

    def owned_by(self, person):
        """Those that this person has to answer."""
        return self.filter(owner=person)

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

    def about_any(self, things):
        """Those that are about one of these records of one sort."""
        if not things:
            return self.none()
        return self.filter(about_type=things[0]._meta.label_lower, about_id__in=[each.pk for each in things])

    def that_led_to(self, thing):
        """Those of which an answer says that this record came out of them, or was changed by them; newest first."""
        led = Q(answers__changed_event__thing_type=thing._meta.label_lower, answers__changed_event__thing_id=thing.pk)
        return self.filter(led).distinct().order_by("-pk")

    def by_thing(self, things):
        """How many of these are about each of some records of one sort: (dict of id -> number)."""
        if not things:
            return {}
        rows = self.filter(about_type=things[0]._meta.label_lower, about_id__in=[each.pk for each in things])
        return dict(rows.order_by().values_list("about_id").annotate(models.Count("pk")))

    def hidden_by_openness(self, person, cycle):
        """How many of these, which are of this cycle, this person may not read, by openness, without zeros.

        All that is closed less what of it is their own: both are counted in an index, at any number. Two queries.
        """
        rows = self.filter(openness__in=set(Openness) - set(self._levels(cycle, person)), state__in=self.LOOKED_AT)
        own = rows.filter(self._own(person)).by_openness()
        counts = {level: count - own.get(level, 0) for level, count in rows.by_openness().items()}
        return {level: count for level, count in counts.items() if count}

    def own_beyond_others(self, person, cycle):
        """Their own among these, which are of this cycle, that others with the same standing may not read."""
        return self.filter(self._own(person)).exclude(openness__in=self._levels(cycle, person))

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
        """Those that this person gave, or put in by hand for one who has no name here."""
        return self.filter(Q(given_by=person) | Q(given_by=None, entered_by=person, imported_with=None))

    def given_on_paper(self, participants):
        """Those that people without e-mail gave for one of these participants."""
        by_people = self.filter(participant__in=participants, given_by__isnull=False, given_by__forgotten_at=None)
        return by_people.filter(given_by__email__isnull=True)

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
        return self.from_person(person).filter(answers__verdict="").exclude(state=self.model.State.WITHDRAWN)

    def to_ask_about(self, participants):
        """Those that people without e-mail gave for one of these participants, with an answer not judged yet."""
        asked = self.filter(participant__in=participants, given_by__email__isnull=True, answers__verdict="")
        asked = asked.filter(given_by__forgotten_at=None)
        return asked.exclude(given_by=None).exclude(state=self.model.State.WITHDRAWN)

    def search(self, text, *places):
        """Those in which these words stand, with `found_at` to page by; all of them when no word is asked for.

        text: words, "phrases", -without (feedback/search/asked.py). places: words of the index that narrow it down,
        as feedback/search/engines.py has them. Text, dissent, how it is known and the answers are searched, and no
        names. It finds among these rows only: put it on what `visible_to` gave.
        """
        if not (wanted := asked(text)):
            return self.annotate(found_at=F("pk"))
        return self.filter(words__found__matches=(wanted, places)).annotate(found_at=F("words__contribution"))

    def matching(self, reader, ask, keeps=()):
        """Those that a list is asked for. ask: a feedback.asking.Asking. keeps: the participants the reader keeps."""
        same = {name: getattr(ask, name) for name in ("sort", "voice", "channel", "openness") if getattr(ask, name)}
        same |= {f"{name}_id": getattr(ask, name) for name in ("owner", "round") if getattr(ask, name)}
        same |= {"participant_id": ask.party} if ask.party else {}
        days = {"given_on__gte": ask.since, "given_on__lte": ask.until}
        found = self.filter(**same, **{name: day for name, day in days.items() if day})
        found = found.exclude(dissent="") if ask.dissent else found
        return found.with_answer(reader, ask.answered, keeps)

    def with_answer(self, reader, answered, keeps):
        """answered: "no", "yes", "late" (overdue), "held", "judge" (waits for this verdict) or empty for all."""
        if answered == "judge":
            keys = [rows.order_by().values("pk") for rows in (self.to_judge(reader), self.to_ask_about(keeps))]
            return self.filter(Q(pk__in=keys[0]) | Q(pk__in=keys[1]))
        lists = {"no": self.unanswered, "yes": self.answered, "late": self.overdue, "held": self.held}
        return lists.get(answered, self.all)()

    def in_theme(self, theme, themes):
        """Those that stand in a theme, or one under it, now: its key, or "none" for those that stand in none.

        themes: those that the reader may know of; others are taken for not there.
        """
        held = Coding.objects.standing().filter(contribution=OuterRef("pk"))
        if theme == "none":
            return self.filter(~Exists(held.filter(theme__in=themes.used())))
        wanted = Coding.objects.standing().filter(theme__in=themes.filter(Q(pk=theme) | Q(parent=theme)))
        return self.filter(pk__in=wanted.values("contribution_id"))

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
        fetched = Answer.objects.select_related(
            "by", "second_reader", "letter", "changed_event__by", "changed_event__stage", "promise"
        )  # fmt: skip
        answers = models.Prefetch("answers", fetched.order_by("number"))
        related = self.select_related("participant", "given_by", "entered_by", "owner", "stage__cycle")
        return related.prefetch_related(answers, "attachments").order_by("-pk")

    def for_export(self):
        """With what a line of an export needs and no more, for most of its time goes into fetching."""
        fetched = Answer.objects.select_related("changed_event__by", "changed_event__stage").order_by("number")
        return self.prefetch_related("given_by", models.Prefetch("answers", fetched), "answers__by")
