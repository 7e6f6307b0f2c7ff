"""Counting an exercise: each side by itself, then side by side (R45). Only a closed exercise has results."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from django.utils.translation import gettext as _

from ... import ranking
from .ballot import Choice, Pair
from .sides import Side

FEW = 3  # fewer ballots than this are said to be only so many


def count(exercise, items, contents):
    """The ranking.Result of ballots, each as `Ballot.content` has it, by the exercise's method. Raises Refused."""
    if exercise.is_of_pairs:
        return ranking.pairwise(items, contents)
    if exercise.is_of_points:
        return ranking.points(items, contents, exercise.points_each)
    return ranking.rank(items, contents)


@dataclass(frozen=True)
class Compared:
    """One thing as both sides placed it, and as it was agreed."""

    item: object
    users: ranking.Row
    professionals: ranking.Row

    @property
    def apart(self):
        """How many places lower professionals put it; None where a side gave it none."""
        return ranking.Apart(self.item, self.users.place, self.professionals.place).difference

    @property
    def apart_in_words(self):
        """Where professionals put it, seen from the users' place."""
        if self.apart is None:
            return ""
        if not self.apart:
            return _("The same")
        words = _("Professionals: %(count)s lower") if self.apart > 0 else _("Professionals: %(count)s higher")
        return words % {"count": abs(self.apart)}


@dataclass(frozen=True)
class Results:
    """What came of a closed exercise: a ranking.Result for each side, and the ballots of each party counted."""

    exercise: object
    items: list
    users: ranking.Result
    professionals: ranking.Result
    parties: list[tuple[str, str, int]]

    @property
    def name(self):
        """What the method is called."""
        return self.users.name

    @property
    def explanation(self):
        """How the method counts, in plain words."""
        return self.users.explanation

    @cached_property
    def agreement(self):
        """How far the two sides agree."""
        return ranking.agreement(self.users.places, self.professionals.places)

    @cached_property
    def rows(self):
        """A Compared for each thing, in the order of the users' places."""
        theirs = {row.item: row for row in self.professionals.rows}
        return [Compared(row.item, row, theirs[row.item]) for row in self.users.rows]

    def of(self, item):
        """The Compared of one Item."""
        return next(row for row in self.rows if row.item == item)

    @property
    def agreement_in_words(self):
        """How far the two sides agree, in a sentence, with the pairs that show it."""
        tau = self.agreement.tau
        if tau is None:
            return _("One side put nothing in order, so the two cannot be compared.")
        return f"{_closeness(tau)} {self.agreement.finding}"


def _closeness(tau):
    if tau == 1:
        return _("Both sides have the same order.")
    if tau == -1:
        return _("The two sides have it just the other way round.")
    if tau >= Fraction(1, 2):
        return _("The two sides agree on most of it.")
    if tau > 0:
        return _("The two sides agree a little more than they differ.")
    return _("The two sides agree as often as they differ.") if tau == 0 else _("The two sides differ on most of it.")


def results_of(exercise):
    """The Results of an exercise, in four queries at any number of ballots. Only `Exercise.results` calls it."""
    items = list(exercise.items.all())
    contents = {Side.USERS: [], Side.PROFESSIONALS: []}
    said = _said(exercise, {item.pk: item for item in items})
    for pk, side in exercise.ballots.order_by("pk").values_list("pk", "side"):
        contents[Side(side)].append(said.get(pk, [] if exercise.is_of_pairs else {}))
    counted = {side: count(exercise, items, ballots) for side, ballots in contents.items()}
    return Results(
        exercise, items, counted[Side.USERS], counted[Side.PROFESSIONALS], exercise.ballots.by_party()
    )  # fmt: skip


def _said(exercise, items):
    """What each ballot says, by its key."""
    found = {}
    if exercise.is_of_pairs:
        for pair in Pair.objects.filter(ballot__exercise=exercise).order_by("pk"):
            pair.first, pair.second = items[pair.first_id], items[pair.second_id]
            found.setdefault(pair.ballot_id, []).append(pair.judgement)
        return found
    rows = Choice.objects.filter(ballot__exercise=exercise).order_by("pk")
    for ballot, item, value in rows.values_list("ballot_id", "item_id", "value"):
        found.setdefault(ballot, {})[items[item]] = value
    return found
