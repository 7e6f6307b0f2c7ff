"""A rehearsal: what a verb would do, found out by doing it and taking it all back."""

from collections.abc import Callable

from django.db import models

from . import ledger


class _Over(Exception):
    """The rehearsal is over: undoes what was done, and carries what was seen out."""

    def __init__(self, seen):
        self.seen = seen


def rehearse[Thing: models.Model, Seen](thing: Thing, play: Callable[[Thing], Seen]) -> Seen:
    """Let `play` happen to the thing, loaded afresh, under the ledger's lock; take all of it back; return what it gave.

    thing: a row that belongs to a cycle (a Stage, a record). play: runs the real verb on the row that it is given and
    returns what it saw of the world as it would be: plain values, since a query that is asked later finds the world as
    it is. `thing` itself never learns of it. A refusal or a Conflict passes through. Only the database is taken back,
    so a verb that wrote a file or sent a letter could not be rehearsed: ours do neither.
    """
    try:
        with ledger.writing(thing.ledger_cycle):
            raise _Over(play(type(thing)._base_manager.get(pk=thing.pk)))
    except _Over as over:
        return over.seen
