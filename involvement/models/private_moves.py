"""Moves that nobody else reads of: one door for the state, a conditional update, a step for the few, and no event."""

from django.db import models, transaction

from cycle import moves


class PrivatelyMovable(moves.Movable):
    """A Movable whose moves concern one person: each leaves a step (`note_step`) and nothing in the ledger."""

    class Meta:
        abstract = True

    def move(self, name, by, *, words="", **changes):
        """Make the move `name` when the row still stands where we saw it. words: what `by` says with it.

        changes: other fields of the row. Raises Refused with the sentence.
        """
        rule = self.MOVES[name]
        with transaction.atomic():
            if sentence := rule.refusal(self, by):
                raise moves.Refused(sentence)
            same = type(self).objects.filter(pk=self.pk, state=self.state)
            if not same.update(state=rule.target, version=models.F("version") + 1, **changes):
                raise moves.Refused(moves.QUICKER, conflict=True)
            for name_, value in {"state": rule.target, "version": self.version + 1, **changes}.items():
                setattr(self, name_, value)
            self.note_step(rule.verb, by, words)
            return self
