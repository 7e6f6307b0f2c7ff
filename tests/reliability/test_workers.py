"""A worker dies in the middle of its work: the next one does it, once, and nothing is stuck."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from .server import ROOT, Server

pytestmark = pytest.mark.django_db(transaction=True)


class Yard(Server):
    """A database of its own with workers on it, each a process that can be killed."""

    def work(self, *more):
        """A worker of its own, as `manage.py worker` starts it."""
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [sys.executable, "manage.py", "worker", "--interval", "0.1", *more],
                cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip

    def ask(self, *words):
        return json.loads(self._run(["-m", "tests.reliability.working", *words]).splitlines()[-1])

    def kill_one(self, worker):
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait()

    def wait_for(self, wanted, seconds=60):
        """What `count` says as soon as this holds of it."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            said = self.ask("count")
            if wanted(said):
                return said
            time.sleep(0.2)
        raise AssertionError(f"{said}: {self.log.read_text()[-3000:]}")


def once_and_whole(said, number):
    assert (said["state"], said["rows"], said["keys"], said["events"], said["files"]) == ("done", number, number, 1, 0)
    assert said["faults"] == []


def test_a_worker_that_is_killed_in_mid_job_leaves_nothing_half_done_and_the_next_one_does_it_once(tmp_path):
    with Yard(tmp_path) as yard:
        yard.ask("fill", "20000")
        first = yard.work()
        began = yard.wait_for(lambda said: said["state"] == "works")
        yard.kill_one(first)
        left = yard.ask("count")
        print(f"\nkilled at {began['percent']} %, {left['rows']} rows there")
        assert (left["state"], left["rows"], left["events"]) == ("works", 0, 0)
        yard.ask("age")
        second = yard.work()
        said = yard.wait_for(lambda said: said["state"] not in ("works", "waits"))
        once_and_whole(said, 20_000)
        assert said["attempts"] == 2
        second.terminate()
        assert second.wait(timeout=20) == 0


@pytest.mark.nightly
@pytest.mark.parametrize("kills", [1, 2, 3])
def test_two_workers_that_are_killed_at_any_moment_bring_in_all_or_nothing(tmp_path, kills):
    with Yard(tmp_path) as yard:
        yard.ask("fill", "50000")
        for number in range(kills):
            workers = [yard.work(), yard.work()]
            yard.wait_for(lambda said: said["state"] != "waits")
            time.sleep(0.7 * number + 0.3)
            for worker in workers:
                yard.kill_one(worker)
            left = yard.ask("count")
            assert left["rows"] in (0, 50_000), left
            yard.ask("age")
        workers = [yard.work(), yard.work()]
        said = yard.wait_for(lambda said: said["state"] not in ("works", "waits"), 120)
        for worker in workers:
            worker.terminate()
            worker.wait(timeout=60)
        if said["attempts"] > 3 or said["state"] == "failed":
            assert (said["rows"], said["events"]) == (0, 0)
            assert said["reason"]
        else:
            once_and_whole(said, 50_000)
