"""The agreement room in a real browser: each of its states and forms, wide, narrow, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from involvement.models import Agreement, Override
from involvement.signing import sign
from tests import build
from tests.browser import axe, sideways, sign_in, watch
from tests.nu import nu_pages

from .pages import address, client_of, post


@pytest.fixture
def cast(transactional_db):
    return build.cast()


def every_state(cast):
    """Name -> (person, address) for the room in each state and for its forms."""
    stages = {kind: cast.stage(kind) for kind in ("needs", "strategy", "priorities", "testing", "monitoring", "review")}
    build.agreement_in_force(stages["needs"])
    build.proposed(stages["strategy"])
    second = build.draft(stages["strategy"], fixed="Nothing but the money.")
    second.name_party(cast.ann, cast.providers, **build.TERMS | {"hours_asked": 6, "support": "A room"})
    second.propose(cast.ann)
    refused = build.proposed(stages["priorities"]).parties.terms_of(cast.users)
    sign(refused, cast.bea, "decline", "Nobody told us the price.")
    build.begin(stages["testing"])
    Override.open(stages["testing"], cast.ann, "The grant ends on Friday.")
    build.begin(stages["monitoring"])
    Agreement.draft(stages["monitoring"], cast.ann)
    build.budget_cut(cast.cycle)
    party = second.parties.terms_of(cast.users).pk
    rooms = {f"room of {kind}": (cast.ann, address("stage", stage)) for kind, stage in stages.items()}
    return rooms | {
        "out of date, for a member": (cast.bea, address("stage", stages["needs"])),
        "a version": (cast.mia, address("agreement_version", stages["strategy"], 1, 2)),
        "words": (cast.ann, address("agreement_words", stages["monitoring"])),
        "terms": (cast.ann, address("agreement_party", stages["monitoring"], cast.users.pk)),
        "answer": (cast.bea, address("signature", stages["strategy"], party)),
        "paper": (cast.cove, address("paper_signature", stages["strategy"], party)),
        "override": (cast.ann, address("override", stages["monitoring"])),
    }


def test_every_state_is_accessible_and_fits_a_narrow_window(page, cast):
    complaints, found = watch(page), {}
    for name, (person, url) in every_state(cast).items():
        sign_in(page, person)
        page.set_viewport_size({"width": 1280, "height": 900})
        assert page.goto(url).status == 200, name
        faults = axe(page)
        page.set_viewport_size({"width": 320, "height": 640})
        found[name] = (faults, sideways(page))
    assert {name: what for name, what in found.items() if what != ([], 0)} == {}
    assert complaints == []


def test_every_state_is_valid_html(cast, tmp_path):
    pages = {name: client_of(person).get(url).content.decode() for name, (person, url) in every_state(cast).items()}
    stage = cast.stage("monitoring")
    pages["words with errors"] = post(cast.ann, "agreement_words", stage, answer_days="x").content.decode()
    sent = {**build.WORDS, "answer_days": "15", "revision": "0"}
    pages["words in conflict"] = post(cast.ann, "agreement_words", stage, **sent).content.decode()
    assert nu_pages(pages, tmp_path) == []


@pytest.mark.req("R9", "R10")
def test_a_representative_reads_what_changed_and_signs_again_without_javascript(page_no_js, cast):
    page, stage = page_no_js, build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    sign_in(page, cast.bea)
    page.goto(address("stage", stage))
    expect(page.get_by_role("heading", name="Ann changed “A budget line”")).to_be_visible()
    page.get_by_role("button", name="We agree, with a reservation").click()
    page.get_by_role("button", name="Send our answer to version 1").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Say in a few words what your reservation is")
    page.get_by_label("In your own words").fill("Only if the price stays.")
    page.get_by_role("button", name="Send our answer to version 1").click()
    expect(page.get_by_text("You have signed for Meals Voice, with your reservation.")).to_be_visible()
    expect(page.get_by_text("Only if the price stays.")).to_be_visible()
