"""Letters with news for members without e-mail: what is new, on paper, through whoever keeps their group."""

from datetime import date, timedelta

import pytest

from feedback.by_hand import letters_of, waiting_in
from feedback.digests import write
from feedback.models import PaperNews
from people.models import Mail
from tests import build
from tests.cycle.pages import said, signed_in, words
from tests.pdf.structure import text_of

pytestmark = pytest.mark.django_db
MORNING = date(2031, 5, 5)
DAY = timedelta(days=1)
LINE = "Say whether our answer answers you: Needs assessment"


@pytest.fixture
def paula(people):
    """A member without e-mail."""
    paula = build.person("Paula")
    build.member(paula, people.meals_voice)
    return paula


def answered(needs, person, **over):
    given = build.contribution(needs, person, text="The meals come cold.", **over)
    build.answer(given)
    return given


def sentences(letter):
    return [line.sentence for line in (*letter.waiting, *letter.changed)]


def url(people, end="letters/"):
    return f"{people.meals_voice.get_absolute_url()}{end}"


@pytest.mark.req("R70", "R82")
def test_news_of_a_member_without_e_mail_waits_for_the_convenor_and_goes_out_once(people, needs, paula):
    answered(needs, paula)
    assert write(paula, MORNING)
    assert not Mail.objects.filter(person=paula).exists()
    browser = signed_in(people.cove)
    assert "1 letter with news to print: Meals Voice" in words(browser.get("/"))
    shown = words(browser.get(url(people)))
    assert "Paula, has news since 5 May 2031" in shown
    printed = text_of(browser.get(url(people, "letters.pdf")).content)
    assert "For Paula" in printed
    assert LINE in printed
    ids = [news.pk for news in waiting_in(people.meals_voice)]
    sent = browser.post(url(people), {"news": ids}, follow=True)
    assert said(sent) == ["It is written down that they have their letters."]
    assert "letter with news to print" not in words(browser.get("/"))
    assert "Nobody waits for a letter with news just now." in words(browser.get(url(people)))
    assert not write(paula, MORNING + DAY)


def test_what_came_after_the_page_was_opened_is_not_handed_out_with_it(people, needs, paula):
    answered(needs, paula)
    write(paula, MORNING)
    listed = [news.pk for news in waiting_in(people.meals_voice)]
    answered(needs, paula)
    write(paula, MORNING + DAY)
    signed_in(people.cove).post(url(people), {"news": listed})
    assert [news.made_on for news in waiting_in(people.meals_voice)] == [MORNING + DAY]
    again = signed_in(people.cove).post(url(people), {"news": listed})
    assert "Nobody waits for a letter with news just now." in words(again)


def test_what_is_done_or_closed_since_that_morning_is_on_no_paper(people, needs, paula):
    done = answered(needs, paula)
    write(paula, MORNING)
    assert [sentences(letter) for letter in letters_of(people.meals_voice)] == [[LINE]]
    done.answers.get().judge(paula, "answers", "")
    assert letters_of(people.meals_voice) == []
    assert PaperNews.objects.waiting().exists()


def test_a_letter_tells_nothing_of_another_group(people, needs, paula):
    other = build.group("Night Owls")
    build.member(paula, other)
    answered(needs, paula)
    write(paula, MORNING)
    assert [(news.group.name, len(news.marks)) for news in PaperNews.objects.all()] == [("Meals Voice", 1)]
    assert letters_of(other) == []


def test_who_has_left_has_no_letter(people, needs, paula):
    answered(needs, paula)
    write(paula, MORNING)
    paula.memberships.get().end()
    assert letters_of(people.meals_voice) == []


def test_only_who_keeps_the_group_prints_and_hands_out(people, needs, paula):
    answered(needs, paula)
    write(paula, MORNING)
    for person in (people.bea, people.mia, people.ann):
        browser = signed_in(person)
        assert browser.get(url(people)).status_code == 403
        assert browser.get(url(people, "letters.pdf")).status_code == 403
        assert browser.post(url(people), {"news": [PaperNews.objects.get().pk]}).status_code == 403
    assert PaperNews.objects.waiting().count() == 1


@pytest.mark.parametrize("ids", [[], ["x"], ["9" * 30], ["-1"]])
def test_ids_that_are_none_are_refused_with_a_sentence(people, needs, paula, ids):
    answer = signed_in(people.cove).post(url(people), {"news": ids})
    assert answer.status_code == 422
