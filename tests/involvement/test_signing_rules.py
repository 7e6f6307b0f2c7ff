"""A group's own rule for who signs: any one, two of them, or its chair; fixed when an agreement is proposed (R9)."""

import pytest

from cycle.moves import Refused
from feedback.waiting import waiting_for
from involvement.signing import sign, speakers
from involvement.status import status_of
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    made = build.cast()
    made.ivy, made.una = build.person("Ivy", "ivy@example.org"), build.person("Una", "una@example.org")
    build.member(made.ivy, made.meals_voice, "representative")
    build.member(made.una, made.meals_voice, "chair")
    return made


def proposed_by(cast, rule):
    """The users' party of an agreement that waits for signatures, its group having this rule."""
    cast.meals_voice.set_signing_rule(cast.cove, rule)
    agreement = build.proposed(cast.stage("needs"))
    for each in agreement.parties.select_related("participant__group"):
        each.agreement = agreement
        if each.participant == cast.commissioners:
            sign(each, cast.ann, "agree")
        else:
            party = each
    return party


def word(party):
    return status_of(party.agreement.stage).word


def asked(cast, *names):
    """Which of these people find the agreement among what waits for them."""
    return [name for name in names if waiting_for(getattr(cast, name), [build.afresh(cast.cycle)])]


@pytest.mark.req("R9")
def test_by_the_rule_of_two_an_agreement_waits_for_a_second_person(cast):
    party = proposed_by(cast, "two")
    assert asked(cast, "bea", "ivy", "una") == ["bea", "ivy", "una"]
    sign(party, cast.bea, "agree")
    assert word(party) == "waiting"
    assert asked(cast, "bea", "ivy", "una") == ["ivy", "una"]
    page = words(signed_in(cast.mia).get(party.agreement.get_absolute_url()))
    assert "One more person has to sign" in page
    with pytest.raises(Refused, match="You have said this already"):
        sign(party, cast.bea, "agree")
    sign(party, cast.una, "reserve", "Not before noon.")
    assert word(party) == "in force"
    page = words(signed_in(cast.mia).get(party.agreement.get_absolute_url()))
    assert "Bea; " in page
    assert "Una" in page


def test_after_a_change_both_sign_again(cast):
    party = proposed_by(cast, "two")
    sign(party, cast.bea, "agree")
    sign(party, cast.una, "agree")
    build.budget_cut(cast.cycle)
    assert word(party) == "out of date"
    sign(party, cast.bea, "agree")
    assert word(party) == "out of date"
    assert "bea" not in asked(cast, "bea")
    sign(party, cast.ivy, "agree")
    sign(party.agreement.parties.get(participant=cast.commissioners), cast.ann, "agree")
    assert word(party) == "in force"


def test_one_no_is_the_groups_last_word_until_somebody_says_yes_again(cast):
    party = proposed_by(cast, "two")
    sign(party, cast.bea, "agree")
    sign(party, cast.una, "decline", "Too little time.")
    assert word(party) == "declined"
    sign(party, cast.una, "agree")
    assert word(party) == "in force"


@pytest.mark.req("R9", "R16")
def test_by_the_rule_of_the_chair_only_the_chair_signs(cast):
    party = proposed_by(cast, "chair")
    assert asked(cast, "bea", "una") == ["una"]
    assert list(speakers(party)) == [cast.una]
    with pytest.raises(Refused, match="Only somebody who may speak for this party"):
        sign(party, cast.bea, "agree")
    sign(party, cast.una, "agree")
    assert word(party) == "in force"


def test_a_rule_that_changes_later_leaves_an_agreement_as_it_was_made(cast):
    party = proposed_by(cast, "one")
    cast.meals_voice.set_signing_rule(cast.cove, "chair")
    sign(party, cast.bea, "agree")
    assert word(party) == "in force"


@pytest.mark.parametrize(("rule", "left"), [("chair", "una"), ("two", "bea ivy")])
def test_nothing_is_proposed_that_a_group_could_not_sign_by_its_own_rule(cast, rule, left):
    cast.meals_voice.set_signing_rule(cast.cove, rule)
    draft = build.draft(cast.stage("needs"))
    for name in left.split():
        cast.meals_voice.memberships.get(person=getattr(cast, name)).end()
    with pytest.raises(Refused, match="Nobody can sign for Meals Voice by its own rule"):
        draft.propose(cast.ann)


def test_the_group_sets_its_rule_on_its_own_page_and_everybody_reads_it(cast):
    group = cast.meals_voice
    url = f"{group.get_absolute_url()}signing/"
    assert "Any one person who may sign for it" in words(signed_in(cast.zoe).get(group.get_absolute_url()))
    assert signed_in(cast.ann).get(url).status_code == 403
    assert signed_in(cast.cove).post(url, {"rule": "nobody"}).status_code == 422
    answer = signed_in(cast.una).post(url, {"rule": "two"}, follow=True)
    assert "The group’s rule for signing is saved." in words(answer)
    assert "Two people who may sign for it" in words(signed_in(cast.zoe).get(group.get_absolute_url()))
