"""Run in the worker's own environment: `fill N` starts to bring in a file of N rows, `count` says what is there."""

import json
import sys
from datetime import timedelta

import django

django.setup()

from django.utils import timezone  # noqa: E402

from cycle.ledger import faults  # noqa: E402
from cycle.models import Cycle, Event  # noqa: E402
from feedback.models import Contribution, Import, ImportFile  # noqa: E402
from feedback.moving import bringing  # noqa: E402
from people.models import Job  # noqa: E402
from tests.build import cast, moving, opened  # noqa: E402


def fill(number):
    """A checked file of so many rows, and a job that waits to bring it in."""
    people = cast()
    stage = opened(people.cycle, "needs")
    imported = bringing.take_up(stage, people.ann, "survey.csv", moving.as_csv(moving.survey(number)))
    Import.objects.filter(pk=imported.pk).update(
        mapping=moving.mapping(stage), state="checked", fresh=number, revision=1
    )
    imported.refresh_from_db()
    bringing.begin(imported, people.ann)
    print(json.dumps({"job": Job.objects.get().pk}))


def age():
    """As if the last sign of life had been long ago: what the reaper would wait two minutes for."""
    long_ago = timezone.now() - timedelta(hours=1)
    print(json.dumps({"aged": Job.objects.filter(state="works").update(heartbeat_at=long_ago)}))


def count():
    """The job, what is there, and what is wrong with the ledger."""
    job = Job.objects.get()
    print(json.dumps({
        "state": job.state, "percent": job.percent, "attempts": job.attempts, "reason": job.reason,
        "rows": Contribution.objects.count(), "keys": Contribution.objects.values("source_key").distinct().count(),
        "events": Event.objects.filter(verb="import done").count(), "files": ImportFile.objects.count(),
        "faults": [fault for cycle in Cycle.objects.all() for fault in faults(cycle)],
    }))  # fmt: skip


if __name__ == "__main__":
    {"fill": lambda: fill(int(sys.argv[2])), "age": age, "count": count}[sys.argv[1]]()
