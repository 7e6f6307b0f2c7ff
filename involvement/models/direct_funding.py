"""Funding a group directly: the group asks for it, the authority answers with its reason (R73; c4).

A group that is hosted by somebody with interests of their own has a way out: money that comes to the group itself. One
borough of the source chose that, because users were more likely to be believed than a body that also provides.
"""

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant, Seat
from people.models import Membership, Organisation
from people.personal import Class
from people.refusal import Refused
from people.triggers import Guard

NOT_FOR_THE_GROUP = _("Only the chair or a representative of the group can ask for this.")
NOBODY_TO_ASK = _("The group takes part in no cycle now, so there is no authority to ask here.")
ASKED_ALREADY = _("The group has asked this authority already. It has not answered yet.")
NOT_AN_OFFICER = _("Only officers can answer: those of a cycle in which the group takes part.")
ANSWERED_ALREADY = _("This has been answered already.")
TAKEN_BACK = _("The group has taken this back.")
REASON_NEEDED = _("Say why. The group reads it.")


class DirectFundingQuerySet(models.QuerySet):
    def of(self, group):
        """Those of one group, the newest first."""
        return self.filter(group=group).select_related("authority", "asked_by", "answered_by").order_by("-pk")

    def waiting(self):
        """Those that nobody has answered, and that were not taken back."""
        return self.filter(answer="", taken_back_at__isnull=True)


class DirectFunding(models.Model):
    """One time that a group asked to be funded directly, and what the authority answered."""

    class Answer(models.TextChoices):
        YES = "yes", _("Yes, the money comes to the group itself")
        PARTLY = "partly", _("In part")
        NO = "no", _("No")

    PERSONAL = {
        "asked_by": Class.PART, "answered_by": Class.PART, "taken_back_by": Class.PART, "words": Class.SAID,
        "ready": Class.SAID, "because": Class.SAID,
    }  # fmt: skip

    group = models.ForeignKey("people.Group", models.PROTECT, related_name="direct_fundings")
    authority = models.ForeignKey("people.Organisation", models.PROTECT, related_name="+")
    words = models.TextField(_("why the group asks"))
    ready = models.TextField(_("how the group would keep the money"), blank=True)
    asked_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    taken_back_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    answer = models.CharField(_("answer"), max_length=6, choices=Answer, blank=True)
    because = models.TextField(_("why"), blank=True)
    answered_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = DirectFundingQuerySet.as_manager()

    class Meta:
        verbose_name = _("asking for direct money")
        verbose_name_plural = _("times that groups asked for direct money")
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["group", "authority"],
                condition=Q(answer="", taken_back_at__isnull=True),
                name="involvement_directfunding_asked_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(answer="", answered_by__isnull=True, answered_at__isnull=True)
                | Q(
                    answer__in=["yes", "partly", "no"], answered_by__isnull=False, answered_at__isnull=False,
                    taken_back_at__isnull=True,
                ),
                name="involvement_directfunding_answer_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by__isnull=True)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="involvement_directfunding_taking_back_is_whole",
            ),
        ]  # fmt: skip

    def __str__(self):
        return f"{self.group}, {self.authority}"

    @property
    def is_open(self):
        """Whether it waits for an answer."""
        return not self.answer and self.taken_back_at is None

    @classmethod
    def authorities_for(cls, group):
        """The authorities in whose cycles this group takes part today."""
        parts = Participant.objects.active().filter(group=group).exclude(cycle__state="closed")
        return Organisation.objects.filter(pk__in=parts.values("cycle__authority"))

    @classmethod
    def refusal_to_ask(cls, group, person):
        """Why this person cannot ask for it, as a sentence; empty when they can."""
        if not _speaks_for(group, person):
            return NOT_FOR_THE_GROUP
        return "" if cls.authorities_for(group).exists() else NOBODY_TO_ASK

    @classmethod
    def ask(cls, group, by, authority, *, words, ready=""):
        """Ask an authority to fund the group directly. Returns the DirectFunding. Raises Refused."""
        if sentence := cls.refusal_to_ask(group, by):
            raise Refused(sentence)
        if not cls.authorities_for(group).filter(pk=authority.pk).exists():
            raise Refused(NOBODY_TO_ASK)
        with transaction.atomic():
            type(group).objects.select_for_update().get(pk=group.pk)
            if cls.objects.waiting().filter(group=group, authority=authority).exists():
                raise Refused(ASKED_ALREADY)
            return cls.objects.create(group=group, authority=authority, words=words, ready=ready, asked_by=by)

    def refusal_to_take_back(self, person):
        """Why this person cannot take it back, as a sentence; empty when they can."""
        if not _speaks_for(self.group, person):
            return NOT_FOR_THE_GROUP
        return self._closed()

    def take_back(self, by):
        """Take it back for the group, while nobody has answered. Raises Refused."""
        self._close(self.refusal_to_take_back(by), taken_back_by=by, taken_back_at=timezone.now())

    def refusal_to_answer(self, person):
        """Why this person cannot answer it, as a sentence; empty when they can."""
        parts = Participant.objects.active().filter(group=self.group, cycle__authority=self.authority)
        seats = Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS, cycle__in=parts.values("cycle"))
        return self._closed() if seats.exists() else NOT_AN_OFFICER

    def give_answer(self, by, answer, because):
        """Answer it for the authority, with the reason. Raises Refused."""
        sentence = self.refusal_to_answer(by) or ("" if because.strip() else REASON_NEEDED)
        self._close(sentence, answer=answer, because=because, answered_by=by, answered_at=timezone.now())

    def _closed(self):
        if self.answer:
            return ANSWERED_ALREADY
        return TAKEN_BACK if self.taken_back_at else ""

    def _close(self, sentence, **said):
        if sentence:
            raise Refused(sentence)
        with transaction.atomic():
            if not type(self).objects.waiting().filter(pk=self.pk).update(**said):
                self.refresh_from_db()
                raise Refused(self._closed(), conflict=True)
        self.refresh_from_db()


def _speaks_for(group, person):
    places = group.memberships.active().filter(person=person)
    return places.filter(role__in=Membership.SPEAKERS).exists()


GUARD = Guard(
    table="involvement_directfunding",
    columns=(
        "id", "group_id", "authority_id", "words", "ready", "asked_by_id", "asked_at", "taken_back_by_id",
        "taken_back_at", "answer", "because", "answered_by_id", "answered_at",
    ),
    when="OLD.answered_at IS NOT NULL OR OLD.taken_back_at IS NOT NULL",
    blankable=("words", "ready", "because"),
)  # fmt: skip
