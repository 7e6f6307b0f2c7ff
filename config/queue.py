"""The queue's own table: what has ended there is of no use to anybody."""

from datetime import timedelta

from django.utils import timezone
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=1)


def clear_queue():
    """Take out what ended, or was begun by a worker that is long dead: the jobs themselves tell of it."""
    long_ago = timezone.now() - KEPT
    DBTaskResult.objects.filter(started_at__lt=long_ago).delete()
