"""Whether power shifts, in the words of those who feel it, from both sides (R63; c3)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.by_party import ByParty


class PowerNote(ByParty):
    """What one party says of who has the say now, compared with before; each writes its own."""

    class Shift(models.TextChoices):
        MORE = "more", _("Users have more say than before")
        SAME = "same", _("It is as it was")
        LESS = "less", _("Users have less say than before")

    SLUG = "power-notes"
    ADD = _("Say who has the say now")
    ABOUT = _("Each side says in its own words whether users have more say than before.")
    PROMPT = _("Say whether you have more say than before")
    OWN_FIELDS = ("party", "shift", "compared_with", "shown_by", "said_on")
    FIGURE = "shift"
    LISTED = ("party", "shown_by", "said_on")

    summary = models.TextField(_("in your own words"))
    shift = models.CharField(_("who has the say now"), max_length=4, choices=Shift)
    compared_with = models.CharField(_("compared with when"), max_length=120)
    shown_by = models.TextField(_("what shows it"), blank=True, help_text=_("Something that happened, or did not."))
    said_on = models.DateField(_("when it was said"))

    class Meta(ByParty.Meta):
        verbose_name = _("word on who has the say")
        verbose_name_plural = _("who has the say now")
