"""What holds for everybody in the whole cycle, and what each body brings to a joint one (R22, R28)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class Rule(Record):
    """Something that all agreed about how they work together, and who sees to it (R22)."""

    class Topic(models.TextChoices):
        PROCESS = "process", _("How we work together")
        SUPPORT = "support", _("Support")
        PAYMENT = "payment", _("Fees and costs")
        ANSWERS = "answers", _("When answers come")
        LEAVING = "leaving", _("Leaving, or pausing")
        COMPLAINT = "complaint", _("When something goes wrong")
        OWN_CARE = "own care", _("Questions about your own care")

    SLUG = "rules"
    ADD = _("Add something that holds for everybody")
    ABOUT = _("What all of us can count on in every stage.")
    PROMPT = _("What has to hold for you to take part? What if you want to stop, or to complain?")
    OWN_FIELDS = ("topic", "who_sees_to_it", "where_to_turn")
    FIGURE = "topic"
    LISTED = ("who_sees_to_it",)
    SETTLES = ("topic", "who_sees_to_it")

    PERSONAL = {"who_sees_to_it": Class.NAMED, "where_to_turn": Class.NAMED}
    PERSONAL_OF = {"who_sees_to_it": None, "where_to_turn": None}

    TOLD_TO_SPEAKERS = models.Q(topic="own care")

    topic = models.CharField(
        _("what it is about"),
        max_length=10,
        choices=Topic,
        help_text=_(
            "A cycle is about a service for many people. Some people need a change just for themselves. "
            "Say under “Questions about your own care” whom they can ask."
        ),
    )
    who_sees_to_it = models.CharField(_("who sees to it"), max_length=160)
    where_to_turn = models.CharField(
        _("where people turn"),
        max_length=240,
        blank=True,
        help_text=_("A phone number, an address or a place; never somebody’s own home."),
    )

    class Meta(Record.Meta):
        verbose_name = _("thing that holds for everybody")
        verbose_name_plural = _("things that hold for everybody")


class Brings(Record):
    """What one body brings to a joint commission, and what it cannot do (R22, R28)."""

    class What(models.TextChoices):
        MONEY = "money", _("Money")
        PEOPLE = "people", _("People and their time")
        KNOWLEDGE = "knowledge", _("Knowledge and figures")
        PLACES = "places", _("Places and things")
        POWER = "power", _("The power to decide")

    SLUG = "bodies"
    ADD = _("Add what a body brings")
    ABOUT = _("When several bodies buy a service together, each says what it brings, and what it cannot do.")
    OWN_FIELDS = ("body", "what", "cannot")
    FIGURE = "what"
    LISTED = ("body", "cannot")

    body = models.ForeignKey(
        "cycle.Participant", models.PROTECT, related_name="+", verbose_name=_("group or body that brings it")
    )
    what = models.CharField(_("what it brings"), max_length=10, choices=What)
    cannot = models.TextField(_("what it cannot do"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("thing that a body brings")
        verbose_name_plural = _("what each body brings")
