"""What the workers do beside the jobs that people start, and how often. Add a line; its name is its row's key."""

from feedback.digests import write_due
from feedback.moving.bringing import clear_files
from feedback.privacy.retaining import each_night
from feedback.telling import tell_at_once
from involvement.reminding import remind
from people.jobs import reap
from people.outbox import send_due
from people.ticking import Every

from .queue import clear_queue

TICKS = (
    Every("put back what stopped", 15, reap),
    Every("tell at once", 20, tell_at_once),
    Every("write the morning's letters", 60, write_due),
    Every("remind of meetings", 60 * 10, remind),
    Every("send what waits", 20, send_due),
    Every("clear the queue", 60 * 60, clear_queue),
    Every("let go of files", 60 * 60, clear_files),
    Every("let go of what is old", 24 * 60 * 60, each_night, may_take=60 * 60),
)
