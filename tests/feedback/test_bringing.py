"""Answers go back by the way they came: who brings which, that it is written down, and the slip that comes again."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from cycle.models import Event
from feedback import bringing
from feedback.models import Answer, Letter
from people.refusal import Refused
from tests import build
from tests.cycle.pages import queries, signed_in, words
from tests.feedback.pages import url

pytestmark = pytest.mark.django_db


@pytest.fixture
def people():
    """The cast, and Paula, who has no e-mail."""
    cast = build.cast()
    cast.paula = build.person("Paula")
    build.member(cast.paula, cast.meals_voice)
    cast.afresh()
    return cast


def answered(needs, people, **over):
    """The answer to what Paula said on paper, put in by her convenor."""
    said = {"channel": "paper", "given_by": people.paula} | over
    return build.answer(build.contribution(needs, people.cove, people.users, **said))


def waiting(person, needs):
    needs.refresh_from_db()
    return list(bringing.to_bring_back(person, needs))


def told(person, needs, answer, **over):
    today = timezone.localdate()
    day = {"on_day": today.day, "on_month": today.month, "on_year": today.year}
    sent = {"answers": [answer.pk], "do": "told", "how": "phone"} | day | over
    return signed_in(person).post(url(needs, "bringing_back"), sent, follow=True)


@pytest.mark.req("R70", "R82")
def test_an_answer_to_what_came_on_paper_waits_to_be_brought_back_by_the_convenor_and_the_officers(people, needs):
    answer = answered(needs, people)
    build.contribution(needs, people.cove, people.users, channel="phone")  # has no answer yet
    build.answer(build.contribution(needs, people.mia, people.users))  # said online, and has e-mail
    assert [waiting(each, needs) for each in (people.cove, people.ann, people.mia)] == [[answer], [answer], []]
    for person in (people.cove, people.ann):
        assert "1 answer to bring back: Needs assessment" in words(signed_in(person).get("/"))
    assert "to bring back" not in words(signed_in(people.mia).get("/"))


@pytest.mark.req("R71")
def test_who_stays_unnamed_gets_the_answer_from_the_convenor_alone(people, needs):
    answer = answered(needs, people, is_unnamed=True)
    assert [waiting(each, needs) for each in (people.cove, people.ann)] == [[answer], []]
    with pytest.raises(Refused):
        bringing.write_letters(needs, people.ann, [answer.pk])


def test_what_only_officers_read_is_brought_back_by_them(people, needs):
    said = {"channel": "phone", "given_by": None, "openness": "withheld"}
    answer = build.answer(build.contribution(needs, people.ola, people.users, **said))
    assert [waiting(each, needs) for each in (people.ola, people.cove)] == [[answer], []]


@pytest.mark.req("R70", "R82")
def test_that_it_was_brought_back_is_written_down_once_with_how_and_when(people, needs):
    answer = answered(needs, people)
    page = told(people.cove, needs, answer)
    assert [text for text in ("1 answer was brought back.", "No answer waits") if text not in words(page)] == []
    letter = Letter.objects.get()
    assert (letter.how, letter.brought_on, letter.brought_by) == ("phone", timezone.localdate(), people.cove)
    assert Event.objects.filter(verb="answer brought back").count() == 1
    assert "Brought back by phone on" in words(signed_in(people.mia).get(answer.contribution.get_absolute_url()))
    assert told(people.ann, needs, answer).status_code == 422  # it is no longer among those that are offered


def test_two_who_bring_the_same_answer_are_not_both_written_down(people, needs):
    answer = answered(needs, people)
    first, second = (Letter.make(answer, people.cove), Letter.objects.get())
    first.answer = second.answer = answer
    first.bring(people.cove, "phone", timezone.localdate())
    with pytest.raises(Refused) as refused:
        second.bring(people.ann, "letter", timezone.localdate())
    assert refused.value.conflict


def test_no_answer_is_brought_back_before_it_was_given(people, needs):
    answer = answered(needs, people)
    with pytest.raises(Refused):
        bringing.bring(needs, people.cove, [answer.pk], "phone", timezone.localdate() - timedelta(days=1))


def test_a_second_answer_is_brought_back_too(people, needs):
    first = answered(needs, people)
    told(people.cove, needs, first)
    first.judge(people.cove, "does not", "She asked about Sundays.")
    said = first.contribution
    said.refresh_from_db()
    said.stage, said.cycle = needs, needs.cycle
    second = build.answer(said)
    assert waiting(people.cove, needs) == [second]


@pytest.mark.req("R70", "R82")
def test_letters_are_made_for_those_that_are_chosen_and_keep_their_codes(people, needs):
    one, other = answered(needs, people), answered(needs, people)
    sent = {"answers": [one.pk], "do": "print"}
    page = signed_in(people.cove).post(url(needs, "bringing_back"), sent, follow=True)
    assert "1 letter is ready to print." in words(page)
    code = Letter.objects.get(answer=one).code
    bringing.write_letters(needs, people.ann, [one.pk, other.pk])
    assert (Letter.objects.get(answer=one).code, Letter.objects.count()) == (code, 2)


def test_without_a_choice_nothing_is_made(people, needs):
    answered(needs, people)
    for do in ("print", "told"):
        page = signed_in(people.cove).post(url(needs, "bringing_back"), {"do": do, "how": "phone"})
        assert page.status_code == 422
        assert "Choose at least one answer." in words(page)
    assert not Letter.objects.exists()


# --- The slip ---------------------------------------------------------------------------------------------------------


def slip_of(needs, people, **over):
    answer = answered(needs, people, **over)
    bringing.write_letters(needs, people.cove, [answer.pk])
    return Letter.objects.get(answer=answer)


@pytest.mark.req("R82")
@pytest.mark.parametrize("person", ["cove", "ann"])
def test_what_is_on_the_slip_is_put_in_by_its_code(people, needs, person):
    letter, person = slip_of(needs, people), getattr(people, person)
    client = signed_in(person)
    page = client.get(reverse("code"), {"code": f" {str(letter).lower()} "}, follow=True)
    assert "Hot food matters to me." in words(page)
    sent = {"verdict": "does not", "words": "She asked about Sundays."}
    assert "It is written down what was on the slip." in words(
        client.post(page.request["PATH_INFO"], sent, follow=True)
    )
    answer = Answer.objects.get()
    assert (answer.verdict, answer.verdict_words) == ("does not", "She asked about Sundays.")
    assert answer.contribution.state == "waits"
    again = client.post(page.request["PATH_INFO"], sent)
    assert again.status_code == 422
    assert "You have said already whether this answers you." in words(again)


@pytest.mark.req("R71")
def test_the_slip_of_somebody_unnamed_is_for_the_convenor_alone(people, needs):
    letter = slip_of(needs, people, is_unnamed=True)
    statuses = {
        name: signed_in(getattr(people, name)).get(letter.get_slip_url()).status_code for name in ("cove", "ann", "mia")
    }
    assert statuses == {"cove": 200, "ann": 404, "mia": 404}


def test_the_list_asks_the_database_the_same_at_any_length_and_the_first_page_no_more(people, needs):
    lists, homes = [], []
    for number in (1, 2, 9):
        while len(waiting(people.cove, needs)) < number:
            answered(needs, people)
        lists.append(queries(signed_in(people.cove), url(needs, "bringing_back")))
        homes.append(queries(signed_in(people.cove), "/"))
    assert len(set(lists)) == 1
    assert max(homes) == homes[0]
