"""The agenda of a meeting, and its papers in plain words: what people need to know so that they can act (R25; c4)."""

from django.apps import apps
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from cycle.words import Verb
from people.personal import Class

from .piece import Piece, PieceQuerySet

LONGEST_WORDS = 4000


class AgendaQuerySet(PieceQuerySet):
    def of(self, session):
        """Those of one meeting that stand, by their number."""
        return super().of(session).order_by("number", "pk")


class AgendaItem(Piece):
    """One thing that a meeting talks about: in which order, for how long, who leads, what is asked of people."""

    class Asks(models.TextChoices):
        KNOW = "know", _("To know about it")
        TALK = "talk", _("To talk about it")
        DECIDE = "decide", _("To decide it")

    # Who leads it is for those who take part, so the ledger, which others read too, has nothing of it.
    SAID = ("number", "title", "asks", "minutes", "about")
    PERSONAL = {"by": Class.PART, "led_by": Class.NAMED, "about": Class.SAID}
    ADDED = Verb("agenda item added", _("put on the agenda of a meeting:"))
    CHANGED = Verb("agenda item changed", _("changed on the agenda of a meeting:"))
    REMOVED = Verb("agenda item removed", _("took off the agenda of a meeting:"))

    number = models.PositiveSmallIntegerField(_("number"), default=1)
    title = models.CharField(_("what it is"), max_length=160)
    asks = models.CharField(_("what is asked of people"), max_length=6, choices=Asks, default=Asks.TALK)
    minutes = models.PositiveSmallIntegerField(_("how long, in minutes"), null=True, blank=True)
    led_by = models.CharField(_("who leads it"), max_length=120, blank=True)
    about = models.TextField(_("what it is about, in plain words"), blank=True)

    objects = AgendaQuerySet.as_manager()

    class Meta(Piece.Meta):
        abstract = False
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        ordering = ("number", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(asks__in=["know", "talk", "decide"]), name="involvement_agendaitem_asks_is_known"
            ),
        ]
        indexes = [models.Index(fields=["session", "number"], name="agenda_of_session")]

    def __str__(self):
        return self.title


class Paper(Piece):
    """One paper for a meeting: its words in short, and where the rest is: a record of the stage, or an address."""

    SAID = ("title", "words", "link")
    PERSONAL = {"by": Class.PART, "words": Class.SAID}
    ADDED = Verb("meeting paper added", _("added a paper for a meeting:"))
    CHANGED = Verb("meeting paper changed", _("changed a paper for a meeting:"))
    REMOVED = Verb("meeting paper removed", _("took off a paper for a meeting:"))

    title = models.CharField(_("what it is called"), max_length=160)
    words = models.TextField(_("what it says, in plain words"), max_length=LONGEST_WORDS)
    record_type = models.CharField(max_length=60, blank=True)
    record_id = models.PositiveBigIntegerField(null=True, blank=True)
    link = models.URLField(_("address where all of it can be read"), max_length=400, blank=True)

    class Meta(Piece.Meta):
        abstract = False
        verbose_name = _("paper for a meeting")
        verbose_name_plural = _("papers for meetings")
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="involvement_paper_says_something"),
            models.CheckConstraint(
                condition=Q(record_type="", record_id=None) | (~Q(record_type="") & Q(record_id__isnull=False)),
                name="involvement_paper_record_is_whole_or_absent",
            ),
        ]

    def __str__(self):
        return self.title

    @property
    def key(self):
        """The record that it rests on, as a form names it: "needs/7"; empty for none."""
        return f"{apps.get_model(self.record_type).SLUG}/{self.record_id}" if self.record_type else ""
