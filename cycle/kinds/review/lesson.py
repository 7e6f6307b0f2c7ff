"""A lesson for people who were not there: not a model to copy, but what made it so and what it takes (R87)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Lesson(Record):
    """What was learnt, under which conditions it held here, and the ingredients that somebody else would need (R87)."""

    SLUG = "lessons"
    ADD = _("Add a lesson")
    ABOUT = _("Write them so that a stranger can use them. Everybody can find them, also in other places.")
    PROMPT = _("What should others know before they do the same?")
    OWN_FIELDS = ("conditions", "ingredients", "not_to_copy", "findings", "agreed_by")
    SETTLES = ("conditions", "ingredients")
    LISTED = ("conditions", "ingredients")
    PART = "lesson"
    PAGE = "cycle/lesson.html"

    title = models.CharField(_("the lesson, in one sentence"), max_length=160)
    conditions = models.TextField(
        _("what made it so, here"),
        help_text=_("The place, the people, the time, the money: what would be different elsewhere?"),
    )
    ingredients = models.TextField(
        _("what it takes"), help_text=_("What somebody needs who wants the same: people, time, money, words, trust.")
    )
    not_to_copy = models.TextField(_("what should not be copied"), blank=True)
    findings = models.ManyToManyField(
        "cycle.Finding", blank=True, related_name="lessons", verbose_name=_("what it comes from")
    )
    agreed_by = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("who agrees with it")
    )

    class Meta(Record.Meta):
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(conditions="") & ~Q(ingredients=""),
                name="cycle_lesson_says_conditions_and_ingredients",
                violation_error_message=_("Say what made it so here, and what it takes."),
            ),
        ]
