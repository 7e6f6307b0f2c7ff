"""Queries, CPU time, bytes, ratio to the floor and growth of each main page, for a member and for a commissioner."""

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.ground import connection, fill, measure, prepared  # first: it sets Django up

# isort: split
from django.test import Client, override_settings

from cycle.models import Event
from feedback.models import Contribution
from tests import build

SMALL = 100


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


@override_settings(ROOT_URLCONF="benchmarks.floor")
def main(number):
    cast = prepared()
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
            queries, ms, size, _clock, floor_ms = figures[number, who, name]
            before = figures[SMALL, who, name][1]
            print(f"{name:18} {who:7} {queries:7} {ms:7.1f} {size:7} {ms / floor_ms:8.2f} {ms / before:7.2f}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contributions", type=int, default=1000)
    main(parser.parse_args().contributions)
