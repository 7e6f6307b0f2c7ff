"""How the views of others were gathered: asked of everybody who does not speak for themselves alone (R68)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class


class Gathering(models.Model):
    """Mixed into what is said for others: how and when they were asked, how many answered, and who is missing."""

    class Gathered(models.TextChoices):
        TALK = "talk", _("We talked about it together")
        VOTE = "vote", _("We voted")
        SURVEY = "survey", _("We asked with a form")
        CALLS = "calls", _("We called or visited people")
        OTHER = "other", _("In another way")

    PERSONAL = {"how_known": Class.SAID, "dissent": Class.SAID, "limits": Class.SAID}

    gathered = models.CharField(_("how their views were gathered"), max_length=8, choices=Gathered, blank=True)
    gathered_on = models.DateField(_("when they were asked"), null=True, blank=True)
    how_known = models.CharField(_("how you know what they think"), max_length=240, blank=True)
    how_many = models.PositiveIntegerField(_("how many people were asked"), null=True, blank=True)
    how_many_answered = models.PositiveIntegerField(_("how many of them answered"), null=True, blank=True)
    dissent = models.TextField(_("who among them thinks otherwise"), blank=True)
    limits = models.TextField(_("whom you could not ask, and what it does not show"), blank=True)

    class Meta:
        abstract = True
