"""The parts of an OCDS release: parties, planning, the tender, awards, contracts with their milestones."""

from datetime import UTC, date, datetime

from django.urls import reverse

from .bid import Bid
from .clause import Clause
from .contract import Contract
from .criterion import AwardCriterion
from .decision import AwardDecision
from .names import plain
from .ratings import Rating
from .reading import ClauseReading
from .regimes import Regime, Route
from .step_done import TenderStep
from .steps import ALL

METHODS = {
    Route.OPEN: "open", Route.FLEXIBLE: "selective", Route.DIRECT: "direct", Route.CHOICE: "direct",
    Route.HEALTH_A: "direct", Route.HEALTH_B: "direct", Route.HEALTH_C: "direct", Route.SUITABLE: "limited",
    Route.COMPETITION: "open", Route.QUOTES: "limited",
}  # fmt: skip
DOCUMENTS = {
    "pipeline": "procurementPlan", "planned": "plannedProcurementNotice", "engagement": "marketStudies",
    "conflicts": "conflictOfInterest", "tender": "tenderNotice", "competition": "tenderNotice",
    "quotes": "biddingDocuments", "award": "awardNotice", "details": "contractNotice", "none": "cancellationDetails",
    "performance": "physicalProgressReport", "summaries": "evaluationReports",
}  # fmt: skip
MILESTONES = {
    "pipeline": "preProcurement", "planned": "preProcurement", "conflicts": "preProcurement", "wishes": "engagement",
    "engagement": "engagement", "questions": "engagement", "scoring": "assessment", "summaries": "assessment",
    "performance": "reporting",
}  # fmt: skip
NAMES = {each.key: each.name for each in ALL}
MET = {Rating.GOOD: "met", Rating.NEAR: "partiallyMet", Rating.BETTER: "notMet", Rating.INADEQUATE: "notMet"}


def moment(value):
    """A date or a moment, from the ledger or not, as a date-time of OCDS; None for none."""
    if not value:
        return None
    if isinstance(value, str):
        value = datetime.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime(value.year, value.month, value.day, tzinfo=UTC)
    if value.tzinfo is None:
        value = value.replace(tzinfo=UTC)
    return value.replace(microsecond=0).isoformat()


def money(amount):
    """An amount in pounds, or None."""
    return None if amount in (None, "") else {"amount": float(amount), "currency": "GBP"}


def said(**fields):
    """These fields without those that say nothing."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


class Parties:
    """The organisations of one release, each once with all of its roles."""

    def __init__(self, authority):
        self._found = {}
        self.buyer = self.named(f"authority-{authority.pk}", str(authority), "buyer", "procuringEntity")

    def named(self, key, name, *roles):
        """A reference to the organisation of this name; one that is there already gets further roles."""
        there = self._found.setdefault(plain(name), {"id": key, "name": name, "roles": []})
        there["roles"] += [role for role in roles if role not in there["roles"]]
        return {"id": there["id"], "name": there["name"]}

    @property
    def told(self):
        return list(self._found.values())


def planning(stage, site, process):
    """Why something is bought, what it may cost, and where the needs stand."""
    needs = reverse("stage", args=[stage.cycle.slug, "needs"])
    documents = [document("needs", "needsAssessment", "What people need, and how we know", site + needs)]
    budget = said(amount=money(process.tender.get("estimated_value")))
    return said(rationale=process.tender.get("summary"), budget=budget, documents=documents)


def tender(stage, site, process, parties):
    """The tender with its criteria, its steps and those who bid."""
    fields = process.tender
    bidders = [parties.named(f"bidder-{pk}", each["bidder"], "tenderer") for pk, each in process.of(Bid)]
    regime, route = Regime(fields["regime"]).label, Route(fields["route"]).label
    found = said(
        id=str(process.pk), title=fields.get("title"), description=fields.get("wanted"), status=_status(process),
        procuringEntity=parties.buyer, value=money(fields.get("estimated_value")),
        procurementMethod=METHODS[fields["route"]], procurementMethodDetails=f"{regime}: {route}",
        mainProcurementCategory="services", awardCriteria="ratedCriteria", awardCriteriaDetails=_criteria(process),
        tenderPeriod=said(startDate=moment(fields.get("begins_on")), endDate=moment(fields.get("bids_until"))),
        contractPeriod=said(startDate=moment(fields.get("starts_on")), endDate=moment(fields.get("ends_on"))),
        tenderers=bidders, documents=_documents(stage, site, process), milestones=_steps(process),
    )  # fmt: skip
    count = len(bidders) + sum(sort is Bid for sort, _pk, _because in process.kept_back)
    return {**found, "numberOfTenderers": count} if count else found


def _status(process):
    state = process.tender.get("state")
    if state in ("asking", "opened"):
        return "active"
    if state != "decided":
        return "planned"
    return "cancelled" if process.is_in_house else "complete" if process.tender_is_awarded else "unsuccessful"


def _criteria(process):
    """The criteria in a sentence each: weight, who scores, what the scores mean."""
    told = []
    for _pk, each in process.of(AwardCriterion):
        owner = AwardCriterion.Owner(each["owner"]).label
        told.append(f"{each['title']}: {each['weight']} of 100. {owner}. {each['what_scores_mean']}")
    return "\n".join(told)


def _documents(stage, site, process):
    """Our public pages about the tender, and where its notices can be read."""
    here = [stage.cycle.slug, stage.kind_slug]
    found = [
        document(
            "criteria", "evaluationCriteria", "What counts, and how much",
            site + reverse("records", args=[*here, AwardCriterion.SLUG]),
        ),
        document(
            "panel", "conflictOfInterest", "Who sits on the panel, and what they declared",
            site + reverse("tender_panel", args=[*here, process.pk]),
        ),
    ]  # fmt: skip
    for pk, each in process.of(TenderStep):
        if each.get("link") and each["step"] in DOCUMENTS:
            key = f"step-{pk}"
            found.append(document(key, DOCUMENTS[each["step"]], each["title"], each["link"], each.get("done_on")))
    return found


def document(key, sort, title, url, published=None):
    """One document on the web."""
    return said(
        id=key, documentType=sort, title=title, url=url, datePublished=moment(published), format="text/html",
        language="en",
    )  # fmt: skip


def _steps(process):
    """The steps that are done, with the users who took part."""
    return [
        said(
            id=f"step-{pk}", title=str(NAMES[each["step"]]), type=MILESTONES.get(each["step"], "approval"),
            description="\n".join(filter(None, [each.get("users_took_part"), each.get("help_given")])),
            code=each.get("reference"), status="met", dateMet=moment(each["done_on"]),
        )
        for pk, each in process.of(TenderStep)
    ]  # fmt: skip


def awards(site, process, parties, stage):
    """The award, where one was made and everybody may read it; or the one that a contract without it shows."""
    found = []
    bidders = {pk: each for pk, each in process.of(Bid)}
    for pk, each in process.of(AwardDecision):
        if each["outcome"] != AwardDecision.Outcome.AWARD:
            continue
        chosen = bidders.get(each.get("chosen"))
        suppliers = [parties.named(f"bidder-{each['chosen']}", chosen["bidder"], "supplier")] if chosen else []
        here = [stage.cycle.slug, stage.kind_slug, AwardDecision.SLUG, pk]
        url = site + reverse("record", args=here)
        found.append(
            said(
                id=f"award-{pk}", title=each["title"], description=_reasons(each), status="active",
                date=moment(each["decided_on"]), suppliers=suppliers,
                documents=[document("decision", "awardNotice", each["title"], url, each["decided_on"])],
            )
        )  # fmt: skip
    if not found:
        for pk, each in process.of(Contract):
            supplier = parties.named(f"supplier-{pk}", each["supplier"], "supplier")
            found.append(said(id=f"award-of-contract-{pk}", title=each["title"], status="active", suppliers=[supplier]))
    return found


def _reasons(each):
    return f"Users: {each['users_reason']}\nOfficers: {each['officers_reason']}"


def contracts(site, process, parties, stage):
    """The contracts of the tender, with their clauses and how these did as milestones."""
    decided = [pk for pk, each in process.of(AwardDecision) if each["outcome"] == AwardDecision.Outcome.AWARD]
    found = []
    for pk, each in process.of(Contract):
        parties.named(f"supplier-{pk}", each["supplier"], "supplier")
        url = site + reverse("record", args=[stage.cycle.slug, stage.kind_slug, Contract.SLUG, pk])
        period = said(
            startDate=moment(each["starts_on"]), endDate=moment(each.get("ended_on") or each.get("ends_on")),
            maxExtentDate=moment(each.get("may_go_on_until")),
        )  # fmt: skip
        watched = _clauses(process, pk)
        found.append(
            said(
                id=f"contract-{pk}", awardID=f"award-{decided[0]}" if decided else f"award-of-contract-{pk}",
                title=each["title"], description=each.get("summary"), period=period, value=money(each.get("value")),
                status="terminated" if each.get("ended_on") else "active",
                documents=[document("contract", "contractSummary", each["title"], url)],
                implementation={"milestones": watched} if watched else None,
            )
        )  # fmt: skip
    return found


def _clauses(process, contract):
    """The clauses of one contract as milestones, each followed by its readings."""
    found = []
    for pk, each in process.of(Clause):
        if each["contract"] != contract:
            continue
        sort = "reporting" if each["sort"] == Clause.Sort.FEEDBACK else "delivery"
        words = [each.get("summary"), each.get("measure"), each.get("target")]
        found.append(
            said(
                id=f"clause-{pk}", title=each["title"], type=sort, description="\n".join(filter(None, words)),
                code=each.get("number_in_contract"), status="scheduled",
            )
        )  # fmt: skip
        found += [_reading(key, read) for key, read in process.of(ClauseReading) if read["clause"] == pk]
    return found


def _reading(pk, each):
    words = [each["measured"], str(Rating(each["rating"]).label), each.get("users_say"), each.get("what_is_done")]
    status = MET.get(each["rating"])
    return said(
        id=f"reading-{pk}", title=each["title"], type="assessment", description="\n".join(filter(None, words)),
        dueDate=moment(each["to_day"]), dateMet=moment(each["to_day"]) if status == "met" else None, status=status,
    )  # fmt: skip
