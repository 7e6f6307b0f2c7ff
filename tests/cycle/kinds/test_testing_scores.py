"""Scores by party: who gives them, what is written down, two who write at once, and what others see when (R45)."""

import pytest
from django.db import IntegrityError, transaction

from cycle.kinds.testing.scoring import PROFESSIONALS, USERS, scoring_of
from cycle.models import Event, Participant, Score
from cycle.moves import Refused
from tests import build
from tests.cycle.pages import queries, said, signed_in, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "testing")


@pytest.fixture
def option(stage):
    return build.record(stage, title="Hot meals")


@pytest.fixture
def criterion(stage):
    return build.record(stage, model=stage.kind.record_named("criteria"), title="Is it near?", weight=10)


def give(stage, by, party, pair, number, why="", stamp=0):
    return Score.give(by, stage, party, stamp, {(pair[0].pk, pair[1].pk): (number, why)})


def url_of(stage, party):
    return f"{stage.get_absolute_url()}scores/{party.pk}/"


def typed(option, criterion, number, why="", version=0):
    key = f"{option.pk}_{criterion.pk}"
    return {"version": version, f"score_{key}": number, f"why_{key}": why}


def shown_to(stage, reader):
    """The names of the parties whose scores this reader sees."""
    stage = build.stage(build.afresh(stage.cycle), "testing")
    return [str(each) for each in scoring_of(stage, reader).scores]


def test_a_member_scores_for_her_own_party_and_the_ledger_tells_how_many(cast, stage, option, criterion):
    answer = signed_in(cast.mia).post(
        url_of(stage, cast.users), typed(option, criterion, "7", "The hall."), follow=True
    )
    assert said(answer) == ["The scores of Meals Voice are saved."]
    row = Score.objects.get()
    assert (row.score, row.why, row.participant, row.by, row.version) == (7, "The hall.", cast.users, cast.mia, 1)
    event = Event.objects.get(verb="scores given")
    assert (event.acting_for, event.openness, event.said["after"]) == ("Meals Voice", "public", {"scores_given": "1"})


def test_an_officer_finds_every_sheet_and_a_member_her_own(cast, stage, option, criterion):
    there = {}
    for name in ("ola", "mia", "zoe"):
        page = words(signed_in(getattr(cast, name)).get(f"{stage.get_absolute_url()}scores/"))
        there[name] = [each.name for each in cast.cycle.participants.all() if url_of(stage, each) in page]
    everybody = [each.name for each in cast.cycle.participants.all()]
    assert there == {"ola": everybody, "mia": ["Meals Voice"], "zoe": []}
    work = words(signed_in(cast.ola).get(f"{stage.get_absolute_url()}whole/"))
    assert "Put in scores from a sheet" in work


def test_an_officer_puts_in_a_sheet_and_the_ledger_says_so(cast, stage, option, criterion):
    event = give(stage, cast.ola, cast.users, (option, criterion), 3)
    assert event.said["after"]["put_in"] == "From a sheet, by somebody who does not belong to it"


@pytest.mark.parametrize(("name", "status"), [("mia", 200), ("cove", 200), ("ola", 200), ("pat", 403), ("zoe", 403)])
def test_only_the_party_its_convenor_and_officers_reach_its_sheet(cast, stage, option, criterion, name, status):
    client = signed_in(getattr(cast, name))
    assert client.get(url_of(stage, cast.users)).status_code == status
    answer = client.post(url_of(stage, cast.users), typed(option, criterion, "5"))
    assert answer.status_code == (302 if status == 200 else 403)
    assert Score.objects.count() == (1 if status == 200 else 0)


@pytest.mark.parametrize("number", ["11", "-1", "seven", "7.5"])
def test_a_number_that_is_none_comes_back_with_all_that_was_typed(cast, stage, option, criterion, number):
    answer = signed_in(cast.mia).post(url_of(stage, cast.users), typed(option, criterion, number, "As typed."))
    assert answer.status_code == 422
    assert [problem.sentence for problem in answer.context["form"].problems] == [
        "Give a whole number from 0 to 10, or nothing. It is about “Is it near?” of “Hot meals”."
    ]
    assert 'value="As typed."' in words(answer)
    assert not Score.objects.exists()


def test_an_empty_sheet_is_not_a_score(cast, stage, option, criterion):
    answer = signed_in(cast.mia).post(url_of(stage, cast.users), typed(option, criterion, ""))
    assert answer.status_code == 422
    assert "Give at least one score." in words(answer)


def test_when_somebody_of_the_party_was_quicker_both_are_shown_and_nothing_is_lost(cast, stage, option, criterion):
    give(stage, cast.bea, cast.users, (option, criterion), 2, "It is far.")
    client, url = signed_in(cast.mia), url_of(stage, cast.users)
    answer = client.post(url, typed(option, criterion, "9", "It is near."))
    assert answer.status_code == 409
    assert answer.context["beside"] == [("Hot meals: Is it near?", "2\nIt is far.", "9\nIt is near.")]
    assert Score.objects.get().score == 2
    assert client.post(url, typed(option, criterion, "9", version=1)).status_code == 302
    row = Score.objects.get()
    assert (row.score, row.why, row.version) == (9, "", 2)


def test_the_same_numbers_again_change_nothing(cast, stage, option, criterion):
    give(stage, cast.mia, cast.users, (option, criterion), 2)
    assert give(stage, cast.mia, cast.users, (option, criterion), 2, stamp=1) is None
    assert Event.objects.filter(verb="scores given").count() == 1


def test_nothing_is_scored_before_the_stage_is_open_or_without_a_criterion(cast, option, stage):
    answer = signed_in(cast.mia).get(url_of(stage, cast.users))
    assert (answer.status_code, "it takes an option that was not dropped" in words(answer)) == (403, True)
    stage.finish(cast.ann)
    answer = signed_in(cast.mia).get(url_of(stage, cast.users))
    assert (answer.status_code, "Scores can be given while this stage is open." in words(answer)) == (403, True)


def test_a_dropped_option_is_not_asked_about_and_keeps_its_scores(cast, stage, option, criterion):
    build.record(stage, title="Cold meals")
    give(stage, cast.mia, cast.users, (option, criterion), 2)
    option.revise(cast.ann, 1, "Too dear.", standing="dropped", dropped_because="It costs too much.")
    answer = signed_in(cast.mia).get(url_of(stage, cast.users))
    assert [str(part.option) for part in answer.context["form"].parts] == ["Cold meals"]
    assert Score.objects.get().score == 2


def test_the_database_takes_one_score_from_0_to_10_of_each_party(cast, stage, option, criterion):
    give(stage, cast.mia, cast.users, (option, criterion), 2)
    told = {"option": option, "criterion": criterion, "by": cast.mia}
    for wrong in ({"participant": cast.users, "score": 3}, {"participant": cast.providers, "score": 11}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Score.objects.create(**told, **wrong)


def test_a_party_sees_the_scores_of_others_once_it_has_given_its_own(cast, stage, option, criterion):
    give(stage, cast.pat, cast.providers, (option, criterion), 9)
    readers = {"pat": cast.pat, "mia": cast.mia, "zoe": cast.zoe, "nobody": None, "ola": cast.ola}
    caterer = cast.providers.name
    before = {name: shown_to(stage, reader) for name, reader in readers.items()}
    assert before == {"pat": [caterer], "mia": [], "zoe": [], "nobody": [], "ola": [caterer]}
    page = words(signed_in(cast.mia).get(f"{stage.get_absolute_url()}whole/"))
    assert "1 party has given its scores. You see the scores of others once you have given yours" in page
    give(stage, cast.mia, cast.users, (option, criterion), 1)
    assert shown_to(stage, cast.mia) == ["Meals Voice", caterer]
    assert shown_to(stage, None) == []
    stage.finish(cast.ann)
    assert shown_to(stage, None) == ["Meals Voice", caterer]


def test_scores_about_what_a_reader_may_not_read_are_not_shown(cast, stage, option, criterion):
    secret = build.withheld(stage, title="A secret option")
    Score.give(
        cast.ann, stage, cast.users, 0, {(secret.pk, criterion.pk): (1, "hush"), (option.pk, criterion.pk): (2, "")}
    )
    stage.finish(cast.ann)
    for reader, is_there in ((cast.ann, True), (cast.mia, False), (None, False)):
        for room in ("whole", "scores"):
            page = words(signed_in(reader).get(f"{stage.get_absolute_url()}{room}/"))
            assert ("A secret option" in page, "hush" in page) == (is_there, is_there and room == "scores")


def test_sides_are_weighed_apart_and_what_was_not_scored_is_left_out(cast, stage, option, criterion):
    other = build.record(stage, model=stage.kind.record_named("criteria"), weight=30)
    Score.give(cast.mia, stage, cast.users, 0, {(option.pk, criterion.pk): (8, ""), (option.pk, other.pk): (4, "")})
    give(stage, cast.pat, cast.providers, (option, criterion), 6)
    scoring = scoring_of(build.stage(build.afresh(cast.cycle), "testing"), cast.ann)
    users, professionals = (scoring.weighed(side).rows[0] for side in (USERS, PROFESSIONALS))
    assert (users.score, users.share) == (5, 1)
    assert (professionals.score, float(professionals.share)) == (6, 0.25)


def test_the_pages_take_as_many_queries_for_many_scores_as_for_few(cast, stage, criterion):
    urls = [f"{stage.get_absolute_url()}{room}/" for room in ("whole", "scores")]
    party = Participant.objects.get(pk=cast.users.pk)

    def fill(number):
        made = [build.record(stage) for _number in range(number)]
        stamp = Score.stamp(Score.objects.of_party(stage, party))
        Score.give(cast.mia, stage, party, stamp, {(each.pk, criterion.pk): (5, "") for each in made})

    fill(1)
    few = [queries(signed_in(cast.ola), url) for url in urls]
    fill(12)
    assert [queries(signed_in(cast.ola), url) for url in urls] == few


def test_a_stranger_cannot_put_in_by_the_verb_either(cast, stage, option, criterion):
    with pytest.raises(Refused, match="somebody who belongs to the party"):
        give(stage, cast.zoe, cast.users, (option, criterion), 1)
