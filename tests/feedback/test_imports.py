"""Bringing in what people said elsewhere: what is read, what is refused, all or nothing, and never twice."""

import pytest

from cycle.ledger import faults
from cycle.models import Event
from feedback.models import Contribution, Import, ImportFile
from feedback.moving import bringing
from feedback.moving.looks import looks_of, suggested
from feedback.moving.rows import read_day
from feedback.moving.tables import read
from people.refusal import Refused
from tests import build
from tests.build import moving
from tests.build.moving import as_csv, brought_in, mapping, survey, uploaded

pytestmark = pytest.mark.django_db


# --- What the columns are ---------------------------------------------------------------------------------------------


def test_columns_that_name_people_are_warned_of_and_never_suggested():
    looks = looks_of(read(as_csv(survey(20))))
    warned = {look.name for look in looks if look.warning}
    assert warned == {"Your name", "E-mail"}
    assert suggested(looks) == {
        "reference": "Respondent ID", "given_on": "Submitted", "sort": "Type", "text": "Comment"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("header", "value"),
    [("A", "nia@example.org"), ("A", "01443 490 000 1"), ("A", "+44 7700 900123"), ("A", "CF40 1AB"), ("IP", "x"),
     ("Surname", "x"), ("First name", "x"), ("Telephone", "x"), ("A", "192.0.2.17")],
)  # fmt: skip
def test_addresses_numbers_and_names_are_known_by_their_looks(header, value):
    [look] = looks_of(read(as_csv([(header,), (value,)])))
    assert look.warning


def test_a_column_of_first_and_last_names_is_known_and_one_of_sentences_is_not():
    names = [("Who",), ("Nia Jones",), ("Mr Huw Rees",), ("Siân Ab-Owen",)]
    words = [("What",), ("Hot food matters",), ("I am Nia Jones and I like it",), ("Late again.",)]
    assert [looks_of(read(as_csv(rows)))[0].warning != "" for rows in (names, words)] == [True, False]


# --- What would happen ------------------------------------------------------------------------------------------------


def test_the_dry_run_says_what_would_happen_and_changes_nothing(needs):
    length = needs.cycle.ledger_length
    made = uploaded(
        needs, [*survey(4), ("R9", "soon", "", "", "Idea", ""), ("R1", "3/4/2023", "", "", "Praise", "Good")]
    )
    assert (made.state, made.rows, made.fresh, made.there, made.wrong) == ("checked", 6, 4, 0, 2)
    assert made.faults == [
        [6, "Comment", "There are no words in this row."],
        [6, "Submitted", "“soon” is not a day that we can read."],
        [7, "Type", "Nobody has said what “Praise” means here."],
        [7, "Respondent ID", "Row 2 has the same reference."],
    ]
    needs.cycle.refresh_from_db()
    assert (Contribution.objects.count(), needs.cycle.ledger_length) == (0, length)


WRONG = {
    "Comment": ("", "x" * 5001), "Submitted": ("", "32/1/2023", "1/1/1999", "1/1/2999"), "Type": ("", "Praise"),
    "Respondent ID": ("", "x" * 121),
}  # fmt: skip


@pytest.mark.parametrize(("column", "value"), [(name, value) for name, values in WRONG.items() for value in values])
def test_each_thing_that_can_be_wrong_in_a_row_has_its_sentence(needs, column, value):
    made = uploaded(needs, survey(1, **{column: value}))
    assert made.wrong == 1
    assert [row[:2] for row in made.faults] == [[2, column]]


# --- All or nothing, and once -----------------------------------------------------------------------------------------


def test_the_rows_come_in_as_if_they_had_been_put_in_by_hand_with_one_event(people, needs):
    by_hand = build.contribution(needs, people.ann, people.users, channel="paper", given_on=read_day("3/4/2023"))
    made = brought_in(needs, survey(3), people.ann)
    rows = list(made.contributions.order_by("pk"))
    event = Event.objects.get(verb="import done")
    assert [row.text[-9:] for row in rows] == ["number 1.", "number 2.", "number 3."]
    for row in rows:
        assert (row.owner, row.due_on, row.agreement, row.round) == (
            by_hand.owner, by_hand.due_on, by_hand.agreement, by_hand.round,
        )  # fmt: skip
        assert (row.given_by, row.entered_by, row.event_number) == (None, people.ann, event.number)
    assert [row.sort for row in rows] == ["concern", "idea", "concern"]
    assert event.said["after"] == {
        "state": "done", "rows": 3, "fresh": 3, "there": 0, "file_digest": made.file_digest
    }  # fmt: skip
    assert (event.by, event.title, made.event_number) == (people.ann, "survey.csv", event.number)
    assert list(faults(needs.cycle)) == []


def test_nothing_of_names_and_addresses_is_kept(needs):
    made = brought_in(needs)
    kept = "".join(
        str(vars(row) | {"salt": "random letters"}) for row in (made, *made.contributions.all(), *Event.objects.all())
    )
    assert "Nia" not in kept
    assert "nia1@" not in kept
    assert not ImportFile.objects.exists()


def test_with_one_wrong_row_nothing_comes_in(people, needs):
    made = uploaded(needs, [*survey(3), ("R9", "soon", "", "", "Idea", "x")])
    with pytest.raises(Refused, match="nothing is brought in by halves"):
        bringing.begin(made, people.ann)
    with pytest.raises(Refused):
        bringing.bring_in(bringing.Silent(), made.pk, made.revision, people.ann.pk)
    assert Contribution.objects.count() == 0


def test_the_same_file_again_brings_in_nothing_and_a_longer_one_only_what_is_new(people, needs):
    brought_in(needs, survey(3))
    again = uploaded(needs, survey(3))
    assert (again.fresh, again.there) == (0, 3)
    assert again.refusal("bring in", people.ann) == "Every row of this file is there already."
    assert brought_in(needs, survey(5)).fresh == 2
    assert Contribution.objects.count() == 5


def test_without_a_reference_a_row_is_known_by_all_that_stands_in_it_and_twins_are_counted(needs):
    rows = [*survey(2), survey(1)[1]]
    first = brought_in(needs, rows, reference="")
    assert first.fresh == 3
    again = uploaded(needs, rows, reference="")
    assert (again.fresh, again.there) == (0, 3)


def test_another_question_of_the_same_file_is_another_contribution(needs):
    brought_in(needs, survey(2))
    assert brought_in(needs, survey(2), text="#Type").fresh == 2


def test_a_file_for_another_stage_is_new_there(people, needs):
    brought_in(needs, survey(2))
    strategy = build.opened(people.cycle, "strategy")
    assert brought_in(strategy, survey(2)).fresh == 2


def test_what_is_brought_in_twice_at_once_comes_in_once(people, needs):
    made = uploaded(needs, survey(3))
    for _time in range(2):
        bringing.bring_in(bringing.Silent(), made.pk, made.revision, people.ann.pk)
    assert Contribution.objects.count() == 3
    assert Event.objects.filter(verb="import done").count() == 1


def test_columns_that_changed_after_the_check_stop_the_job_that_was_started_before(people, needs):
    made = uploaded(needs, survey(3))
    old = made.revision
    bringing.say_columns(made, people.ann, mapping(needs, openness="public"))
    with pytest.raises(Refused, match="quicker"):
        bringing.bring_in(bringing.Silent(), made.pk, old, people.ann.pk)


def test_nothing_comes_into_a_stage_that_is_not_open(people, needs):
    made = uploaded(needs, survey(3))
    build.record(needs)
    needs.finish(people.ann, "It is time.")
    made.stage.refresh_from_db()
    with pytest.raises(Refused, match="not open"):
        bringing.begin(made, people.ann)
    with pytest.raises(Refused, match="not open"):
        bringing.bring_in(bringing.Silent(), made.pk, made.revision, people.ann.pk)


def test_only_officers_bring_in_and_take_back(people, needs):
    made = uploaded(needs, survey(1))
    for person in (people.mia, people.cove, people.cara):
        with pytest.raises(Refused, match="Only the officers"):
            bringing.begin(made, person)
        with pytest.raises(Refused, match="Only the officers"):
            bringing.say_columns(made, person, mapping(needs))


def test_nobody_is_asked_whether_an_answer_to_a_row_of_a_file_is_one(people, needs):
    row = brought_in(needs, survey(1), people.ann).contributions.get()
    build.answer(row)
    assert not row.is_judged_by(people.ann)
    assert not Contribution.objects.to_judge(people.ann).exists()


# --- Back again -------------------------------------------------------------------------------------------------------


def test_all_of_it_is_taken_back_with_a_reason_and_can_come_in_again(people, needs):
    build.contribution(needs, people.mia, people.users)
    made = brought_in(needs, survey(3))
    assert bringing.take_back(made, people.ann, "It was the wrong file.") == 3
    event = Event.objects.get(verb="import taken back")
    assert (event.reason, event.said["after"]["rows"]) == ("It was the wrong file.", 3)
    assert (made.state, Contribution.objects.count()) == ("taken back", 1)
    assert list(faults(needs.cycle)) == []
    assert brought_in(needs, survey(3)).fresh == 3


def test_what_was_answered_stays(people, needs):
    made = brought_in(needs, survey(3))
    build.answer(made.contributions.first())
    with pytest.raises(Refused, match="answered"):
        bringing.take_back(made, people.ann, "It was the wrong file.")
    assert Contribution.objects.count() == 3


def test_a_file_that_nobody_brought_in_is_let_go_after_a_week(people, needs):
    made = uploaded(needs, survey(1))
    ImportFile.objects.update(at="2020-01-01T00:00Z")
    bringing.clear_files()
    with pytest.raises(Refused, match="not kept"):
        bringing.say_columns(made, people.ann, mapping(needs))
    assert Import.objects.count() == 1


def test_bringing_in_asks_the_database_the_same_for_three_rows_and_for_three_hundred(needs):
    made = [uploaded(needs, survey(number, first)) for number, first in ((3, 1), (300, 1001))]
    asked = []
    for each in made:
        with moving.counted() as found:
            bringing.bring_in(bringing.Silent(), each.pk, each.revision, each.by_id)
        asked.append(len(found))
    assert asked[0] == asked[1]
