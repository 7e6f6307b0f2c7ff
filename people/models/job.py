"""The job: work that goes on behind the page, for one person, with how far it is and what came of it."""

import uuid
from datetime import timedelta

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..personal import Class

MOST_ATTEMPTS = 3
# A worker gives a sign of life every second; one that writes fifty thousand rows at once gives none for half a minute.
SILENT = timedelta(minutes=2)
# So long nobody has taken it up: the queue may have forgotten it.
FORGOTTEN = timedelta(minutes=10)


class JobQuerySet(models.QuerySet):
    def of(self, person):
        """Those of this person, newest first."""
        return self.filter(person=person).order_by("-pk")

    def under_way(self):
        """Those that wait or are worked on."""
        return self.filter(state__in=Job.UNDER_WAY)

    def to_tell(self, person):
        """What this person's first page tells: what goes on, and what ended and was not looked at yet."""
        return self.of(person).filter(Q(state__in=Job.UNDER_WAY) | Q(seen_at=None))

    def silent(self, now=None):
        """Those that somebody works on without a sign of life: the worker is dead, or as good as dead."""
        return self.filter(state=Job.State.WORKS, heartbeat_at__lt=(now or timezone.now()) - SILENT)

    def forgotten(self, now=None):
        """Those that have waited for so long that they may be in no queue."""
        return self.filter(state=Job.State.WAITS, queued_at__lt=(now or timezone.now()) - FORGOTTEN)

    def claim(self, pk):
        """Take up a job that waits. Returns it with a fresh lease, or None when another has it or it ended."""
        lease, now = uuid.uuid4(), timezone.now()
        mine = self.filter(pk=pk, state=Job.State.WAITS).update(
            state=Job.State.WORKS, lease=lease, heartbeat_at=now, attempts=F("attempts") + 1
        )
        if not mine:
            return None
        self.filter(pk=pk, started_at=None).update(started_at=now)
        return self.get(pk=pk, lease=lease)


class Job(models.Model):
    """One piece of work. Whoever works on it holds its lease; who lost the lease writes nothing more.

    work: the dotted name of the function that does it. arguments: what that function is called with. key: a job with
    the same key is not started twice at a time.
    """

    class State(models.TextChoices):
        WAITS = "waits", _("Waits")
        WORKS = "works", _("Is being done")
        DONE = "done", _("Done")
        FAILED = "failed", _("Did not work")
        STOPPED = "stopped", _("Stopped")

    UNDER_WAY = (State.WAITS, State.WORKS)
    RETAINED_FROM = "ended_at"

    PERSONAL = {
        "person": Class.PRIVATE,
        "title": Class.PRIVATE,
        "arguments": Class.PRIVATE,
        "step": Class.PRIVATE,
        "result": Class.PRIVATE,
        "reason": Class.PRIVATE,
    }

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="jobs")
    work = models.CharField(max_length=160)
    arguments = models.JSONField(default=dict)
    title = models.CharField(_("what is done"), max_length=240)
    about_url = models.CharField(max_length=240, blank=True)
    key = models.CharField(max_length=80, blank=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITS)
    percent = models.PositiveSmallIntegerField(default=0)
    step = models.CharField(max_length=240, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    lease = models.UUIDField(null=True)
    stop_asked = models.BooleanField(default=False)
    queued_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)
    result = models.CharField(_("what came of it"), max_length=400, blank=True)
    result_url = models.CharField(max_length=240, blank=True)
    reason = models.CharField(_("why it did not work"), max_length=400, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = JobQuerySet.as_manager()

    class Meta:
        verbose_name = _("work in the background")
        verbose_name_plural = _("work in the background")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["waits", "works", "done", "failed", "stopped"]), name="people_job_state_is_known"
            ),
            models.CheckConstraint(condition=Q(percent__lte=100), name="people_job_percent_is_at_most_100"),
            models.CheckConstraint(
                condition=Q(state="works", lease__isnull=False) | (~Q(state="works") & Q(lease__isnull=True)),
                name="people_job_lease_while_it_is_worked_on",
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waits", "works"], ended_at__isnull=True)
                | Q(state__in=["done", "failed", "stopped"], ended_at__isnull=False),
                name="people_job_has_its_end",
            ),
            models.UniqueConstraint(
                fields=["key"],
                condition=~Q(key="") & Q(state__in=["waits", "works"]),
                name="people_job_key_once_at_a_time",
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="people_job_of_person"),
            models.Index(fields=["state", "heartbeat_at"], name="people_job_silent"),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("job", args=[self.pk])

    @property
    def is_under_way(self):
        return self.state in self.UNDER_WAY

    @property
    def is_done(self):
        return self.state == self.State.DONE

    @property
    def shape(self):
        """The shape of its state, as components/state_tag.html draws it."""
        return {"waits": "not_yet", "works": "open", "done": "finished", "failed": "declined"}.get(
            self.state, "changed"
        )

    def holding(self):
        """This row for as long as its lease is ours, as a queryset to write through."""
        return Job.objects.filter(pk=self.pk, state=self.State.WORKS, lease=self.lease)
