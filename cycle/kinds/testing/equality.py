"""Equality: what an option does to people by characteristic, and what is done about harm (R46).

The nine are those of the Equality Act 2010; carers, deprivation and the Welsh language are looked at here as well.
"""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record


class Characteristic(models.TextChoices):
    """The nine of the Act, in the order of the alphabet, and the local ones."""

    AGE = "age", _("Age")
    DISABILITY = "disability", _("Disability")
    REASSIGNMENT = "gender reassignment", _("Gender reassignment")
    MARRIAGE = "marriage", _("Marriage and civil partnership")
    PREGNANCY = "pregnancy", _("Pregnancy and maternity")
    RACE = "race", _("Race")
    BELIEF = "belief", _("Religion or belief")
    SEX = "sex", _("Sex")
    ORIENTATION = "orientation", _("Sexual orientation")
    CARERS = "carers", _("Carers")
    DEPRIVATION = "deprivation", _("People with little money")
    WELSH = "welsh", _("The Welsh language")


LOCAL = ("carers", "deprivation", "welsh")
THE_NINE = tuple(each for each in Characteristic if each.value not in LOCAL)


class EqualityRow(Record):
    """What an option, or all of them, does to people with one characteristic."""

    Characteristic = Characteristic

    class Impact(models.TextChoices):
        POSITIVE = "positive", _("Good for them")
        NEUTRAL = "neutral", _("Neither good nor bad")
        NEGATIVE = "negative", _("Bad for them")

    class Severity(models.TextChoices):
        LOW = "low", _("A little")
        MEDIUM = "medium", _("Clearly")
        HIGH = "high", _("Very much")

    SLUG = "equality"
    ADD = _("Add what it means for a group of people")
    ABOUT = _("What the options mean for old and young, for women and men, and so on.")
    PROMPT = _("Say who would have it harder than others")
    OWN_FIELDS = (
        "characteristic", "option", "impact", "severity", "who_is_affected", "evidence", "mitigation", "owner",
        "look_again_on",
    )  # fmt: skip
    FIGURE = "impact"
    LISTED = ("characteristic", "severity", "mitigation", "owner")

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    characteristic = models.CharField(
        _("characteristic"), max_length=19, choices=Characteristic,
        help_text=_(
            "The first nine are those of the Equality Act. For people who are married, only unfair treatment is looked "
            "at. (This is from memory: ask your legal team.)"
        ),
    )  # fmt: skip
    option = models.ForeignKey(
        "cycle.Option", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("option that it is about"), help_text=_("Leave it open when it is about all of them."),
    )  # fmt: skip
    impact = models.CharField(_("what it does to them"), max_length=8, choices=Impact)
    severity = models.CharField(
        _("how much"), max_length=6, choices=Severity, blank=True,
        help_text=_("Leave it open when it is neither good nor bad."),
    )  # fmt: skip
    who_is_affected = models.TextField(_("who they are, and how many"))
    evidence = models.TextField(_("how we know, and what we do not know"))
    mitigation = models.TextField(_("what is done about the harm"), blank=True)
    owner = models.CharField(_("who looks after it"), max_length=160, help_text=_("A post or a group."))
    look_again_on = models.DateField(_("when it is looked at again"))

    class Meta(Record.Meta):
        verbose_name = _("look at equality")
        verbose_name_plural = _("looks at equality")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(impact="neutral", severity="") | (~Q(impact="neutral") & ~Q(severity="")),
                name="cycle_equalityrow_says_how_much",
                violation_error_message=_("Say how much, or leave that open when it is neither good nor bad."),
            ),
            models.CheckConstraint(
                condition=~Q(impact="negative") | ~Q(mitigation=""),
                name="cycle_equalityrow_harm_is_answered",
                violation_error_message=_("Say what is done about the harm."),
            ),
        ]

    @property
    def place(self):
        """Where its characteristic stands in the list of them."""
        return Characteristic.values.index(self.characteristic)


def not_looked_at(rows):
    """Those of the nine of which none of these rows speaks, in order."""
    there = {each.characteristic for each in rows}
    return [each for each in THE_NINE if each not in there]
