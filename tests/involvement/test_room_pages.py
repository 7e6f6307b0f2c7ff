"""The agreement room in each of its states, as members, officers and the public find it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from feedback.finishing import finish_stage
from involvement.models import Agreement, Override
from involvement.signing import sign
from tests import build

from .pages import address, client_of, get, links, words

pytestmark = pytest.mark.django_db


def test_a_stage_that_has_not_begun_asks_nothing_of_anybody(cast):
    stage = cast.stage("needs")
    for person in (None, cast.zoe, cast.bea, cast.cara):
        page = get(person, "stage", stage)
        assert "This stage has not begun. Nothing is asked of you here yet." in words(page)
        assert str(stage.kind.prompt) in words(page)
        assert address("stage_round", stage) not in links(page)
    assert address("stage_round", stage) in links(get(cast.ola, "stage", stage))


def test_while_it_is_prepared_members_are_told_so_and_only_officers_see_the_draft(cast):
    stage = build.begin(cast.stage("needs"))
    build.readiness(stage)
    draft = Agreement.draft(stage, cast.ann)
    draft.write(cast.ann, draft.revision, purpose="CANARY")
    for person in (None, cast.zoe, cast.bea, cast.cara):
        page = get(person, "stage", stage)
        assert "The agreement for this stage is being prepared. Nothing is asked of you yet." in words(page)
        assert "The draft of version 1" not in words(page)
        assert get(person, "agreement_version", stage, 1, 1).status_code == 404
    page = get(cast.ola, "stage", stage)
    assert "The draft of version 1" in words(page)
    assert "Propose version 1: Write “what you can change” before you propose the agreement." in words(page)
    assert address("agreement_proposal", stage) not in links(page)
    assert "CANARY" in words(get(cast.ola, "agreement_version", stage, 1, 1))


@pytest.mark.req("R9", "R11", "R12")
def test_a_proposed_agreement_shows_its_terms_and_who_is_waited_for(cast):
    stage = cast.stage("needs")
    agreement = build.proposed(stage)
    page = words(get(cast.mia, "stage", stage))
    assert "Version 1 waits for the answer of Meals Voice and Commissioning team." in page
    for name in Agreement.NEEDED:
        assert getattr(agreement, name) in page
    assert page.count("Not signed yet") == 2
    assert "What is fixed, and why The money for this year. The council has set its budget." in page
    assert "What this stage is not It is not a vote on closing the service." in page


@pytest.mark.req("R17")
def test_each_party_shows_its_level_of_influence_and_what_the_level_means(cast):
    stage = cast.stage("needs")
    draft = build.draft(stage)
    draft.name_party(cast.ann, cast.councillors, **build.TERMS | {"level": "own", "role": "Takes the decision"})
    draft.propose(cast.ann)
    page = words(get(cast.bea, "stage", stage))
    assert "Says what it knows (Influences)" in page
    assert "Takes the decision (Is asked to own the decision)" in page
    assert "Influences What it says must be weighed and answered. Others decide." in page
    assert "Owns the decision It makes the decision, and answers for it." in page


def test_the_three_answers_are_there_for_those_who_may_sign_and_for_nobody_else(cast):
    stage = cast.stage("needs")
    party = build.proposed(stage).parties.terms_of(cast.users)
    url = address("signature", stage, party.pk)
    page = get(cast.bea, "stage", stage)
    assert [link for link in links(page) if link.startswith(url)] == [
        f"{url}?position={position}" for position in ("agree", "reserve", "decline")
    ]
    assert "Your answer for Meals Voice" in words(page)
    for person in (None, cast.mia, cast.cove, cast.ann, cast.zoe):
        assert not [link for link in links(get(person, "stage", stage)) if link.startswith(url + "?")]


def test_the_convenor_is_led_to_the_paper(cast):
    stage = cast.stage("needs")
    party = build.proposed(stage).parties.terms_of(cast.users)
    assert address("paper_signature", stage, party.pk) in links(get(cast.cove, "stage", stage))
    assert address("paper_signature", stage, party.pk) not in links(get(cast.ann, "stage", stage))


@pytest.mark.req("R9")
def test_an_agreement_in_force_says_so_and_names_the_signers_only_to_those_who_take_part(cast):
    stage = build.opened(cast.cycle, "needs")
    for person in (cast.mia, cast.ann, cast.pat):
        page = words(get(person, "stage", stage))
        assert "Version 1 is in force: everybody who has to sign has signed." in page
        assert ", Bea" in page
    for person in (None, cast.zoe):
        page = words(get(person, "stage", stage))
        assert ", a representative of Meals Voice" in page
        assert ", a representative of Commissioning team" in page
        assert "Bea" not in page.replace("Sign out", "")


def test_a_no_is_shown_as_a_state_in_the_words_of_who_said_it(cast):
    stage = cast.stage("needs")
    agreement = build.proposed(stage)
    sign(agreement.parties.terms_of(cast.users), cast.bea, "decline", "Nobody told us the price.")
    page = get(cast.ann, "stage", stage)
    assert page.status_code == 200
    assert "Declined" in words(page)
    assert "Meals Voice said no to version 1. The stage waits." in words(page)
    assert "Nobody told us the price. Meals Voice: We do not agree" in words(page)
    assert address("agreement_draft", stage) in links(page)


@pytest.mark.req("R10", "R20")
def test_a_budget_cut_stands_first_with_before_and_now_and_the_way_to_sign_again(cast):
    stage = build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    page = words(get(cast.bea, "stage", stage))
    change = (
        "Ann changed “A budget line” Reason given: The council has less money. Amount Before £1,234.50 Now £1,134.50"
    )
    assert page.index(change) < page.index("What this stage is for")
    assert "So it has to be signed again by Meals Voice and Commissioning team." in page
    assert "We agree to version 1 again" in page
    assert page.count("Has to sign again") == 2


@pytest.mark.req("R20")
def test_a_pressure_is_shown_in_the_stages_that_it_hits_alone(cast):
    hit, other = (build.opened(cast.cycle, kind) for kind in ("needs", "priorities"))
    build.record(cast.stage("context"), title="Autumn statement", hits=[hit])
    assert "Ann recorded “Autumn statement”" in words(get(cast.bea, "stage", hit))
    assert "Autumn statement" not in words(get(cast.bea, "stage", other))


def test_a_withheld_change_is_told_without_its_content(cast):
    stage = build.opened(cast.cycle, "needs")
    build.withheld(cast.stage("context"), title="CANARY", summary="CANARY", hits=[stage])
    for person in (None, cast.zoe, cast.bea, cast.pat):
        page = words(get(person, "stage", stage))
        assert "something changed that is not open to you" in page
        assert "CANARY" not in page
    assert "CANARY" in words(get(cast.ann, "stage", stage))


@pytest.mark.req("R10")
def test_a_new_version_shows_what_is_new_beside_the_last_one(cast):
    stage = build.opened(cast.cycle, "needs")
    second = build.draft(stage, fixed="The money, and the menu.")
    second.name_party(cast.ann, cast.users, **build.TERMS | {"may_not": "Choose the provider."})
    second.name_party(cast.ann, cast.providers, **build.TERMS)
    second.propose(cast.ann)
    page = get(cast.bea, "stage", stage)
    assert "What is new in version 2" in words(page)
    assert "What is fixed Before The money for this year. Now The money, and the menu." in words(page)
    assert "The terms of Meals Voice May not Before Sign contracts. Now Choose the provider." in words(page)
    assert "Hot Plate Ltd is a new party" in words(page)
    assert address("agreement_version", stage, 1, 1) in links(page)


def test_an_override_is_warned_of_in_the_room(cast):
    stage = build.begin(cast.stage("testing"))
    Override.open(stage, cast.ann, "The grant ends on Friday.")
    page = words(get(cast.mia, "stage", stage))
    assert "This stage was opened without a full agreement" in page
    assert "Reason given: The grant ends on Friday." in page
    assert "There is no agreement for this stage yet." in page


def test_a_finished_round_asks_nothing_and_leads_to_the_report(cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    finish_stage(stage, cast.ann, "It is time.")
    build.budget_cut(cast.cycle)
    page = get(cast.bea, "stage", stage)
    assert "Round 1 of this stage is finished. Nothing is asked of you here now." in words(page)
    assert address("stage_report", stage) in links(page)
    assert "Your answer for" not in words(page)
    assert "Has to sign again" not in words(page)
    assert address("stage_round", stage) in links(get(cast.ann, "stage", stage))


def test_a_round_that_ended_over_an_unsigned_change_says_so(cast):
    stage = build.opened(cast.cycle, "needs")
    build.record(stage)
    build.budget_cut(cast.cycle)
    finish_stage(stage, cast.ann, "It is time.")
    page = words(get(cast.bea, "stage", stage))
    assert "The round ended before everybody had signed again after this:" in page
    assert page.count("Signed before the change") == 2


def test_a_draft_beside_an_agreement_in_force_is_seen_by_officers_alone(cast):
    stage = build.opened(cast.cycle, "needs")
    Agreement.draft(stage, cast.ann)
    assert "The draft of version 2" in words(get(cast.ola, "stage", stage))
    for person in (None, cast.bea, cast.cara):
        assert "The draft of version 2" not in words(get(person, "stage", stage))


def test_an_unpublished_cycle_has_no_room_for_strangers():
    cast = build.cast(published=False)
    stage = build.opened(cast.cycle, "needs")
    for person in (None, cast.zoe):
        assert get(person, "stage", stage).status_code == 404
        assert get(person, "agreement_version", stage, 1, 1).status_code == 404
    assert get(cast.mia, "stage", stage).status_code == 200


def test_the_room_asks_the_database_as_often_for_thirty_parties_as_for_two(cast):
    counted = {}
    for kind, number in (("needs", 0), ("priorities", 28)):
        groups = [build.group(f"{kind} {each}") for each in range(number)]
        for group in groups:
            build.member(build.person(f"Speaker of {group}"), group, "representative")
        stage = cast.stage(kind)
        agreement = build.agreement_in_force(stage, parties=[build.admit(cast.cycle, group) for group in groups])
        assert agreement.parties.count() == 2 + number
    build.budget_cut(cast.cycle)
    for kind in ("needs", "priorities"):
        client, url = client_of(cast.bea), address("stage", cast.stage(kind))
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        counted[kind] = len(queries)
    assert counted["needs"] == counted["priorities"]


def test_a_party_that_is_left_out_of_a_new_version_is_named(cast):
    stage = cast.stage("needs")
    build.agreement_in_force(stage, parties=[cast.providers])
    second = Agreement.draft(stage, cast.ann)
    second.drop_party(cast.ann, second.parties.terms_of(cast.providers))
    second.propose(cast.ann)
    assert "Hot Plate Ltd is no longer a party" in words(get(cast.bea, "stage", stage))
