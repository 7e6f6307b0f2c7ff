"""The tenders of a cycle as open contracting data: whole, the same for everybody, and without what is not open."""

import json

import pytest

from cycle.kinds.procurement.ocds import release_package, releases_of
from tests import build
from tests.build import procuring

pytestmark = pytest.mark.django_db
SITE = "https://example.org"


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "procurement")


@pytest.fixture
def awarded(cast, stage):
    """A tender from planning to a contract with a reading; of its two bids one is withheld."""
    made = procuring.asking(stage, title="Frozen meals", summary="We look for meals.")
    acme = procuring.bid(made, "Acme", price="98765.43", technical="Xylophones", commercial="Zithers")
    closed = {"openness": "withheld", "withheld_because": "It shows how they work.", "review_on": "2030-01-01"}
    procuring.bid(made, "Secret Kitchens", **closed)
    procuring.on_panel(made, cast.bea)
    made.open(cast.ann)
    procuring.declared(made)
    procuring.handed_in(made)
    procuring.moderated_all(made)
    procuring.decided(made, "award", acme, users_reason="We could open it.", officers_reason="It came first.")
    contract, clause, reading = (stage.kind.record_named(name) for name in ("contracts", "clauses", "clause-readings"))
    said = {"ended_on": None, "ended_because": ""}
    held = build.record(stage, model=contract, tender=made, supplier="Acme", sort="contract", **said)
    promise = build.record(stage, model=clause, contract=held, title="You can open the tray")
    build.record(stage, model=reading, clause=promise, rating="good")
    return made


@pytest.mark.req("R54", "R61")
def test_a_tender_is_told_from_planning_to_how_its_contract_does(awarded, stage):
    tags = [each["tag"][0] for each in releases_of(stage, SITE)]
    assert tags[0] == "planning"
    assert [tag for tag in ("tender", "award", "contract", "implementation") if tags.count(tag) != 1] == []
    last = releases_of(stage, SITE)[-1]
    assert last["tender"]["status"] == "complete"
    assert last["awards"][0]["suppliers"][0]["name"] == "Acme"
    assert last["contracts"][0]["awardID"] == last["awards"][0]["id"]
    milestones = last["contracts"][0]["implementation"]["milestones"]
    assert [each["id"].split("-")[0] for each in milestones] == ["clause", "reading"]
    assert milestones[1]["status"] == "met"
    roles = {each["name"]: each["roles"] for each in last["parties"]}
    assert roles["Acme"] == ["tenderer", "supplier"]


def test_every_release_has_what_the_standard_asks_for_and_an_id_of_its_own(awarded, stage):
    releases = releases_of(stage, SITE)
    for each in releases:
        assert {"ocid", "id", "date", "tag", "initiationType", "buyer", "tender", "parties"} <= set(each)
        assert each["ocid"] == f"ocds-intheround-{stage.cycle.slug}-{awarded.pk}"
        ids = {party["id"] for party in each["parties"]}
        assert each["buyer"]["id"] in ids
        assert {bidder["id"] for bidder in each["tender"].get("tenderers", [])} <= ids
    assert len({each["id"] for each in releases}) == len(releases)
    assert [each["date"] for each in releases] == sorted(each["date"] for each in releases)


def test_what_was_released_stays_as_it_was_when_more_happens(cast, awarded, stage):
    before = json.dumps(releases_of(stage, SITE))
    awarded.refresh_from_db()
    awarded.revise(cast.ann, awarded.version, "We say it better.", summary="Other words.", title="Another title")
    after = releases_of(stage, SITE)
    assert json.dumps(after[:-1]) == before
    assert (after[-1]["tag"], after[-1]["tender"]["title"]) == (["tenderUpdate"], "Another title")


@pytest.mark.req("R14")
def test_no_word_of_an_offer_and_nothing_withheld_is_in_it_and_it_says_so(awarded, stage):
    text = json.dumps(release_package(stage, SITE, SITE))
    for word in ("98765", "Xylophones", "Zithers", "Secret Kitchens"):
        assert word not in text
    last = releases_of(stage, SITE)[-1]
    assert [(each["name"], each["rationale"]) for each in last["withheldInformation"][1:]] == [
        ("bid", "It shows how they work.")
    ]
    assert last["tender"]["numberOfTenderers"] == 2


def test_what_becomes_withheld_is_taken_out_of_every_release(cast, awarded, stage):
    acme = awarded.bids.get(bidder="Acme")
    acme.stage = stage
    ground = {"openness": "withheld", "withheld_because": "They asked for it.", "review_on": "2030-01-01"}
    acme.revise(cast.ann, acme.version, "They asked for it.", **ground)
    releases = releases_of(stage, SITE)
    named = [party["name"] for each in releases for party in each["tender"].get("tenderers", [])]
    assert (named, len(releases) > 5) == ([], True)


def test_a_withheld_tender_is_in_no_file(client, cast, stage):
    procuring.asking(stage, openness="withheld", withheld_because="Not yet.", review_on="2030-01-01")
    assert client.get(f"{stage.get_absolute_url()}open-data/releases.json").status_code == 404


@pytest.mark.parametrize("what", ["releases", "records"])
def test_anybody_takes_the_same_file(client, cast, awarded, stage, what):
    path = f"{stage.get_absolute_url()}open-data/{what}.json"
    told = client.get(path)
    assert (told.status_code, told["Content-Type"]) == (200, "application/json")
    client.force_login(cast.ann)
    assert client.get(path).json() == told.json()
    package = told.json()
    assert (package["version"], package["publisher"]["name"]) == ("1.1", str(cast.council))
    if what == "records":
        (record,) = package["records"]
        assert record["compiledRelease"]["tag"] == ["compiled"]
        assert record["releases"][-1]["tender"] == record["compiledRelease"]["tender"]


@pytest.mark.req("R55")
@pytest.mark.parametrize(("outcome", "status", "tag"), [("none", "unsuccessful", "tenderUpdate"),
                                                      ("in-house", "cancelled", "tenderCancellation")])  # fmt: skip
def test_a_tender_without_an_award_says_how_it_ended(cast, stage, outcome, status, tag):
    procuring.decided(procuring.assessed(stage, cast), outcome)
    last = releases_of(stage, SITE)[-1]
    assert last["tender"]["status"] == status
    assert tag in [each["tag"][0] for each in releases_of(stage, SITE)]
    assert "awards" not in last


def test_a_cycle_that_is_not_published_has_no_open_data(client):
    cast = build.cast(published=False)
    stage = cast.stage("procurement")
    procuring.tender(stage)
    client.force_login(cast.ann)
    assert client.get(f"{stage.get_absolute_url()}open-data/releases.json").status_code == 404
