"""Pilots, walk-throughs and visits, and what they showed: each finding leads to a change or a reason (R46)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class TryOut(Record):
    """An option was tried, in earnest or in thought: what, where, when and by whom (R46)."""

    class Sort(models.TextChoices):
        PILOT = "pilot", _("Pilot: tried for real, for a while")
        WALK_THROUGH = "walk-through", _("Walk-through: gone through step by step")
        VISIT = "visit", _("Visit to a place that does it already")
        DESK = "desk exercise", _("Desk exercise: thought through at a table")

    SLUG = "try-outs"
    ADD = _("Add a try-out")
    ABOUT = _("Where an option was tried before anybody chose, and by whom.")
    PROMPT = _("Say what should be tried out first")
    OWN_FIELDS = ("sort", "options", "held_on", "until", "where", "who_tried", "participants", "what_was_tried")
    FIGURE = "sort"
    LISTED = ("held_on", "where", "who_tried")

    PERSONAL = {"who_tried": Class.NAMED}
    PERSONAL_OF = {"who_tried": None}

    sort = models.CharField(_("how it was tried"), max_length=14, choices=Sort)
    options = models.ManyToManyField(
        "cycle.Option", blank=True, related_name="+", verbose_name=_("options that were tried")
    )
    held_on = models.DateField(_("day, or the first day"))
    until = models.DateField(_("last day, if it took several"), null=True, blank=True)
    where = models.CharField(_("where"), max_length=160)
    who_tried = models.TextField(
        _("who tried it"), help_text=_("How many people, and of what sort. Name nobody who would mind.")
    )
    participants = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who of those who take part was there")
    )
    what_was_tried = models.TextField(_("what exactly was tried"))

    class Meta(Record.Meta):
        verbose_name = _("try-out")
        verbose_name_plural = _("try-outs")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("held_on")),
                name="cycle_tryout_ends_after_it_began",
                violation_error_message=_("The last day has to be the first day or a later one."),
            ),
        ]


class TryFinding(Record):
    """What a try-out showed, who saw it, and what was changed for it or why not (R46)."""

    class Works(models.TextChoices):
        WORKS = "works", _("It works")
        PARTLY = "works partly", _("It works in part")
        DOES_NOT = "does not work", _("It does not work")
        UNMEANT = "unmeant effect", _("An effect that nobody meant")

    class LedTo(models.TextChoices):
        OPEN = "open", _("Still open")
        CHANGED = "changed", _("Something was changed")
        NOT_CHANGED = "not changed", _("Nothing was changed, for a reason")

    SLUG = "try-findings"
    ADD = _("Add what a try-out showed")
    ABOUT = _("Each of these ends with a change, or with the reason why nothing was changed.")
    PROMPT = _("Say what worked for you, and what did not")
    OWN_FIELDS = ("try_out", "works", "found_by", "led_to", "changed_what", "because")
    ASKED_UNDER = {"led_to": {"changed": ("changed_what",), "not changed": ("because",)}}
    FIGURE = "works"
    LISTED = ("led_to", "changed_what", "because")

    try_out = models.ForeignKey(
        "cycle.TryOut", models.PROTECT, related_name="findings", verbose_name=_("try-out that showed it")
    )
    works = models.CharField(_("does it work?"), max_length=14, choices=Works)
    found_by = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who found it out")
    )
    led_to = models.CharField(_("what came of it"), max_length=11, choices=LedTo, default=LedTo.OPEN)
    changed_what = models.TextField(_("what was changed"), blank=True)
    because = models.TextField(_("why nothing was changed"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("finding of a try-out")
        verbose_name_plural = _("findings of try-outs")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(led_to="changed") | ~Q(changed_what=""),
                name="cycle_tryfinding_changed_says_what",
                violation_error_message=_("Say what was changed."),
            ),
            models.CheckConstraint(
                condition=~Q(led_to="not changed") | ~Q(because=""),
                name="cycle_tryfinding_not_changed_says_why",
                violation_error_message=_("Say why nothing was changed."),
            ),
        ]

    @property
    def came_of_it(self):
        """What was changed, or why nothing was; empty while that is open."""
        return {self.LedTo.CHANGED: self.changed_what, self.LedTo.NOT_CHANGED: self.because}.get(self.led_to, "")
