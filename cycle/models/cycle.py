"""The cycle: one commissioning cycle for one service, from its framework to its review."""

from itertools import chain, count

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from .. import ledger, moves
from ..chain import START
from ..standing import standings_of
from ..words import Verb
from .participant import Participant
from .seat import Seat

STARTED = Verb("cycle started", _("started the cycle"))
PUBLISHED = Verb("cycle published", _("opened the cycle for everyone to read"))
CLOSED = Verb("cycle closed", _("closed the cycle"))
SEATED = Verb("seat taken", _("gave a seat to"))
UNSEATED = Verb("seat ended", _("ended the seat of"))
JOINED = Verb("participant joined", _("brought in"))
LEFT = Verb("participant left", _("ended the part of"))

NOT_A_COMMISSIONER = _("Only a commissioner of a public authority can start a cycle.")
NOT_AN_OFFICER = _("Only the officers who run this cycle can do this.")
CYCLE_CLOSED = _("This cycle is closed, so nothing in it can be changed.")

NOBODY_LEFT = _("Somebody has to run the cycle. Give another person a seat first.")
ENDED_ALREADY = _("This has ended already.")


def runs(thing, person):
    """Whether this person is an officer of the cycle that the thing belongs to."""
    return thing.ledger_cycle.standing_of(person).runs


def nothing_open(cycle):
    """A sentence while a stage of the cycle is under way, else nothing."""
    if cycle.stages.under_way().exists():
        return _("A stage is still under way. Finish every stage before you close the cycle.")
    return ""


class CycleQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """The cycles (or the one) that this person may know of: published ones, and those in which they have a part."""
        if cycle is not None:
            return self.filter(pk=cycle.pk) if cycle.is_known_to(person) else self.none()
        if person is None or not person.is_authenticated:
            return self.filter(published_at__isnull=False)
        return self.filter(Q(published_at__isnull=False) | Q(pk__in=seated(person)) | Q(pk__in=taking_part(person)))

    def joined_by(self, person):
        """The cycles in which this person holds a seat or takes part today."""
        return self.filter(Q(pk__in=seated(person)) | Q(pk__in=taking_part(person)))

    def with_part_of(self, group):
        """Those in which this group takes part today."""
        return self.filter(pk__in=Participant.objects.active().filter(group=group).values("cycle_id"))

    def under_way(self):
        """Those that are not closed."""
        return self.exclude(state="closed")

    def like(self, authority, title, horizon):
        """Those of this authority with the same title for the same years."""
        return self.filter(authority=authority, title__iexact=title, horizon__iexact=horizon)

    def published(self, beside=()):
        """Those that everyone may read, without those of `beside`."""
        others = self.exclude(pk__in=[cycle.pk for cycle in beside])
        return others.filter(published_at__isnull=False).select_related("authority")


def seated(person):
    """The ids of cycles in which this person holds a seat today."""
    return Seat.objects.active().filter(person=person).values("cycle_id")


def taking_part(person):
    """The ids of cycles in which this person takes part today."""
    return Participant.objects.of(person).values("cycle_id")


def in_cycles_of(person, path):
    """The condition that a row is of a cycle in which this person takes part or holds a seat; path: to its cycle."""
    return Q(**{f"{path}__in": taking_part(person)}) | Q(**{f"{path}__in": seated(person)})


class Cycle(moves.Movable):
    """One commissioning cycle: what is being bought for whom, by which authority, and its ledger's head."""

    class State(models.TextChoices):
        PREPARING = "preparing", _("Being prepared")
        RUNNING = "running", _("Open for everyone to read")
        CLOSED = "closed", _("Closed")

    MOVES = {
        "publish": moves.Move(
            PUBLISHED, ("preparing",), "running", runs, NOT_AN_OFFICER, _("This cycle is open for everyone already.")
        ),
        "close": moves.Move(
            CLOSED,
            ("preparing", "running"),
            "closed",
            runs,
            NOT_AN_OFFICER,
            _("This cycle is closed already."),
            nothing_open,
        ),
    }

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=120)
    summary = models.TextField(_("what it is about, in plain words"))
    sector = models.CharField(_("sector"), max_length=80)
    for_whom = models.CharField(_("whom the service is for"), max_length=240)
    horizon = models.CharField(_("the years that it plans for"), max_length=80)
    authority = models.ForeignKey("people.Organisation", models.PROTECT, related_name="cycles")
    directorate = models.ForeignKey(
        "people.Directorate", models.PROTECT, null=True, blank=True, related_name="cycles",
        verbose_name=_("part of the authority"),
    )  # fmt: skip
    state = models.CharField(max_length=10, choices=State, default=State.PREPARING)
    published_at = models.DateTimeField(null=True, blank=True)
    started_at = models.DateTimeField(auto_now_add=True)
    ledger_length = models.PositiveBigIntegerField(default=0)
    ledger_head = models.CharField(max_length=64, default=START)

    objects = CycleQuerySet.as_manager()

    class Meta:
        verbose_name = _("cycle")
        verbose_name_plural = _("cycles")
        ordering = ("-started_at", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["preparing", "running", "closed"]), name="cycle_cycle_state_is_known"
            ),
            models.CheckConstraint(
                condition=~Q(state="running") | Q(published_at__isnull=False), name="cycle_cycle_running_is_published"
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("cycle", args=[self.slug])

    @property
    def ledger_cycle(self):
        return self

    @property
    def is_published(self):
        return self.published_at is not None

    @property
    def is_closed(self):
        return self.state == self.State.CLOSED

    def standing_of(self, person):
        """The person's Standing here, asked of the database once for each time that the cycle is loaded."""
        kept = self.__dict__.setdefault("_standings", {})
        key = person.pk if person is not None and person.is_authenticated else None
        if key not in kept:
            learn_standings(person, [self])
        return kept[key]

    def is_known_to(self, person):
        """Whether this person may know of the cycle: everybody may of a published one."""
        return self.is_published or self.standing_of(person).is_involved

    def publish(self, by):
        """Let everyone read the cycle (its public parts). Raises Refused."""
        return self.move("publish", by, published_at=timezone.now())

    def close(self, by, reason):
        """Close the cycle for good. Raises Refused."""
        return self.move("close", by, reason=reason)

    def seat(self, person, role, by, *, limits=""):
        """Give a person a seat and write it down; who decides is what agreements rest on. Returns the Seat.

        Raises Refused.
        """
        self._must_run(by)
        with ledger.writing(self):
            if self.seats.open_ended().filter(person=person, role=role).exists():
                raise moves.Refused(_("%(name)s has this seat already.") % {"name": person})
            seat = Seat.objects.create(cycle=self, person=person, role=role, limits=limits)
            ledger.record(
                SEATED, seat, by, cycle=self, after={"role": role, "limits": limits},
                material=role == Seat.Role.DECIDER, reach="cycle",
            )  # fmt: skip
        self.__dict__.pop("_standings", None)
        return seat

    def admit(self, by, standing, *, group=None, organisation=None, person=None, name=""):
        """Bring in a participant and write it down. Returns the Participant. Raises Refused."""
        self._must_run(by)
        body = group or organisation or person
        with ledger.writing(self):
            there = self.participants.open_ended().filter(standing=standing)
            same = Q(name=name or str(body)) if person is None else Q(person=person)
            if there.filter(same).exists():
                raise moves.Refused(_("%(name)s takes part already.") % {"name": name or body})
            name = name or (str(body) if person is None else _called(there, standing))
            participant = Participant.objects.create(
                cycle=self, standing=standing, name=name, group=group, organisation=organisation, person=person
            )
            openness = participant.openness
            ledger.record(
                JOINED, participant, by, cycle=self, after={"standing": standing}, reach="cycle", openness=openness
            )
        self.__dict__.pop("_standings", None)
        return participant

    def end_seat(self, by, seat, reason=""):
        """End a seat from today on and write it down; somebody has to go on running it. Raises Refused (R10)."""
        self._must_run(by)
        with ledger.writing(self):
            others = self.seats.active().filter(role__in=Seat.RUNNERS).exclude(pk=seat.pk)
            if seat.role in Seat.RUNNERS and not others.exists():
                raise moves.Refused(NOBODY_LEFT)
            self._end(UNSEATED, by, seat, reason=reason, material=seat.role == Seat.Role.DECIDER)

    def end_part(self, by, participant, reason=""):
        """End the part of a group, body or person from today on and write it down. Raises Refused (R10)."""
        self._must_run(by)
        with ledger.writing(self):
            self._end(LEFT, by, participant, reason=reason, openness=participant.openness)

    def _end(self, verb, by, place, **told):
        place.refresh_from_db()
        if not place.is_active:
            raise moves.Refused(ENDED_ALREADY, conflict=True)
        place.end()
        ledger.record(verb, place, by, cycle=self, reach="cycle", **told)
        self.__dict__.pop("_standings", None)

    def why_cannot_place(self, person):
        """Why this person cannot bring anybody in or end anybody's part, as a sentence; empty when they can."""
        if not self.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if self.is_closed else ""

    def _must_run(self, by):
        if sentence := self.why_cannot_place(by):
            raise moves.Refused(sentence)


def learn_standings(person, cycles):
    """Let each of these cycles know the person's Standing in it, with two queries for all of them."""
    key = person.pk if person is not None and person.is_authenticated else None
    standings = standings_of(person, cycles)
    for cycle in cycles:
        cycle.__dict__.setdefault("_standings", {})[key] = standings[cycle.pk]


def _called(there, standing):
    """What one more person in this standing is called among those who are there: "Somebody who … 2"."""
    label = str(Participant.ONE_OF.get(standing, Participant.Standing(standing).label))
    taken = set(there.values_list("name", flat=True))
    names = chain([label], (f"{label} {number}" for number in count(2)))
    return next(name for name in names if name not in taken)


def free_slug(title):
    """A slug for this title that no cycle has yet."""
    base = slugify(title)[:50] or "cycle"
    base = "cycle-new" if base == "new" else base  # "new" is the address of the form
    slug, number = base, 1
    while Cycle.objects.filter(slug=slug).exists():
        number += 1
        slug = f"{base}-{number}"
    return slug
