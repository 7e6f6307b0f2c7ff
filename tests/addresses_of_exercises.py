"""The addresses of exercises, in which people put things in order: a part of `tests.addresses`."""

import uuid

from .addresses_of_talk import row


def addresses_of_exercises(world):
    """An exercise before, while and after ballots come in; and one that only officers may read."""
    cycle, users = world.cast.cycle, world.cast.users
    for situation, made in world.exercises.items():
        items = list(made.items.all())
        here, token = [cycle.slug, "priorities", made.pk], str(uuid.uuid4())
        yield row("record", f"exercise {situation}", [cycle.slug, "priorities", made.SLUG, made.pk])
        rows = {f"title_{number}": f"Thing {number}" for number in (1, 2, 3)}
        yield row("exercise_items", situation, here, form=rows | {"version": made.version})
        yield row("exercise_opening", situation, here, form={})
        yield row("exercise_closing", situation, here, form={})
        pair = f"pair_{items[0].pk}_{items[1].pk}" if made.is_of_pairs else f"item_{items[0].pk}"
        said = {pair: "first" if made.is_of_pairs else "1", "token": token}
        yield row("exercise_ballot", situation, here, form=said)
        yield row("exercise_keying", situation, here, form=said | {"participant": users.pk, "channel": "paper"})
        yield row("exercise_paper", situation, here, form={"participant": users.pk, "number": "2"})
        yield row("exercise_results", situation, here)
        places = {f"place_{item.pk}": place for place, item in enumerate(items, start=1)}
        yield row("priorities_agreed", situation, here, form=places | {f"why_{item.pk}": "So." for item in items})
        for run in made.paper_runs.all():
            yield row("exercise_paper_pdf", situation, [*here, run.pk])
