"""What could go wrong with the preferred option, and what it means for different people (made up, in plain words)."""

from datetime import date

LOOK_AGAIN = date(2023, 6, 30)
# title, summary, sort, likelihood and consequence, control, the two that are left, who looks after it
RISKS = (
    (
        "Frozen meals cannot be opened or heated", "Somebody goes hungry, or is burnt.", "ordinary", (4, 4),
        "Frozen only for those who ask. Somebody shows how to heat a meal. Hot meals stay.", (2, 3), "The meals team",
    ),
    (
        "Somebody says in court that five weeks over Christmas were too short",
        "A judge could stop the change, and all of it would begin again.", "legal challenge", (3, 4),
        "Forms by phone are counted after the day. Every view has an answer that can be read.", (2, 4),
        "The legal officer",
    ),
    (
        "The contract for frozen meals is worth more than planned",
        "More people ask for frozen meals, and the council pays more than it thought.", "contract value", (3, 3),
        "The contract says a price for each meal, and what happens when there are more.", (3, 2),
        "The contract officer",
    ),
    (
        "After the decision nobody looks at it any more",
        "Those who decided turn to other things, and promises are forgotten.", "political will", (3, 4),
        "Each promise has a name and a day. The cabinet reads twice a year what was found.", (2, 3),
        "The head of the service",
    ),
    (
        "There are too few drivers", "Meals come late, and there is no time at the door.", "people", (4, 3),
        "New drivers are looked for now. Rounds are planned so that one can step in for another.", (3, 3),
        "The meals team",
    ),
)  # fmt: skip

# characteristic: impact, how much, who they are, how we know, what is done
EQUALITY = {
    "age": (
        "negative", "medium", "Nearly all who get meals are old.", "The list of who gets meals.",
        "Hot meals stay for everybody who wants them.",
    ),
    "disability": (
        "negative", "high", "People with weak hands or eyes.", "The walk-through on 14 December, and paper forms.",
        "Nobody has to heat a meal. Films and labels are tested by people before we buy.",
    ),
    "gender reassignment": ("neutral", "", "We know of nobody whom it touches.", "We have not asked.", ""),
    "marriage": (
        "neutral", "", "People who live alone and couples pay the same.", "The price is for each meal.", "",
    ),
    "pregnancy": ("neutral", "", "We know of nobody whom it touches.", "The list of who gets meals.", ""),
    "race": (
        "neutral", "", "Few people of other backgrounds get meals. We do not know why.",
        "We do not ask, so we cannot tell. That is for the review.", "",
    ),
    "belief": (
        "positive", "low", "People who do not eat some foods.", "Frozen meals can come from more kitchens.", "",
    ),
    "sex": (
        "negative", "low", "More women than men get meals, and more women look after others.",
        "What carers and Meals Voice told us.", "The look-in stays, so that families can rely on it.",
    ),
    "orientation": ("neutral", "", "We know of nobody whom it touches.", "We have not asked.", ""),
    "carers": (
        "positive", "medium", "Sons, daughters and friends.", "Carers Round the Table.", "",
    ),
}  # fmt: skip


def play(case, stage, preferred):
    """Five risks, and one look at each of the nine characteristics and at carers."""
    _risks(case, stage, preferred)
    _equality(case, stage, preferred)


def _risks(case, stage, preferred):
    model = stage.kind.record_named("risks")
    for title, summary, sort, before, control, left, owner in RISKS:
        model.add(
            case.people.ann, stage, title=title, summary=summary, sort=sort, option=preferred, control=control,
            likelihood=before[0], consequence=before[1], likelihood_left=left[0], consequence_left=left[1],
            owner=owner, look_again_on=LOOK_AGAIN,
        )  # fmt: skip


def _equality(case, stage, preferred):
    model = stage.kind.record_named("equality")
    for characteristic, (impact, severity, who, evidence, mitigation) in EQUALITY.items():
        model.add(
            case.people.owen, stage, title=who.split(".")[0], summary=f"{who} {mitigation}".strip(),
            characteristic=characteristic, option=preferred, impact=impact, severity=severity, who_is_affected=who,
            evidence=evidence, mitigation=mitigation, owner="Owen Sample-Officer", look_again_on=LOOK_AGAIN,
        )  # fmt: skip
