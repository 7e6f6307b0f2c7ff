"""Queries, CPU time, bytes, ratio to the floor and growth of each main page, for a member and for a commissioner."""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
folder = tempfile.mkdtemp(prefix="in-the-round-bench-")
os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/bench.sqlite3")
os.environ.update(
    ENV_FILE="", DEBUG="true", VAR_DIR=folder, DJANGO_SETTINGS_MODULE="config.settings", LOG_LEVEL="ERROR"
)

import django  # noqa: E402
from django.conf import settings  # noqa: E402

django.setup()
settings.DEBUG = False
settings.ALLOWED_HOSTS = ["testserver"]

from django.core.management import call_command  # noqa: E402
from django.db import connection, reset_queries  # noqa: E402
from django.test import Client, override_settings  # noqa: E402

from cycle.models import Event  # noqa: E402
from feedback.models import Answer, Contribution  # noqa: E402
from people.models import Person  # noqa: E402
from tests import build  # noqa: E402

ROUNDS = 15
SMALL = 100
GIVERS = 500


def pages(cast):
    """The main pages, by name."""
    start = f"/cycles/{cast.cycle.slug}/"
    stage = f"{start}stages/needs/"
    one = Contribution.objects.order_by("-pk").values_list("pk", flat=True)[0]
    line = build.stage(cast.cycle, "budget").kind.record.objects.get()
    return {
        "first page": "/",
        "whole cycle": start,
        "agreement": stage,
        "contributions": f"{stage}contributions/",
        "one contribution": f"{stage}contributions/{one}/",
        "records": f"{stage}records/needs/",
        "one record": line.get_absolute_url(),
        "ledger": f"{start}ledger/",
    }


def fill(cast, number):
    """Bring the stage to this many contributions; every second one is answered."""
    stage = cast.stage("needs")
    have = Contribution.objects.count()
    first = Contribution.objects.first() or build.contribution(stage, cast.mia, cast.users)
    people = givers(cast)
    rows = [copy_of(first, each, people[each % len(people)]) for each in range(have, number)]
    Contribution.objects.bulk_create(rows, batch_size=1000)
    unanswered = Contribution.objects.filter(answers=None).order_by("pk")[: (number - have) // 2]
    answers = [Answer(contribution=row, outcome="no change", text="Read.", because="No money.", by=cast.ann)
               for row in unanswered]  # fmt: skip
    Answer.objects.bulk_create(answers, batch_size=1000)
    for table in ("ANALYZE",):
        with connection.cursor() as cursor:
            cursor.execute(table)


def givers(cast):
    """Those who say something: Mia, and many others who have no other part here."""
    have = Person.objects.filter(name__startswith="Member").count()
    Person.objects.bulk_create(Person(name=f"Member {each}") for each in range(have, GIVERS))
    return [cast.mia, *Person.objects.filter(name__startswith="Member")]


def copy_of(first, number, giver):
    """An unsaved contribution like the first, with words and a giver of its own."""
    kept = {field.attname: getattr(first, field.attname) for field in Contribution._meta.concrete_fields}
    for name in ("id", "token"):
        kept.pop(name)
    kept |= {"given_by_id": giver.pk, "entered_by_id": giver.pk}
    return Contribution(**{**kept, "text": f"What I think, number {number}: " + "warm food on cold days matters. " * 6})


def measure(client, path):
    """(queries, median CPU milliseconds, bytes) of a page."""
    client.get(path)
    connection.force_debug_cursor = True
    reset_queries()
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    queries = len(connection.queries_log)
    connection.force_debug_cursor = False
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        client.get(path)
        times.append(time.process_time() - began)
    return queries, 1000 * statistics.median(times), len(answer.content)


@override_settings(ROOT_URLCONF="benchmarks.floor")
def main(number):
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    cast = build.cast()
    build.opened(cast.cycle, "needs")
    for _ in range(30):
        build.record(cast.stage("needs"))
    build.budget_cut(cast.cycle)
    figures = {}
    for size in (SMALL, number):
        fill(cast, size)
        for who in ("mia", "ann"):
            client = Client()
            client.force_login(getattr(cast, who))
            floor = measure(client, "/floor/")
            for name, path in pages(cast).items():
                figures[size, who, name] = (*measure(client, path), floor[1])
    print(f"{connection.vendor}, {number} contributions, {Event.objects.count()} events", end="; ")
    print(f"floor {floor[1]:.1f} ms, {floor[0]} queries")
    print(f"{'page':18} {'reader':7} {'queries':>7} {'ms CPU':>7} {'bytes':>7} {'× floor':>8} {'growth':>7}")
    for who in ("mia", "ann"):
        for name in pages(cast):
            queries, ms, size, floor_ms = figures[number, who, name]
            before = figures[SMALL, who, name][1]
            print(f"{name:18} {who:7} {queries:7} {ms:7.1f} {size:7} {ms / floor_ms:8.2f} {ms / before:7.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contributions", type=int, default=1000)
    main(parser.parse_args().contributions)
