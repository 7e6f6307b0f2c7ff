"""Decision: what was asked, said, advised and decided, when it was shaped, and who talked with whom (R47–R51)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.cycle import CYCLE_CLOSED
from ..models.record import Record, why_cannot_record

ONLY_SEATS = _("Only people with a seat in this cycle can write this down.")


class Decision(Record):
    """One decision: what users said, what officers advised, what was decided and why it differs (R47, R48)."""

    SLUG = "decisions"
    ADD = _("Add a decision")
    OWN_FIELDS = (
        "question", "users_said", "officers_advised", "decided", "why_it_differs", "decided_by", "shaped_on",
        "taken_on",
    )  # fmt: skip
    FIGURE = "taken_on"
    SETTLES = ("decided", "why_it_differs", "decided_by", "taken_on")
    BRIEF = ("question", "officers_advised", "decided", "decided_by", "taken_on")
    PART = "decision"
    IS_DECIDED = True

    question = models.TextField(_("what was asked"))
    users_said = models.TextField(_("what users said"))
    officers_advised = models.TextField(_("what officers advised"))
    decided = models.TextField(_("what was decided"))
    why_it_differs = models.TextField(_("why it differs from what users said"), blank=True)
    decided_by = models.CharField(_("who decided, with what authority"), max_length=240)
    shaped_on = models.DateField(_("when it was really shaped"), null=True, blank=True)
    taken_on = models.DateField(_("when it was formally taken"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")


class Contact(Record):
    """One time that somebody briefed or lobbied those who decide: who, for whom, and what came of it (R50)."""

    class Sort(models.TextChoices):
        BRIEFING = "briefing", _("A briefing")
        LOBBYING = "lobbying", _("Lobbying: somebody wanted a certain outcome")
        SCRUTINY = "scrutiny", _("Scrutiny: other councillors asked")
        OTHER = "other", _("Another talk")

    SLUG = "contacts"
    ADD = _("Write down that you were briefed or lobbied")
    OWN_FIELDS = ("sort", "with_whom", "spoke_for", "held_on", "came_of_it")
    FIGURE = "sort"
    BRIEF = ("sort", "held_on", "with_whom")
    PART = "talk"

    title = models.CharField(_("what it was about"), max_length=160)
    summary = models.TextField(_("what was said, in plain words"))
    sort = models.CharField(_("what it was"), max_length=10, choices=Sort)
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


KIND = Kind(
    slug="decision",
    name=_("Decision"),
    work=_("Decisions and talks"),
    place=8,
    prompt=_("What should those who decide know before they do?"),
    records=(Decision, Contact),
)
