"""Training for users and for commissioners: the plan with its money, what is offered, who took it (R77; c3, c4, c5)."""

from django.db import models
from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models import Cycle, Participant
from cycle.models.cycle import CYCLE_CLOSED, NOT_AN_OFFICER
from cycle.snapshot import changed_fields, snapshot
from cycle.words import Verb
from people.personal import Class
from people.refusal import Conflict

from .rates import pounds

PLANNED = Verb("training planned", _("wrote the plan for training:"))
OFFERED = Verb("training offered", _("offered training:"))
CHANGED = Verb("training changed", _("changed the training:"))
CALLED_OFF = Verb("training called off", _("called off the training:"))

SAY_WHY = _("Say why. Everybody can read it.")
CALLED_OFF_ALREADY = _("This training was called off.")
NOT_FOR_YOU = _("This training is not for you. You can ask for one that is.")
NOT_FOR_THEM = _("You can put down only people of your own group, or as an officer anybody who takes part.")
THERE_ALREADY = _("This name is down already.")
NOT_THERE = _("This name is not down.")
OVER = _("This training is over.")


def why_cannot_plan(cycle, person):
    """Why this person cannot plan training in this cycle, as a sentence; empty when they can."""
    if not cycle.standing_of(person).runs:
        return NOT_AN_OFFICER
    return CYCLE_CLOSED if cycle.is_closed else ""


class TrainingPlan(models.Model):
    """What users and commissioners need to learn in one cycle, and the money for it."""

    WRITTEN = ("for_users", "for_commissioners", "budget")

    cycle = models.OneToOneField("cycle.Cycle", models.PROTECT, related_name="training_plan")
    for_users = models.TextField(_("what users need to learn"), blank=True)
    for_commissioners = models.TextField(_("what commissioners need to learn"), blank=True)
    budget = pounds(_("money for training"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("plan for training")
        verbose_name_plural = _("plans for training")

    def __str__(self):
        return str(self._meta.verbose_name)

    def get_absolute_url(self):
        return reverse("training", args=[self.cycle.slug])

    @classmethod
    def write(cls, cycle, by, version, **said):
        """Write the plan, when nobody else has since `version` (0: there was none). Raises Refused, and Conflict."""
        if sentence := why_cannot_plan(cycle, by):
            raise moves.Refused(sentence)
        with ledger.writing(cycle):
            there = cls.objects.filter(cycle=cycle).first()
            if (there.version if there else 0) != version:
                raise Conflict(there)
            before = snapshot(there, cls.WRITTEN) if there else {}
            made = cls.objects.update_or_create(cycle=cycle, defaults={**said, "version": version + 1})[0]
            made.refresh_from_db()
            _tell(PLANNED, made, by, cycle, before, snapshot(made, cls.WRITTEN))
        return made


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of the cycles (or of the one) that this person may know of: what is offered is told to everybody."""
        return self.filter(cycle__in=Cycle.objects.visible_to(person, cycle))

    def for_list(self):
        """With how many names are down and how many came (`down`, `took`)."""
        took = Count("places", filter=Q(places__came=True))
        return self.annotate(down=Count("places"), took=took)


class Training(models.Model):
    """One training that is offered: what, for whom, when, by whom, for how much; who takes it is told to the few."""

    class Audience(models.TextChoices):
        USERS = "users", _("People who use services")
        COMMISSIONERS = "officers", _("Those who run the cycle, and those who decide")
        BOTH = "both", _("Both together")

    WRITTEN = ("title", "about", "audience", "by_whom", "held_on", "where", "cost", "spent")
    PERSONAL = {"made_by": Class.PART, "by_whom": Class.NAMED}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="trainings")
    title = models.CharField(_("what it is called"), max_length=120)
    about = models.TextField(_("what people learn"))
    audience = models.CharField(_("for whom"), max_length=8, choices=Audience)
    by_whom = models.CharField(_("who gives it"), max_length=160)
    held_on = models.DateField(_("on which day"), null=True, blank=True)
    where = models.CharField(_("place, or how people meet"), max_length=240, blank=True)
    cost = pounds(_("what it may cost"), null=True, blank=True)
    spent = pounds(_("what it has cost"), null=True, blank=True)
    made_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = _("training")
        verbose_name_plural = _("trainings")
        ordering = ("-held_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(audience__in=["users", "officers", "both"]), name="involvement_training_audience_is_known"
            )
        ]
        indexes = [models.Index(fields=["cycle", "-id"], name="training_of_cycle")]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return self.address("training_one")

    def address(self, name):
        """The address of the training, or of something that is done with it."""
        return reverse(name, args=[self.cycle.slug, self.pk])

    @property
    def is_over(self):
        """Whether its day has come."""
        return self.held_on is not None and self.held_on <= timezone.localdate()

    def refusal_to_change(self, person):
        """Why this person cannot change it, as a sentence; empty when they can."""
        return why_cannot_plan(self.cycle, person) or (CALLED_OFF_ALREADY if self.ended_at else "")

    @classmethod
    def offer(cls, cycle, by, **said):
        """Offer a training; said: by name of WRITTEN. Returns the Training. Raises Refused (R77)."""
        if sentence := why_cannot_plan(cycle, by):
            raise moves.Refused(sentence)
        with ledger.writing(cycle):
            new = cls.objects.create(cycle=cycle, made_by=by, **said)
            new.refresh_from_db()
            _tell(OFFERED, new, by, cycle, {}, snapshot(new, cls.WRITTEN))
        return new

    def change(self, by, version, **said):
        """Change it, or write down what it has cost. Raises Refused, and Conflict."""
        if sentence := self.refusal_to_change(by):
            raise moves.Refused(sentence)
        with ledger.writing(self.cycle):
            current = type(self).objects.get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            before = snapshot(current, self.WRITTEN)
            for name, value in said.items():
                setattr(current, name, value)
            current.version = version + 1
            current.save()
            self.refresh_from_db()
            _tell(CHANGED, self, by, self.cycle, before, snapshot(self, self.WRITTEN))

    def call_off(self, by, reason):
        """Call it off; those whose names are down read why. Raises Refused."""
        if sentence := self.refusal_to_change(by):
            raise moves.Refused(sentence)
        if not reason.strip():
            raise moves.Refused(SAY_WHY)
        with ledger.writing(self.cycle):
            if not type(self).objects.filter(pk=self.pk, ended_at__isnull=True).update(ended_at=timezone.now()):
                raise moves.Refused(CALLED_OFF_ALREADY, conflict=True)
            ledger.record(CALLED_OFF, self, by, cycle=self.cycle, reason=reason)

    def is_for(self, person):
        """Whether this person is among those for whom it is."""
        standing = self.cycle.standing_of(person)
        users = Participant.objects.active().filter(cycle=self.cycle, standing=Participant.Standing.USERS)
        is_user = users.filter(pk__in=standing.belongs_to).exists()
        return {"users": is_user, "officers": bool(standing.roles)}.get(self.audience, is_user or bool(standing.roles))

    def refusal_to_put_down(self, person, by):
        """Why `by` cannot put this person's name down, as a sentence; empty when they can."""
        if self.ended_at:
            return CALLED_OFF_ALREADY
        if not self.is_for(person):
            return NOT_FOR_YOU if person == by else NOT_FOR_THEM
        standing = self.cycle.standing_of(by)
        shared = standing.keeps & self.cycle.standing_of(person).belongs_to
        if person != by and not (standing.runs or shared):
            return NOT_FOR_THEM
        is_past = self.held_on is not None and self.held_on < timezone.localdate()
        return OVER if is_past and not standing.runs else ""


class TrainingPlace(models.Model):
    """One person in one training; told to them, to who put them down, and to the officers. came: None until known."""

    PERSONAL = {"person": Class.PRIVATE, "came": Class.PRIVATE, "entered_by": Class.PART}

    training = models.ForeignKey("involvement.Training", models.PROTECT, related_name="places")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="training_places")
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    came = models.BooleanField(_("took part"), null=True)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("place in a training")
        verbose_name_plural = _("places in trainings")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["training", "person"], name="involvement_trainingplace_once"),
        ]

    def __str__(self):
        return f"{self.person}, {self.training}"

    @classmethod
    def put_down(cls, training, person, by):
        """Put a name down for a training. Returns the TrainingPlace. Raises Refused (R77)."""
        if sentence := training.refusal_to_put_down(person, by):
            raise moves.Refused(sentence)
        made, is_new = cls.objects.get_or_create(training=training, person=person, defaults={"entered_by": by})
        if not is_new:
            raise moves.Refused(THERE_ALREADY, conflict=True)
        return made

    @classmethod
    def take_off(cls, training, person):
        """Take one's own name off again, while nobody has written down who came. Raises Refused."""
        if not cls.objects.filter(training=training, person=person, came__isnull=True).delete()[0]:
            raise moves.Refused(NOT_THERE, conflict=True)

    @classmethod
    def write_down(cls, training, by, keys):
        """Write down who came: the places with these ids, and none of the others. Raises Refused."""
        if sentence := training.refusal_to_change(by):
            raise moves.Refused(sentence)
        training.places.update(came=models.Case(models.When(pk__in=keys, then=True), default=False))


def _tell(verb, thing, by, cycle, before, after):
    """Write it down for everybody; it names nobody who takes part."""
    changed = changed_fields(before, after)
    ledger.record(
        verb, thing, by, cycle=cycle, before={name: before[name] for name in changed if before},
        after={name: after[name] for name in changed},
    )  # fmt: skip
