"""Agreeing what a need is, who judges between people's needs, whom else to reach, and costs that move (R33–R40)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...waits import Waits


class Definition(Record):
    """What counts as a need here: in users' words, in professionals', and as both agreed it (R33)."""

    SLUG = "definitions"
    ADD = _("Write down what counts as a need")
    ABOUT = _("What we mean by a need, as users and professionals agreed it.")
    PROMPT = _("What makes something a need, and not only a wish?")
    OWN_FIELDS = ("users_words", "professionals_words", "agreed_words", "agreed_by", "agreed_on")
    FIGURE = "agreed_on"
    SETTLES = ("agreed_words",)

    users_words = models.TextField(_("what users mean by it"))
    professionals_words = models.TextField(_("what professionals mean by it"))
    agreed_words = models.TextField(_("what all agreed"), blank=True)
    agreed_by = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("groups and bodies that agreed")
    )
    agreed_on = models.DateField(_("agreed on"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("definition of need")
        verbose_name_plural = _("what counts as a need")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(agreed_words="", agreed_on=None) | (~Q(agreed_words="") & Q(agreed_on__isnull=False)),
                name="cycle_definition_agreed_is_whole_or_absent",
                violation_error_message=_("Give the words that all agreed and the day, or leave both open."),
            ),
        ]


class Judging(Record):
    """Where people's needs pull apart: between whom, who judges, how, and what came of it (R37)."""

    SLUG = "judging"
    ADD = _("Say who judges between them")
    ABOUT = _("Some use a service now, some later, some never. Where their needs pull apart, somebody has to judge.")
    OWN_FIELDS = ("between", "needs_apart", "judge", "how_judged", "came_of_it")
    FIGURE = "judge"
    LISTED = ("between", "came_of_it")
    SETTLES = ("judge", "came_of_it")

    PERSONAL = {"judge": Class.NAMED}
    PERSONAL_OF = {"judge": None}

    between = models.CharField(_("between whom"), max_length=240)
    needs_apart = models.ManyToManyField(
        "cycle.Need", blank=True, related_name="+", verbose_name=_("needs that pull apart")
    )
    judge = models.CharField(_("who judges, with what right"), max_length=240)
    how_judged = models.TextField(_("how it is judged"))
    came_of_it = models.TextField(_("what came of it"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("judgement between needs")
        verbose_name_plural = _("who judges between needs")


class Reach(Record):
    """Somebody else to reach, how, who does it, and what came of it (R40)."""

    class Standing(models.TextChoices):
        TO_DO = "to do", _("To be reached")
        REACHED = "reached", _("Reached")
        NOT_REACHED = "not reached", _("Not reached")

    SLUG = "reach"
    ADD = _("Add somebody to reach")
    ABOUT = _("Whom nobody has heard yet, and how they can be reached.")
    PROMPT = _("Whom else should we ask, and how can we reach them?")
    OWN_FIELDS = ("how", "named_by", "owner", "by_when", "standing", "came_of_it")
    FIGURE = "standing"
    LISTED = ("named_by", "by_when")
    WAITS = Waits("by_when", Q(standing="to do"), _("Reach those who were not heard yet: %(title)s"))

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    how = models.TextField(_("how they can be reached"))
    named_by = models.ForeignKey(
        "cycle.Participant",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group or body that named them"),
    )
    owner = models.CharField(_("who reaches them"), max_length=160)
    by_when = models.DateField(_("by when"))
    standing = models.CharField(_("where it stands"), max_length=12, choices=Standing, default=Standing.TO_DO)
    came_of_it = models.TextField(
        _("what came of it"), blank=True, help_text=_("Once they were reached; or why they were not.")
    )

    class Meta(Record.Meta):
        verbose_name = _("person or group to reach")
        verbose_name_plural = _("whom else to reach")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(standing="to do") | ~Q(came_of_it=""),
                name="cycle_reach_ended_says_what_came_of_it",
                violation_error_message=_("Say what came of it, or why they were not reached."),
            ),
        ]


class CostShift(Record):
    """A cost that would move onto somebody else, who has to be heard before anybody goes on (R39)."""

    SLUG = "cost-shifts"
    ADD = _("Add a cost that moves")
    ABOUT = _("When a proposal saves money here and costs it elsewhere, those who would pay are heard first.")
    PROMPT = _("Would something that we plan cost you, or people near you, money or time?")
    OWN_FIELDS = ("onto", "who_pays", "cost", "moves_because", "hear_by", "heard_on", "they_said")
    FIGURE = "who_pays"
    LISTED = ("cost", "hear_by", "heard_on")
    SETTLES = ("who_pays", "they_said")
    WAITS = Waits(
        "hear_by", Q(heard_on=None), _("Hear those who would pay: %(title)s"),
        hears="onto", asked=_("Say what it would mean for you: %(title)s"),
    )  # fmt: skip

    onto = models.ForeignKey(
        "cycle.Participant",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("group or body that would pay, when it takes part"),
    )
    who_pays = models.CharField(_("who would pay"), max_length=240)
    cost = models.CharField(
        _("what it would cost them"), max_length=160, help_text=_("Money, or time, or something else.")
    )
    moves_because = models.TextField(_("why the cost would move"))
    hear_by = models.DateField(_("by when they are heard"))
    heard_on = models.DateField(_("heard on"), null=True, blank=True)
    they_said = models.TextField(_("what they said"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("cost that moves")
        verbose_name_plural = _("costs that move onto others")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(heard_on=None, they_said="") | (Q(heard_on__isnull=False) & ~Q(they_said="")),
                name="cycle_costshift_heard_is_whole_or_absent",
                violation_error_message=_("Say when they were heard and what they said, or leave both open."),
            ),
        ]
