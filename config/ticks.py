"""What the workers do beside the jobs that people start, and how often. Add a line; its name is its row's key."""

from feedback.moving.bringing import clear_files
from people.jobs import reap
from people.ticking import Every

from .queue import clear_queue

TICKS = (
    Every("put back what stopped", 15, reap),
    Every("clear the queue", 60 * 60, clear_queue),
    Every("let go of files", 60 * 60, clear_files),
)
