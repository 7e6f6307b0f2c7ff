"""The allocation: money that is set aside for a group, who holds it, who has the say, and what the group knows (R75).

The source's groups did not know the sum that was set aside for them, or had no say in it (c4). So the sum stands here,
whoever holds it, and the group itself says whether it was told.
"""

from decimal import Decimal

from django.db import models, transaction
from django.db.models import DecimalField, F, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle.models import Participant, Seat
from people.models import Membership, Organisation
from people.models.group import NOT_THE_PURSE
from people.personal import Class
from people.refusal import Refused
from people.triggers import Guard

NOT_YOURS = _("Only the group’s treasurer, chair or convenor, or an officer where it takes part, writes down money.")
NOT_A_TELLER = _("Only the group’s chair or treasurer says what the group was told.")
STRUCK = _("This was struck out, so nothing is added to it.")
STRUCK_ALREADY = _("This has been struck out already.")
REASON_NEEDED = _("Say why it is struck out.")
NOTHING = Decimal(0)
MONEY = DecimalField(max_digits=12, decimal_places=2)


class Strikable(models.Model):
    """A line about money: it can be struck out with a reason, and is never changed or taken away."""

    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=timezone.now)
    struck_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    struck_at = models.DateTimeField(null=True)
    struck_because = models.CharField(max_length=240, blank=True)

    class Meta:
        abstract = True

    @property
    def is_struck(self):
        """Whether it no longer counts."""
        return self.struck_at is not None

    def why_cannot_write(self, person):
        """Why this person can neither add to it nor strike it out, as a sentence; empty when they can."""
        raise NotImplementedError

    def strike(self, by, because):
        """Strike it out; it stays to be read, and counts no more. Raises Refused."""
        if sentence := self.why_cannot_write(by) or ("" if because.strip() else REASON_NEEDED):
            raise Refused(sentence)
        with transaction.atomic():
            said = {"struck_by": by, "struck_at": timezone.now(), "struck_because": because}
            if not type(self).objects.filter(pk=self.pk, struck_at__isnull=True).update(**said):
                raise Refused(STRUCK_ALREADY, conflict=True)
        self.refresh_from_db()


def struck_is_whole(name):
    """The constraint that a line is struck out with who, when and why, or not at all."""
    return models.CheckConstraint(
        condition=Q(struck_at__isnull=True, struck_by__isnull=True, struck_because="")
        | Q(struck_at__isnull=False, struck_by__isnull=False),
        name=name,
    )


class AllocationQuerySet(models.QuerySet):
    def of(self, group):
        """Those of one group, with what was spent of each (`spent`)."""
        counts = Q(spendings__struck_at__isnull=True)
        spent = Coalesce(Sum("spendings__amount", filter=counts), NOTHING, output_field=MONEY)
        found = self.filter(group=group).select_related(
            "group__host", "authority", "entered_by", "told_by", "struck_by"
        )
        return found.annotate(spent=spent)

    def standing(self):
        """Those that were not struck out."""
        return self.filter(struck_at__isnull=True)

    def totals(self):
        """(set aside, spent) of those that were not struck out, as Decimals; two queries."""
        rows = self.standing()
        aside = rows.order_by().aggregate(sum=Sum("amount"))["sum"] or NOTHING
        paid = rows.order_by().filter(spendings__struck_at__isnull=True).aggregate(sum=Sum("spendings__amount"))["sum"]
        return aside, paid or NOTHING


class Allocation(Strikable):
    """Money for one group. given_by: from whom, in words. authority: the one that wrote it down itself, or None."""

    class Holder(models.TextChoices):
        GROUP = "group", _("The group itself")
        HOST = "host", _("The host")
        AUTHORITY = "authority", _("The authority")
        OTHER = "other", _("Somebody else")

    class Control(models.TextChoices):
        GROUP = "group", _("The group decides")
        SHARED = "shared", _("The group and who holds it decide together")
        ASKED = "asked", _("Who holds it decides, and asks the group")
        NONE = "none", _("The group has no say")

    class Told(models.TextChoices):
        ALL = "all", _("We were told the sum, and what is spent")
        SUM = "sum", _("We were told the sum, and not what is spent")
        NOT = "not", _("We were not told")

    PERSONAL = {
        "entered_by": Class.PART, "struck_by": Class.PART, "struck_because": Class.SAID, "told_by": Class.PART,
        "given_by": Class.NAMED,
    }  # fmt: skip

    group = models.ForeignKey("people.Group", models.PROTECT, related_name="allocations")
    amount = models.DecimalField(_("amount"), max_digits=12, decimal_places=2)
    purpose = models.CharField(_("what it is for"), max_length=240)
    given_by = models.CharField(_("from whom"), max_length=160)
    authority = models.ForeignKey("people.Organisation", models.PROTECT, null=True, related_name="+")
    from_date = models.DateField(_("from"))
    until_date = models.DateField(_("until"), null=True)
    holder = models.CharField(_("who holds it"), max_length=9, choices=Holder)
    control = models.CharField(_("who decides what it is spent on"), max_length=6, choices=Control)
    told = models.CharField(_("what the group was told"), max_length=3, choices=Told, blank=True)
    told_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    told_on = models.DateField(null=True)

    objects = AllocationQuerySet.as_manager()

    class Meta:
        verbose_name = _("money for a group")
        verbose_name_plural = _("money for groups")
        ordering = ("-pk",)
        constraints = [
            struck_is_whole("involvement_allocation_is_struck_whole"),
            models.CheckConstraint(condition=Q(amount__gt=0), name="involvement_allocation_is_more_than_nothing"),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="involvement_allocation_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(holder__in=["group", "host", "authority", "other"]),
                name="involvement_allocation_holder_is_known",
            ),
            models.CheckConstraint(
                condition=Q(control__in=["group", "shared", "asked", "none"]),
                name="involvement_allocation_control_is_known",
            ),
            models.CheckConstraint(
                condition=Q(told="", told_by__isnull=True, told_on__isnull=True)
                | Q(told__in=["all", "sum", "not"], told_by__isnull=False, told_on__isnull=False),
                name="involvement_allocation_told_is_whole",
            ),
        ]

    def __str__(self):
        return self.purpose

    @property
    def left(self):
        """What is left of it; below nothing when more was spent. It was fetched with what was spent of it."""
        return self.amount - self.spent

    @property
    def holder_in_words(self):
        """Who holds it; the host by name."""
        if self.holder == self.Holder.HOST and self.group.host:
            return _("The host: %(host)s") % {"host": self.group.host}
        if self.holder == self.Holder.AUTHORITY and self.authority:
            return _("The authority: %(authority)s") % {"authority": self.authority}
        return self.get_holder_display()

    @classmethod
    def authorities_of(cls, group, person):
        """The authorities for which this person is an officer in a cycle in which the group takes part today."""
        parts = Participant.objects.active().filter(group=group).exclude(cycle__state="closed")
        seats = Seat.objects.active().filter(person=person, role__in=Seat.RUNNERS, cycle__in=parts.values("cycle"))
        return Organisation.objects.filter(pk__in=seats.values("cycle__authority"))

    @classmethod
    def refusal_to_add(cls, group, person):
        """Why this person cannot write down money for the group, as a sentence; empty when they can."""
        return "" if group.keeps_money(person) or cls.authorities_of(group, person).exists() else NOT_YOURS

    @classmethod
    def add(cls, group, by, *, authority=None, given_by="", **said):
        """Write down money for a group. Returns the Allocation. Raises Refused.

        authority: the one for which an officer writes; None when it is written for the group, which then says from
        whom it is. said: amount, purpose, from_date, until_date, holder, control.
        """
        sentence = cls.refusal_to_add(group, by)
        if authority and not cls.authorities_of(group, by).filter(pk=authority.pk).exists():
            sentence = sentence or NOT_YOURS
        if authority is None and not group.keeps_money(by):
            sentence = sentence or NOT_THE_PURSE
        if sentence:
            raise Refused(sentence)
        given_by = authority.name if authority else given_by
        with transaction.atomic():
            made = cls.objects.create(group=group, entered_by=by, authority=authority, given_by=given_by, **said)
        return cls.objects.of(group).get(pk=made.pk)

    def why_cannot_write(self, person):
        """Why this person can neither add to it nor strike it out, as a sentence; empty when they can."""
        if self.is_struck:
            return STRUCK
        is_theirs = self.authority_id and self.authorities_of(self.group, person).filter(pk=self.authority_id).exists()
        return "" if is_theirs or self.group.keeps_money(person) else NOT_YOURS

    def refusal_to_say_told(self, person):
        """Why this person cannot say what the group was told, as a sentence; empty when they can."""
        if self.is_struck:
            return STRUCK
        roles = (Membership.Role.CHAIR, Membership.Role.TREASURER)
        tells = self.group.memberships.active().filter(person=person, role__in=roles)
        return "" if tells.exists() else NOT_A_TELLER

    def say_told(self, by, told):
        """Say for the group what it was told of this money; told: a Told. Raises Refused."""
        if sentence := self.refusal_to_say_told(by):
            raise Refused(sentence)
        self.told, self.told_by, self.told_on = told, by, timezone.localdate()
        self.save(update_fields=["told", "told_by", "told_on"])


GUARD = Guard(
    table="involvement_allocation",
    columns=(
        "id", "group_id", "amount", "purpose", "given_by", "authority_id", "from_date", "until_date", "holder",
        "control", "entered_by_id", "entered_at",
    ),
)  # fmt: skip
