"""The agreement: who drafts it, what it needs before it is proposed, and that a new version copies the last."""

import pytest
from django.utils import timezone

from cycle.models.record import Conflict
from cycle.moves import Refused
from feedback.finishing import finish_stage
from involvement.models import Agreement
from involvement.status import status_of
from tests import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.begin(cast.stage("needs"))


def yesterday():
    return timezone.localdate() - timezone.timedelta(days=1)


def test_only_an_officer_drafts(cast, stage):
    for person in (cast.bea, cast.cove, cast.cara, cast.zoe):
        with pytest.raises(Refused, match="Only the officers who run this cycle"):
            Agreement.draft(stage, person)
    assert Agreement.draft(stage, cast.ola).drafted_by == cast.ola


def test_a_stage_that_has_not_begun_has_nothing_to_draft(cast):
    with pytest.raises(Refused, match="Begin the stage first"):
        Agreement.draft(cast.stage("review"), cast.ann)


def test_a_second_draft_is_the_first_one(cast, stage):
    assert Agreement.draft(stage, cast.ann) == Agreement.draft(stage, cast.ola)


@pytest.mark.parametrize("name", Agreement.NEEDED)
def test_a_draft_without_one_of_its_words_is_not_proposed(cast, stage, name):
    draft = build.draft(stage, **{name: " "})
    with pytest.raises(Refused, match="before you propose the agreement"):
        draft.propose(cast.ann)


@pytest.mark.parametrize(("left", "sentence"), [("users", "users' group"), ("commissioners", "commissioners")])
def test_users_and_commissioners_both_have_to_be_parties(cast, stage, left, sentence):
    draft = build.draft(stage)
    draft.drop_party(cast.ann, draft.parties.terms_of(getattr(cast, left)))
    with pytest.raises(Refused, match=sentence):
        draft.propose(cast.ann)


def test_the_words_of_a_proposed_version_cannot_be_written(cast, stage):
    agreement = build.proposed(stage)
    stale = Agreement.objects.get(pk=agreement.pk)
    stale.state = "draft"  # as somebody has it who opened the page before it was proposed
    for verb in (
        lambda: stale.write(cast.ann, stale.revision, purpose="Another."),
        lambda: stale.name_party(cast.ann, cast.providers, **build.TERMS),
        lambda: stale.drop_party(cast.ann, stale.parties.first()),
        lambda: stale.propose(cast.ann),
    ):
        with pytest.raises(Refused, match="has been proposed"):
            verb()
    assert agreement.parties.count() == 2


def test_two_writers_of_the_words_do_not_lose_the_first_ones(cast, stage):
    mine, yours = build.draft(stage), Agreement.objects.draft_now(stage)
    mine.write(cast.ann, mine.revision, purpose="Mine.")
    with pytest.raises(Conflict) as conflict:
        yours.write(cast.ola, yours.revision, purpose="Yours.")
    assert conflict.value.current.purpose == "Mine."


def test_two_writers_of_one_partys_terms_do_not_lose_the_first_ones(cast, stage):
    draft = build.draft(stage)
    seen = draft.parties.terms_of(cast.users).stamp
    draft.name_party(cast.ann, cast.users, seen=seen, **build.TERMS | {"role": "Mine"})
    with pytest.raises(Conflict) as conflict:
        draft.name_party(cast.ola, cast.users, seen=seen, **build.TERMS | {"role": "Yours"})
    assert conflict.value.current.role == "Mine"


def test_a_party_has_to_take_part_in_the_cycle(cast, stage):
    elsewhere = build.users(build.cycle())
    with pytest.raises(Refused, match="does not take part in the cycle"):
        build.draft(stage).name_party(cast.ann, elsewhere, **build.TERMS)


def test_a_new_version_copies_the_last_and_replaces_it_when_it_is_proposed(cast, stage):
    first = build.agreement_in_force(stage)
    second = Agreement.draft(stage, cast.ann)
    assert (second.version, second.words()) == (2, first.words())
    assert [party.words() for party in second.parties.all()] == [party.words() for party in first.parties.all()]
    assert status_of(stage).word == "in force"
    second.propose(cast.ann)
    first.refresh_from_db()
    assert (first.state, status_of(stage).agreement, status_of(stage).word) == ("replaced", second, "waiting")


def test_a_party_that_has_left_is_not_copied(cast, stage):
    build.agreement_in_force(stage, parties=[cast.providers])
    cast.cycle.participants.filter(pk=cast.providers.pk).update(from_date=yesterday(), until_date=yesterday())
    second = Agreement.draft(stage, cast.ann)
    assert second.parties.terms_of(cast.providers) is None
    assert second.parties.count() == 2


def test_the_version_before_is_the_one_that_was_proposed_last_in_any_round(cast, stage):
    first = build.agreement_in_force(stage)
    second = build.agreement_in_force(stage)
    build.record(stage)
    finish_stage(stage, cast.ann, "It is time.")
    third = build.agreement_in_force(stage)
    before = Agreement.objects.before
    assert [before(first), before(second), before(third)] == [None, first, second]


def test_nothing_is_drafted_or_proposed_in_a_round_that_is_over(cast, stage):
    build.agreement_in_force(stage)
    left_over = Agreement.draft(stage, cast.ann)
    build.record(stage)
    finish_stage(stage, cast.ann, "It is time.")
    with pytest.raises(Refused, match="This round of the stage is finished"):
        Agreement.draft(stage, cast.ann)
    with pytest.raises(Refused, match="This round of the stage is finished"):
        left_over.propose(cast.ann)
    build.begin(stage, reason="There is more to say.")
    with pytest.raises(Refused, match="This round of the stage is finished"):
        left_over.propose(cast.ann)


def test_nothing_is_drafted_in_a_closed_cycle(cast, stage):
    build.agreement_in_force(stage)
    build.record(stage)
    finish_stage(stage, cast.ann, "It is time.")
    cast.cycle.close(cast.ann, reason="It is done.")
    with pytest.raises(Refused, match="This cycle is closed"):
        Agreement.draft(stage, cast.ann)
