"""An exercise: prepared, opened, filled with ballots, closed, agreed; sealed until it is closed (R45)."""

from datetime import date

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from cycle import ledger
from cycle.moves import Refused
from cycle.reading import read_events
from tests import build

pytestmark = pytest.mark.django_db
AGAIN = {"closes_on": date(2030, 1, 1), "question": "What matters most?"}


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "priorities")


@pytest.fixture
def asked(stage):
    return build.open_exercise(stage)


def refusal(verb, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        verb(*args, **kwargs)
    return str(refused.value.sentence)


def places(result):
    return [(row.label, str(row.item)) for row in result.rows]


def test_it_opens_only_in_an_open_stage_with_two_things_and_by_an_officer(cast):
    stage = cast.stage("priorities")
    early = build.exercise(stage)
    assert refusal(early.open, cast.ann) == "People can only be asked while this stage is open."
    assert refusal(early.open, cast.bea) == "Only the officers who run this cycle can do this."
    stage = build.opened(cast.cycle, "priorities")
    bare = build.exercise(stage, things=["Only one"])
    assert refusal(bare.open, cast.ann) == "Write down at least two things to put in order before you open it."
    many = build.exercise(stage, things=[f"Thing {number}" for number in range(8)], method="pairs")
    assert "Two at a time works with up to 7 things." in refusal(many.open, cast.ola)
    early.stage = stage
    early.open(cast.ola)
    assert early.afresh().state == "open"
    assert refusal(early.open, cast.ola) == "This is open already."


def test_a_closed_one_is_never_opened_again_and_a_new_one_says_why(cast, stage, asked):
    assert refusal(asked.close, cast.ann) == "No ballot is in yet. Wait for the first one before you close it."
    build.ballot(asked, cast.mia, cast.users, "Hot meals")
    assert refusal(asked.close, cast.mia) == "Only the officers who run this cycle can do this."
    event = asked.close(cast.ann)
    assert (event.said["after"]["ballots_of_users"], event.said["after"]["ballots_of_professionals"]) == (1, 0)
    assert refusal(asked.open, cast.ann) == "This is closed. To ask again, make a new exercise and say why."
    again = build.exercise(stage, again_of=asked, again_because="Only one ballot came in.")
    assert again.again_of == asked
    for half in ({"again_of": asked}, {"again_because": "Why not."}):
        with pytest.raises(IntegrityError), transaction.atomic():
            build.exercise(stage, **half)


def test_what_is_put_in_order_is_fixed_once_the_first_ballot_is_in(cast, asked):
    build.ballot(asked, cast.mia, cast.users, "Hot meals")
    assert refusal(asked.set_items, cast.ann, asked.version, []).startswith("A ballot is in, so the things")
    same = {name: getattr(asked, name) for name in asked.form_fields()}
    refused = refusal(asked.revise, cast.ann, asked.version, "Oh.", **same | {"method": "points"})
    assert refused == "A ballot is in, so the question, the method and the points stay as they are."
    assert asked.revise(cast.ann, asked.version, "More time.", **same | AGAIN).said["after"] == {
        "closes_on": "2030-01-01"
    }


def test_an_open_exercise_stays_one_that_people_can_answer(cast, stage):
    asked = build.open_exercise(stage, things=[f"Thing {number}" for number in range(8)])
    assert refusal(asked.set_items, cast.ann, asked.version, [(None, "One", "")]).startswith("Write down at least two")
    same = {name: getattr(asked, name) for name in asked.form_fields()}
    refused = refusal(asked.revise, cast.ann, asked.version, "Easier.", **same | {"method": "pairs"})
    assert refused.startswith("Two at a time works with up to 7 things.")
    assert asked.afresh().method == "rank"


def test_it_does_not_open_in_a_stage_that_somebody_has_just_finished(cast, stage):
    made = build.exercise(stage)
    made.stage = cast.stage("priorities")
    build.record(stage)
    stage.finish(cast.ann)
    assert refusal(made.open, cast.ann) == "People can only be asked while this stage is open."


def test_things_are_changed_taken_away_and_put_elsewhere_in_one_go(cast, stage):
    made = build.exercise(stage)
    hot, _price, choice = made.items.all()
    event = made.set_items(
        cast.ann, made.version, [(choice.pk, "Hot meals", "New"), (hot.pk, "More choice", ""), (None, "Late", "")]
    )
    assert [(item.pk in (hot.pk, choice.pk), item.title) for item in made.items.all()] == [
        (True, "Hot meals"), (True, "More choice"), (False, "Late"),
    ]  # fmt: skip
    assert event.said["after"] == {"things": "Hot meals\nMore choice\nLate"}
    rows = [(item.pk, item.title, item.summary) for item in made.items.all()]
    assert made.set_items(cast.ann, made.version, rows) is None
    assert refusal(made.set_items, cast.ann, 1, rows) == "Somebody else changed this while you were writing."
    twice = [(None, "Hot", ""), (None, "Hot", "")]
    assert (
        refusal(made.set_items, cast.ann, made.version, twice) == "“Hot” is there twice. Give each thing its own name."
    )
    many = [(None, str(number), "") for number in range(13)]
    assert refusal(made.set_items, cast.ann, made.version, many) == "Ask about no more than 12 things."


@pytest.mark.parametrize(
    ("person", "sentence"),
    [
        ("zoe", "Only those who take part in this cycle can give a ballot."),
        ("pat", "You can give a ballot for a group or body that you belong to."),
    ],
)
def test_one_gives_a_ballot_for_a_party_that_one_belongs_to(cast, asked, person, sentence):
    assert refusal(build.ballot, asked, getattr(cast, person), cast.users, "Hot meals") == sentence


def test_each_person_has_one_ballot_and_may_change_it_until_it_is_closed(cast, asked):
    first = build.ballot(asked, cast.mia, cast.users, "Hot meals")
    assert build.ballot(asked, cast.mia, cast.users, "A low price", token=first.token) == first
    assert refusal(build.ballot, asked, cast.mia, cast.users, "A low price").startswith(
        "You changed this ballot in another"
    )
    changed = build.ballot(asked, cast.mia, cast.users, ["A low price", "More choice"], version=1)
    assert (changed.pk, changed.version) == (first.pk, 2)
    assert {str(item): place for item, place in asked.ballot_of(cast.mia).content.items()} == {
        "A low price": 1,
        "More choice": 1,
    }
    asked.close(cast.ann)
    assert (
        refusal(build.ballot, asked, cast.mia, cast.users, "Hot meals", version=2)
        == "This is closed. No more ballots are taken."
    )


def test_a_ballot_says_something_or_that_it_does_not_choose(cast, asked):
    assert refusal(asked.vote, cast.mia, cast.users, {}).startswith("Choose at least one thing")
    both = build.exercises.content(asked, ["Hot meals"])
    assert refusal(asked.vote, cast.mia, cast.users, both, is_abstention=True).startswith("You ticked that you do not")
    assert build.ballot(asked, cast.mia, cast.users).is_abstention


def test_more_points_than_there_are_are_told_with_the_sum(cast, stage):
    asked = build.open_exercise(stage, method="points", points_each=4)
    hot, price, _choice = asked.items.all()
    assert refusal(asked.vote, cast.mia, cast.users, {hot: 3, price: 2}) == "You have 4 points to give, and this is 5."
    assert asked.vote(cast.mia, cast.users, {hot: 4, price: 0}).choices.count() == 1


def test_convenors_put_in_paper_for_their_groups_and_officers_for_all(cast, asked):
    build.on_paper(asked, "Hot meals", by=cast.cove)
    build.on_paper(asked, "Hot meals", by=cast.ola, participant=cast.providers)
    for by, participant in ((cast.cove, cast.providers), (cast.bea, cast.users), (cast.cara, cast.councillors)):
        refused = refusal(build.on_paper, asked, "Hot meals", by=by, participant=participant)
        assert refused == "Only the convenor of a group, or an officer, can put in ballots of others."
    assert (asked.turnout.users, asked.turnout.professionals) == (1, 1)


def test_one_paper_counts_once_and_so_does_one_person(cast, asked):
    run = asked.print_paper(cast.cove, cast.users, 2)
    code = run.sheets.first().code
    assert asked.paper_coded(code).run == run
    build.on_paper(asked, "Hot meals", reference=code)
    assert (
        refusal(build.on_paper, asked, "A low price", reference=code)
        == "The ballot with this code is in already. Each paper counts once."
    )
    build.on_paper(asked, "Hot meals", given_by=cast.mia)
    refused = refusal(build.on_paper, asked, "A low price", given_by=cast.mia)
    assert refused == "Mia has given a ballot already. Each person has one."
    assert refusal(build.on_paper, asked, "Hot meals", given_by=cast.pat).startswith("This person does not belong")
    build.ballot(asked, cast.mia, cast.users, "More choice", version=1)  # it is hers, so she may change it
    assert asked.turnout.users == 2


def test_the_database_keeps_the_promises_of_a_ballot(cast, asked):
    mine = build.ballot(asked, cast.mia, cast.users, "Hot meals")
    paper = build.on_paper(asked, "Hot meals", reference="BCDFGHJ")
    other = build.on_paper(asked, "Hot meals")
    wrong = (
        (paper, {"given_by": cast.mia}),
        (mine, {"entered_by": cast.cove}),
        (paper, {"side": "both"}),
        (other, {"reference": "BCDFGHJ"}),
    )
    for ballot, change in wrong:
        with pytest.raises(DatabaseError), transaction.atomic():
            type(ballot).objects.filter(pk=ballot.pk).update(**change)


def test_the_ledger_tells_that_a_ballot_came_and_neither_whose_nor_what(cast, asked):
    build.ballot(asked, cast.mia, cast.users, "Hot meals")
    build.ballot(asked, cast.mia, cast.users, "A low price", version=1)
    events = list(asked.history())[-2:]
    assert [(event.verb, event.by, event.said["before"], event.said["after"]) for event in events] == [
        ("ballot given", None, {}, {}), ("ballot changed", None, {}, {}),
    ]  # fmt: skip
    line = read_events(events, cast.ann, cast.cycle)[0]
    assert f"{line.who} {line.words} {line.title}" == "Somebody from Meals Voice gave a ballot in What comes first"
    assert list(ledger.faults(cast.cycle)) == []


@pytest.mark.req("R45")
def test_both_sides_are_counted_apart_with_ties_abstentions_and_partial_ballots(cast, asked):
    build.ballot(asked, cast.mia, cast.users, "Hot meals", "A low price", "More choice")
    build.on_paper(asked, ["A low price", "Hot meals"])  # level, and the third is left out
    build.on_paper(asked)
    build.ballot(asked, cast.pat, cast.providers, "More choice", "A low price")
    build.ballot(asked, cast.ann, cast.commissioners, "More choice", "Hot meals")
    assert asked.results is None
    asked.close(cast.ann)
    results = asked.results
    assert places(results.users) == [("1", "Hot meals"), ("2", "A low price"), ("3", "More choice")]
    assert places(results.professionals) == [("1", "More choice"), ("=2", "Hot meals"), ("=2", "A low price")]
    assert (results.users.ballots, results.users.abstentions, results.professionals.ballots) == (3, 1, 2)
    assert results.parties == [
        ("users", "Meals Voice", 3),
        ("professionals", "Commissioning team", 1),
        ("professionals", cast.providers.name, 1),
    ]
    assert [row.apart_in_words for row in results.rows] == [
        "Professionals: 1 lower", "The same", "Professionals: 2 higher",
    ]  # fmt: skip
    assert results.agreement_in_words.startswith("The two sides differ on most of it.")


@pytest.mark.parametrize("method", ["points", "pairs"])
def test_points_and_pairs_are_counted_from_their_rows(cast, stage, method):
    asked = build.open_exercise(stage, method=method)
    build.ballot(asked, cast.mia, cast.users, "More choice", ["Hot meals", "A low price"])
    build.on_paper(asked)
    asked.close(cast.ann)
    assert places(asked.results.users) == [("1", "More choice"), ("=2", "Hot meals"), ("=2", "A low price")]
    assert places(asked.results.professionals) == [("", "Hot meals"), ("", "A low price"), ("", "More choice")]
    assert asked.results.agreement_in_words == "One side put nothing in order, so the two cannot be compared."


@pytest.mark.req("R45")
def test_the_agreed_list_says_why_wherever_it_differs_from_a_side(cast, asked):
    build.ballot(asked, cast.mia, cast.users, "Hot meals", "A low price", "More choice")
    build.ballot(asked, cast.pat, cast.providers, "A low price", "Hot meals", "More choice")
    hot, price, choice = asked.items.all()
    assert (
        refusal(asked.agree, cast.ann, {})
        == "The list is agreed when the ballots are counted. Close the exercise first."
    )
    asked.close(cast.ann)
    assert refusal(asked.agree, cast.bea, {}) == "Only the officers who run this cycle can do this."
    silent = {hot: (1, ""), price: (2, "Because."), choice: (3, "")}
    assert (
        refusal(asked.agree, cast.ann, silent)
        == "Professionals put “Hot meals” at 2. Say why the agreed place differs."
    )
    assert (
        refusal(asked.agree, cast.ann, {**silent, hot: (2, "x")}) == "Give each thing a place of its own, from 1 to 3."
    )
    assert not asked.is_agreed
    made = asked.agree(cast.ann, {**silent, hot: (1, "Users come first.")})
    assert [(row.title, row.users_rank, row.professionals_rank, row.agreed_rank) for row in made] == [
        ("Hot meals", 1, 2, 1), ("A low price", 2, 1, 2), ("More choice", 3, 3, 3),
    ]  # fmt: skip
    assert refusal(asked.agree, cast.ann, silent).startswith("The list is agreed already.")


def test_a_withheld_exercise_makes_a_withheld_list(cast, stage):
    closed = {"openness": "withheld", "withheld_because": "It names a bidder.", "review_on": date(2030, 1, 1)}
    asked = build.open_exercise(stage, **closed)
    build.on_paper(asked, "Hot meals")
    assert {row.openness for row in build.agreed_list(asked)} == {"withheld"}


def test_a_stage_is_not_finished_while_people_are_asked(cast, stage, asked):
    build.record(stage)
    assert refusal(stage.finish, cast.ann).startswith("An exercise is still open.")
    build.on_paper(asked, "Hot meals")
    asked.close(cast.ann)
    assert stage.kind.gaps_in(stage) == ["The ballots of an exercise are counted, and no list is agreed from it yet."]
    build.agreed_list(asked)
    assert stage.kind.gaps_in(stage) == []
    stage.finish(cast.ann)
    assert stage.state == "finished"
