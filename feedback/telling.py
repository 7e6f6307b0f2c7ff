"""Writing at once to those who wait for it: who said something and has an answer, who challenged and has a reply.

It is read from the ledger, event by event, up to where it was read last, so nothing is missed and nothing told twice,
also when a thousand answers are given at once.
"""

from collections import defaultdict
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.models import Event
from cycle.openness import Openness
from involvement.challenging import REPLIED
from involvement.easing import want_no_answers
from involvement.models import Challenge
from people import outbox
from people.links import absolute
from people.models import Person

from .digests import note_waiting
from .models import Contribution, ToldUpTo
from .models.answer import ANSWERED

READ = 2000  # so many events of a cycle are read at a time
# What is older than this is told by the first page alone: a worker that stood still for weeks floods nobody.
YOUNG = timedelta(days=3)
NAMED = 10  # so many answers are named in one letter


def tell_at_once():
    """Write to everybody who waited for what happened since the last time. Returns how many letters were put out."""
    return sum(_tell(cycle) for cycle in ToldUpTo.behind())


def skip(cycle):
    """Take everything that has happened in this cycle as told."""
    ToldUpTo.of(cycle).move_to(cycle.ledger_length)


@transaction.atomic
def _tell(cycle):
    """The letters about one cycle's next events; how many."""
    row = ToldUpTo.of(cycle)
    events = list(Event.objects.filter(cycle=cycle).after(row.number).order_by("number")[:READ])
    if not events:
        return 0
    young = [event for event in events if event.at >= timezone.now() - YOUNG]
    letters = [*_answers(cycle, young), *_replies(cycle, young)]
    row.move_to(events[-1].number)
    return sum(letters)


def _things(events, verb, model):
    """The rows that these events of one verb are about."""
    ids = {event.thing_id for event in events if event.verb == verb.slug}
    return model.objects.filter(pk__in=ids).select_related("stage__cycle", "cycle").order_by("pk") if ids else ()


def _answers(cycle, events):
    """Put out a letter to each giver whose words were answered; yields whether there was one."""
    by_giver = defaultdict(list)
    for contribution in _things(events, ANSWERED, Contribution):
        if contribution.given_by_id and contribution.is_answered:
            by_giver[contribution.given_by_id].append(contribution)
    for person in _who_hear_at_once(by_giver, cycle):
        said = by_giver[person.pk]
        subject = ngettext("You have an answer", "You have answers", len(said))
        context = {
            "cycle": cycle,
            "said": [_of_answer(each) for each in said[:NAMED]],
            "more": max(len(said) - NAMED, 0),
        }
        key = f"answered:{person.pk}:{cycle.pk}:{events[-1].number}"
        yield _put(person, key, subject, "feedback/email/answered.txt", context, said)


def _of_answer(contribution):
    """What a letter says of one answer; the words of what is not open to everybody stay on the site."""
    is_open = contribution.openness == Openness.PUBLIC and not contribution.is_unnamed
    words = _("“%(words)s”") % {"words": contribution.excerpt} if is_open else str(contribution)
    return {"words": words, "stage": contribution.stage, "url": absolute(contribution.get_absolute_url())}


def _replies(cycle, events):
    """Put out a letter to each challenger who has a reply; yields whether there was one."""
    replied = list(_things(events, REPLIED, Challenge))
    hear = {person.pk: person for person in _who_hear_at_once({each.by_id for each in replied}, cycle)}
    for challenge in replied:
        if person := hear.get(challenge.by_id):
            context = {"cycle": cycle, "stage": challenge.stage, "url": absolute(challenge.get_absolute_url())}
            key = f"replied:{challenge.pk}"
            yield _put(person, key, _("You have a reply"), "feedback/email/replied.txt", context, [challenge])


def _who_hear_at_once(ids, cycle):
    hear = Person.objects.filter(pk__in=ids, post=Person.Post.AT_ONCE)
    return hear.exclude(pk__in=want_no_answers(cycle)).order_by("pk")


def _put(person, key, subject, template, context, things):
    """Put out one letter about these things, which the morning's letter then does not tell as new."""
    note_waiting(person, [each.get_absolute_url() for each in things], timezone.localdate())
    return outbox.put(person, key, subject, template, context, may_be_stopped=True) is not None
