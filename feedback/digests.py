"""The morning letter: what waits for somebody and what changed for them, when something of it is new.

It goes by e-mail; for a group's members without e-mail it waits to be printed (`by_hand`).

It is made of what the first page shows, so nobody is written to about what they may not see. Words that are not open to
everybody stay on the site: a letter can be read by whoever stands beside.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from hashlib import sha256

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Cycle, Participant, Seat
from cycle.models.cycle import learn_standings
from involvement.easing import unwritten_cycles
from people import outbox
from people.links import absolute
from people.models import Group, Membership, Person

from .models import Mentioned, Morning, PaperNews
from .notices import unread
from .waiting import waiting_for

FROM = time(7)
PEOPLE = 50  # so many people are looked at in one go
FORGOTTEN_AFTER = timedelta(days=90)


@dataclass(frozen=True)
class Line:
    """One line of the letter. mark: what it is, so that it is told once; due: a date or None."""

    mark: str
    sentence: str
    url: str
    due: object = None


@dataclass(frozen=True)
class Digest:
    """What is told to one person: the Lines that are new, and how many they know of already and still wait."""

    waiting: list[Line]
    changed: list[Line]
    known: int
    marks: list[str]

    def __bool__(self):
        return bool(self.waiting or self.changed)


def write_due(now=None):
    """Put out the letters of this morning, for some of those who have not been looked at today. Returns how many.

    Whoever has no e-mail is looked at when they belong to a group, whose convenor or chair brings them paper.
    """
    now = timezone.localtime(now)
    if now.time() < FROM:
        return 0
    today = now.date()
    seen = Morning.objects.filter(person=OuterRef("pk"), day__gte=today)
    in_a_group = Exists(Membership.objects.active().filter(person=OuterRef("pk"), group__isnull=False))
    reached = Q(email__isnull=False) | Q(in_a_group)
    people = with_a_part().filter(~Exists(seen), reached, is_active=True).exclude(post=Person.Post.NEVER)
    return sum(write(person, today) for person in people.order_by("pk")[:PEOPLE])


def with_a_part():
    """The people who have a seat in a cycle, take part in one, or belong to a group or body."""
    of_person = {"person": OuterRef("pk")}
    return Person.objects.filter(
        Q(Exists(Seat.objects.active().filter(**of_person)))
        | Q(Exists(Membership.objects.active().filter(**of_person)))
        | Q(Exists(Participant.objects.active().filter(**of_person)))
    )


def write(person, today):
    """Put out this person's letter of today, when there is something new for them. Returns whether there was."""
    if not Morning.begin(person, today):
        return False
    with transaction.atomic():
        is_new = _by_mail(person, today) if person.email else _on_paper(person, today)
        Mentioned.forget(person, today - FORGOTTEN_AFTER)
        return is_new


def _by_mail(person, today):
    digest = digest_of(person)
    Mentioned.note(person, digest.marks, today)
    if not digest:
        return False
    number = len(digest.waiting) + len(digest.changed)
    subject = ngettext("%(count)d new thing for you", "%(count)d new things for you", number) % {"count": number}
    links = {"home": absolute(reverse("home")), "choice": absolute(reverse("post"))}
    key = f"digest:{person.pk}:{today}"
    mail = outbox.put(
        person, key, subject, "feedback/email/digest.txt", {"digest": digest, **links}, may_be_stopped=True
    )
    return mail is not None


def _on_paper(person, today):
    """Note what is new, for each of the person's groups by itself: none learns of another one from a letter."""
    made = []
    for group in Group.objects.of(person).order_by("pk"):
        digest = digest_of(person, group)
        Mentioned.note(person, digest.marks, today)
        if digest:
            marks = [line.mark for line in (*digest.waiting, *digest.changed)]
            made.append(PaperNews.objects.create(person=person, group=group, made_on=today, marks=marks))
    return bool(made)


def digest_of(person, group=None):
    """The Digest of a person as of now; with a Group of what it takes part in only."""
    waiting, changed = lines_of(person, group)
    marks = list(dict.fromkeys(line.mark for line in (*waiting, *changed)))
    new = set(Mentioned.new_among(person, marks))
    told = [line for line in waiting if line.mark in new]
    return Digest(told, [line for line in changed if line.mark in new], len(waiting) - len(told), marks)


def lines_of(person, group=None):
    """All that waits for a person and all that changed for them, new or not, as two lists of Line.

    Nothing of a cycle in which they are on a pause, unless they want to hear what is new (R72).
    """
    cycles = Cycle.objects.joined_by(person).select_related("authority")
    cycles = list(cycles.with_part_of(group) if group else cycles)
    learn_standings(person, cycles)
    quiet = unwritten_cycles(person, cycles)
    cycles = [cycle for cycle in cycles if cycle.pk not in quiet]
    waiting = [_of_waiting(row) for row in waiting_for(person, cycles)]
    changed = [_of_notice(notice, each.cycle) for each in unread(person, cycles) for notice in each.notices]
    return waiting, changed


def _of_waiting(row):
    """A thing that waits; once it is late, it is told once more."""
    is_late = row.due is not None and row.due < timezone.localdate()
    return Line(_mark("waits", row.url, is_late), row.in_mail or row.sentence, absolute(row.url), row.due)


def _of_notice(notice, cycle):
    url = absolute(reverse("notices", args=[cycle.slug]))
    if notice.is_public:
        sentence = notice.change.title
    else:
        where = {"where": ", ".join(str(stage) for stage in notice.stages) or cycle}
        sentence = _("Something changed in: %(where)s. Read it on our site.") % where
    return Line(_mark("changed", cycle.pk, notice.number), sentence, url)


def note_waiting(person, urls, today):
    """Note that this person was written to already about what waits for them at these addresses."""
    Mentioned.note(person, [_mark("waits", url, False) for url in urls], today)


def _mark(*what):
    return sha256("\n".join(str(part) for part in what).encode()).hexdigest()
