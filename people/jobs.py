"""Work behind the page: the one door by which it starts, tells how far it is, and ends.

A work is a plain function with `@work`. It is called with a Progress and its arguments, outside of any transaction, and
may be called again after a worker died in the middle of it: what it writes it writes in one transaction, in which it
asks `progress.hold()` whether the job is still its own.
"""

import logging
import time
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.tasks import task
from django.utils import timezone
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .models import Job, Tick
from .models.job import MOST_ATTEMPTS
from .refusal import Refused

log = logging.getLogger(__name__)

TELL_EVERY = 1.0  # seconds between two writings of how far it is
AGAIN_AFTER = timedelta(seconds=10)  # after a failure that nobody foresaw

ENDED = gettext_lazy("This work has ended already.")
NOT_ENDED = gettext_lazy("This work is still going on.")
DONE_ALREADY = gettext_lazy("This work is done. There is nothing to do again.")
GAVE_UP = gettext_lazy(
    "This was tried three times and stopped in the middle each time. Nothing was changed. Try it again."
)
WENT_WRONG = gettext_lazy(
    "Something went wrong that we did not foresee. Nothing was changed. Try it again, or tell those who run this site."
)


class Stopped(Exception):
    """The person asked for the work to stop."""


class Lost(Exception):
    """The job is not ours any more: another worker has it, or it was ended."""


def work(function):
    """Mark a function as one that jobs may do."""
    function.is_work = True
    return function


def start(function, person, title, /, *, about_url="", key="", **arguments):
    """Start a work for this person. Returns the Job; with a key that is under way already, that one.

    title: what is done, in words. about_url: the page that it is about. arguments: plain values for the function. The
    queue is a table of the same database, so that job and queue are written together, or neither is.
    """
    if not getattr(function, "is_work", False):
        raise ValueError(f"{function!r} is no work: mark it with @work.")
    path = f"{function.__module__}.{function.__qualname__}"
    try:
        with transaction.atomic():
            job = Job.objects.create(
                person=person, work=path, arguments=arguments, title=title[:240], about_url=about_url, key=key
            )
            run_job.enqueue(job.pk)
            return job
    except IntegrityError:
        if key and (there := Job.objects.under_way().filter(key=key).first()):
            return there
        raise


@task
def run_job(pk):
    """What stands in the queue: the number of a job, and nothing that anybody said."""
    run(pk)


def run(pk):
    """Do one job, in a worker. Nothing happens when another has it, or when it was stopped while it waited."""
    job = Job.objects.claim(pk)
    if job is None:
        return
    if job.stop_asked:
        _end(job, Job.State.STOPPED)
        return
    try:
        came = _function(job)(Progress(job), **job.arguments)
    except Lost:
        log.warning("job %s went on elsewhere", job.pk)
    except Stopped:
        _end(job, Job.State.STOPPED)
    except Refused as refused:
        _end(job, Job.State.FAILED, reason=str(refused.sentence)[:400])
    except Exception:
        log.exception("job %s did not work", job.pk)
        _put_back(job, AGAIN_AFTER, WENT_WRONG)
    else:
        words, url = came if isinstance(came, tuple) else (came or "", job.about_url)
        _end(job, Job.State.DONE, percent=100, result=str(words)[:400], result_url=url)


def _function(job):
    function = import_string(job.work)
    if not getattr(function, "is_work", False):
        raise ValueError(f"{job.work} is no work.")
    return function


def _end(job, state, **said):
    """The end, unless the job is another's by now."""
    job.holding().update(state=state, lease=None, ended_at=timezone.now(), step="", **said)


def _put_back(job, after, reason):
    """Let it be tried again, or say that it did not work when it was tried often enough. Whether it was ours to do."""
    if job.attempts >= MOST_ATTEMPTS:
        _end(job, Job.State.FAILED, reason=str(reason))
        return
    now = timezone.now()
    with transaction.atomic():
        back = {"state": Job.State.WAITS, "lease": None, "percent": 0, "step": "", "queued_at": now + after}
        if job.holding().update(**back):
            run_job.using(run_after=now + after).enqueue(job.pk)


def reap():
    """Put back what a dead worker left, and what no queue knows any more. The first of the ticks."""
    for job in Job.objects.silent()[:100]:
        if job.stop_asked:
            _end(job, Job.State.STOPPED)
        else:
            log.warning("job %s gave no sign of life, attempt %s", job.pk, job.attempts)
            _put_back(job, timedelta(0), GAVE_UP)
    for job in Job.objects.forgotten()[:100]:
        if Job.objects.filter(pk=job.pk, state=Job.State.WAITS).update(queued_at=timezone.now()):
            run_job.enqueue(job.pk)


def refusal_to_stop(job):
    """Why a job cannot be stopped; empty when it can."""
    return "" if job.is_under_way else ENDED


def stop(job):
    """Stop a job: one that waits at once, one that is worked on at its next step. Raises Refused."""
    waits = Job.objects.filter(pk=job.pk, state=Job.State.WAITS)
    if waits.update(state=Job.State.STOPPED, ended_at=timezone.now(), stop_asked=True):
        return
    if not Job.objects.filter(pk=job.pk, state=Job.State.WORKS).update(stop_asked=True):
        raise Refused(ENDED, conflict=True)


def refusal_to_retry(job):
    """Why a job cannot be done again; empty when it can."""
    if job.is_under_way:
        return NOT_ENDED
    return DONE_ALREADY if job.is_done else ""


def retry(job):
    """Do a job again that failed or was stopped, from its beginning. Raises Refused."""
    if sentence := refusal_to_retry(job):
        raise Refused(sentence)
    afresh = {"state": Job.State.WAITS, "attempts": 0, "percent": 0, "step": "", "reason": "", "ended_at": None}
    ended = Job.objects.filter(pk=job.pk, state__in=[Job.State.FAILED, Job.State.STOPPED])
    with transaction.atomic():
        now = timezone.now()
        if not ended.update(**afresh, stop_asked=False, seen_at=None, started_at=None, queued_at=now):
            raise Refused(NOT_ENDED, conflict=True)
        run_job.enqueue(job.pk)


def see(job):
    """The person has read what came of it, and of what was done before about the same page."""
    read = Q(pk=job.pk) | (Q(pk__lt=job.pk, about_url=job.about_url) & ~Q(about_url=""))
    ended = Job.objects.of(job.person).filter(read, seen_at=None).exclude(state__in=Job.UNDER_WAY)
    ended.update(seen_at=timezone.now())


class Progress:
    """What a work tells of itself. Telling is cheap: most of it is not written down."""

    def __init__(self, job):
        self.job, self._told_at, self._step = job, 0.0, None

    def tell(self, percent, step):
        """So far it is, and this is done now. Raises Stopped when the person asked for it, Lost when it is not ours."""
        now = time.monotonic()
        if step == self._step and now - self._told_at < TELL_EVERY:
            return
        self._told_at, self._step = now, step
        said = {"percent": min(int(percent), 100), "step": str(step)[:240], "heartbeat_at": timezone.now()}
        if not self.job.holding().update(**said):
            raise Lost
        if Job.objects.filter(pk=self.job.pk, stop_asked=True).exists():
            raise Stopped

    def part(self, number, whole, begin, end, step):
        """`number` of `whole` pieces of a stretch that goes from `begin` to `end` percent."""
        self.tell(begin + (end - begin) * number / max(whole, 1), step)

    def hold(self):
        """Inside the transaction that writes: the job is ours until that ends. Raises Lost."""
        if not self.job.holding().update(heartbeat_at=timezone.now()):
            raise Lost


class Silent:
    """The Progress of a work that is done at once, in the request."""

    def tell(self, percent, step):
        """Nobody waits to hear it."""

    def part(self, number, whole, begin, end, step):
        """Nobody waits to hear it."""

    def hold(self):
        """There is no other worker."""


def in_words(job, somebody_works):
    """How a job stands, as one sentence for its reader."""
    if job.state == Job.State.WAITS and not somebody_works:
        return _(
            "This waits: nobody does the work in the background just now. It goes on by itself later, and is not lost."
        )
    if job.state == Job.State.WAITS:
        return _("This waits for its turn.")
    if job.state == Job.State.WORKS and job.stop_asked:
        return _("This is being stopped.")
    return {Job.State.DONE: job.result, Job.State.FAILED: job.reason, Job.State.WORKS: job.step}.get(
        job.state, _("You stopped this. Nothing was changed.")
    )


def jobs_to_tell(person, number=5):
    """The newest (Job, sentence) pairs that this person's first page tells of, one for each page."""
    newest = {}
    for job in Job.objects.to_tell(person)[: number * 5]:
        newest.setdefault(job.about_url or job.pk, job)
    found = list(newest.values())[:number]
    works = bool(found) and Tick.objects.is_somebody_at_work()
    return [(job, in_words(job, works)) for job in found]
