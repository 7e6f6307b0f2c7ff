"""Who answers for bringing it about: by name, for each of the four parts that the source asks about (R57; c5)."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class Owner(Record):
    """One part of the work and who answers for it, from which body, from when; one who left stays with a last day."""

    class Part(models.TextChoices):
        LEAD = "lead", _("Leads it as a whole")
        DELIVERY = "delivery", _("Brings it to people")
        REVIEW = "review", _("Looks whether it works")
        FEEDBACK = "feedback", _("Tells those who decided how it goes")

    SLUG = "owners"
    ADD = _("Name who answers for a part")
    ABOUT = _("Four parts need a name: to lead, to bring it to people, to look whether it works, and to tell it back.")
    OWN_FIELDS = ("part", "who", "body", "from_day", "until_day")
    FIGURE = "part"
    LISTED = ("who", "body", "from_day", "until_day")

    PERSONAL = {"who": Class.NAMED}
    PERSONAL_OF = {"who": None}

    part = models.CharField(_("for what they answer"), max_length=8, choices=Part)
    who = models.CharField(_("who"), max_length=160, help_text=_("Somebody in a public role, by name and post."))
    body = models.CharField(_("from which body or team"), max_length=160)
    from_day = models.DateField(_("from when"))
    until_day = models.DateField(_("until when, if that has ended"), null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = _("name of who answers for it")
        verbose_name_plural = _("who answers for it")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(until_day__isnull=True) | Q(until_day__gte=F("from_day")),
                name="cycle_owner_ends_after_it_began",
                violation_error_message=_("The last day has to be the first day or a later one."),
            ),
        ]

    @property
    def is_current(self):
        """Whether they answer for it today."""
        return self.from_day <= timezone.localdate() and (
            self.until_day is None or self.until_day >= timezone.localdate()
        )
