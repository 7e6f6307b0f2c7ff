"""What people put in order: the things of one exercise, fixed once the first ballot is in (R45)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from people.refusal import Conflict

from ... import ledger, moves
from ...words import Verb

THINGS_SET = Verb("exercise things set", _("said which things are put in order:"))

LEAST, MOST, MOST_IN_PAIRS = 2, 12, 7  # seven things make 21 pairs, which is as many as people have patience for
FIXED = _("A ballot is in, so the things to put in order stay as they are. Make a new exercise to ask about others.")
TOO_MANY = ngettext_lazy("Ask about no more than %(most)d thing.", "Ask about no more than %(most)d things.", "most")
TOO_FEW = _("Write down at least two things to put in order before you open it.")
TOO_MANY_PAIRS = _("Two at a time works with up to 7 things. With more there are too many pairs.")
SAID_TWICE = _("“%(title)s” is there twice. Give each thing its own name.")


class Item(models.Model):
    """One thing to put in order. place: where it stands in what people are asked, from 1."""

    exercise = models.ForeignKey("cycle.Exercise", models.PROTECT, related_name="items")
    title = models.CharField(_("what it is called"), max_length=160)
    summary = models.TextField(_("in plain words"), blank=True)
    place = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name = _("thing to put in order")
        verbose_name_plural = _("things to put in order")
        ordering = ("place", "pk")
        constraints = [
            models.UniqueConstraint(fields=["exercise", "title"], name="cycle_item_named_once"),
            models.CheckConstraint(condition=~Q(title="") & Q(place__gte=1), name="cycle_item_has_a_name_and_a_place"),
        ]

    def __str__(self):
        return self.title


def set_items(exercise, by, version, things):
    """Say which things an exercise is about, in their order. Returns the Event, or None when nothing differs.

    things: a list of (key of an Item or None, title, summary); one that is not among them is taken away. version: of
    the exercise, as it was read. Raises Refused, and Conflict with the exercise as it stands.
    """
    with ledger.writing(exercise.stage.cycle):
        current = exercise.afresh()
        if sentence := current.why_items_are_fixed(by) or unfit(things) or _too_open_for(current, things):
            raise moves.Refused(sentence)
        if current.version != version:
            raise Conflict(current)
        there = {item.pk: item for item in current.items.all()}
        before = [(item.title, item.summary) for item in there.values()]
        if before == [(title, summary) for _pk, title, summary in things]:
            return None
        _replace(current, there, things)
        type(exercise).objects.filter(pk=exercise.pk).update(version=version + 1)
        exercise.version = version + 1
        return ledger.record(
            THINGS_SET, exercise, by, cycle=exercise.stage.cycle, stage=exercise.stage, openness=exercise.openness,
            before={"things": _listed(title for title, _summary in before)},
            after={"things": _listed(title for _pk, title, _summary in things)},
        )  # fmt: skip


def unfit(things):
    """What is wrong with a list of things, as a sentence; empty when nothing is."""
    titles = [title for _pk, title, _summary in things]
    if len(titles) > MOST:
        return str(TOO_MANY % {"most": MOST})
    twice = next((title for number, title in enumerate(titles) if title in titles[:number]), None)
    return SAID_TWICE % {"title": twice} if twice else ""


def unready(exercise, number=None):
    """What an exercise lacks before people can be asked about so many things, as a sentence; empty when nothing.

    number: of things; those that it has, when it is not given.
    """
    number = exercise.items.count() if number is None else number
    if number < LEAST:
        return TOO_FEW
    return TOO_MANY_PAIRS if exercise.is_of_pairs and number > MOST_IN_PAIRS else ""


def _too_open_for(exercise, things):
    """Why an exercise that is open already cannot be about these, as a sentence; empty when it can."""
    return unready(exercise, len(things)) if exercise.is_open else ""


def _replace(exercise, there, things):
    """Take away what is not named any more, and write the rest in its order."""
    kept = {pk for pk, _title, _summary in things}
    exercise.items.exclude(pk__in=[pk for pk in there if pk in kept]).delete()
    for item in there.values():  # two that change names are never called the same in between
        exercise.items.filter(pk=item.pk).update(title=f"{item.pk} {exercise.token}")
    for place, (pk, title, summary) in enumerate(things, start=1):
        said = {"title": title, "summary": summary, "place": place}
        if pk in there:
            exercise.items.filter(pk=pk).update(**said)
        else:
            exercise.items.create(**said)


def _listed(titles):
    """The titles as one text, one a line."""
    return "\n".join(titles)
