"""Exercises in which both sides put things in order, and their ballots."""

from itertools import combinations

from cycle import ranking

from .cycles import lead, users
from .records import record

THINGS = ("Hot meals", "A low price", "More choice")


def exercise(stage, by=None, things=THINGS, **over):
    """An exercise that is being prepared, with these things, or (title, summary) pairs, to put in order."""
    by = by or lead(stage.cycle)
    said = {"title": "What comes first", "question": "What matters most?", **over}
    made = record(stage, by, stage.kind.record_named("exercises"), **said)
    rows = [thing if isinstance(thing, tuple) else (thing, "") for thing in things]
    made.set_items(by, made.version, [(None, title, summary) for title, summary in rows])
    return made


def open_exercise(stage, by=None, things=THINGS, **over):
    """An exercise that takes ballots; its stage is open."""
    made = exercise(stage, by, things, **over)
    made.open(by or lead(stage.cycle))
    return made


def content(exercise, order):
    """What a ballot says that puts things in this order: titles, a list of them sharing a place; () says nothing.

    Points go down from 3; of pairs each is judged that the order tells of.
    """
    items = {item.title: item for item in exercise.items.all()}
    tiers = [tier if isinstance(tier, list) else [tier] for tier in order]
    places = {items[title]: place for place, tier in enumerate(tiers, start=1) for title in tier}
    if exercise.is_of_points:
        return {item: max(4 - place, 0) for item, place in places.items()}
    if exercise.is_of_pairs:
        return [
            ranking.Judgement(*sorted(pair, key=places.get), is_tie=places[pair[0]] == places[pair[1]])
            for pair in combinations(places, 2)
        ]
    return places


def ballot(exercise, person, participant, *order, **how):
    """One's own ballot, given online; without an order it is an abstention."""
    return exercise.vote(person, participant, content(exercise, order), is_abstention=not order, **how)


def on_paper(exercise, *order, by=None, participant=None, **how):
    """The paper of somebody, by default unnamed and of the first users' group, put in by the lead."""
    by, participant = by or lead(exercise.stage.cycle), participant or users(exercise.stage.cycle)
    said = {"channel": "paper", "is_abstention": not order, **how}
    return exercise.put_in(by, participant, content(exercise, order), **said)


def agreed_list(exercise, by=None, why="It was talked over."):
    """Close it where it is open, and agree on the users' order with a reason for each."""
    by = by or lead(exercise.stage.cycle)
    if exercise.is_open:
        exercise.close(by)
    return exercise.agree(by, {row.item: (place, why) for place, row in enumerate(exercise.results.rows, start=1)})
