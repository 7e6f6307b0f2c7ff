"""The text of the framework, paragraph by paragraph: each can be spoken about, and objections stay with it (R44)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.record import Record


class Paragraph(Record):
    """One paragraph of the framework, under a heading, in its place; what people say of it stands beside it."""

    SLUG = "paragraphs"
    ADD = _("Add a paragraph")
    ABOUT = _("The text of the framework. You can speak about each paragraph, and what you object to stays beside it.")
    OWN_FIELDS = ("place", "carries_out")

    place = models.PositiveSmallIntegerField(_("which paragraph it is, from 1"))
    carries_out = models.ManyToManyField(
        "cycle.Aim", blank=True, related_name="paragraphs", verbose_name=_("aims that it serves")
    )

    class Meta(Record.Meta):
        verbose_name = _("paragraph")
        verbose_name_plural = _("text, by paragraph")
        ordering = ("place", "pk")
