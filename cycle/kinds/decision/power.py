"""Who really decides here, officers or councillors: said openly, with what users think beside it (R49; c4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class WhoDecides(Record):
    """How officers and councillors share power here, as one of them says it, and as users see it (R49)."""

    class Lies(models.TextChoices):
        COUNCILLORS = "councillors", _("Councillors decide. Officers have little power")
        OFFICERS = "officers", _("Officers decide, and councillors say yes to it")
        BOTH = "both", _("It is worked out between them, over a long time")

    SLUG = "who-decides"
    ADD = _("Say who really decides here")
    ABOUT = _("Officers and councillors say how they share power. Users say how they see it.")
    PROMPT = _("Say who you think really decides here")
    OWN_FIELDS = ("lies", "said_by", "officers_do", "councillors_do", "users_view", "users_view_from")
    FIGURE = "lies"
    LISTED = ("said_by", "users_view")

    PERSONAL = {"said_by": Class.NAMED, "users_view_from": Class.NAMED}
    PERSONAL_OF = {"said_by": None, "users_view_from": None}

    lies = models.CharField(_("where the power lies"), max_length=11, choices=Lies)
    said_by = models.CharField(
        _("who says so"), max_length=240, help_text=_("A post or a body, like “the head of the service”.")
    )
    officers_do = models.TextField(_("what officers can settle by themselves"))
    councillors_do = models.TextField(_("what councillors keep for themselves"))
    users_view = models.TextField(_("how users see it"), blank=True)
    users_view_from = models.CharField(_("who of the users says so"), max_length=240, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("word on who decides")
        verbose_name_plural = _("who really decides")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(users_view="") | ~models.Q(users_view_from=""),
                name="cycle_whodecides_users_view_says_whose",
                violation_error_message=_("Say who of the users sees it so."),
            ),
        ]
