"""Decision: what was asked, said, advised and decided, and when it was really shaped (R47–R51)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..kind import Kind
from ..models.record import Record


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


KIND = Kind(
    slug="decision",
    name=_("Decision"),
    place=8,
    prompt=_("What should those who decide know before they do?"),
    records=(Decision,),
)
