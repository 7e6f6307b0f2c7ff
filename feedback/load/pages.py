"""What is asked of somebody, and of a group, as their pages tell it (R72; c5)."""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cycle.glance import Cell, Row, Table
from cycle.models import Cycle, Seat
from involvement.easing import FEWEST
from involvement.models import Easing, LoadShare
from people.models import Group, Membership

from .loads import Load, hours_of_groups, loads_of
from .usual import MEETING, half_hours, usual_on


@dataclass(frozen=True)
class OwnLoad:
    """What is asked of the reader. easings: theirs in effect; shares: (Group, whether its keepers see this)."""

    load: Load
    easings: list[Easing]
    shares: list[tuple[Group, bool]]

    @property
    def is_paused(self):
        """Whether nothing at all is asked of them now."""
        return any(each.is_pause and each.cycle_id is None for each in self.easings)

    @property
    def is_eased(self):
        """Whether they have asked for less everywhere already."""
        return any(each.cycle_id is None for each in self.easings)

    @property
    def source(self):
        """Where the times come from that nobody wrote down."""
        return usual_on(timezone.localdate()).source

    @property
    def asks(self):
        """The table of what is asked this month, or None."""
        heads = [_("What"), _("In which cycle"), _("Day"), _("About how long")]
        rows = [
            Row(Cell(ask.words, ask.url), [Cell(ask.stage.cycle.title), Cell(_day(ask.day)), Cell(ask.in_time)])
            for ask in self.load.asks
        ]
        return Table(_("One by one"), heads, rows) if rows else None

    @property
    def agreed(self):
        """The table of the hours that agreements under way ask of them, or None."""
        heads = [_("Stage"), _("Cycle"), _("For"), _("Hours in all")]
        rows = [
            Row(Cell(str(each.stage), each.stage.get_absolute_url()),
                [Cell(each.stage.cycle.title), Cell(each.party), Cell(str(each.hours))])
            for each in self.load.agreed
        ]  # fmt: skip
        return Table(_("Stage by stage"), heads, rows) if rows else None


def own_load(person):
    """The OwnLoad of somebody; the same number of queries whatever is asked."""
    easings = [each for each in Easing.objects.of(person).in_effect()]
    groups = list(Group.objects.of(person).filter(memberships__person=person).distinct())
    shown = set(LoadShare.objects.filter(person=person).values_list("group_id", flat=True))
    return OwnLoad(loads_of([person.pk])[person.pk], easings, [(group, group.pk in shown) for group in groups])


@dataclass(frozen=True)
class MemberLoad:
    """One member for who keeps the group. load: None where they did not allow it. told: what they let be known."""

    place: Membership
    load: Load | None = None
    told: list[Easing] = field(default_factory=list)
    may_put_in: bool = False
    standing: list[Easing] = field(default_factory=list)


@dataclass(frozen=True)
class GroupLoad:
    """What is asked of a group. tired: how many of its members asked for less, None where that would tell who.

    sees_tired: whether the reader asks these people, as their convenor or as an officer; others read hours alone.
    """

    group: Group
    hours_agreed: int
    hours_of_meetings: float
    number: int
    tired: int | None
    names: list[str]
    members: list[MemberLoad]
    sees_tired: bool


def group_load(group, reader):
    """The GroupLoad for a member, for who keeps the group, or for an officer of a cycle in which it takes part."""
    places = list(group.memberships.active().exclude(role=Membership.Role.CONVENOR).select_related("person"))
    people = {place.person_id: place for place in reversed(places)}
    keeps, run = group.is_kept_by(reader), list(_run_with(group, reader))
    easings = Easing.objects.in_effect().filter(person__in=people).select_related("cycle", "person")
    easings = list(easings if keeps else easings.touching(run)) if keeps or run else []
    loads = loads_of(people)
    allowed = set(LoadShare.objects.filter(group=group, person__in=people).values_list("person_id", flat=True))
    known = [each for each in easings if _is_told(each, keeps)]
    is_large = len(people) >= FEWEST
    tired = {each.person_id for each in (easings if is_large else known)}
    meetings = {ask.url: ask.minutes for load in loads.values() for ask in load.asks if ask.sort == MEETING}
    return GroupLoad(
        group, hours_of_groups([group.pk])[group.pk], half_hours(sum(meetings.values())), len(people),
        len(tired) if is_large or tired else None, sorted({each.person.name for each in known}),
        [_member(place, loads, allowed, known, easings) for place in people.values()] if keeps else [],
        sees_tired=keeps or bool(run),
    )  # fmt: skip


def _run_with(group, reader):
    """The ids of the cycles that this reader runs and in which the group takes part."""
    seats = Seat.objects.active().filter(person=reader, role__in=Seat.RUNNERS)
    return seats.filter(cycle__in=Cycle.objects.with_part_of(group)).values_list("cycle_id", flat=True)


def _is_told(easing, keeps):
    """Whether the reader may know it by name."""
    return easing.told_to == Easing.Told.ASKERS or (keeps and easing.told_to == Easing.Told.CONVENOR)


def _member(place, loads, allowed, known, easings):
    """The MemberLoad of one place; what was put in for somebody without e-mail is known to who put it in."""
    own = [each for each in easings if each.person_id == place.person_id]
    on_paper = place.person.email is None
    return MemberLoad(
        place, loads[place.person_id] if place.person_id in allowed else None,
        [each for each in known if each.person_id == place.person_id], on_paper, own if on_paper else [],
    )  # fmt: skip


def _day(day):
    return date_format(day, "j F Y") if day else _("No fixed day")
