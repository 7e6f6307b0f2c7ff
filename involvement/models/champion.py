"""The champion: somebody senior in the authority who speaks up for the involvement of users in one cycle (R77; c5)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Cycle
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.words import Verb
from people.personal import Class

NAMED = Verb("champion named", _("named as champion for the users:"))
ENDED = Verb("champion ended", _("wrote down that no longer champion is:"))

SAY_WHO = _("Say who it is, and what they promise to do.")
SAY_WHY = _("Say why. Everybody can read it.")
ENDED_ALREADY = _("This has ended already.")


class ChampionQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of the cycles (or of the one) that this person may know of: a champion is named to everybody."""
        return self.filter(cycle__in=Cycle.objects.visible_to(person, cycle))

    def now(self, cycle):
        """The one of today, or None."""
        return self.filter(cycle=cycle, ended_at__isnull=True).first()


class Champion(models.Model):
    """Who it is, in which post, and what they promise to do, in public and with their consent."""

    PERSONAL = {"name": Class.NAMED, "post": Class.NAMED, "promise": Class.NAMED, "named_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="champions")
    name = models.CharField(_("name"), max_length=120)
    post = models.CharField(_("post in the authority"), max_length=160)
    promise = models.TextField(_("what they promise to do"))
    named_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    named_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = ChampionQuerySet.as_manager()

    class Meta:
        verbose_name = _("champion of user involvement")
        verbose_name_plural = _("champions of user involvement")
        ordering = ("cycle_id", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["cycle"], condition=Q(ended_at__isnull=True), name="involvement_champion_one_at_a_time"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(post="") & ~Q(promise=""), name="involvement_champion_promises_something"
            ),
        ]

    def __str__(self):
        return f"{self.name}, {self.post}"

    def get_absolute_url(self):
        return reverse("training", args=[self.cycle.slug])

    @classmethod
    def refusal_to_name(cls, cycle, person):
        """Why this person cannot name a champion, as a sentence; empty when they can."""
        if not cycle.standing_of(person).runs:
            return NOT_AN_OFFICER
        return CYCLE_CLOSED if cycle.is_closed else ""

    @classmethod
    def nominate(cls, cycle, by, *, name, post, promise):
        """Name the champion, in the place of the one before. Returns the Champion. Raises Refused (R77)."""
        if sentence := cls.refusal_to_name(cycle, by):
            raise moves.Refused(sentence)
        if not (name.strip() and post.strip() and promise.strip()):
            raise moves.Refused(SAY_WHO)
        with ledger.writing(cycle):
            before = cls.objects.now(cycle)
            cls.objects.filter(cycle=cycle, ended_at__isnull=True).update(ended_at=timezone.now())
            new = cls.objects.create(cycle=cycle, name=name, post=post, promise=promise, named_by=by)
            told = {"before": {"champion": str(before)}} if before else {}
            ledger.record(NAMED, new, by, cycle=cycle, after={"promise": promise}, reach="cycle", **told)
        return new

    def end(self, by, reason):
        """Write down that they are champion no longer. Raises Refused."""
        if sentence := self.refusal_to_name(self.cycle, by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.cycle):
            if not type(self).objects.filter(pk=self.pk, ended_at__isnull=True).update(ended_at=timezone.now()):
                raise moves.Refused(ENDED_ALREADY, conflict=True)
            ledger.record(ENDED, self, by, cycle=self.cycle, reason=reason, reach="cycle")
