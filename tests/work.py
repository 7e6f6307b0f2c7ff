"""The work in the background, done in the test itself: what a worker would do until its queue is empty."""

from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult


def do_the_work():
    """Do every job that is due, in the test's own connection."""
    worker = Worker(
        queue_names=["*"], excluded_queue_names=[], interval=0, batch=True, backend_name="default",
        startup_delay=False, max_tasks=None, worker_id="test",
    )  # fmt: skip
    while task := DBTaskResult.objects.ready().first():
        task.claim("test")
        worker.run_task(task)
