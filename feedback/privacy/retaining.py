"""Letting go of what is old: what the rules of people/privacy/rules.py say, done, or only told (promise 33).

Whoever has to do with a cycle that is held by law is passed by until the hold ends.
"""

from collections import Counter
from dataclasses import dataclass

from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Q
from django.db.models.deletion import ProtectedError, RestrictedError
from django.utils import timezone

from cycle.forgetting import people_held
from cycle.models import Cycle, Participant, Seat
from people.models import Person
from people.personal import Class
from people.privacy.old import old_rows, people_gone
from people.privacy.rows import delete, own_path
from people.privacy.rules import rule_on
from people.triggers import lifted

from ..models import Attachment, EqualityAnswer
from .cleaning import clean_pages
from .forgetting import forget, refusal_to_be_forgotten


@dataclass(frozen=True)
class Due:
    """Something that is older than its rule allows. sort: its class; what: the name of its table; rows: a queryset."""

    sort: str
    what: str
    rows: object
    source: str

    @property
    def number(self):
        return self.rows.count()


def due(now=None):
    """Everything that is overdue at this moment, as a list of Due; those of held cycles are left out."""
    now = now or timezone.now()
    held = people_held()
    found = [
        Due(rule.sort, model._meta.label, rows.exclude(**{f"{own_path(model, tuple(Class))}__in": held}), rule.source)
        for rule, model, rows in old_rows(now)
    ]
    found += [_left(now, held), _unsent(now, held), _sessions(now), _for_equality(now)]
    return [each for each in found if each.number]


def retain(now=None):
    """Let go of what is overdue. Returns (what, how many) pairs of what went; those who are gone become numbers."""
    went = Counter()
    while gone := Counter({each.what: number for each in due(now) if (number := _let_go(each))}):
        went += gone  # what they rested on can go now
    return list(went.items())


def _let_go(each):
    """Let go of one Due in its own way. Returns how many went."""
    if each.what == "people.Person":
        return _forget_all(each.rows)
    return EqualityAnswer.take_back(each.rows) if each.what == "feedback.EqualityAnswer" else _delete_all(each.rows)


def each_night():
    """Let go of what is overdue, and of the pages on which words of people stood who were forgotten since yesterday."""
    went = retain()
    lately = timezone.now() - timezone.timedelta(days=2)
    if went or Person.objects.filter(forgotten_at__gt=lately).exists():
        clean_pages(connection)


def _left(now, held):
    """Who has had no place anywhere for so long; a seat or a part in a closed cycle is none any more."""
    rule = rule_on(Class.REACH, timezone.localdate(now))
    running = ~Q(cycle__state=Cycle.State.CLOSED)
    places = (Seat.objects.filter(running), Participant.objects.filter(running))
    return Due(rule.sort, "people.Person", people_gone(rule.days, now, places).exclude(pk__in=held), rule.source)


def _unsent(now, held):
    """Files that somebody attached to a text and never sent."""
    rule = rule_on(Class.PRIVATE, timezone.localdate(now))
    old = Attachment.objects.filter(contribution=None, at__lt=now - timezone.timedelta(days=rule.days))
    return Due(rule.sort, "feedback.Attachment", old.exclude(by__in=held), rule.source)


def _for_equality(now):
    """Answers for equality, which name nobody and are as old as the consent to them."""
    rule = rule_on(Class.EQUALITY, timezone.localdate(now))
    rows = EqualityAnswer.objects.given_before(timezone.localdate(now) - timezone.timedelta(days=rule.days))
    return Due(rule.sort, "feedback.EqualityAnswer", rows, rule.source)


def _sessions(now):
    """Sessions that have run out."""
    rule = rule_on(Class.SIGN_IN, timezone.localdate(now))
    return Due(rule.sort, "sessions.Session", Session.objects.filter(expire_date__lt=now), rule.source)


def _forget_all(people):
    """Put a number in the place of each; who cannot be forgotten now is looked at again the next night."""
    number = 0
    for person in people:
        if not refusal_to_be_forgotten(person):
            forget(person, with_words=False)
            number += 1
    return number


def _delete_all(rows):
    """Delete these, also where the database guards them; what others rest on stays for now."""
    try:
        with transaction.atomic(), lifted(connection, {rows.model._meta.db_table}):
            return delete(rows.model, rows)
    except (ProtectedError, RestrictedError):
        return 0
