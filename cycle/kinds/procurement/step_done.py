"""The steps of a tender that are done: notices, and what users took part in, with the help that they had (R54)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.record import Record
from .steps import CHOICES


class TenderStep(Record):
    """One step that was done: when, where it can be read, which users took part, and who helped them."""

    SLUG = "tender-steps"
    ADD = _("Write down a step")
    ABOUT = _("Notices and other steps, which users took part in each, and what help they had.")
    PROMPT = _("Say in which step you want to take part")
    OWN_FIELDS = ("tender", "step", "done_on", "reference", "link", "users_took_part", "help_given")
    FIGURE = "done_on"
    LISTED = ("step", "reference")

    tender = models.ForeignKey(
        "cycle.Tender", models.PROTECT, related_name="steps", verbose_name=_("tender that it belongs to")
    )
    step = models.CharField(_("which step"), max_length=12, choices=CHOICES)
    done_on = models.DateField(_("done or published on"))
    reference = models.CharField(_("number of the notice"), max_length=120, blank=True)
    link = models.URLField(_("where it can be read"), max_length=300, blank=True)
    users_took_part = models.TextField(_("which users took part, and how"), blank=True)
    help_given = models.TextField(
        _("technical help that they had"), blank=True,
        help_text=_("Who explained what. Help makes it clear. It does not make it so simple that nothing is left."),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("step of a tender")
        verbose_name_plural = _("steps of tenders")
