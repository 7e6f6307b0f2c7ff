"""What the benchmarks of pages stand on: a database of their own, contributions in any number, and measuring a page."""

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

from feedback.models import Answer, Contribution  # noqa: E402
from people.models import Person  # noqa: E402
from tests import build  # noqa: E402

ROUNDS = 15
GIVERS = 500


def prepared():
    """A cast whose needs stage is open, in a database that was made for it."""
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    cast = build.cast()
    build.opened(cast.cycle, "needs")
    return cast


def fill(cast, number):
    """Bring the stage to this many contributions; every second one is answered."""
    stage = cast.stage("needs")
    have = Contribution.objects.count()
    first = Contribution.objects.first() or build.contribution(stage, cast.mia, cast.users)
    people = givers(cast)
    rows = [copy_of(first, each, people[each % len(people)]) for each in range(have, number)]
    Contribution.objects.bulk_create(rows, batch_size=1000)
    answer(cast, (number - have) // 2)


def answer(cast, number):
    """Answer so many of those that have no answer, and let the database look at its tables."""
    unanswered = Contribution.objects.filter(answers=None).order_by("pk")[:number]
    answers = [Answer(contribution=row, outcome="no change", text="Read.", because="No money.", by=cast.ann)
               for row in unanswered]  # fmt: skip
    Answer.objects.bulk_create(answers, batch_size=1000)
    Contribution.objects.filter(pk__in=Answer.objects.values("contribution_id")).update(state="answered")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def givers(cast):
    """Those who say something: Mia, and many others who have no other part here."""
    have = Person.objects.filter(name__startswith="Member").count()
    Person.objects.bulk_create(
        Person(name=f"Member {each}", email=f"member-{each}@example.org") for each in range(have, GIVERS)
    )
    return [cast.mia, *Person.objects.filter(name__startswith="Member")]


def copy_of(first, number, giver, **over):
    """An unsaved contribution like the first, with words and a giver of its own."""
    kept = {field.attname: getattr(first, field.attname) for field in Contribution._meta.concrete_fields}
    for name in ("id", "token"):
        kept.pop(name)
    text = f"What I think, number {number}: " + "warm food on cold days matters. " * 6
    return Contribution(**{**kept, "given_by_id": giver.pk, "entered_by_id": giver.pk, "text": text} | over)


def measure(client, path, rounds=ROUNDS):
    """(queries, median CPU milliseconds, bytes, median milliseconds by the clock) of a page."""
    client.get(path)
    connection.force_debug_cursor = True
    reset_queries()
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    queries = len(connection.queries_log)
    connection.force_debug_cursor = False
    times = []
    for _ in range(rounds):
        clock, began = time.perf_counter(), time.process_time()
        client.get(path)
        times.append((time.process_time() - began, time.perf_counter() - clock))
    cpu, clock = (1000 * statistics.median(column) for column in zip(*times, strict=True))
    return queries, cpu, len(answer.content), clock
