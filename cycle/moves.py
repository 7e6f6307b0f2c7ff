"""Moves: every change of state goes through this one door.

A table of moves says from where to where, who may, and the sentence a reader gets when it cannot be. The same sentence
is raised by the verb, shown by the page, and explains a button that is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.refusal import Refused, Sentence

from . import ledger
from .openness import Openness
from .words import Verb


def anyone(thing, person):
    """Nobody is refused here: the verb above this move has asked already."""
    return True


@dataclass(frozen=True)
class Move:
    """One row of a table of moves."""

    verb: Verb
    sources: tuple[str, ...]
    target: str
    who: Callable[[models.Model, object], bool]
    not_you: Sentence
    not_now: Sentence | dict[str, Sentence]
    unready: Callable[[models.Model], Sentence] = field(default=lambda thing: "")
    material: bool = False

    def refusal(self, thing, person, state=None):
        """The sentence that refuses this move to this person now; empty when it may be made."""
        state = thing.state if state is None else state
        if not self.who(thing, person):
            return self.not_you
        if state not in self.sources:
            return self.not_now.get(state, QUICKER) if isinstance(self.not_now, dict) else self.not_now
        return self.unready(thing)


QUICKER = _("Somebody else was quicker: this has moved on since you opened the page. Look at it again.")


class Movable(models.Model):
    """Something with a `state` that changes only by its `MOVES` (a dict of name -> Move)."""

    MOVES: dict[str, Move] = {}

    class Meta:
        abstract = True

    def refusal(self, name, person):
        """Why this person cannot make the move `name` now, as a sentence; empty when they can."""
        return self.MOVES[name].refusal(self, person)

    def move(self, name, by, *, reason="", acting_for="", told=None, was=None, is_named=True, **changes):
        """Make the move `name`: check it, change the row only if it still stands where we saw it, write the event.

        changes: other fields of the row to set with it. told, was: what the event says beside the state, of now and of
        before. is_named: whether it says who did it. Returns the Event. Raises Refused with the sentence.
        """
        rule = self.MOVES[name]
        with ledger.writing(self.ledger_cycle):
            if sentence := rule.refusal(self, by):
                raise Refused(sentence)
            seen = self.state
            same = type(self).objects.filter(pk=self.pk, state=seen)
            if not same.update(state=rule.target, **changes):
                raise Refused(QUICKER, conflict=True)
            for name_, value in {"state": rule.target, **changes}.items():
                setattr(self, name_, value)
            return ledger.record(
                rule.verb, self, by if is_named else None, cycle=self.ledger_cycle, stage=self.ledger_stage,
                reason=reason, before={"state": seen, **(was or {})}, after={"state": rule.target, **(told or {})},
                material=rule.material, acting_for=acting_for, openness=self.ledger_openness,
            )  # fmt: skip

    @classmethod
    def move_many(cls, name, things, by, *, told=None):
        """Make the move `name` with many things of one cycle at once, one event for each, in one transaction.

        things: a list of rows that share their Cycle. Returns those that moved; what has moved on since it was seen is
        left out. Raises Refused with the first one's sentence when none can move.
        """
        if not things:
            return []
        rule, cycle = cls.MOVES[name], things[0].ledger_cycle
        with ledger.writing(cycle):
            states = cls._states(things)
            free = [thing for thing in things if not rule.refusal(thing, by, states[thing.pk])]
            if not free:
                raise Refused(rule.refusal(things[0], by, states[things[0].pk]), conflict=True)
            for seen in rule.sources:
                same = [thing for thing in free if states[thing.pk] == seen]
                cls._move_from(seen, rule.target, same)
                told_of = {"before": {"state": seen}, "after": {"state": rule.target, **(told or {})}}
                ledger.record_many(rule.verb, same, by, cycle=cycle, **told_of)
            return free

    @classmethod
    def _states(cls, things):
        """The state that the database has for each of these, by its key."""
        found = {}
        for some in ledger.in_batches([thing.pk for thing in things]):
            found |= dict(cls.objects.filter(pk__in=some).values_list("pk", "state"))
        return found

    @classmethod
    def _move_from(cls, seen, target, things):
        """Change these rows if all of them still stand where we saw them. Raises Refused."""
        for some in ledger.in_batches(things):
            same = cls.objects.filter(pk__in=[thing.pk for thing in some], state=seen)
            if same.update(state=target) != len(some):
                raise Refused(QUICKER, conflict=True)
        for thing in things:
            thing.state = target

    @property
    def ledger_cycle(self):
        """The cycle whose ledger this thing writes in."""
        return self.cycle

    @property
    def ledger_stage(self):
        """The stage that its events belong to, or None."""
        return None

    @property
    def ledger_openness(self):
        """Who may read its events."""
        return Openness.PUBLIC
