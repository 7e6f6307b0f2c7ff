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
