"""The risk register: how likely and how bad, before and after what is done against it, and who looks after it (R85)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from . import bands


class Risk(Record):
    """Something that could go wrong with an option or with all of them (R85)."""

    class Sort(models.TextChoices):
        ORDINARY = "ordinary", _("Something in the service goes wrong")
        CHALLENGE = "legal challenge", _("Somebody takes it to court")
        CONTRACT = "contract value", _("The contract is worth more or less than planned")
        WILL = "political will", _("Those who decide lose interest")
        MONEY = "money", _("The money does not come, or does not last")
        PEOPLE = "people", _("There are not the people to do it")

    SLUG = "risks"
    ADD = _("Add a risk")
    ABOUT = _("What could go wrong, how likely and how bad it is, and what is done against it.")
    PROMPT = _("Say what could go wrong")
    OWN_FIELDS = (
        "sort", "option", "likelihood", "consequence", "control", "likelihood_left", "consequence_left", "owner",
        "look_again_on",
    )  # fmt: skip
    LISTED = ("sort", "control", "owner", "look_again_on")

    PERSONAL = {"owner": Class.NAMED}
    PERSONAL_OF = {"owner": None}

    sort = models.CharField(_("sort of risk"), max_length=15, choices=Sort)
    option = models.ForeignKey(
        "cycle.Option", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name=_("option that it belongs to"), help_text=_("Leave it open when it belongs to all of them."),
    )  # fmt: skip
    likelihood = models.PositiveSmallIntegerField(_("how likely it is"), choices=bands.Likelihood)
    consequence = models.PositiveSmallIntegerField(_("how bad it would be"), choices=bands.Consequence)
    control = models.TextField(_("what is done against it"))
    likelihood_left = models.PositiveSmallIntegerField(
        _("how likely it is after that"), choices=bands.Likelihood, help_text=_("As likely as before, or less.")
    )
    consequence_left = models.PositiveSmallIntegerField(
        _("how bad it would be after that"), choices=bands.Consequence, help_text=_("As bad as before, or less.")
    )
    owner = models.CharField(
        _("who looks after it"), max_length=160, help_text=_("A post or a group, like “the contract officer”.")
    )
    look_again_on = models.DateField(_("when it is looked at again"))

    class Meta(Record.Meta):
        verbose_name = _("risk")
        verbose_name_plural = _("risks")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(likelihood__gte=1, likelihood__lte=5, consequence__gte=1, consequence__lte=5)
                & Q(likelihood_left__gte=1, consequence_left__gte=1),
                name="cycle_risk_is_on_the_scale",
                violation_error_message=_("Choose from 1 to 5 for how likely and how bad it is."),
            ),
            models.CheckConstraint(
                condition=Q(likelihood_left__lte=F("likelihood"), consequence_left__lte=F("consequence")),
                name="cycle_risk_left_is_no_larger",
                violation_error_message=_("What is done against a risk cannot make it larger. Look at the numbers."),
            ),
        ]

    @property
    def inherent(self):
        """The number before anything is done against it, from 1 to 25."""
        return self.likelihood * self.consequence

    @property
    def residual(self):
        """The number that is left after what is done against it, from 1 to 25."""
        return self.likelihood_left * self.consequence_left

    @property
    def figure(self):
        """Both numbers with their bands, in words."""
        said = {"before": bands.in_words(self.inherent), "after": bands.in_words(self.residual)}
        return _now("%(before)s, after what is done: %(after)s") % said

    @property
    def brief(self):
        """Both numbers, as a short page tells them."""
        return [(_now("How large it is"), self.figure)]
