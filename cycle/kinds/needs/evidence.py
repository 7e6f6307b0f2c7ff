"""How we know: evidence with its limits and interests, and figures with their meaning in words (R34–R36)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...models.record import Record
from ...pieces import Piece
from ...waits import Waits
from .figures import drawn, read_lines


class Evidence(Record):
    """What is known from where: how old, how large, what it cannot tell, and who had an interest in it (R34, R35)."""

    class Sort(models.TextChoices):
        STORIES = "stories", _("What people told of their lives")
        SURVEY = "survey", _("A survey")
        COUNT = "count", _("A count or official figures")
        RESEARCH = "research", _("Research")
        PROVIDER = "provider", _("What a provider says")
        PRACTICE = "practice", _("What staff see at work")

    SLUG = "evidence"
    PIECE = Piece.FIGURES
    ADD = _("Add evidence")
    ABOUT = _("How we know what we say, how far it can be trusted, and what nobody knows.")
    PROMPT = _("What have you seen or counted that we should know?")
    OWN_FIELDS = ("sort", "source", "dated", "size", "limits", "look_again_on", "interest", "speaks_of")
    FIGURE = "sort"
    LISTED = ("source", "dated", "limits", "interest")
    WAITS = Waits("look_again_on", Q(), _("Look again at what we know: %(title)s"))

    PERSONAL = {"interest": Class.NAMED}
    PERSONAL_OF = {"interest": None}

    sort = models.CharField(_("what it is"), max_length=10, choices=Sort)
    source = models.CharField(_("where it comes from"), max_length=240)
    dated = models.DateField(_("date"))
    size = models.PositiveIntegerField(_("how many people or cases it rests on"), null=True, blank=True)
    limits = models.TextField(_("what it cannot tell us, and what nobody knows"))
    look_again_on = models.DateField(_("when it is looked at again"))
    interest = models.CharField(
        _("what those who say it gain or lose by it"),
        max_length=240,
        blank=True,
        help_text=_("Needed when a provider says it."),
    )
    speaks_of = models.ManyToManyField(
        "cycle.Need", blank=True, related_name="evidence_for", verbose_name=_("needs that it speaks of")
    )

    class Meta(Record.Meta):
        verbose_name = _("piece of evidence")
        verbose_name_plural = _("evidence")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(sort="provider") | ~Q(interest=""),
                name="cycle_evidence_of_a_provider_tells_its_interest",
                violation_error_message=_("A provider says it: say what the provider gains or loses by it."),
            ),
        ]


class Figures(Record):
    """A small table of figures, drawn as bars, with what it means in words, and with what help it was read (R36)."""

    class Help(models.TextChoices):
        SUPPLY = "supply", _("Who needs how much, and who offers it")
        RISK = "risk", _("What could go wrong")
        ACCOUNT = "account", _("Who answers for what")
        MONEY = "money", _("Money")
        DUTIES = "duties", _("Duties by law")
        NONE = "none", _("No help was needed")

    SLUG = "figures"
    PIECE = Piece.FIGURES
    ADD = _("Add figures")
    ABOUT = _("Numbers that all can look at together, with what they mean in words.")
    PROMPT = _("What do these figures tell you? What do they leave out?")
    OWN_FIELDS = ("unit", "figures", "source", "dated", "meaning", "limits", "help_with", "read_by")
    FIGURE = "unit"
    LISTED = ("source", "dated")
    FROM_FILE = "figures"

    unit = models.CharField(_("what is counted"), max_length=80, help_text=_("Such as: meals a week, people, pounds."))
    figures = models.TextField(
        _("the figures"),
        help_text=_("One line each: words, then a comma and a number. You can copy two columns from a spreadsheet."),
    )
    source = models.CharField(_("where they come from"), max_length=240)
    dated = models.DateField(_("date"))
    meaning = models.TextField(_("what they mean, in words"))
    limits = models.TextField(_("what they cannot tell us"))
    help_with = models.CharField(_("what was explained, so that all could read them"), max_length=8, choices=Help)
    read_by = models.ManyToManyField(
        "cycle.Participant", blank=True, related_name="+", verbose_name=_("groups and bodies that read them together")
    )

    class Meta(Record.Meta):
        verbose_name = _("table of figures")
        verbose_name_plural = _("figures")

    def clean(self):
        """Each line has words and a number. Raises ValidationError."""
        super().clean()
        try:
            read_lines(self.figures)
        except ValidationError as wrong:
            raise ValidationError({"figures": wrong.messages}) from wrong

    @property
    def lines(self):
        """The figures as (words, Decimal) pairs, in their order."""
        return read_lines(self.figures)

    @property
    def facts(self):
        """As every record's, without the figures, which are drawn."""
        return self.facts_in([name for name in self.OWN_FIELDS if name not in ("figures", *self.references())])

    @property
    def parts(self):
        """The figures as bars and as a table with the same numbers."""
        return drawn(self)
