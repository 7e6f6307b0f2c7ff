"""The risks at a glance: a 5×5 matrix of what is left of each, and all of them, the highest first (R85)."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ...glance import Glance, Table, link, read_by, row
from .bands import Consequence, Likelihood, in_words, scale_on
from .risk import Risk


@dataclass(frozen=True)
class Square:
    """One square of the matrix: its band's key and words, and the titles of the risks in it."""

    key: str
    words: str
    titles: list[str]


@dataclass(frozen=True)
class Matrix:
    """The squares by likelihood, the highest first, and consequence. rows: (words, list of Square)."""

    TEMPLATE = "components/matrix.html"

    title: str
    heads: list[str]
    rows: list[tuple[str, list[Square]]]
    note: str = ""


def risks_at_a_glance(stage, reader):
    """The matrix and the list of risks that this reader may read, by what is left of them; None without any."""
    risks = sorted(read_by(reader, stage, Risk), key=lambda each: (-each.residual, -each.inherent, each.pk))
    return Glance(_("Risks"), [_matrix(risks), _highest_first(risks)]) if risks else None


def _matrix(risks):
    scale = scale_on()
    rows = [
        (str(likelihood.label), [_square(scale, risks, likelihood, consequence) for consequence in Consequence])
        for likelihood in reversed(Likelihood)
    ]
    heads = [_("How likely, and how bad"), *(str(each.label) for each in Consequence)]
    return Matrix(_("What is left of each risk: how likely, and how bad"), heads, rows, str(scale.source))


def _square(scale, risks, likelihood, consequence):
    here = [each for each in risks if (each.likelihood_left, each.consequence_left) == (likelihood, consequence)]
    number = likelihood * consequence
    return Square(scale.band(number).key, in_words(number), [str(each) for each in here])


def _highest_first(risks):
    heads = [_("Risk"), _("Now, and after what is done"), _("What is done against it"), _("Who looks after it")]
    return Table(
        _("Every risk, the highest first"), heads,
        [
            row(
                link(risk, note=risk.get_sort_display()), risk.figure, risk.control,
                _("%(owner)s, looks again on %(day)s")
                % {"owner": risk.owner, "day": date_format(risk.look_again_on, "j F Y")},
            )
            for risk in risks
        ],
    )  # fmt: skip
