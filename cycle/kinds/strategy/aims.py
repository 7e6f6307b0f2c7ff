"""What is to be reached by when, and what each aim rests on (R44)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Aim(Record):
    """What is to be reached by when, the qualities wanted of any provision, and what it rests on (R44)."""

    SLUG = "aims"
    ADD = _("Add an aim")
    PROMPT = _("What should the service be like in some years, whoever runs it?")
    OWN_FIELDS = ("horizon", "qualities", "rests_on", "needs", "pressures", "money", "lessons")
    FIGURE = "horizon"
    SETTLES = ("horizon", "rests_on")

    horizon = models.CharField(_("by when"), max_length=80)
    qualities = models.TextField(_("qualities wanted of any service"))
    rests_on = models.TextField(_("how it follows from needs, pressures, money and lessons"))
    needs = models.ManyToManyField("cycle.Need", blank=True, related_name="aims", verbose_name=_("needs that it meets"))
    pressures = models.ManyToManyField(
        "cycle.Pressure", blank=True, related_name="aims", verbose_name=_("pressures that it answers")
    )
    money = models.ManyToManyField(
        "cycle.BudgetLine", blank=True, related_name="aims", verbose_name=_("budget lines that it has to keep to")
    )
    lessons = models.ManyToManyField(
        "cycle.Lesson", blank=True, related_name="aims", verbose_name=_("lessons that it takes up")
    )

    class Meta(Record.Meta):
        verbose_name = _("strategic aim")
        verbose_name_plural = _("strategic aims")
