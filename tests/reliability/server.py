"""The real server on a database of its own, of the same engine as the tests, and a crowd that writes to it."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from tests.environment import environment

ROOT = Path(__file__).parent.parent.parent
CSRF = "a" * 32


class Server:
    """gunicorn with two workers; `start`, `kill` (SIGKILL to all of it) and `stop`."""

    def __init__(self, folder, **changes):
        self.name = f"in_the_round_reliability_{os.getpid()}"
        self.on_postgresql = connection.vendor == "postgresql"
        self.env = environment(
            os.environ, DATABASE_URL=self._address(folder), DEBUG="true", VAR_DIR=str(folder), EMAIL_URL="memorymail://",
            DJANGO_SETTINGS_MODULE="config.settings", LOG_LEVEL="ERROR",
        ) | changes  # fmt: skip
        self.port = _free_port()
        self.log = Path(folder) / "server.log"
        self.process = None

    def __enter__(self):
        if self.on_postgresql:
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE DATABASE {self.name}")
        for words in (["migrate", "-v0"], ["createcachetable"]):
            self._run(["manage.py", *words])
        return self

    def __exit__(self, *problem):
        self.stop()
        if self.on_postgresql:
            with connection.cursor() as cursor:
                cursor.execute(f"DROP DATABASE {self.name} WITH (FORCE)")

    def start(self):
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "-b", f"127.0.0.1:{self.port}", "--workers=2",
                   "--threads=8", "--worker-class=gthread", "--no-control-socket"]  # fmt: skip
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command, cwd=ROOT, env=self.env, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError(f"the server did not start: {self.log.read_text()[-2000:]}")

    def kill(self):
        """End all of it at once, as a power cut would end its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.process = None

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(timeout=30)
            self.process = None

    def ask(self, *words):
        """What `tests.reliability.seed` prints in the server's environment."""
        return json.loads(self._run(["-m", "tests.reliability.seed", *words]).splitlines()[-1])

    def begin(self, *words):
        """Start what `tests.reliability.seed` does in the server's environment. Returns the process."""
        return subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.seed", *words], cwd=ROOT, env=self.env, stdout=subprocess.DEVNULL
        )

    def _run(self, words):
        done = subprocess.run(
            [sys.executable, *words], cwd=ROOT, env=self.env, capture_output=True, text=True, timeout=400
        )
        assert done.returncode == 0, done.stderr[-2000:]
        return done.stdout

    def _address(self, folder):
        if not self.on_postgresql:
            return f"sqlite:///{folder}/reliability.sqlite3"
        there = connection.settings_dict
        who = there["USER"] + (f":{there['PASSWORD']}" if there["PASSWORD"] else "")
        return f"postgresql://{who}@{there['HOST']}:{there['PORT'] or 5432}/{self.name}"


def _free_port():
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


class Crowd:
    """Members who write one contribution after another until told to stop.

    acknowledged: the tokens that the server said it has. answers: how often each status came. cut_off: requests that
    got no answer because the server was gone. seconds: how long each answered one took.
    """

    def __init__(self, port, path, sessions):
        self.port, self.path = port, path
        self.acknowledged, self.answers, self.seconds, self.cut_off = [], {}, [], 0
        self.lock, self.over = threading.Lock(), threading.Event()
        self.threads = [threading.Thread(target=self._write, args=[session]) for session in sessions]

    def __enter__(self):
        for thread in self.threads:
            thread.start()
        return self

    def __exit__(self, *problem):
        self.over.set()
        for thread in self.threads:
            thread.join(timeout=60)

    def _write(self, session):
        while not self.over.is_set():
            token = str(uuid.uuid4())
            began = time.monotonic()
            try:
                status = self._post(session, token)
            except (OSError, HTTPException):
                with self.lock:
                    self.cut_off += 1
                time.sleep(0.2)
                continue
            with self.lock:
                self.answers[status] = self.answers.get(status, 0) + 1
                self.seconds.append(time.monotonic() - began)
                if status == 302:
                    self.acknowledged.append(token)

    def _post(self, session, token):
        """Send the form once; the status of the answer."""
        form = {
            "send": "1", "sort": "view", "text": f"What I think, as {token}", "voice": "own", "openness": "public",
            "token": token, "csrfmiddlewaretoken": CSRF,
        }  # fmt: skip
        headers = {
            "Cookie": f"sessionid={session}; csrftoken={CSRF}", "Content-Type": "application/x-www-form-urlencoded",
        }  # fmt: skip
        there = HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            there.request("POST", self.path, urlencode(form), headers)
            return there.getresponse().status
        finally:
            there.close()
