"""`manage.py worker`: do the work in the background. As many of them may run as a machine has room for."""

import logging
import threading
import time

from django.core.management.base import BaseCommand
from django.db import Error, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker

from config.ticks import TICKS
from people.ticking import go_on

log = logging.getLogger(__name__)

PAUSE_AFTER_FAULT = 5


class Command(BaseCommand):
    help = "Do the work in the background, until told to stop (Ctrl-C or SIGTERM ends it after the job in hand)."

    def add_arguments(self, parser):
        parser.add_argument("--interval", type=float, default=1.0, help="Seconds between two looks into the queue.")
        parser.add_argument("--until-empty", action="store_true", help="Stop when there is nothing more to do.")

    def handle(self, *, interval, until_empty, **options):
        """Jobs in this thread, ticks in one beside it, so that a long job holds up no tick."""
        logging.getLogger("django_tasks_db").setLevel(logging.ERROR)
        logging.getLogger("django.tasks").setLevel(logging.ERROR)
        worker = Worker(
            queue_names=["*"], excluded_queue_names=[], interval=interval, batch=until_empty, backend_name="default",
            startup_delay=False, max_tasks=None, worker_id=get_random_string(32),
        )  # fmt: skip
        worker.configure_signals()
        over = threading.Event()
        beside = threading.Thread(target=go_on, args=[TICKS, over], daemon=True)
        beside.start()
        try:
            self._work(worker)
        finally:
            over.set()
            beside.join(timeout=5)

    def _work(self, worker):
        """Work, also after the database was away for a while."""
        while True:
            try:
                worker.run()
            except Error:
                log.exception("the queue could not be read")
                connections.close_all()
                if not worker.running:
                    return
                time.sleep(PAUSE_AFTER_FAULT)
            else:
                return
