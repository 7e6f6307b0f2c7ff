"""Bringing in a file of many rows, and taking them out again: rows a second, memory, queries."""

import argparse
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.ground import connection  # noqa: I001 (first: it sets Django up)

from django.core.management import call_command

from cycle.ledger import faults
from feedback.moving import bringing
from feedback.asking import Asking
from feedback.moving.exporting import as_csv, as_json, as_xlsx, lines_of
from tests import build
from tests.build import moving


def megabytes():
    """The most memory that this process has ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measured(name, rows, do):
    """Print what doing it takes. Returns what it returns."""
    began, cpu = time.perf_counter(), time.process_time()
    asked = []

    def note(execute, sql, *rest):
        asked.append(sql[:20])
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        came = do()
    seconds, cpu = time.perf_counter() - began, time.process_time() - cpu
    print(f"{name:24} {rows / seconds:8.0f} {rows / cpu:10.0f} {seconds:7.1f} {len(asked):8} {megabytes():8.0f}")
    return came


def use_up(pieces):
    """Read all of a stream, and keep nothing."""
    return sum(len(piece) for piece in pieces)


def read_xlsx(pages):
    """Make the workbook and let it go."""
    with as_xlsx(pages) as file:
        return len(file.read())


def main(number):
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    people = build.cast()
    stage = build.opened(people.cycle, "needs")
    content = moving.as_csv(moving.survey(number))
    made = bringing.take_up(stage, people.ann, "survey.csv", content)
    bringing.Import.objects.filter(pk=made.pk).update(mapping=moving.mapping(stage), revision=1)
    print(f"{connection.vendor}, {number} rows, a file of {len(content) / 2**20:.1f} MB")
    print(f"{'':24} {'rows/s':>8} {'rows/s CPU':>10} {'s':>7} {'queries':>8} {'MB most':>8}")
    measured("look through", number, lambda: bringing.check(bringing.Silent(), made.pk, 1))
    measured("bring in", number, lambda: bringing.bring_in(bringing.Silent(), made.pk, 1, people.ann.pk))
    assert list(faults(stage.cycle)) == []
    for name, write in (("CSV", as_csv), ("JSON", lambda pages: as_json(pages, {})), ("XLSX", read_xlsx)):
        out = read_xlsx if write is read_xlsx else lambda pages, write=write: use_up(write(pages))
        measured(
            f"take out as {name}", number, lambda out=out: out(lines_of([stage], people.ann, Asking(), "http://x"))
        )
    done = bringing.Import.objects.select_related("stage__cycle").get(pk=made.pk)
    measured("take back", number, lambda: bringing.take_back(done, people.ann, "It was a measurement."))


if __name__ == "__main__":
    asked = argparse.ArgumentParser()
    asked.add_argument("--rows", type=int, default=50_000)
    main(asked.parse_args().rows)
