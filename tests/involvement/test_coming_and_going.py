"""Parties and convenors come and go: the agreements that rest on them are looked at again (R10, R24, R89)."""

import pytest

from cycle.models import Event
from cycle.moves import Refused
from involvement.leaving import end_part
from involvement.membership import add_member, end_membership
from involvement.signing import sign
from involvement.status import status_of
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs", parties=(cast.providers,))


def sign_for(stage, participant, person):
    agreement = status_of(stage).agreement
    party = agreement.parties.get(participant=participant)
    party.agreement = agreement
    sign(party, person, "agree")


@pytest.mark.req("R10")
def test_when_a_party_leaves_the_others_look_at_the_agreement_again(cast, stage):
    end_part(cast.cycle, cast.ann, cast.providers, "It has sold its kitchen.")
    assert (status_of(stage).word, status_of(stage).waits_for) == ("out of date", ["Commissioning team", "Meals Voice"])
    page = words(signed_in(cast.bea).get(stage.get_absolute_url()))
    assert "Ann no longer takes part: “Hot Plate Ltd”" in page
    assert "Reason given: It has sold its kitchen." in page
    sign_for(stage, cast.users, cast.bea)
    sign_for(stage, cast.commissioners, cast.ann)
    assert status_of(stage).word == "in force"


def test_a_party_that_left_after_the_end_changes_nothing_in_a_finished_stage(cast, stage):
    stage.refresh_from_db()
    build.record(stage)
    stage.finish(cast.ann)
    end_part(cast.cycle, cast.ann, cast.providers)
    assert status_of(stage).word == "in force"
    assert not Event.objects.filter(verb="party left").exists()


def test_who_is_no_party_leaves_without_touching_an_agreement(cast, stage):
    end_part(cast.cycle, cast.ann, cast.councillors)
    assert status_of(stage).word == "in force"


@pytest.mark.req("R10")
def test_a_new_convenor_and_one_who_goes_are_changes_that_agreements_rest_on(cast, stage):
    place = add_member(cast.meals_voice, cast.cove, name="Noor", email="noor@example.org", role="convenor")
    assert status_of(stage).word == "out of date"
    page = words(signed_in(cast.bea).get(stage.get_absolute_url()))
    assert "Cove, for Meals Voice brought in a new convenor for “Meals Voice”" in page
    assert "Noor" not in words(signed_in().get(stage.get_absolute_url()))
    for participant, person in ((cast.users, cast.bea), (cast.commissioners, cast.ann), (cast.providers, cast.pat)):
        sign_for(stage, participant, person)
    assert status_of(stage).word == "in force"
    end_membership(cast.meals_voice, cast.cove, place)
    assert status_of(stage).word == "out of date"


def test_a_new_member_is_nobodys_business_and_a_new_representative_is_told_and_changes_nothing(cast, stage):
    before = cast.cycle.events.count()
    add_member(cast.meals_voice, cast.cove, name="Ivy")
    assert cast.cycle.events.count() == before
    add_member(cast.meals_voice, cast.cove, name="Jo", role="representative")
    event = cast.cycle.events.order_by("number").last()
    assert (event.verb, event.material) == ("representative came", False)
    assert status_of(stage).word == "in force"


@pytest.mark.req("R10", "R89")
def test_a_newcomer_signs_what_exists_and_the_others_are_shown_who_is_new(cast, stage):
    officer = signed_in(cast.ola)
    page = words(officer.get(stage.get_absolute_url()))
    assert "These take part in the cycle, and not in this agreement." in page
    url = f"{stage.get_absolute_url()}agreement/parties/{cast.councillors.pk}/"
    answer = officer.post(url, build.TERMS | {"level": "own", "must_sign": "yes"}, follow=True)
    assert "Cabinet can sign now." in words(answer)
    assert officer.post(url, build.TERMS | {"level": "own", "must_sign": "yes"}).status_code == 409
    status = status_of(stage)
    assert (status.word, status.agreement.version) == ("waiting", 1)
    page = words(signed_in(cast.bea).get(stage.get_absolute_url()))
    assert "Ola added to those who agree: “Cabinet”" in page
    assert "Level of influence: Is asked to own the decision" in page
    sign_for(stage, cast.councillors, cast.cara)
    assert status_of(stage).word == "out of date"
    for participant, person in ((cast.users, cast.bea), (cast.commissioners, cast.ann), (cast.providers, cast.pat)):
        sign_for(stage, participant, person)
    assert status_of(stage).word == "in force"


def test_only_an_officer_adds_a_party_and_only_to_what_was_proposed(cast, stage):
    with pytest.raises(Refused, match="Only the officers"):
        status_of(stage).agreement.welcome(cast.bea, cast.councillors, **build.TERMS)
    url = f"{stage.get_absolute_url()}agreement/parties/{cast.councillors.pk}/"
    assert signed_in(cast.bea).get(url).status_code == 404
    nothing = build.begin(cast.stage("budget"))
    url = f"{nothing.get_absolute_url()}agreement/parties/{cast.councillors.pk}/"
    assert signed_in(cast.ann).get(url).status_code == 404


def test_a_first_draft_begins_with_the_words_of_the_same_stage_in_an_earlier_cycle(cast, stage):
    other = build.cycle(cast.ann, cast.council, title="Day centres", published=False)
    build.admit(other, cast.meals_voice)
    begun = build.begin(build.stage(other, "needs"), cast.ann)
    signed_in(cast.ann).post(f"{begun.get_absolute_url()}agreement/draft/")
    draft = begun.current_round.agreements.get()
    assert (draft.purpose, draft.decides_on) == (build.WORDS["purpose"], None)
    assert sorted(map(str, draft.parties.all())) == ["Commissioning team", "Meals Voice"]
    page = words(signed_in(cast.ann).get(begun.get_absolute_url()))
    assert "It begins with the words of another cycle: Community meals." in page


def test_nothing_is_taken_from_a_cycle_that_the_writer_may_not_know_of(cast):
    hidden = build.cycle(council=cast.council, title="Hidden", published=False)
    build.opened(hidden, "needs")
    begun = build.begin(cast.stage("needs"), cast.ann)
    signed_in(cast.ann).post(f"{begun.get_absolute_url()}agreement/draft/")
    assert begun.current_round.agreements.get().purpose == ""
