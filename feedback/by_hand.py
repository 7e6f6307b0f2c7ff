"""News on paper for a group's members without e-mail: who has some, the letters, and that they were handed out."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.models import Membership, Person
from people.refusal import Refused

from .digests import Line, lines_of
from .models import PaperNews

MOST = 50  # so many people's letters are printed in one go
NOBODY = _("Nobody waits for a letter with news just now.")


@dataclass(frozen=True)
class NewsLetter:
    """One person's letter: what waits for them and what changed, of what is new.

    known: what else still waits. size: the size of print that they read.
    """

    person: Person
    waiting: list[Line]
    changed: list[Line]
    known: int
    size: str = "normal"


def waiting_in(group):
    """The PaperNews of a group that nobody has handed out, of so many of its people as one print holds, by name."""
    there = Membership.objects.active().filter(group=group).values("person")
    rows = PaperNews.objects.filter(group=group, person__in=there).waiting()
    first = list(dict.fromkeys(rows.values_list("person_id", flat=True)))[:MOST]
    return list(rows.filter(person__in=first).select_related("person").order_by("person__name", "person_id", "pk"))


def letters_of(group):
    """The NewsLetters of a group that wait; none for whoever has done all of it meanwhile, or may no longer read it."""
    marks = defaultdict(set)
    for row in waiting_in(group):
        marks[row.person].update(row.marks)
    letters = [_letter(person, group, new) for person, new in marks.items()]
    return [letter for letter in letters if letter.waiting or letter.changed]


def _letter(person, group, new):
    waiting, changed = lines_of(person, group)
    told = [line for line in waiting if line.mark in new]
    return NewsLetter(person, told, [line for line in changed if line.mark in new], len(waiting) - len(told))


def hand_out(group, by, ids):
    """Note that the letters of these PaperNews (ids) were handed out. Raises Refused."""
    if sentence := group.why_cannot_keep(by):
        raise Refused(sentence)
    rows = PaperNews.objects.filter(group=group, pk__in=ids).waiting()
    if not rows.update(handed_out_by=by, handed_out_on=timezone.localdate()):
        raise Refused(NOBODY)
