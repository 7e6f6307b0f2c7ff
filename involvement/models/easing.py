"""The easing: somebody is asked for less, or for nothing, for a while; without a reason and without harm (R72; c5)."""

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from people.models import Membership, Person
from people.personal import Class

NOT_YOURS = _("You can say this for yourself. A convenor or chair can put it in for a member without e-mail.")
NOT_YOUR_CYCLE = _("You take no part in this cycle.")
A_DAY_AHEAD = _("The last day has to lie ahead.")


class EasingQuerySet(models.QuerySet):
    def of(self, person):
        """Those of one person, the newest first."""
        return self.filter(person=person).select_related("cycle").order_by("-pk")

    def standing(self):
        """Those that nobody has ended."""
        return self.filter(ended_at__isnull=True)

    def in_effect(self, on=None):
        """Those that hold on the day `on`, today by default; the last day still counts."""
        day = on or timezone.localdate()
        return self.standing().filter(Q(until_date__isnull=True) | Q(until_date__gte=day), from_date__lte=day)

    def pauses(self):
        """Those that are a pause, in which nothing is asked."""
        return self.filter(sort=Easing.Sort.PAUSE)

    def touching(self, cycles):
        """Those of all cycles, and those of one of these."""
        return self.filter(Q(cycle__isnull=True) | Q(cycle__in=cycles))


class Easing(models.Model):
    """One wish to be asked for less, or a pause. cycle: None for everything. until_date: None for until further notice.

    Nothing of it stands in a ledger: it is nobody's business but theirs whom the person lets know. words: for the
    person alone, and for who keeps their groups when `convenor_reads`.
    """

    class Sort(models.TextChoices):
        LESS = "less", _("Ask me for less")
        PAUSE = "pause", _("A pause: ask me for nothing")

    class Told(models.TextChoices):
        ASKERS = "askers", _("My convenor, and the officers who ask people")
        CONVENOR = "convenor", _("Only the convenor or chair of my group")
        NOBODY = "nobody", _("Nobody. I am only counted, without my name")

    class Letters(models.TextChoices):
        NOTHING = "nothing", _("Nothing")
        ANSWERS = "answers", _("Only answers to what I said")
        ALL = "all", _("What is new, as before")

    PERSONAL = {
        "person": Class.LOAD, "words": Class.LOAD, "made_by": Class.LOAD, "sort": Class.LOAD, "until_date": Class.LOAD,
    }  # fmt: skip

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="easings")
    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, null=True, blank=True, related_name="easings")
    sort = models.CharField(_("what you want"), max_length=8, choices=Sort)
    from_date = models.DateField(_("from"), default=timezone.localdate)
    until_date = models.DateField(_("last day"), null=True, blank=True)
    told_to = models.CharField(_("who may know"), max_length=8, choices=Told, default=Told.ASKERS)
    letters = models.CharField(_("what is written meanwhile"), max_length=8, choices=Letters, default=Letters.ANSWERS)
    words = models.TextField(_("in your own words"), blank=True)
    convenor_reads = models.BooleanField(_("the convenor may read these words"), default=False)
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = EasingQuerySet.as_manager()

    class Meta:
        verbose_name = _("wish to be asked for less")
        verbose_name_plural = _("wishes to be asked for less")
        ordering = ("-pk",)
        indexes = [models.Index(fields=["person", "ended_at"], name="easing_of_person")]
        constraints = [
            models.CheckConstraint(condition=Q(sort__in=["less", "pause"]), name="involvement_easing_sort_is_known"),
            models.CheckConstraint(
                condition=Q(told_to__in=["askers", "convenor", "nobody"]), name="involvement_easing_told_is_known"
            ),
            models.CheckConstraint(
                condition=Q(letters__in=["nothing", "answers", "all"]), name="involvement_easing_letters_are_known"
            ),
            models.CheckConstraint(
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                name="involvement_easing_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=["person", "cycle"], condition=Q(ended_at__isnull=True), name="involvement_easing_one_of_a_cycle"
            ),
            models.UniqueConstraint(
                fields=["person"], condition=Q(ended_at__isnull=True, cycle__isnull=True),
                name="involvement_easing_one_of_all_cycles",
            ),
        ]  # fmt: skip

    def __str__(self):
        return str(self.get_sort_display())

    @property
    def end_url(self):
        """Where its own person ends it."""
        return reverse("easing_end", args=[self.pk])

    @property
    def as_told(self):
        """What others read of it, who may know."""
        return str(_("Is on a pause") if self.is_pause else _("Has asked for less"))

    @property
    def as_own(self):
        """What its own person reads of it."""
        return str(_("You are on a pause") if self.is_pause else _("You have asked for less"))

    @property
    def is_pause(self):
        return self.sort == self.Sort.PAUSE

    @property
    def is_in_effect(self):
        """Whether it holds today."""
        return self.ended_at is None and (self.until_date is None or self.until_date >= timezone.localdate())

    @classmethod
    def refusal_to_ask(cls, person, by):
        """Why `by` cannot say this for this person, as a sentence; empty when they can (promise 42)."""
        if by.pk == person.pk or (person.email is None and _keeps_a_group_of(by, person)):
            return ""
        return NOT_YOURS

    @classmethod
    def ask(cls, person, by, sort, *, cycle=None, until_date=None, **said):
        """Ask for less, or for a pause; what was said for the same cycle before ends. Returns the Easing.

        said: told_to, letters, words, convenor_reads. No reason is asked for. Raises Refused.
        """
        if sentence := cls.refusal_to_ask(person, by):
            raise moves.Refused(sentence)
        if until_date and until_date < timezone.localdate():
            raise moves.Refused(A_DAY_AHEAD)
        if cycle and not cycle.standing_of(person).is_involved:
            raise moves.Refused(NOT_YOUR_CYCLE)
        with transaction.atomic():
            Person.objects.select_for_update().get(pk=person.pk)
            cls.objects.standing().filter(person=person, cycle=cycle).update(ended_at=timezone.now())
            return cls.objects.create(person=person, made_by=by, sort=sort, cycle=cycle, until_date=until_date, **said)

    def end(self, by):
        """End it from now on; a second time changes nothing. Raises Refused."""
        if sentence := self.refusal_to_ask(self.person, by):
            raise moves.Refused(sentence)
        type(self).objects.standing().filter(pk=self.pk).update(ended_at=timezone.now())


def _keeps_a_group_of(by, person):
    """Whether `by` keeps a group today to which this person belongs today."""
    kept = Membership.objects.active().filter(person=by, role__in=Membership.KEEPERS).values("group_id")
    return Membership.objects.active().filter(person=person, group__in=kept).exists()
