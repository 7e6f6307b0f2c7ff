"""The mail: one letter to one person, kept until the mail server has taken it, so that none is missing or doubled."""

from datetime import timedelta
from email.utils import make_msgid

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ..personal import Class

# How long it is until the next try, after each one that failed: two days in all, and then it is given up.
PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180, 360, 720, 1440))
# Whoever takes a mail has it for so long; when they die with it, another one tries after that.
LEASE = timedelta(minutes=5)


class MailQuerySet(models.QuerySet):
    def due(self, on=None):
        """Those that somebody should try to send now, the longest-waiting first."""
        now = on or timezone.now()
        free = Q(leased_until__isnull=True) | Q(leased_until__lte=now)
        return self.filter(free, state=Mail.State.WAITS, try_at__lte=now).order_by("try_at", "pk")

    def given_up(self):
        """Those that no try has brought to the mail server."""
        return self.filter(state=Mail.State.GIVEN_UP)


class Mail(models.Model):
    """A letter to a person. key: what it is about, so that it is written once. Once it has gone its words are blanked.

    message_id: the same at each try, so that a mail server which saw a letter twice can tell.
    """

    class State(models.TextChoices):
        WAITS = "waits", _("Waits")
        SENT = "sent", _("Sent")
        GIVEN_UP = "given up", _("Given up")

    PERSONAL = {"person": Class.SENT, "subject": Class.SENT, "body": Class.SENT}

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="mails")
    key = models.CharField(max_length=120, unique=True)
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    may_be_stopped = models.BooleanField(default=False)
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=8, choices=State, default=State.WAITS)
    tries = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField(default=timezone.now)
    try_at = models.DateTimeField(default=timezone.now)
    leased_until = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    fault = models.CharField(max_length=60, blank=True)

    objects = MailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        ordering = ("pk",)
        indexes = [models.Index(fields=["state", "try_at"], name="people_mail_due")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False, body="")
                | Q(state__in=["waits", "given up"], sent_at__isnull=True),
                name="people_mail_sent_has_its_time_and_no_words",
            ),
        ]

    def __str__(self):
        return self.key

    @classmethod
    def new_message_id(cls):
        """An identity that no other mail has."""
        return make_msgid(domain=settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost")

    def take(self, now=None):
        """Take it for one try; False when somebody else has it, or it has gone."""
        now = now or timezone.now()
        taken = type(self).objects.due(now).order_by().filter(pk=self.pk)
        return bool(taken.update(leased_until=now + LEASE, tries=F("tries") + 1))

    def went(self):
        """Note that the mail server has it."""
        now = timezone.now()
        self._note(state=self.State.SENT, sent_at=now, body="", leased_until=None, fault="")

    def failed(self, fault):
        """Note a try that failed, and when the next one is; after the last one it is given up. fault: a word."""
        self.refresh_from_db(fields=["tries"])
        if self.tries > len(PAUSES):
            self.give_up(fault)
        else:
            self._note(try_at=timezone.now() + PAUSES[self.tries - 1], leased_until=None, fault=fault)

    def give_up(self, fault):
        """Try no more. fault: why, in a word."""
        self._note(state=self.State.GIVEN_UP, leased_until=None, fault=fault)

    def _note(self, **said):
        type(self).objects.filter(pk=self.pk, state=self.State.WAITS).update(**said)
        for name, value in said.items():
            setattr(self, name, value)
