"""The addresses of meetings, who is asked to them, and talks without users: a part of `tests.addresses`."""

import uuid

from .addresses_of_talk import row
from .world import TALK

DAY = {"day": "3", "month": "5"}


def addresses_of_meetings(world):
    """The rows of the lists, of who comes, of what a meeting holds, and of talks held without users."""
    cycle, hidden = world.cast.cycle, world.hidden_cycle
    for where, situation in ((cycle, ""), (hidden, "hidden")):
        yield row("cycle_sessions", situation, [where.slug])
        yield row("stage_sessions", situation, [where.slug, TALK])
        yield row("cycle_talks", situation, [where.slug])
        yield row("stage_talks", situation, [where.slug, TALK])
    yield row("cycle_sessions", "past", [cycle.slug], {"which": "past"})
    for openness, made in world.sessions.items():
        yield row("session_dates", openness, [cycle.slug, TALK, made.pk])
    yield row("session", "called off", [cycle.slug, TALK, world.called_off.pk])
    yield from _who_comes(world)
    yield from _pieces(world)
    yield from _talks(world)


def _who_comes(world):
    cast = world.cast
    for openness, made in world.sessions.items():
        here = [cast.cycle.slug, TALK, made.pk]
        mia, bea, ola = (world.attendances[openness, name] for name in ("mia", "bea", "ola"))
        yield row("session_ask", openness, here, form={"people": [cast.cara.pk]})
        yield row("attendance_answer", openness, [*here, mia.pk], form={"comes": "no"})
        yield row("attendance_authority", openness, [*here, ola.pk], form={"decides": "yes"})
        yield row("attendance_end", openness, [*here, bea.pk], form={})
        yield row("session_came", openness, here, form={"came": [mia.pk]})
        yield row("session_calling_off", openness, here, form={"because": "It rains."})
        yield row("minutes_word", openness, here, form={"is_so": "yes", "seen": made.version})
        looked = {"went_well": "All of it.", "is_shared": "yes", "version": "1"}
        yield row("debrief", openness, [*here, cast.users.pk], form=looked)


def _pieces(world):
    cast = world.cast
    mia = world.attendances["involved", "mia"]
    day = {f"due_on_{name}": value for name, value in DAY.items()} | {"due_on_year": "2031"}
    forms = {
        "agenda": {"number": "1", "title": "The menu", "asks": "talk"},
        "papers": {"title": "Two menus", "words": "Soup, or stew."},
        "decisions": {"what": "Soup it is.", "was_theirs": "yes"},
        "actions": {"what": "Ask the cook.", "owner": mia.pk} | day,
    }
    here = [cast.cycle.slug, TALK, world.sessions["involved"].pk]
    for sort, typed in forms.items():
        piece = world.pieces["involved", sort]
        yield row("piece_new", sort, [*here, sort], form=typed | {"token": str(uuid.uuid4())})
        yield row("piece_edit", sort, [*here, sort, piece.pk], form=typed | {"version": piece.version})
        yield row("piece_end", sort, [*here, sort, piece.pk], form={})
    yield row("piece_new", "none such", [*here, "songs"])
    done = {"done": "yes", "became": "He can."}
    yield row("action_result", "", [*here, world.pieces["involved", "actions"].pk], form=done)
    there = [cast.cycle.slug, TALK, world.sessions["public"].pk]
    yield row("piece_new", "public", [*there, "agenda"], form=forms["agenda"])


def _talks(world):
    here = [world.cast.cycle.slug, TALK]
    day = {f"held_on_{name}": value for name, value in DAY.items()} | {"held_on_year": "2023"}
    typed = {"topic": "Vans", "who": "Two officers", "outcome": "None.", "why_without": "Money.", "openness": "public"}
    yield row("talk_new", "", here, form=typed | day)
    for openness, made in world.talks.items():
        yield row("talk_edit", openness, [*here, made.pk], form=typed | day | {"version": made.version})
