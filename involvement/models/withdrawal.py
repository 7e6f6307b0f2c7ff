"""The withdrawal: a group, a body or one person pauses or leaves a cycle or a stage; kept as evidence (R24; c7)."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.models import Cycle
from cycle.openness import Openness
from people.personal import Class
from people.triggers import Guard


class WithdrawalQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of the cycles (or of the one) that this person may know of: the fact is told, the words by openness."""
        return self.filter(cycle__in=Cycle.objects.visible_to(person, cycle))

    def in_cycle(self, cycle):
        """Those of one cycle."""
        return self.filter(cycle=cycle)

    def touching(self, stage):
        """Those of a stage, and those of its whole cycle by somebody who is a party in it."""
        parties = stage.cycle.participants.filter(parties__agreement__round__stage=stage).values("pk")
        return self.filter(Q(stage=stage) | Q(stage__isnull=True, cycle=stage.cycle_id, participant__in=parties))

    def pauses_now(self):
        """Pauses that nobody has ended."""
        return self.filter(sort=Withdrawal.Sort.PAUSE, back_at__isnull=True)

    def for_list(self):
        """With what a page says of them."""
        return self.select_related("cycle", "stage__cycle", "participant__group", "given_by", "back_by", "replied_by")

    def to_reply(self, cycles):
        """Those of these cycles whose words the authority has not replied to."""
        return self.filter(cycle__in=cycles, replied_at__isnull=True).exclude(words="")


class Withdrawal(models.Model):
    """Who paused or left, from what, and why if they said it; its words stand. stage: None for the whole cycle.

    openness: who may read the words; that it happened is told to everybody. ready_on: when those who pause may be back.
    """

    class Sort(models.TextChoices):
        PAUSE = "pause", _("A pause: we want to come back")
        LEAVE = "leave", _("We leave")

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.WITHHELD, _("Only those who run or decide this cycle for the authority")),
    )
    PERSONAL = {
        "given_by": Class.LOAD, "words": Class.LOAD, "back_by": Class.LOAD, "back_words": Class.LOAD,
        "replied_by": Class.PART, "reply": Class.PART,
    }  # fmt: skip

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="withdrawals")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, null=True, blank=True, related_name="withdrawals")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="withdrawals")
    sort = models.CharField(_("what they do"), max_length=8, choices=Sort)
    words = models.TextField(_("why, in their own words"), blank=True)
    openness = models.CharField(_("who may read the words"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    ready_on = models.DateField(_("when they may be back"), null=True, blank=True)
    given_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    put_in = models.BooleanField(_("put in for people without e-mail"), default=False)
    given_at = models.DateTimeField(default=timezone.now)
    back_at = models.DateTimeField(null=True, blank=True)
    back_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    back_words = models.TextField(_("what they said on coming back"), blank=True)
    reply = models.TextField(_("the reply"), blank=True)
    replied_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    replied_at = models.DateTimeField(null=True, blank=True)

    objects = WithdrawalQuerySet.as_manager()

    class Meta:
        verbose_name = _("withdrawal")
        verbose_name_plural = _("withdrawals")
        ordering = ("-pk",)
        indexes = [models.Index(fields=["cycle", "-id"], name="withdrawal_of_cycle")]
        constraints = [
            models.CheckConstraint(
                condition=Q(sort__in=["pause", "leave"]), name="involvement_withdrawal_sort_is_known"
            ),
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved", "withheld"]),
                name="involvement_withdrawal_openness_is_known",
            ),
            models.CheckConstraint(
                condition=Q(back_at__isnull=True, back_by__isnull=True, back_words="")
                | Q(back_at__isnull=False, back_by__isnull=False, sort="pause"),
                name="involvement_withdrawal_only_a_pause_ends",
            ),
            models.CheckConstraint(
                condition=Q(reply="", replied_by__isnull=True, replied_at__isnull=True)
                | (Q(replied_by__isnull=False, replied_at__isnull=False) & ~Q(reply="")),
                name="involvement_withdrawal_reply_is_whole_or_absent",
            ),
            models.UniqueConstraint(
                fields=["participant", "stage"], condition=Q(sort="pause", back_at__isnull=True),
                name="involvement_withdrawal_one_pause_of_a_stage",
            ),
            models.UniqueConstraint(
                fields=["participant"], condition=Q(sort="pause", back_at__isnull=True, stage__isnull=True),
                name="involvement_withdrawal_one_pause_of_a_cycle",
            ),
        ]  # fmt: skip

    def __str__(self):
        return self.participant.name

    def get_absolute_url(self):
        return self.address("leaving")

    def address(self, name):
        """The address of this withdrawal, or of something that is done with it."""
        return reverse(name, args=[self.cycle.slug, self.pk])

    @property
    def is_pause(self):
        return self.sort == self.Sort.PAUSE

    @property
    def is_on(self):
        """Whether it is a pause that nobody has ended."""
        return self.is_pause and self.back_at is None

    @property
    def is_answered(self):
        return self.replied_at is not None

    @property
    def where(self):
        """From what: a stage, or the whole cycle."""
        return str(self.stage) if self.stage_id else str(self.cycle)


def paused_parties():
    """For a query of Parties: whether the party is on a pause in its stage, which is not finished."""
    here = Q(stage__isnull=True) | Q(stage=OuterRef("agreement__round__stage"))
    under_way = Q(cycle__stages=OuterRef("agreement__round__stage"), cycle__stages__state__in=["preparing", "open"])
    return Exists(Withdrawal.objects.pauses_now().filter(here, under_way, participant=OuterRef("participant")))


GUARD = Guard(
    table="involvement_withdrawal",
    columns=(
        "id", "cycle_id", "stage_id", "participant_id", "sort", "words", "openness", "given_by_id", "put_in",
        "given_at",
    ),
    blankable=("words",),
)  # fmt: skip
