"""Readings of a clause over time: what was measured, how it was rated, and what users say of it (R60, R61)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from ...glance import Remark
from ...models.record import Record
from ...pieces import Piece
from .ratings import Rating, ratings_on


class ClauseReading(Record):
    """How one clause did in one span of time, rated in the words of the Procurement Act, with users' words beside."""

    SLUG = "clause-readings"
    PIECE = Piece.MONITORING
    ADD = _("Add a reading")
    ABOUT = _("How the clauses of a contract did over time, and what users say of it.")
    PROMPT = _("Say how well a promise of the contract is kept")
    OWN_FIELDS = ("clause", "from_day", "to_day", "measured", "rating", "users_say", "what_is_done")
    FIGURE = "rating"
    LISTED = ("to_day", "measured")

    clause = models.ForeignKey(
        "cycle.Clause", models.PROTECT, related_name="readings", verbose_name=_("clause that it is about")
    )
    from_day = models.DateField(_("from"))
    to_day = models.DateField(_("until"))
    measured = models.CharField(_("what was measured"), max_length=160)
    rating = models.CharField(_("rating"), max_length=12, choices=Rating)
    users_say = models.TextField(_("what those who use the service say of it"), blank=True)
    what_is_done = models.TextField(_("what is done about it"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("reading of a clause")
        verbose_name_plural = _("readings of clauses")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(condition=Q(rating__in=Rating.values), name="cycle_reading_rating_is_known"),
            models.CheckConstraint(
                condition=Q(to_day__gte=F("from_day")), name="cycle_reading_ends_after_it_begins",
                violation_error_message=_("The last day of a reading comes after its first one."),
            ),
        ]  # fmt: skip

    @property
    def parts(self):
        """Where the words of the ratings come from."""
        found = ratings_on(self.to_day)
        return [Remark(str(found.source) if found else _now("We know of no official ratings for that time."))]
