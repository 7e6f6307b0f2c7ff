"""Briefings, lobbying and scrutiny: who talked with those who decide, for whom, and what came of it (R50)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.cycle import CYCLE_CLOSED
from ...models.record import Record, why_cannot_record

ONLY_SEATS = _("Only people with a seat in this cycle can write this down.")


class Contact(Record):
    """One time that somebody briefed or lobbied those who decide: who, for whom, and what came of it (R50)."""

    class Sort(models.TextChoices):
        BRIEFING = "briefing", _("A briefing")
        LOBBYING = "lobbying", _("Lobbying: somebody wanted a certain outcome")
        SCRUTINY = "scrutiny", _("Scrutiny: other councillors asked")
        OTHER = "other", _("Another talk")

    SLUG = "contacts"
    ADD = _("Write down that you were briefed or lobbied")
    OWN_FIELDS = ("sort", "decision", "with_whom", "spoke_for", "held_on", "came_of_it")
    FIGURE = "sort"
    BRIEF = ("sort", "held_on", "with_whom")
    PART = "talk"

    PERSONAL = {"with_whom": Class.NAMED, "spoke_for": Class.NAMED}
    PERSONAL_OF = {"with_whom": None, "spoke_for": None}

    title = models.CharField(_("what it was about"), max_length=160)
    summary = models.TextField(_("what was said, in plain words"))
    sort = models.CharField(_("what it was"), max_length=10, choices=Sort)
    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, null=True, blank=True, related_name="contacts",
        verbose_name=_("decision that it was about"),
    )  # fmt: skip
    with_whom = models.CharField(
        _("who spoke with whom"),
        max_length=240,
        help_text=_("Name people in a public role. Of others, say only what they have to do with it."),
    )
    spoke_for = models.CharField(_("for whom they spoke"), max_length=240)
    held_on = models.DateField(_("when it was"))
    came_of_it = models.TextField(_("what came of it"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("briefing or lobbying talk")
        verbose_name_plural = _("briefings and lobbying")

    @classmethod
    def why_cannot_add(cls, stage, person):
        """Everybody with a seat may add one: those who decide are the ones who are lobbied."""
        if not stage.cycle.standing_of(person).roles:
            return ONLY_SEATS
        return CYCLE_CLOSED if stage.cycle.is_closed else ""

    def why_cannot_change(self, person):
        """Officers may change it, and whoever wrote it down while they hold a seat."""
        if self.created_by_id == getattr(person, "pk", None):
            return self.why_cannot_add(self.stage, person)
        return why_cannot_record(self.stage, person)
