"""The front line signs up to the change, with worries or not at all: without it a change stays on paper (R58; c5)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ...models.by_party import ByParty


class SignUp(ByParty):
    """Whether a team or a provider's staff stand behind the change, and what they need for it, in their own words."""

    class Position(models.TextChoices):
        YES = "yes", _("Stands behind it")
        WORRIED = "with worries", _("Stands behind it, with worries")
        NO = "no", _("Does not stand behind it")

    SLUG = "commitments"
    ADD = _("Say whether the front line stands behind it")
    ABOUT = _("Those who do the work say whether they stand behind the change, and what they need.")
    OWN_FIELDS = ("party", "position", "worries", "what_is_needed", "how_many", "said_on")
    STANDINGS_OF = {"party": ("staff", "providers")}
    FIGURE = "position"
    LISTED = ("party", "worries", "what_is_needed", "said_on")

    position = models.CharField(_("whether they stand behind it"), max_length=12, choices=Position)
    worries = models.TextField(_("what worries them"), blank=True)
    what_is_needed = models.TextField(_("what they need for it"), blank=True)
    how_many = models.PositiveSmallIntegerField(_("how many people were asked"), null=True, blank=True)
    said_on = models.DateField(_("when they said so"))

    class Meta(ByParty.Meta):
        verbose_name = _("word of the front line on the change")
        verbose_name_plural = _("whether the front line stands behind it")
        constraints = [
            *ByParty.Meta.constraints,
            models.CheckConstraint(
                condition=Q(position="yes") | ~Q(worries=""),
                name="cycle_signup_says_its_worries",
                violation_error_message=_("Say what worries them."),
            ),
        ]
