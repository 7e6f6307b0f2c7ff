"""The pages of a tender: what each reader comes to, that no offer leaks, and that more rows take no more queries."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cycle.kinds.procurement.scoring import scoring_of
from tests import build
from tests import world as worlds
from tests.addresses import all_addresses, asked
from tests.build import procuring
from tests.world_of_tenders import PRICE

pytestmark = pytest.mark.django_db

# Beside all of the stage itself: where a whole cycle is told, to everybody and to each reader.
OUT = ("home", "cycle", "ledger", "newcomer", "information_line", "notices", "cycle_way", "cycle_people")
# Who reads which price where; nobody reads the others anywhere.
READ = {"decided": {"bea", "mia", "ann"}, "own": {"bea", "ann"}}


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "procurement")


def test_no_price_is_read_where_it_is_not_published(client):
    world = worlds.make()
    here = f"/cycles/{world.cast.cycle.slug}/stages/procurement/"
    addresses = [each for each in all_addresses(world) if each.path.startswith(here) or each.name in OUT]
    found = {}
    for name in ("nobody", "pat", "cara", "mia", "bea", "ann"):
        client.logout()
        if person := world.reader(name):
            client.force_login(person)
        for address in addresses:
            body = asked(client, address, "GET").body.decode(errors="ignore").replace(",", "")
            for situation, price in PRICE.items():
                if price in body:
                    found.setdefault(situation, set()).add((name, address.name))
    assert {situation: {name for name, _where in who} for situation, who in found.items()} == READ
    assert {where for who in found.values() for _name, where in who} == {"bid_offer"}


def test_the_report_and_the_files_of_a_stage_hold_no_word_of_an_offer(client, cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    client.force_login(cast.ann)
    here = f"/cycles/{cast.cycle.slug}/stages/procurement"
    for path in ("report/", "whole/export/json/", "whole/", "records/bids/", "records/bids/csv/", "history/"):
        body = client.get(f"{here}/{path}")
        text = body.getvalue().decode()
        assert [word for word in ("Good trays.", "Thirty days.") if word in text] == [], path


def queries_of(client, path):
    """How many queries a page takes, once it was asked for before."""
    client.get(path)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


def test_more_bids_members_and_contracts_take_no_more_queries(client, cast, stage):
    made = procuring.opened_tender(stage, cast)
    contract, clause = (stage.kind.record_named(name) for name in ("contracts", "clauses"))
    build.record(stage, model=clause, contract=build.record(stage, model=contract))
    client.force_login(cast.ola)
    paths = (made.get_absolute_url(), made.get_url("tender_panel"), f"{stage.get_absolute_url()}whole/")
    few = [queries_of(client, path) for path in paths]
    for number in range(3):
        held = build.record(stage, model=contract, title=f"Contract {number}")
        build.record(stage, model=clause, contract=held)
        procuring.opened_tender(stage, cast, title=f"Another {number}", bidders=("Acme", "Beta", "Delta"))
    made.members.create(person=cast.pat, participant=cast.providers, side="other")
    assert [queries_of(client, path) for path in paths] == few


def test_what_waits_on_panels_takes_the_same_queries_for_one_tender_and_for_many(cast, stage):
    def asked():
        with CaptureQueriesContext(connection) as queries:
            found = list(stage.kind.record.objects.waiting_for(cast.ola, [stage.cycle]))
        return len(found), len(queries)

    procuring.opened_tender(stage, cast)
    one, few = asked()
    for number in range(3):
        procuring.opened_tender(stage, cast, title=f"Another {number}")
    assert (one, asked()) == (1, (4, few))


@pytest.mark.req("R55")
def test_the_bidder_reads_how_it_was_assessed_once_it_is_decided(client, cast, stage):
    made = procuring.opened_tender(stage, cast, bidders=(cast.provider.name, "Beta"))
    procuring.declared(made)
    procuring.handed_in(made)
    procuring.moderated_all(made)
    found = scoring_of(made)
    own, other = found.bids
    client.force_login(cast.pat)
    assert client.get(own.get_url("bid_assessment")).status_code == 403
    procuring.decided(made, "award", own)
    page = client.get(own.get_url("bid_assessment"))
    assert (page.status_code, "4 of 10" in page.text, "We talked it over." in page.text) == (200, True, True)
    assert client.get(other.get_url("bid_assessment")).status_code == 403


@pytest.mark.req("R56")
def test_a_member_is_told_what_the_record_knows_of_their_ties(client, cast, stage):
    made = procuring.asking(stage)
    procuring.bid(made, cast.provider.name)
    member = procuring.on_panel(made, cast.pat, cast.providers)
    client.force_login(cast.pat)
    page = client.get(made.get_url("panel_ties", member.pk))
    assert f"belong to “{cast.provider.name}”" in page.text
    assert "To use the service is no tie." in page.text


@pytest.mark.req("R54")
def test_first_pages_tell_members_what_a_panel_waits_for(client, cast, stage):
    made = procuring.opened_tender(stage, cast, title="Frozen meals")
    client.force_login(cast.mia)
    assert "Say whether you have ties to the bidders of “Frozen meals”" in client.get("/").text
    procuring.declared(made, cast.mia)
    assert "Score the bids of “Frozen meals”" in client.get("/").text
    procuring.handed_in(made, cast.mia)
    assert "“Frozen meals”" not in client.get("/").text
    told = procuring.declared(made, cast.bea)
    assert told is None
    procuring.tie(made, cast.bea, "Acme", "potential")
    client.force_login(cast.ann)
    assert "Decide about a tie to a bidder of “Frozen meals”" in client.get("/").text


def test_what_was_typed_comes_back_with_what_is_wrong_and_nothing_is_saved(client, cast, stage):
    made = procuring.opened_tender(stage, cast)
    procuring.declared(made)
    bea = scoring_of(made).member_of(cast.bea)
    client.force_login(cast.bea)
    bid, criterion = scoring_of(made).duties(bea)[0]
    name = f"score_{bid.pk}_{criterion.pk}"
    page = client.post(made.get_url("panel_scores", bea.pk), {name: "eleven"})
    assert (page.status_code, 'value="eleven"' in page.text) == (422, True)


def test_two_who_come_to_a_score_at_once_are_told_of_each_other(client, cast, stage):
    made = procuring.assessed(stage, cast)
    found = scoring_of(made)
    bid, criterion = found.bids[0], found.criteria[0]
    said = {"seen": 0, "score": "5", "why": "So.", "present": [found.active[0].pk]}
    client.force_login(cast.bea)
    page = client.post(made.get_url("moderation", bid.pk, criterion.pk), said)
    assert (page.status_code, "Somebody else wrote down another score" in page.text) == (409, True)


@pytest.mark.req("R54")
def test_the_steps_show_what_is_done_what_is_next_and_what_is_missing(client, cast, stage):
    made = procuring.tender(stage, regime="light", route="open", begins_on="2025-03-01", title="Care at home")
    step = stage.kind.record_named("tender-steps")
    build.record(stage, model=step, tender=made, step="tender", done_on="2025-03-02", reference="2025/S 000-000001",
                 users_took_part="Bea read the notice first.", help_given="Ann explained it.")  # fmt: skip
    page = client.get(f"{stage.get_absolute_url()}whole/").text
    for words in ("Care at home", "UK4: tender notice", "2025/S 000-000001", "Bea read the notice first.", "Missing",
                  "A later step is done already.", "Next", "UK6: contract award notice (not confirmed)"):  # fmt: skip
        assert words in page, words
    assert "standstill" not in page


def test_a_large_contract_under_the_full_rules_needs_three_kpis(cast, stage):
    contract, clause = (stage.kind.record_named(name) for name in ("contracts", "clauses"))
    large = build.record(stage, model=contract, tender=None, value=5_000_001, starts_on="2025-04-01", ends_on=None,
                         may_go_on_until=None, ended_on=None, ended_because="")  # fmt: skip
    assert "1 contract has fewer KPIs than the law asks for at its value." in stage.kind.gaps_in(stage)
    for number in range(3):
        build.record(stage, model=clause, contract=large, sort="kpi", title=f"KPI {number}")
    assert [gap for gap in stage.kind.gaps_in(stage) if "KPIs" in gap] == []


def test_gaps_tell_who_has_not_declared_and_whose_reason_is_missing(cast, stage):
    made = procuring.opened_tender(stage, cast)
    assert "For 2 bids, not everybody on the panel has said" in " ".join(stage.kind.gaps_in(stage))
    procuring.declared(made)
    assert "not everybody on the panel" not in " ".join(stage.kind.gaps_in(stage))
    procuring.decided(made)
    assert "For 2 bids that were decided on, the reason of one side is missing." in stage.kind.gaps_in(stage)


def test_the_json_of_a_stage_tells_of_bids_and_of_no_offer(client, cast, stage):
    procuring.opened_tender(stage, cast)
    here = f"/cycles/{cast.cycle.slug}/stages/procurement"
    told = json.loads(client.get(f"{here}/whole/export/json/").getvalue())
    assert [each["bidder"] for each in told["bids"]["records"]] == ["Acme", "Beta"]
    assert {each["price"] for each in told["bids"]["records"]} == {None}
