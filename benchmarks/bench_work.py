"""The room of each stage's work with few records and with many, and an exercise counted from very many ballots."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.ground import connection, measure, prepared  # first: it sets Django up

# isort: split
from django.test import Client, override_settings

from cycle.models import KINDS
from tests import build

FEW, THINGS, ROUNDS = 5, 10, 5
KINDS_SHOWN = (
    "framework", "context", "needs", "budget", "strategy", "testing",
    "decision", "commissioning", "procurement", "implementation", "monitoring", "review",
)  # fmt: skip


def fill(cast, number):
    """Bring every sort of record in these stages to this many."""
    for slug in KINDS_SHOWN:
        stage = cast.stage(slug)
        for model in KINDS[slug].records:
            if model.why_cannot_add(stage, cast.ann):
                continue  # those are written by the parties themselves
            for _ in range(number - model.objects.filter(stage=stage).count()):
                build.record(stage, cast.ann, model)


def pages(cast, figures, size):
    """Measure the room of each stage, and the floor in the same run."""
    client = Client()
    client.force_login(cast.mia)
    figures[size, "floor"] = measure(client, "/floor/", ROUNDS)
    for slug, path in _paths(cast):
        figures[size, slug] = measure(client, path, ROUNDS)


def _paths(cast):
    """(name, path) of each page that is measured: the work of each stage, and what looks over the whole cycle."""
    here = f"/cycles/{cast.cycle.slug}"
    yield from ((slug, f"{here}/stages/{slug}/whole/") for slug in KINDS_SHOWN)
    decision = cast.stage("decision").kind.record.objects.filter(stage=cast.stage("decision")).first()
    yield "why", f"{decision.get_absolute_url()}why/"
    for name in ("known", "from-before", "dashboard", "decisions"):
        yield name, f"{here}/{name}/"
    yield "lessons", "/lessons/"


def counted(cast, ballots):
    """Seconds to count an exercise of ten things with this many ballots, and milliseconds of the page that shows it."""
    stage = build.opened(cast.cycle, "priorities")
    things = tuple(f"Thing {number}" for number in range(THINGS))
    asked = build.open_exercise(stage, things=things)
    first = build.ballot(asked, cast.mia, cast.users, *things)
    copy_many(asked, first, ballots)
    asked.close(cast.ann)
    begun = time.perf_counter()
    rows = asked.results.rows
    seconds = time.perf_counter() - begun
    client = Client()
    client.force_login(cast.mia)
    page = measure(client, f"/cycles/{cast.cycle.slug}/stages/priorities/whole/", 3)
    return len(rows), seconds, page


def copy_many(exercise, first, number):
    """Ballots of unnamed people like the first one, each with its things turned by one more place."""
    ballot, choice = type(first), type(first.choices.first())
    kept = {field.attname: getattr(first, field.attname) for field in ballot._meta.concrete_fields}
    for name in ("id", "token"):
        kept.pop(name)
    kept |= {"given_by_id": None, "channel": "paper", "reference": ""}
    made = ballot.objects.bulk_create([ballot(**kept) for _ in range(number)], batch_size=1000)
    items = list(exercise.items.all())
    rows = [
        choice(ballot=each, item=item, value=(place + turn) % len(items) + 1)
        for turn, each in enumerate(made)
        for place, item in enumerate(items)
    ]
    choice.objects.bulk_create(rows, batch_size=2000)


@override_settings(ROOT_URLCONF="benchmarks.floor")
def main(number, ballots):
    cast, figures = prepared(), {}
    for size in (FEW, number):
        fill(cast, size)
        pages(cast, figures, size)
    floor = figures[number, "floor"][1]
    print(f"{connection.vendor}, {number} records of each sort; floor {floor:.1f} ms")
    print(f"{'stage':14} {'queries':>7} {'ms CPU':>7} {'bytes':>8} {'× floor':>8} {'growth':>7}")
    for slug, _path in _paths(cast):
        queries, ms, size, _clock = figures[number, slug]
        was_queries, was, *_rest = figures[FEW, slug]
        more = "" if queries == was_queries else f"  ({was_queries} queries with {FEW})"
        print(f"{slug:14} {queries:7} {ms:7.1f} {size:8} {ms / floor:8.2f} {ms / was:7.2f}{more}")
    rows, seconds, page = counted(cast, ballots)
    print(f"{ballots} ballots over {rows} things: counted in {seconds:.2f} s;", end=" ")
    print(f"the page {page[1]:.0f} ms, {page[0]} queries")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--records", type=int, default=200)
    parser.add_argument("--ballots", type=int, default=1000)
    given = parser.parse_args()
    main(given.records, given.ballots)
