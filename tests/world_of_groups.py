"""What the pages of groups tell: mandates, declarations, trust, money, asking for it; a part of `tests.world`."""

from datetime import date

from involvement.loyalty import workers_of
from involvement.models import Allocation, DirectFunding, Loyalty
from people.models import Mandate

from . import build
from .readers import READERS

INSIDE = {"mia", "bea", "cove", "ola", "ann"}
SIGNED_IN = set(READERS) - {"nobody"}


def fill(world):
    """Fill the world with it: the group's words are for its members, and for officers where it takes part."""
    cast, group = world.cast, world.cast.meals_voice
    group.host = cast.provider
    group.save()
    told = {name: world.canary(f"group {name}", SIGNED_IN) for name in ("done_before", "meets_where", "joining")}
    group.rewrite(cast.cove, 1, **told)
    mandate = {name: world.canary(f"mandate {name}", INSIDE) for name in ("words", "given_by")}
    place = group.memberships.get(person=cast.bea)
    Mandate.write(place, cast.cove, given_on=date(2024, 5, 3), **mandate)
    _loyalties(world, group)
    _money(world, group)
    _direct_funding(world, group)


def _loyalties(world, group):
    cast = world.cast
    # For whom the convenor works can be read wherever the convenor puts in words for the group.
    open_words = {name: world.canary(f"loyalty {name}", set(READERS)) for name in ("employer", "provides_what")}
    for when in ("before", "now"):
        closed = {
            name: world.canary(f"loyalty {when} {name}", INSIDE)
            for name in ("funded_by", "contract_aims", "interests", "loyalty")
        }
        build.loyalty(group, cast.cove, **open_words, **closed)
    # Whoever works for the host says it for the host, and so finds in the form what was said before.
    host = {
        name: world.canary(f"host {name}", {*INSIDE, "pat"})
        for name in ("funded_by", "contract_aims", "interests", "loyalty")
    }
    host["provides_what"] = world.canary("host provides", set(READERS))
    Loyalty.declare_for_host(group, cast.cove, provides="self", **host)
    world.workers = {each.key.split("-")[0]: each for each in workers_of([group])[group.pk]}


def _money(world, group):
    cast = world.cast
    for situation in ("", "struck"):
        words = {name: world.canary(f"money {situation} {name}", INSIDE) for name in ("purpose", "given_by")}
        made = build.allocation(group, cast.cove, **words)
        paid = build.spending(made, cast.cove, what_for=world.canary(f"paid {situation}", INSIDE))
        if situation:
            paid.strike(cast.cove, world.canary("paid struck because", INSIDE))
            made.strike(cast.cove, world.canary("money struck because", INSIDE))
        world.allocations[situation] = made
    build.spending(Allocation.objects.of(group).standing().get(), cast.cove, what_for="A room")


def _direct_funding(world, group):
    cast = world.cast
    for situation in ("answered", "open"):
        words = {name: world.canary(f"direct {situation} {name}", INSIDE) for name in ("words", "ready")}
        asked = DirectFunding.ask(group, cast.bea, cast.council, **words)
        if situation == "answered":
            asked.give_answer(cast.ann, "no", world.canary("direct because", INSIDE))
        world.fundings[situation] = asked
