"""Who works with a group, its convenors and its host, and for whom they say that they work (R73; c4, c5)."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _

from people.models import Group, Membership, Organisation, Person

from .models.loyalty import Loyalty, Provides


@dataclass(frozen=True)
class Worker:
    """One convenor (person) or the host of a group today, with the newest declaration or None."""

    group: Group
    person: Person | None = None
    host: Organisation | None = None
    said: Loyalty | None = None

    @property
    def key(self):
        """What an address calls them: "host-3", "convenor-12"."""
        return f"host-{self.host.pk}" if self.host else f"convenor-{self.person.pk}"

    @property
    def ids(self):
        """The ids by which its counts are told apart: (of the person, of the organisation), one of them None."""
        return (self.person.pk, None) if self.person else (None, self.host.pk)

    @property
    def name(self):
        """Their name; only for those who may read who belongs to the group."""
        return str(self.host or self.person)

    @property
    def line(self):
        """For whom they work, in one sentence without the name of a person: everybody may read it."""
        return line_of(self.said, _("The convenor")) if self.person else host_line(self.host, self.said)

    @property
    def named_line(self):
        """The same with the name."""
        return line_of(self.said, self.person.name) if self.person else self.line

    @property
    def is_conflict(self):
        """Whether they, or who employs them, also provide."""
        return self.said is not None and self.said.is_conflict

    @property
    def is_missing(self):
        """Whether they have not said yet for whom they work, or so long ago that it is asked for again."""
        return self.said is None or self.said.is_old


def line_of(said, who):
    """For whom a convenor works, in one sentence. said: a Loyalty or None; who: a name, or "The convenor"."""
    if said is None:
        return _("%(who)s has not said yet for whom they work.") % {"who": who}
    words = {"who": who, "employer": said.employer, "what": said.provides_what}
    if said.provides == Provides.EMPLOYER and said.employer:
        return _("%(who)s is employed by %(employer)s, which also provides: %(what)s.") % words
    employed = (
        _("%(who)s is employed by %(employer)s.") if said.employer else _("%(who)s is not employed to do this work.")
    ) % words
    if said.provides == Provides.NO:
        return employed
    also = _("%(who)s, or somebody close to them, also provides: %(what)s.") % words
    return f"{employed} {also}"


def host_line(host, said):
    """What a host also does, in one sentence."""
    if said is None:
        return _("%(host)s hosts the group. Nobody has said yet what else it does.") % {"host": host}
    if said.is_conflict:
        return _("%(host)s hosts the group, and also provides: %(what)s.") % {"host": host, "what": said.provides_what}
    return _("%(host)s hosts the group, and says that it provides none of the services.") % {"host": host}


def workers_of(groups):
    """The Workers of each of these groups today, convenors first, by the group's id; two queries at any number."""
    groups, found = list(groups), defaultdict(list)
    places = Membership.objects.active().filter(group__in=groups, role=Membership.Role.CONVENOR)
    by_group = defaultdict(list)
    for place in places.select_related("person").order_by("pk"):
        by_group[place.group_id].append(place.person)
    said = Loyalty.objects.newest(groups)
    for group in groups:
        for person in by_group[group.pk]:
            found[group.pk].append(Worker(group, person=person, said=said.get((group.pk, person.pk, None))))
        if group.host_id:
            found[group.pk].append(Worker(group, host=group.host, said=said.get((group.pk, None, group.host_id))))
    return found


def worker_named(group, key):
    """The Worker of this group whom an address calls so, or None."""
    return next((each for each in workers_of([group])[group.pk] if each.key == key), None)


def lines_by_group(participants):
    """(name, its Workers' lines) of each of these participants that is a group; two queries at any number."""
    groups = {each.pk: each for each in Group.objects.select_related("host").filter(
        pk__in=[part.group_id for part in participants if part.group_id])}  # fmt: skip
    workers = workers_of(groups.values()) if groups else {}
    return [
        (part.name, [worker.line for worker in workers[part.group_id]])
        for part in participants
        if part.group_id in workers
    ]


def line_of_who_put_in(person, participant):
    """For whom the convenor works who put in words for a group, in one sentence; empty for anybody else's words."""
    if not participant.group_id:
        return ""
    convened = Membership.objects.filter(group=participant.group_id, person=person, role=Membership.Role.CONVENOR)
    if not convened.exists():
        return ""
    said = Loyalty.objects.filter(group=participant.group_id, person=person).order_by("-pk").first()
    return line_of(said, _("The convenor"))
