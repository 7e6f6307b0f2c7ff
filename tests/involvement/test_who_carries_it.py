"""Nobody is shown as owning or sharing in a decision before they have said yes to that (R17)."""

import pytest
from django.db import IntegrityError, transaction

from cycle.moves import Refused
from involvement.models import Party
from involvement.signing import sign
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = pytest.mark.django_db
PAGES = ("", "agreement/versions/1/1/", "report/")


@pytest.fixture
def agreement(cast):
    """Users are to share in the decision and the cabinet is to own it; nobody has signed."""
    draft = build.draft(cast.stage("needs"))
    draft.name_party(cast.ann, cast.users, **build.TERMS | {"level": "share"})
    draft.name_party(cast.ann, cast.councillors, **build.TERMS | {"level": "own"})
    draft.propose(cast.ann)
    return draft


def party(agreement, participant):
    found = agreement.parties.get(participant=participant)
    found.agreement = agreement
    return found


def pages(cast, agreement):
    """What anybody reads of it in the room, on the version's page and in the report."""
    for name in PAGES:
        yield words(signed_in(cast.zoe).get(agreement.get_absolute_url() + name))


@pytest.mark.req("R17")
def test_before_it_signs_a_party_is_only_asked_to_carry_the_decision(cast, agreement):
    for page in pages(cast, agreement):
        assert "Is asked to own the decision" in page
        assert "Is asked to share in the decision" in page
        assert "(Owns the decision)" not in page
        assert "(Shares in the decision)" not in page


@pytest.mark.req("R17")
def test_a_party_that_said_yes_is_shown_to_carry_it_and_one_that_said_no_is_not(cast, agreement):
    sign(party(agreement, cast.councillors), cast.cara, "agree")
    sign(party(agreement, cast.users), cast.bea, "decline", "We have no say in the money.")
    for page in pages(cast, agreement):
        assert "Is asked to own the decision" not in page
        assert "Owns the decision" in page
        assert "Is asked to share in the decision" in page


def test_who_is_asked_reads_so_on_the_page_where_they_sign(cast, agreement):
    url = f"{agreement.get_absolute_url()}agreement/signatures/{party(agreement, cast.councillors).pk}/"
    assert "Is asked to own the decision" in words(signed_in(cast.cara).get(url))


def test_nobody_is_put_down_as_owning_without_having_to_sign(cast):
    draft = build.draft(cast.stage("needs"))
    owning = build.TERMS | {"level": "own", "must_sign": False}
    with pytest.raises(Refused, match="Cabinet is to own the decision"):
        draft.name_party(cast.ann, cast.councillors, **owning)
    url = f"{draft.get_absolute_url()}agreement/draft/parties/{cast.councillors.pk}/"
    answer = signed_in(cast.ann).post(url, owning | {"must_sign": "no", "seen": ""})
    assert answer.status_code == 422
    assert "Whoever owns the decision has to sign" in words(answer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Party.objects.create(agreement=draft, participant=cast.councillors, **owning)
