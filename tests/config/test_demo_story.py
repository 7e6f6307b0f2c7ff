"""The case as it is played: it says what the story says, its ledger holds, and its words are plain."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest
from django.db import transaction

from config.demo.play import play
from config.demo.visitors import VISITORS, visitors
from cycle import ledger
from cycle.models import RECORDS, Score
from cycle.openness import Openness
from feedback.models import Answer, Contribution, Legacy
from involvement.models import Agreement, Challenge, Party, Signature
from involvement.status import statuses_of
from people.models import Group, Person

# kind: its state, the round, where its agreement stands
STORY = {
    "framework": ("finished", 1, "in force"),
    "context": ("open", 1, "in force"),
    "needs": ("finished", 2, "in force"),
    "budget": ("finished", 1, "in force"),
    "strategy": ("finished", 1, "in force"),
    "priorities": ("finished", 1, "in force"),
    "testing": ("finished", 1, "in force"),
    "decision": ("finished", 1, "in force"),
    "commissioning": ("finished", 1, "in force"),
    "procurement": ("finished", 1, "in force"),
    "implementation": ("open", 1, "in force"),
    "monitoring": ("open", 1, "out of date"),
    "review": ("open", 1, "in force"),
}


@dataclass
class Played:
    """What the tests ask about, read while the case was there; nothing of it stays in the database."""

    cycle: object
    stages: dict
    statuses: dict
    faults: list
    records: dict  # model name -> rows
    contributions: list
    unanswered: list
    overdue: list
    answers: list
    signatures: list
    people: list
    keepers: dict  # group name -> whether it has a convenor and a host
    visitors: list
    challenges: list
    scored_by: set
    legacies: set
    texts: list


pytestmark = pytest.mark.django_db  # so that there is a database also when this file runs alone


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker):
    """Play the case once for this file, read it, and take it away again."""
    with django_db_blocker.unblock(), transaction.atomic():
        facts = read(play())
        transaction.set_rollback(True)
    return facts


def read(cycle):
    stages = list(cycle.stages.all())
    records = {model.__name__: list(model.objects.all()) for model in RECORDS}
    said = Contribution.objects.all()
    return Played(
        cycle=cycle,
        stages={stage.kind_slug: stage for stage in stages},
        statuses={stage.kind_slug: statuses_of(stages)[stage.pk] for stage in stages},
        faults=list(ledger.faults(cycle)),
        records=records,
        contributions=list(said),
        unanswered=list(said.unanswered().select_related("given_by")),
        overdue=list(said.overdue()),
        answers=list(Answer.objects.all()),
        signatures=list(Signature.objects.select_related("signed_by", "entered_by")),
        people=list(Person.objects.all()),
        keepers={
            group.name: bool(group.host_id and group.memberships.filter(role="convenor").exists())
            for group in Group.objects.all()
        },
        visitors=visitors(),
        challenges=list(Challenge.objects.all()),
        scored_by={score.participant.name for score in Score.objects.select_related("participant")},
        legacies=set(Legacy.objects.values_list("choice", "stage__kind_slug")),
        texts=texts(records),
    )


def texts(records):
    """Everything that a member reads: agreements, terms, records in plain words, what was said, and answers."""
    rows = [(row, ("summary",)) for found in records.values() for row in found]
    rows += [(row, Agreement.NEEDED) for row in Agreement.objects.all()]
    rows += [(row, ("role", "may", "may_not", "speaks_for")) for row in Party.objects.all()]
    rows += [(row, ("text",)) for row in Contribution.objects.all()]
    rows += [(row, ("text", "because", "verdict_words")) for row in Answer.objects.all()]
    rows += [(row, ("words", "reply")) for row in Challenge.objects.all()]
    return [text for row, names in rows for name in names if (text := getattr(row, name))]


def test_each_stage_is_where_the_story_says(played):
    found = {
        kind: (stage.state, stage.round_number, played.statuses[kind].word) for kind, stage in played.stages.items()
    }
    assert found == STORY


def test_the_ledger_holds(played):
    assert played.faults == []
    assert played.cycle.ledger_length > 250


def test_the_public_record_is_kept(played):
    options = {row.title[0]: (row.saving_a_year, row.standing) for row in played.records["Option"]}
    assert options == {
        "1": (Decimal(190_000), "dropped"),
        "2": (Decimal(489_000), "dropped"),
        "3": (Decimal(427_000), "preferred"),
        "4": (Decimal(546_000), "dropped"),
    }
    decision = played.records["Decision"][0]
    shaped = [each.shaped_on for each in played.records["Shaping"]]
    assert (shaped, decision.taken_on) == ([date(2022, 11, 29)], date(2023, 1, 23))
    money = {row.amount for row in played.records["BudgetLine"] if row.status == "firm"}
    assert money == {Decimal("4.05"), Decimal("4.55"), Decimal("6.28"), Decimal("1.73"), Decimal(427_000)}


def test_the_options_were_scored_tried_out_and_looked_at_from_every_side(played):
    rows = {
        name: len(played.records[name])
        for name in ("Criterion", "TryOut", "Risk", "EqualityRow", "WhatIf", "ChangeStep")
    }
    assert rows == {"Criterion": 6, "TryOut": 2, "Risk": 5, "EqualityRow": 10, "WhatIf": 3, "ChangeStep": 4}
    assert sum(each.weight for each in played.records["Criterion"]) == 100
    findings = {(each.works, each.led_to) for each in played.records["TryFinding"]}
    assert findings == {
        ("does not work", "changed"), ("works partly", "not changed"), ("unmeant effect", "changed"),
    }  # fmt: skip
    assert played.scored_by == {
        "Meals Voice", "Carers Round the Table", "Upper Valleys Lunch Club", "Commissioning team",
        "Community meals team",
    }  # fmt: skip


def test_one_agreement_was_made_anew_and_two_carry_a_reservation(played):
    versions = {kind: status.agreement.version for kind, status in played.statuses.items()}
    assert [kind for kind, version in versions.items() if version == 2] == ["priorities"]
    assert [kind for kind, status in played.statuses.items() if status.override] == ["testing"]
    reserved = {
        kind
        for kind, status in played.statuses.items()
        for each in status.parties
        if each.signature and each.signature.position == "reserve"
    }
    assert reserved == {"priorities", "testing"}


def test_somebody_signed_on_paper_and_somebody_else_put_it_in(played):
    on_paper = [each for each in played.signatures if each.on_paper]
    assert {(each.signed_by.email, each.entered_by.name) for each in on_paper} == {(None, "Colin Fictional")}


def test_people_speak_in_every_way_and_most_have_an_answer(played):
    channels = {said.channel for said in played.contributions}
    assert channels >= {"online", "paper", "phone", "letter", "visit", "one to one"}
    assert {said.openness for said in played.contributions} == set(Openness.values)
    assert len(played.contributions) > 30
    assert (len(played.unanswered), len(played.overdue)) == (6, 1)
    assert {answer.outcome for answer in played.answers} == set(Answer.Outcome.values)
    assert {answer.verdict for answer in played.answers} == {"", "answers", "does not"}


def test_what_is_held_back_says_why_and_until_when(played):
    held = [row for rows in played.records.values() for row in rows if row.is_withheld]
    assert {type(row).__name__ for row in held} == {"BudgetLine", "Bid"}
    assert all(row.withheld_because and row.review_on > date.today() for row in held)  # noqa: DTZ011


def test_what_is_held_back_is_challenged_and_one_challenge_opened_it(played):
    assert [each.outcome for each in played.challenges] == ["opened", "stays", ""]
    assert [bool(each.review_on) for each in played.challenges] == [False, True, False]


def test_every_group_has_a_convenor_and_one_of_them_has_no_host(played):
    assert played.keepers == {"Meals Voice": True, "Upper Valleys Lunch Club": True, "Carers Round the Table": False}


def test_nobody_has_an_address_that_could_be_real(played):
    addresses = [person.email for person in played.people if person.email]
    assert [address for address in addresses if not address.endswith("@example.org")] == []
    assert None in {person.email for person in played.people}


def test_a_visitor_can_be_everybody_who_has_an_address(played):
    assert [visitor for _person, visitor in played.visitors] == list(VISITORS)
    assert {person.email for person in played.people if person.email} == {visitor.email for visitor in VISITORS}


def test_what_members_read_is_in_short_sentences(played):
    sentences = [words.split() for text in played.texts for words in re.split(r"(?<=[.?!:])\s+", text) if words]
    average = sum(map(len, sentences)) / len(sentences)
    print(f"{len(sentences)} sentences, {average:.1f} words on average, {max(map(len, sentences))} in the longest")
    assert average < 12
    assert [" ".join(words) for words in sentences if len(words) > 26] == []


def test_the_review_is_written_together_and_its_lesson_meets_the_next_cycle(played):
    findings = played.records["Finding"]
    assert {each.sort for each in findings} == {"helped", "hindered", "small win"}
    assert len({each.created_by_id for each in findings}) > 1
    assert {each.standing for each in played.records["Action"]} == {"open", "done"}
    assert len(played.records["Lesson"]) == 2
    assert played.legacies == {("taken", "testing"), ("left", None)}
