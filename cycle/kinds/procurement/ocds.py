"""The tenders of a cycle as open contracting data: OCDS 1.1 release packages and record packages (R54).

Only what everybody may read goes in. What a bidder offers is never in it: nothing here knows that table.
"""

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from . import ocds_parts
from .bid import Bid
from .clause import Clause
from .contract import Contract
from .criterion import AwardCriterion
from .decision import AwardDecision
from .ocds_parts import moment
from .reading import ClauseReading
from .replay import processes
from .step_done import TenderStep
from .tender import Tender

VERSION = "1.1"
# The extension by which a release says what it does not tell; its address is from memory.
EXTENSION = (
    "https://raw.githubusercontent.com/open-contracting-extensions/ocds_withheldInformation_extension/master/"
    "extension.json"
)


def ocid_of(cycle, tender):
    """The identifier of one contracting process: the prefix of whoever runs the site, the cycle, the tender."""
    return f"{settings.OCDS_PREFIX}-{cycle.slug}-{tender}"


def releases_of(stage, site):
    """The releases of a stage, oldest first: one for each event that told everybody something new.

    site: how absolute addresses begin, without a slash at the end.
    """
    found, seen = [], {}
    with translation.override("en"):
        for process in processes(stage):
            known = seen.setdefault(process.pk, set())
            found.append(_release(stage, site, process, _tag(process, known)))
    return found


def release_package(stage, site, uri):
    """The package of all releases of a stage, or None where there is nothing that everybody may read."""
    releases = releases_of(stage, site)
    return {**_about(stage, uri, releases), "releases": releases} if releases else None


def record_package(stage, site, uri):
    """The package with one record for each tender: its releases and what they come to; None where there is nothing."""
    releases = releases_of(stage, site)
    if not releases:
        return None
    by_ocid = {}
    for each in releases:
        by_ocid.setdefault(each["ocid"], []).append(each)
    records = [
        {"ocid": ocid, "releases": own, "compiledRelease": _compiled(own)} for ocid, own in by_ocid.items()
    ]  # fmt: skip
    return {**_about(stage, uri, releases), "records": records}


def _about(stage, uri, releases):
    return {
        "uri": uri,
        "version": VERSION,
        "extensions": [EXTENSION],
        "publishedDate": max(each["date"] for each in releases),
        "publisher": {"name": str(stage.cycle.authority)},
    }


def _compiled(releases):
    """What the releases of one process come to: each is whole, so the last one is it."""
    last = releases[-1]
    return {**last, "id": f"{last['ocid']}-compiled-{len(releases)}", "tag": ["compiled"]}


def _release(stage, site, process, tag):
    ocid = ocid_of(stage.cycle, process.pk)
    parties = ocds_parts.Parties(stage.cycle.authority)
    release = {
        "ocid": ocid,
        "id": f"{ocid}-{process.event.number}",
        "date": moment(process.event.at),
        "tag": [tag],
        "language": "en",
        "initiationType": "tender",
        "buyer": parties.buyer,
        "planning": ocds_parts.planning(stage, site, process),
        "tender": ocds_parts.tender(stage, site, process, parties),
    }
    if awards := ocds_parts.awards(site, process, parties, stage):
        release["awards"] = awards
    if contracts := ocds_parts.contracts(site, process, parties, stage):
        release["contracts"] = contracts
    release["parties"] = parties.told
    release["withheldInformation"] = _withheld(process)
    return release


def _withheld(process):
    """What is not told, and why: the offers of bidders always, and what is kept back today (R14)."""
    offers = {
        "id": "offers",
        "field": "bids",
        "name": _("What bidders offer, and for how much"),
        "rationale": _("It is a secret of the firms. A price is published on purpose after the decision."),
    }
    others = [
        {
            "id": f"{sort.SLUG}-{pk}",
            "field": WHERE[sort],
            "name": str(sort._meta.verbose_name),
            "rationale": because or _("It is shared with those who take part in this cycle."),
        }
        for sort, pk, because in process.kept_back
    ]
    return [offers, *others]


WHERE = {
    AwardCriterion: "tender/awardCriteriaDetails",
    TenderStep: "tender/milestones",
    Bid: "tender/tenderers",
    AwardDecision: "awards",
    Contract: "contracts",
    Clause: "contracts/implementation/milestones",
    ClauseReading: "contracts/implementation/milestones",
}


def _tag(process, known):
    """The tag of the release of this event. known: what earlier releases of the process were about; it is kept up."""
    verb, after = process.event.verb, process.event.said["after"]
    first = (process.about, process.about_pk) not in known
    first_of_sort = all(sort is not process.about for sort, _pk in known)
    known.add((process.about, process.about_pk))
    was_asked = process.tender.get("state") not in (None, Tender.State.PREPARING)
    if process.about is ClauseReading:
        return "implementation" if first_of_sort else "implementationUpdate"
    if process.about is Contract:
        return "contractTermination" if after.get("ended_on") else "contract" if first else "contractUpdate"
    if process.about is Clause:
        return "contractUpdate"
    if process.about is AwardDecision and process.tender_is_awarded:
        return "award" if first else "awardUpdate"
    if process.about is Bid and verb in ("bid settled", "bid price published") and process.tender_is_awarded:
        return "awardUpdate"
    if not was_asked:
        return "planning" if process.about is Tender and first else "planningUpdate"
    if verb == "tender asked":
        return "tender"
    if verb == "tender decided" and process.is_in_house:
        return "tenderCancellation"
    return "tenderAmendment" if process.about is Tender and "bids_until" in after else "tenderUpdate"
