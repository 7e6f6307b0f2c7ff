"""Visits by users: they go and look how a service is, and what they find has to be answered (R60; c1, c7).

The authority's own services are visited like any other (R61): whose service it is changes nothing in what has to be
said, and by when.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.participant import Participant
from ...models.record import Record
from ...pieces import Piece


class Visit(Record):
    """One visit: whose service, where and when, who went, what they looked at, and what they saw and heard."""

    SLUG = "visits"
    PIECE = Piece.USERS
    ADD = _("Add a visit")
    ABOUT = _("Users go and look for themselves. What they find is answered by those whose service it is.")
    PROMPT = _("Say where we should go and look")
    OWN_FIELDS = ("visited", "where", "held_on", "who_went", "went", "looked_at", "heard", "contract")
    STANDINGS_OF = {"visited": ("staff", "providers"), "went": ("users",)}
    FIGURE = "held_on"
    LISTED = ("visited", "where", "who_went")

    PERSONAL = {"who_went": Class.NAMED}
    PERSONAL_OF = {"who_went": None}

    summary = models.TextField(_("what was seen, in the words of those who went"))
    visited = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="visits", verbose_name=_("whose service was visited")
    )
    where = models.CharField(_("where"), max_length=160)
    held_on = models.DateField(_("when"))
    who_went = models.TextField(_("who went"), help_text=_("How many, and of what sort. Name nobody who would mind."))
    went = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("for which groups they went")
    )
    looked_at = models.TextField(_("what they looked at"))
    heard = models.TextField(_("what they heard, in people’s own words"), blank=True)
    contract = models.ForeignKey(
        "cycle.Contract", models.PROTECT, null=True, blank=True, related_name="visits",
        verbose_name=_("contract that it looks at"),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("visit")
        verbose_name_plural = _("visits")

    @property
    def is_in_house(self):
        """Whether it was to the authority's own staff."""
        return self.visited.standing == Participant.Standing.STAFF
