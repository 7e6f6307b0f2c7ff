"""Being forgotten: nothing of a person is left, the record reads "Member 7", and the ledger still verifies (R71)."""

import pytest
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from cycle import ledger
from cycle.models import Cycle, Event, LegalHold
from feedback.changing import correct
from feedback.models import Contribution, Placing
from feedback.privacy.forgetting import ON_WISH, forget, refusal_to_be_forgotten, rehearse
from involvement.models import Agreement, Stance
from people import jobs
from people.models import Draft, Person
from people.privacy.rows import said_by
from people.privacy.sessions import sessions_of
from people.refusal import Refused
from tests import build, traces
from tests.cycle.pages import signed_in
from tests.world import make

pytestmark = pytest.mark.django_db

NAME, EMAIL = "Mia Morganwood", "mia.morganwood@example.org"


def call_her(person, name=NAME, email=EMAIL):
    """Give somebody a name that stands nowhere else."""
    Person.objects.filter(pk=person.pk).update(name=name, email=email)
    return Person.objects.get(pk=person.pk)


def whole_ledgers():
    """What is wrong in any ledger."""
    return [fault for cycle in Cycle.objects.all() for fault in ledger.faults(cycle)]


@pytest.fixture
def mia(cast):
    """Mia, under a name of her own."""
    cast.mia = call_her(cast.mia)
    return cast.mia


@pytest.fixture
def talk(cast):
    """A stage in which people talk."""
    return build.opened(cast.cycle, "needs")


def test_a_person_becomes_a_number_that_nobody_else_has(cast, mia):
    first, _happened = forget(mia, with_words=False)
    second, _happened = forget(cast.bea, with_words=False)
    assert (first, second) == ("Member 1", "Member 2")
    gone = Person.objects.get(pk=mia.pk)
    assert (gone.name, gone.email, gone.is_active, gone.forgotten_number) == ("Member 1", None, False, 1)


def test_who_acted_for_an_authority_is_an_officer_with_a_number(cast):
    assert forget(cast.ola, with_words=False)[0] == "Officer 1"
    assert forget(cast.cara, with_words=False)[0] == "Officer 2"


def test_words_stay_under_the_number_unless_she_wants_them_gone(cast, mia, talk):
    said = build.contribution(talk, mia, cast.users, text="The soup is cold.")
    answered = build.answer(said)
    forget(mia, with_words=False)
    said.refresh_from_db()
    assert (said.text, said.name_for(cast.ann)) == ("The soup is cold.", "Member 1, Meals Voice")
    assert answered.contribution_id == said.pk


def test_on_her_wish_a_sentence_stands_in_the_place_of_her_words_and_the_answer_stays(cast, mia, talk):
    said = build.contribution(talk, mia, cast.users, text="The soup is cold.")
    build.answer(said, text="We warm it.")
    forget(mia, with_words=True)
    said.refresh_from_db()
    assert (said.text, said.state, said.last_answer.text) == (str(ON_WISH), "answered", "We warm it.")
    assert traces.holding("the soup is cold") == []


def test_what_waits_for_an_answer_is_withdrawn_with_the_words(cast, mia, talk):
    said = correct(build.contribution(talk, mia, cast.users, text="The soup is cold."), mia, "It is icy.", "Colder.", 0)
    forget(mia, with_words=True)
    said.refresh_from_db()
    assert said.state == Contribution.State.WITHDRAWN
    assert traces.holding("soup is cold", "it is icy", "colder.") == []


def test_no_line_ties_what_she_said_without_a_name_to_her_going(cast, mia, talk):
    said = build.contribution(talk, mia, cast.users, text="The soup is cold.", is_unnamed=True)
    forget(mia, with_words=True)
    said.refresh_from_db()
    assert (said.text, said.state) == (str(ON_WISH), Contribution.State.WAITS)
    assert Event.objects.filter(verb="contribution withdrawn").count() == 0


def test_her_places_sessions_and_half_written_texts_end(cast, mia, client):
    client.force_login(mia)
    Draft.keep(mia, "00000000-0000-0000-0000-000000000007", "/x/", "Mine", "Half a word", "text=Half")
    jobs.start(jobs.work(lambda progress: None), mia, "Something of mine")
    forget(mia, with_words=False)
    assert not mia.memberships.active().exists()
    assert not Draft.objects.filter(person=mia).exists()
    assert not mia.jobs.exists()
    assert client.get("/you/").status_code == 302
    assert traces.holding("half a word", "something of mine") == []


def test_a_session_in_which_she_only_asked_for_a_code_ends_too(cast, mia, client):
    client.post("/sign-in/", {"email": EMAIL})
    assert len(sessions_of(mia)) == 1
    forget(mia, with_words=False)
    assert Session.objects.count() == 0


def test_a_seat_ends_in_the_ledger_without_a_name(cast):
    ola = call_her(cast.ola)
    seat = cast.cycle.seats.get(person=ola)
    forget(ola, with_words=False)
    seat.refresh_from_db()
    last = Event.objects.of(seat).last()
    assert (seat.is_active, last.verb, last.by, last.title) == (False, "seat ended", None, "Officer 1, Officer")


def test_lines_of_the_ledger_that_name_her_lose_their_words_and_keep_their_seals(cast, mia):
    cast.cycle.seat(mia, "officer", cast.ann)
    event = Event.objects.last()
    assert NAME in event.payload
    forget(mia, with_words=False)
    event = Event.objects.get(pk=event.pk)
    assert (event.payload, event.salt, event.is_blanked) == ("", "", True)
    assert whole_ledgers() == []
    page = signed_in(cast.ann).get(f"/cycles/{cast.cycle.slug}/ledger/")
    assert page.status_code == 200
    assert "these words were taken away, because somebody asked to be forgotten" in page.content.decode()
    assert "took somebody’s name out of the record of" in page.content.decode()


def test_words_that_stand_in_the_record_get_the_number_where_her_name_was(cast, mia):
    stage = build.opened(cast.cycle, "needs", who_decides=f"The cabinet, and {NAME} reports to it.")
    stated = Stance.state(stage, cast.ann, "open", f"As {NAME} asked, all of it. Write to {EMAIL}.")
    forget(mia, with_words=False)
    stated.refresh_from_db()
    assert stated.words == "As Member 1 asked, all of it. Write to Member 1."
    assert Agreement.objects.get().who_decides == "The cabinet, and Member 1 reports to it."
    assert traces.holding(NAME, EMAIL) == []


def test_the_guards_of_the_database_stand_again_afterwards(cast, mia, talk):
    stated = Stance.state(talk, cast.ann, "open", f"As {NAME} asked.")
    forget(mia, with_words=False)
    call_command("verify_ledger")
    with pytest.raises(Exception, match="part of the record"):
        Stance.objects.filter(pk=stated.pk).update(words="Other words")


def test_answers_without_a_name_stay_and_nobody_can_tie_them_to_her(cast, mia, talk):
    Placing.place(talk, mia, "closed")
    assert Placing.is_placed_by(mia, talk)
    forget(mia, with_words=False)
    assert not Placing.is_placed_by(mia, talk)
    assert [each.position for each in Placing.objects.all()] == ["closed"]


def test_another_person_of_the_same_name_keeps_it(cast, mia):
    build.person("mia morganwood", "other@example.org")
    stage = build.opened(cast.cycle, "needs")
    stated = Stance.state(stage, cast.ann, "open", f"As {NAME} asked.")
    forget(mia, with_words=False)
    stated.refresh_from_db()
    assert stated.words == f"As {NAME} asked."


def test_a_single_name_is_found_only_as_a_whole_word(cast):
    stage = build.opened(cast.cycle, "needs")
    stated = Stance.state(stage, cast.ann, "open", "Mia and the academia, MIA.")
    forget(cast.mia, with_words=False)
    stated.refresh_from_db()
    assert stated.words == "Member 1 and the academia, MIA."


def test_the_only_one_who_keeps_a_group_cannot_go(cast):
    assert str(refusal_to_be_forgotten(cast.cove)) == (
        "You are the only one who keeps “Meals Voice”. Add another convenor or chair first."
    )
    with pytest.raises(Refused):
        forget(cast.cove, with_words=False)


def test_the_only_one_who_runs_a_cycle_cannot_go(cast):
    forget(cast.ola, with_words=False)
    assert refusal_to_be_forgotten(cast.ann) == (
        f"You are the only one who runs “{cast.cycle}”. Give another person a seat first."
    )


def test_nobody_goes_while_the_records_are_held(cast, mia):
    hold = LegalHold.objects.create(cycle=cast.cycle, reason="A court looks at it.")
    assert refusal_to_be_forgotten(mia) == (
        f"The records of “{cast.cycle}” must stay as they are for now. Reason: A court looks at it."
    )
    hold.end()
    assert refusal_to_be_forgotten(mia) == ""


def test_nobody_is_forgotten_twice(cast, mia):
    forget(mia, with_words=False)
    with pytest.raises(Refused):
        forget(mia, with_words=False)


def test_a_convenor_does_not_judge_answers_for_somebody_who_is_forgotten(cast, mia, talk):
    said = build.contribution(talk, mia, cast.users)
    build.answer(said)
    forget(mia, with_words=False)
    cast.afresh()
    said = Contribution.objects.get(pk=said.pk)
    assert not said.is_judged_by(cast.cove)


def test_the_rehearsal_says_what_happens_and_changes_nothing(cast, mia, talk):
    build.answer(build.contribution(talk, mia, cast.users, text=f"I am {NAME}."), text=f"Thank you, {NAME}.")
    before = sorted(map(str, traces.cells()))
    told = rehearse(mia, with_words=True)
    assert sorted(map(str, traces.cells())) == before
    assert forget(mia, with_words=True)[1] == told
    assert sum(number for _what, number in told) > 4


def test_the_command_rehearses_and_then_takes_a_person_out(cast, mia, capsys):
    stage = build.opened(cast.cycle, "needs")
    Stance.state(stage, cast.ann, "open", f"As {NAME} asked, and as Mia said.")
    call_command("erase_person", email=EMAIL, dry_run=True)
    told = capsys.readouterr().out
    assert "nothing is changed" in told
    assert "Only a part of the name stands in" in told
    assert Person.objects.filter(email=EMAIL).exists()
    call_command("erase_person", email=EMAIL)
    assert "the name stands in 0 places" in capsys.readouterr().out
    with pytest.raises(CommandError):
        call_command("erase_person", email=EMAIL)


def test_nothing_of_her_is_left_in_a_whole_world():
    world, began = make(), timezone.now()
    mia, ann = call_her(world.cast.mia), world.cast.ann
    mia.panel_places.filter(left_at=None).update(left_at=began, left_because="She moved.")
    world.cast.cycle.seat(mia, "decider", ann, limits=f"{NAME} may not sign.")
    build.record(world.cast.stage("context"), title=f"What {NAME} told", summary=f"Ask {EMAIL}.")
    said = {text for personal, rows in said_by(mia) for text in rows.values_list(personal.name, flat=True)}
    words = [text for text in said if text and len(text) > 12 and "canary" in text]
    assert len(words) > 10
    name, _happened = forget(mia, with_words=True)
    assert name == "Officer 1"
    assert traces.holding(NAME, EMAIL) == []
    assert traces.holding(*words) == []
    assert whole_ledgers() == []
    assert Person.objects.get(pk=mia.pk).forgotten_at >= began
