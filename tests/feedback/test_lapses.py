"""Agreements that lapsed demand an explanation, and users say whether it explains anything (R81)."""

from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cycle.models import Event, event
from cycle.moves import Refused
from feedback.lapses import GRACES, lapse_of, lapses_of
from feedback.models import Contribution, Explanation
from feedback.report.contents import report_of
from feedback.waiting import waiting_for
from involvement.models import Agreement, agreement
from involvement.status import status_of
from people import triggers
from tests import build
from tests.cycle.pages import signed_in, words

pytestmark = [pytest.mark.django_db, pytest.mark.req("R81")]
DAYS = GRACES[0].days
TODAY = timezone.localdate


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


def without_guard(guard, change):
    """Change rows that stand, as if it had happened earlier."""
    triggers.remove(connection, guard)
    change()
    triggers.install(connection, guard)


def changed(stage, days):
    """Something that the agreement rests on changed so many days ago."""
    build.budget_cut(stage.cycle)
    at = timezone.now() - timedelta(days=days)
    rows = Event.objects.filter(cycle=stage.cycle).material()
    without_guard(event.GUARD, lambda: rows.update(at=at))


def sorts(stage):
    stage.refresh_from_db()
    return [lapse.sort for lapse in lapses_of({stage: status_of(stage)})]


def url(stage, ending):
    return f"{stage.get_absolute_url()}agreement/{ending}"


@pytest.mark.parametrize(("days", "found"), [(DAYS, []), (DAYS + 1, ["changed"])])
def test_after_its_days_of_grace_a_change_that_was_not_signed_again_is_a_lapse(stage, days, found):
    changed(stage, days)
    assert sorts(stage) == found


def test_an_agreement_in_force_and_one_that_is_young_have_not_lapsed(cast, stage):
    assert sorts(stage) == []
    assert lapse_of(stage, "changed") is None


def test_it_lapses_at_once_when_all_users_have_left_and_not_when_they_pause(cast, stage):
    made = build.withdrawal(cast.users, cast.bea, "pause")
    assert sorts(stage) == []
    assert made.is_on
    build.withdrawal(cast.users, cast.bea)
    assert sorts(stage) == ["users left"]


def test_a_stage_that_ended_with_no_agreement_in_force_has_to_be_explained(cast, stage):
    build.budget_cut(cast.cycle)
    build.record(stage)
    stage.finish(cast.ann, "It is time.")
    assert sorts(stage) == ["ended"]


def test_what_the_authority_agreed_to_and_did_not_do_is_a_lapse(cast):
    stage = build.opened(cast.cycle, "needs", decides_on=TODAY() - timedelta(days=DAYS + 1))
    late = build.contribution(stage)
    Contribution.objects.filter(pk=late.pk).update(due_on=TODAY() - timedelta(days=DAYS + 1))
    assert sorts(stage) == ["undecided", "unanswered"]


def test_a_no_of_long_ago_on_an_open_stage_is_a_lapse(cast, stage):
    build.signed(stage.current_round.agreements.get(), "decline", "It is not so.")
    assert sorts(stage) == []
    with patch("feedback.lapses.timezone.localdate", lambda *_given: TODAY() + timedelta(days=DAYS + 1)):
        assert sorts(stage) == ["went on"]


def test_officers_owe_an_explanation_and_everybody_sees_that_it_is_missing(cast, stage):
    changed(stage, 40)
    asked = [row.sentence for row in waiting_for(cast.ola, [build.afresh(cast.cycle)])]
    assert "Explain why the agreement lapsed: Needs assessment" in asked
    assert "Nobody has explained this for 40 days." in words(signed_in().get(stage.get_absolute_url()))
    assert "Nobody has explained this." in words(signed_in().get(f"{stage.get_absolute_url()}report/"))
    assert signed_in(cast.mia).get(url(stage, "lapses/changed/")).status_code == 403
    assert signed_in(cast.ann).get(url(stage, "lapses/ended/")).status_code == 404
    answer = signed_in(cast.ann).post(
        url(stage, "lapses/changed/"), {"words": "I was ill, and nobody stood in."}, follow=True
    )
    assert "Your explanation is there for all to read." in words(answer)
    page = words(signed_in().get(stage.get_absolute_url()))
    assert ("I was ill, and nobody stood in." in page, "Nobody has explained this" in page) == (True, False)
    asked = [row.sentence for row in waiting_for(cast.ola, [build.afresh(cast.cycle)])]
    assert "Explain why the agreement lapsed: Needs assessment" not in asked


def test_a_users_group_says_whether_it_explains_it(cast, stage):
    changed(stage, 40)
    made = build.explanation(stage)
    asked = [row.sentence for row in waiting_for(cast.bea, [build.afresh(cast.cycle)])]
    assert "Say whether this explains why the agreement lapsed: Needs assessment" in asked
    here = url(stage, f"explanations/{made.pk}/verdicts/{cast.users.pk}/")
    assert signed_in(cast.mia).get(here).status_code == 403
    assert signed_in(cast.bea).post(here, {"explains": "no", "words": ""}).status_code == 422
    signed_in(cast.bea).post(here, {"explains": "no", "words": "Five weeks is long."})
    page = words(signed_in().get(stage.get_absolute_url()))
    assert ("Meals Voice says: it does not explain it." in page, "Five weeks is long." in page) == (True, True)
    with pytest.raises(Refused, match="users’ group"):
        made.judge(cast.pat, cast.providers, True)


def test_a_lapse_that_was_healed_and_its_explanation_stay_to_be_read(cast, stage):
    changed(stage, 40)
    build.explanation(stage)
    build.signed(stage.current_round.agreements.get())
    assert sorts(stage) == []
    assert len(report_of(stage, None).past_lapses) == 1
    assert "The one who writes agreements was ill." in words(signed_in().get(stage.get_absolute_url()))


def test_an_explanation_stands_in_the_database(cast, stage):
    changed(stage, 40)
    made = build.explanation(stage)
    with pytest.raises(IntegrityError), transaction.atomic():
        Explanation.objects.filter(pk=made.pk).update(words="All went well.")
    with pytest.raises(Refused, match="Say why"):
        Explanation.give(lapse_of(stage, "changed"), cast.ann, " ")


def test_it_costs_the_same_for_one_stage_and_for_many(cast, stage):
    def cost(stages):
        statuses = {each: status_of(each) for each in stages}
        with CaptureQueriesContext(connection) as asked:
            lapses_of(statuses)
        return len(asked)

    changed(stage, 40)
    others = [build.opened(cast.cycle, slug) for slug in ("context", "strategy", "priorities")]
    for each in others:
        build.contribution(each)
    assert cost([stage]) == cost([stage, *others])
    assert (Agreement.objects.count(), agreement.GUARD.table) == (4, "involvement_agreement")
