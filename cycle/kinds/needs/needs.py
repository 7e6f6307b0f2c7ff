"""What people need, in whose words, and which services there are already (R32, R33, R34, R37)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from .blank_sheet import BlankSheet


class Need(Record):
    """A statement of need, typed so that nobody's voice passes for another's (R33, R34, R37)."""

    class Sort(models.TextChoices):
        NEED = "need", _("Need")
        WANT = "want", _("Want")
        ASPIRATION = "aspiration", _("Aspiration")

    class Level(models.TextChoices):
        INDIVIDUAL = "individual", _("One person")
        POPULATION = "population", _("A whole population")
        SERVICE = "service", _("A service")

    class View(models.TextChoices):
        SOCIAL = "social", _("Social: what around the person gets in the way")
        MEDICAL = "medical", _("Medical: what the person's condition calls for")

    class Voice(models.TextChoices):
        CURRENT = "current users", _("People who use the service now")
        FUTURE = "future users", _("People who may use it later")
        NON_USERS = "non-users", _("People who do not use it")
        PROVIDERS = "providers", _("Providers of services")
        PROFESSIONALS = "professionals", _("Professionals")

    # Those whose needs are compared side by side (R37), and those who speak of the needs of others.
    CONSTITUENCIES = (Voice.CURRENT, Voice.FUTURE, Voice.NON_USERS)

    SLUG = "needs"
    ADD = _("Add a need")
    PROMPT = _("What do you need, starting from a blank sheet?")
    OWN_FIELDS = ("sort", "level", "view", "voice", "interest", "how_many", "evidence")
    FIGURE = "voice"
    LISTED = ("sort", "interest")
    GROUPED_BY = ""

    PERSONAL = {"interest": Class.NAMED}
    PERSONAL_OF = {"interest": None}

    sort = models.CharField(_("need, want or aspiration"), max_length=12, choices=Sort)
    level = models.CharField(_("whose need"), max_length=12, choices=Level)
    view = models.CharField(_("way of looking at it"), max_length=8, choices=View)
    voice = models.CharField(_("who said it"), max_length=16, choices=Voice)
    interest = models.CharField(
        _("what those who said it gain or lose by it"),
        max_length=240,
        blank=True,
        help_text=_("Needed when a provider says it: a provider may earn money with it."),
    )
    how_many = models.PositiveIntegerField(_("how many people said it"), null=True, blank=True)
    evidence = models.TextField(_("how we know, and what we do not know"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("need")
        verbose_name_plural = _("needs")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(voice="providers") | ~Q(interest=""),
                name="cycle_need_of_a_provider_tells_its_interest",
                violation_error_message=_("A provider said it: say what the provider gains or loses by it."),
            ),
        ]


class Service(Record):
    """A service that there is already; listed only after people were asked from a blank sheet (R32)."""

    SLUG = "services"
    ADD = _("Add a service that there is")
    ABOUT = _("What there is already. It is listed only after people said what they need, so that it steers nobody.")
    OWN_FIELDS = ("run_by", "people_served", "meets", "leaves_open")
    FIGURE = "run_by"
    LISTED = ("people_served", "leaves_open")

    run_by = models.CharField(_("who runs it"), max_length=160)
    people_served = models.PositiveIntegerField(_("how many people it serves"), null=True, blank=True)
    meets = models.ManyToManyField(
        "cycle.Need", blank=True, related_name="+", verbose_name=_("needs that it meets, at least in part")
    )
    leaves_open = models.TextField(_("what it leaves open"), blank=True)

    class Meta(Record.Meta):
        verbose_name = _("service that there is")
        verbose_name_plural = _("services that there are")

    @classmethod
    def why_cannot_add(cls, stage, person):
        """As every record's; and nobody can while the sheet is blank."""
        return super().why_cannot_add(stage, person) or BlankSheet.why_no_services(stage)

    @classmethod
    def turn_sheet(cls, stage, by, words):
        """Turn the blank sheet over, so that services can be listed. Returns the BlankSheet. Raises Refused (R32)."""
        return BlankSheet.turn(stage, by, words)
