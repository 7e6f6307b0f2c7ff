"""What others call our four levels of influence: the nearest rung of three ladders that the field knows (R17)."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Party

INFORM, INFLUENCE, SHARE, OWN = Party.Level.values
# When the rungs below were noted, and laid beside our levels. Which rung is nearest is our own reading.
NOTED_ON = date(2026, 11, 23)


@dataclass(frozen=True)
class Ladder:
    """Somebody else's ladder. sources: where its rungs were read; rungs: the nearest one to each of our levels."""

    name: Promise
    sources: str
    rungs: dict[str, str]


@dataclass(frozen=True)
class Row:
    """One of our levels in a word, and its nearest rungs as (name of the ladder, rung) pairs."""

    level: str
    rungs: list


# The rungs are names and stay as they are in every language, so that they can be looked up.
LADDERS = (
    Ladder(
        _("Arnstein’s ladder"),
        "open.edu",
        {INFORM: "4 Consultation", INFLUENCE: "5 Placation", SHARE: "6 Partnership", OWN: "7 Delegated power"},
    ),
    Ladder(
        _("IAP2 spectrum"),
        "ogpvietnam.org, pdf4pro",
        {INFORM: "Consult", INFLUENCE: "Involve", SHARE: "Collaborate", OWN: "Empower"},
    ),
    Ladder(
        _("TLAP ladder"),
        "norfolk.gov.uk, communitycatalysts.co.uk",
        {INFORM: "Consultation", INFLUENCE: "Engagement", SHARE: "Co-production", OWN: "Co-production"},
    ),
)


def in_rows():
    """The Rows of our four levels, weakest first."""
    return [
        Row(str(label).split(":")[0], [(ladder.name, ladder.rungs[value]) for ladder in LADDERS])
        for value, label in Party.Level.choices
    ]
