"""Contributions a second (form, row, line in the ledger) from eight people at once, beside one plain row."""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks.ground import folder
from tests.reliability.server import Crowd, Server

PEOPLE = 8
SECONDS = 4


def measured(server, path, sessions):
    """(answers a second, p95 in milliseconds, the statuses that came) of a form that is sent for some seconds."""
    with Crowd(server.port, path, sessions) as crowd:
        time.sleep(SECONDS)
    p95 = statistics.quantiles(crowd.seconds, n=20)[-1]
    return len(crowd.acknowledged) / SECONDS, 1000 * p95, sorted(crowd.answers)


def main():
    with Server(folder) as server:
        server.env["DJANGO_SETTINGS_MODULE"] = "benchmarks.settings"
        seeded = server.ask("seed", str(PEOPLE))
        server.start()
        floor = measured(server, "/floor/row/", seeded["sessions"])
        ours = measured(server, seeded["path"], seeded["sessions"])
    engine = "postgresql" if server.on_postgresql else "sqlite"
    print(f"{engine}, {PEOPLE} people at once, two workers of gunicorn")
    for name, (a_second, p95, statuses) in {"one plain row": floor, "a contribution": ours}.items():
        print(f"{name:16} {a_second:7.0f} a second, p95 {p95:5.0f} ms, statuses {statuses}")
    print(f"A contribution goes in at {ours[0] / floor[0]:.2f} of the floor.")


if __name__ == "__main__":
    main()
