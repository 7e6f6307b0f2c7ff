"""A stage without users has a reason that everybody reads, or it does not go on (R13)."""

import pytest

from cycle.moves import Refused
from involvement.leaving import end_part
from involvement.signing import sign
from involvement.status import status_of
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db
WHY = "The court gave us two days, and nobody could be asked in time."


def draft_without_users(cast, **words):
    draft = build.draft(cast.stage("needs"), **words)
    draft.drop_party(cast.ann, draft.parties.get(participant=cast.users))
    return draft


def test_no_users_and_no_reason_is_refused(cast):
    with pytest.raises(Refused, match="If no users can take part, write why"):
        draft_without_users(cast).propose(cast.ann)


def test_users_and_a_reason_for_none_contradict_each_other(cast):
    with pytest.raises(Refused, match="So take out the reason"):
        build.draft(cast.stage("needs"), without_users=WHY).propose(cast.ann)


@pytest.mark.req("R13")
def test_the_reason_stands_on_every_page_of_the_stage_and_in_its_report(cast):
    draft = draft_without_users(cast, without_users=WHY)
    draft.propose(cast.ann)
    build.signed(draft)
    for room in ("", "records/needs/", "contributions/", "history/", "report/"):
        page = words(signed_in().get(draft.get_absolute_url() + room))
        assert "No users take part in this stage" in page
        assert WHY in page
    assert "No users take part" not in words(signed_in().get(cast.stage("budget").get_absolute_url()))


@pytest.mark.req("R10", "R13")
def test_an_agreement_whose_users_have_left_holds_no_longer_and_says_why(cast):
    stage = build.opened(cast.cycle, "needs")
    end_part(cast.cycle, cast.ann, cast.users, "The group has dissolved.")
    agreement = status_of(stage).agreement
    party = agreement.parties.get(participant=cast.commissioners)
    party.agreement = agreement
    sign(party, cast.ann, "agree")
    assert status_of(stage).word == "out of date"
    page = words(signed_in().get(stage.get_absolute_url()))
    assert "No users’ group is part of this agreement any more." in page
