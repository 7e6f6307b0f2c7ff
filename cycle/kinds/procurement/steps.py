"""The steps of a purchase: what is published or done, when it has to be, and how users can take part in it (R54)."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .regimes import Route

MUST, MAY, IF = "must", "may", "if"
COMPETING = (Route.OPEN, Route.FLEXIBLE, Route.QUOTES, Route.COMPETITION)
AWARDED_ALONE = (Route.DIRECT, Route.CHOICE)


@dataclass(frozen=True)
class Step:
    """One step. key: in the database. notice: the type of the notice that it publishes, or empty.

    need: MUST, MAY, or IF with the condition in words. users: how users can take part in it. routes: on which ways it
    is a step; empty for all. done_by: the fact about the tender that shows it is done ("asked", "opened", "decided"),
    where no record is needed. when_none: whether it is a step only of a purchase that ends without an award.
    """

    key: str
    name: str | Promise
    notice: str = ""
    need: str = MUST
    condition: str | Promise = ""
    users: str | Promise = ""
    routes: tuple[str, ...] = ()
    done_by: str = ""
    when_none: bool = False


PIPELINE = Step(
    "pipeline", _("Say what will be bought in the next months"), "UK1", IF,
    _("Only for those who spend £100 million a year, and for more than £2 million."),
    _("Users see early what is coming, and can ask to be part of it."),
)  # fmt: skip
ENGAGEMENT = Step(
    "engagement", _("Talk with those who might bid, before bids"), "UK2", IF,
    _("Only where such talks are held. Without them, the tender notice says why."),
    _("Users can be there, ask what they want to know, and say what has to be in it."),
)  # fmt: skip
PLANNED = Step("planned", _("Announce the tender beforehand"), "UK3", MAY)
WISHES = Step(
    "wishes", _("Write down what is bought, with those who use it"), need=MAY,
    users=_("Users say what counts, in their own words, and own some of the criteria."),
)  # fmt: skip
CONFLICTS = Step(
    "conflicts", _("Look at everybody’s ties to bidders, before bids are asked for"),
    users=_("Users on the panel say whether they have ties. To use the service is none."),
)  # fmt: skip
TENDER = Step(
    "tender", _("Ask for bids"), "UK4", routes=COMPETING,
    users=_("Users read the criteria in the notice before it goes out."),
)  # fmt: skip
TRANSPARENCY = Step(
    "transparency", _("Say that it goes to one without bids, and why"), "UK5", routes=(Route.DIRECT,),
    users=_("Users read the reason, and can ask about it."),
)  # fmt: skip
OPENING = Step(
    "opening", _("Open the bids, all at once"), routes=COMPETING, done_by="opened",
    users=_("A user of the panel can be there and look on."),
)  # fmt: skip
QUESTIONS = Step(
    "questions", _("Ask bidders, try things out, visit"), need=MAY,
    users=_("Users ask their own questions, taste, try and visit. They say what they saw."),
)  # fmt: skip
SCORING = Step(
    "scoring", _("Score the bids, then talk the scores over"), routes=COMPETING, done_by="scored",
    users=_("Users score what they own alone, on their own scale."),
)  # fmt: skip
CHOICE = Step(
    "choice", _("Choose, or choose nobody, with the reasons of both sides"), done_by="decided",
    users=_("Users say whom they would choose, or why nobody. Both sides’ reasons stand side by side."),
)  # fmt: skip
SUMMARIES = Step(
    "summaries", _("Tell each bidder how it was assessed"), routes=COMPETING,
    users=_("Users read what is said about their own criteria before it goes out."),
)  # fmt: skip
AWARD = Step("award", _("Say who gets it"), "UK6")
STANDSTILL = Step("standstill", _("Wait before it is signed (standstill)"))
DETAILS = Step(
    "details", _("Publish the contract"), "UK7",
    users=_("Users read what the contract promises them."),
)  # fmt: skip
PERFORMANCE = Step(
    "performance", _("Say every year how the contract does"), "UK9", IF,
    _("Only for a contract with KPIs that the law asks for."),
    _("Users say how well promises are kept. It stands beside the figures."),
)  # fmt: skip
CHANGE = Step("change", _("Say that the contract changes"), "UK10", IF, _("Only when it changes."))
ENDING = Step("ending", _("Say that the contract has ended"), "UK11", IF, _("Only when it has ended."))
NONE = Step("none", _("Say that nobody gets it"), "UK12", when_none=True)

INTENDED = Step(
    "intended", _("Say that you look for the most suitable provider"), "intended approach", routes=(Route.SUITABLE,)
)
HEALTH_TENDER = Step("competition", _("Ask for bids"), "competition", routes=(Route.COMPETITION,))
INTENTION = Step(
    "intention", _("Say to whom you mean to give it"), "intention to award",
    routes=(Route.HEALTH_C, Route.SUITABLE, Route.COMPETITION),
)  # fmt: skip
HEALTH_AWARD = Step("award", _("Say who gets it"), "award confirmed")
DECIDERS = Step(
    "deciders", _("Write down who decided, by which criteria, and who had ties"),
    users=_("Users of the panel are named there with the others."),
)  # fmt: skip
QUOTES = Step(
    "quotes", _("Ask for offers"), routes=COMPETING, done_by="asked",
    users=_("Users read the criteria before offers are asked for."),
)  # fmt: skip
LETTERS = Step("letters", _("Tell each bidder what came of it"), routes=COMPETING)

WITH_CARE = (WISHES, CONFLICTS)
WORK = (OPENING, QUESTIONS, SCORING, CHOICE)
ALL = (
    PIPELINE, ENGAGEMENT, PLANNED, WISHES, CONFLICTS, TENDER, TRANSPARENCY, INTENDED, HEALTH_TENDER, QUOTES, OPENING,
    QUESTIONS, SCORING, CHOICE, SUMMARIES, LETTERS, INTENTION, AWARD, STANDSTILL, DETAILS, DECIDERS, PERFORMANCE,
    CHANGE, ENDING, NONE,
)  # fmt: skip
CHOICES = [(each.key, each.name) for each in ALL]
