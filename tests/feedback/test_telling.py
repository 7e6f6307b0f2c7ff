"""What is written to people: an answer at once, what is new once a day, nothing by choice, nothing that is closed."""

from datetime import date, datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from cycle.models import Event
from feedback import telling
from feedback.digests import FORGOTTEN_AFTER, digest_of, write, write_due
from feedback.models import Mentioned, Morning
from people import outbox
from people.models import Mail
from tests import build
from tests import world as worlds
from tests.cycle.pages import signed_in, words
from tests.feedback.pages import about

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
MORNING = datetime(2031, 5, 5, 7, 30, tzinfo=timezone.get_default_timezone())


@pytest.fixture
def needs(people):
    needs = build.opened(people.cycle, "needs")
    telling.skip(people.cycle)
    return needs


def letters():
    """What waits in the outbox: (name of the person, subject), in the order of the names."""
    return sorted(Mail.objects.filter(state="waits").values_list("person__name", "subject"))


def body(person):
    return Mail.objects.filter(person=person).latest("pk").body


# --- At once ----------------------------------------------------------------------------------------------------------


@pytest.mark.req("R82")
def test_who_said_something_hears_of_the_answer_at_once_and_once(people, needs):
    given = build.contribution(needs, people.mia, text="The meals come cold.")
    build.answer(given)
    assert (telling.tell_at_once(), letters()) == (1, [("Mia", "You have an answer")])
    assert f"- “The meals come cold.” (Needs assessment)\n  http://testserver{about(given)}" in body(people.mia)
    assert (telling.tell_at_once(), Mail.objects.count()) == (0, 1)
    outbox.send_due()
    given.answers.get().judge(people.mia, "does not", "Still cold.")
    build.answer(given, text="Better boxes.")
    assert telling.tell_at_once() == 1


def test_what_was_told_at_once_is_not_new_the_next_morning(people, needs):
    build.answer(build.contribution(needs, people.mia))
    telling.tell_at_once()
    assert (write(people.mia, MORNING.date()), letters()) == (False, [("Mia", "You have an answer")])


def test_many_answers_to_one_person_are_one_letter(people, needs):
    for number in range(12):
        build.answer(build.contribution(needs, people.mia, text=f"Number {number}."))
    assert (telling.tell_at_once(), letters()) == (1, [("Mia", "You have answers")])
    assert (body(people.mia).count("http://testserver/cycles/"), "And 2 more." in body(people.mia)) == (10, True)


def test_words_that_are_not_open_to_everybody_stay_out_of_the_letter(people, needs):
    closed = {"public": {"is_unnamed": True}, "involved": {}, "withheld": {}}
    for openness, said in closed.items():
        build.answer(build.contribution(needs, people.mia, text="A secret.", openness=openness, **said))
    telling.tell_at_once()
    assert ("secret" in body(people.mia), body(people.mia).count("- A view, number")) == (False, 3)


def test_who_has_no_name_here_no_address_or_wants_it_once_a_day_gets_no_letter_at_once(people, needs):
    dilys = build.person("Dilys")
    build.member(dilys, people.meals_voice)
    people.bea.choose_post("daily")
    people.pat.choose_post("never")
    people.afresh()
    needs.cycle = people.cycle
    for by, said in ((people.cove, {"channel": "paper"}), (people.cove, {"channel": "paper", "given_by": dilys}),
                     (people.bea, {})):  # fmt: skip
        build.answer(build.contribution(needs, by, **said))
    build.answer(build.contribution(needs, people.pat, people.providers))
    assert (telling.tell_at_once(), letters()) == (0, [])


def test_a_challenger_hears_of_the_reply_at_once(people, needs):
    hidden = build.withheld(people.stage("budget"), title="Secret line")
    build.reply(build.challenge(hidden, people.mia))
    assert (telling.tell_at_once(), letters()) == (1, [("Mia", "You have a reply")])
    assert "Secret line" not in body(people.mia)


def test_a_worker_that_stood_still_for_weeks_floods_nobody(people, needs, monkeypatch):
    build.answer(build.contribution(needs, people.mia))
    monkeypatch.setattr(telling, "YOUNG", timedelta(0))
    assert (telling.tell_at_once(), letters()) == (0, [])


def test_more_events_than_are_read_at_a_time_are_told_one_time_after_the_other(people, needs, monkeypatch):
    monkeypatch.setattr(telling, "READ", 3)
    for who in (people.mia, people.bea, people.cove):
        build.answer(build.contribution(needs, who))
    newest = Event.objects.filter(cycle=people.cycle).count()
    rounds = 0
    while telling.ToldUpTo.behind().exists():
        telling.tell_at_once()
        rounds += 1
    assert ([name for name, _subject in letters()], rounds) == (["Bea", "Cove", "Mia"], 2)
    assert telling.ToldUpTo.objects.get().number == newest


# --- Once a day -------------------------------------------------------------------------------------------------------


def test_what_is_new_comes_once_a_day_from_seven_on(people, needs):
    build.answer(build.contribution(needs, people.mia, text="The meals come cold."))
    assert write_due(MORNING.replace(hour=6)) == 0
    write_due(MORNING)
    assert ("Mia", "1 new thing for you") in letters()
    assert "- Say whether our answer answers you: Needs assessment" in body(people.mia)
    before = Mail.objects.count()
    assert (write_due(MORNING), write_due(MORNING + DAY), Mail.objects.count()) == (0, 0, before)


def test_something_new_brings_a_letter_that_counts_what_is_known(people, needs):
    build.answer(build.contribution(needs, people.mia))
    write(people.mia, MORNING.date())
    build.answer(build.contribution(needs, people.mia))
    assert write(people.mia, (MORNING + DAY).date())
    assert "1 thing that you know of still waits for you, too." in body(people.mia)


def test_what_is_late_is_told_once_more(people, needs):
    given = build.contribution(needs, people.mia)
    assert write(people.ann, MORNING.date())
    given.due_on = timezone.localdate() - DAY
    given.save(update_fields=["due_on"])
    assert [write(people.ann, (MORNING + DAY * days).date()) for days in (1, 2)] == [True, False]


def test_a_change_is_told_by_name_only_when_everybody_may_read_it(people):
    build.opened(people.cycle, "needs")
    build.record(people.stage("budget"), title="Meals 2023")
    build.budget_cut(people.cycle, people.ann)
    secret = build.withheld(people.stage("budget"), title="Secret line", amount=489000)
    secret.revise(people.ann, 1, "Less.", amount=400000)
    lines = [line.sentence for line in digest_of(people.ola).changed]
    day = f"{timezone.localdate():%-d %B %Y}"
    hidden = "Something changed in: Needs assessment. Read it on our site."
    assert sorted(set(lines)) == sorted({hidden, f"On {day} Ann changed “Meals 2023”"})


def test_who_wants_nothing_has_no_part_or_cannot_be_reached_is_not_looked_at(people, needs):
    """Dilys has no e-mail, and a group whose convenor brings her paper; Emrys has neither."""
    people.mia.choose_post("never")
    build.member(build.person("Dilys"), people.meals_voice)
    build.person("Emrys")
    write_due(MORNING)
    looked = set(Morning.objects.values_list("person__name", flat=True))
    assert looked == {"Ann", "Ola", "Cara", "Bea", "Cove", "Pat", "Dilys"}


def test_what_has_not_come_up_for_long_is_forgotten(people, needs):
    build.answer(build.contribution(needs, people.mia))
    write(people.mia, MORNING.date())
    Mentioned.objects.update(day=MORNING.date() - FORGOTTEN_AFTER - DAY, mark="old")
    write(people.mia, (MORNING + DAY).date())
    assert not Mentioned.objects.filter(mark="old").exists()


def test_two_workers_write_one_letter(people, needs):
    build.answer(build.contribution(needs, people.mia))
    assert (write(people.mia, MORNING.date()), write(people.mia, MORNING.date())) == (True, False)


def test_no_letter_and_no_calendar_holds_words_that_are_not_open_to_everybody():
    world = worlds.make()
    telling.tell_at_once()
    for person in world.cast.people().values():
        write(person, MORNING.date())
    said = " ".join(Mail.objects.values_list("body", flat=True)) + "".join(
        signed_in(person).get(reverse("dates", args=[world.cast.cycle.slug])).text.replace("\r\n ", "")
        for person in world.cast.people().values()
    )
    closed = {word for word, readers in world.canaries.items() if readers != set(worlds.READERS)}
    assert [word for word in closed if word in said] == []
    assert Mail.objects.count() >= 6


def test_a_command_does_all_of_it_once(people, needs, mailoutbox, capsys):
    build.answer(build.contribution(needs, people.mia))
    call_command("send_post")
    assert capsys.readouterr().out.rstrip().endswith("0 due, 0 given up")
    assert "You have an answer" in [mail.subject for mail in mailoutbox]


# --- Dates ------------------------------------------------------------------------------------------------------------


def entries(person, cycle):
    """The days of the calendar file as this person gets it: (day, summary, address), in their order."""
    file = signed_in(person).get(reverse("dates", args=[cycle.slug]))
    assert file["Content-Disposition"] == 'attachment; filename="community-meals.ics"'
    made = Calendar.from_ical(file.content)
    return sorted((each["dtstart"].dt, str(each["summary"]), str(each["url"])) for each in made.walk("VEVENT"))


def test_the_calendar_has_when_it_is_decided_and_what_waits_for_me(people):
    needs = build.opened(people.cycle, "needs", decides_on=date(2031, 6, 2))
    given = build.contribution(needs, people.mia)
    decision = (date(2031, 6, 2), "Decision: Needs assessment (Community meals)",
                f"http://testserver{needs.get_absolute_url()}")  # fmt: skip
    assert entries(None, people.cycle) == entries(people.mia, people.cycle) == [decision]
    (mine, same) = entries(people.ann, people.cycle)
    assert (mine[:2], same) == (
        (given.due_on, "Answer 1 contribution: Needs assessment (Community meals)"), decision
    )  # fmt: skip
    assert "Dates for your own calendar" in words(signed_in().get(people.cycle.get_absolute_url()))
