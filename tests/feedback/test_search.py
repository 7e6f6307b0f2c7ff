"""Finding words: what is found on both databases alike, what never is, and that nothing anybody types is an error."""

import re

import pytest
from django.conf import settings as settings_of
from django.core.management import CommandError, call_command
from django.db import connection
from hypothesis import given, settings
from hypothesis import strategies as st

from feedback.models import Answer, Contribution
from feedback.search import engines, index
from feedback.search.asked import Term, asked
from feedback.search.marking import places_in
from feedback.search.stems import stem
from tests import build

SAID = {
    "hot": "The meals come hot. Hot food on cold days matters.",
    "cold": "My mother’s meal came cold, twice in a week.",
    "film": "I can’t peel the film off frozen meals!",
    "price": "£4.55 is too much; the price went up by 50p.",
    "cafe": "We met at the Café in Ynys-y-bŵl, twenty-five of us.",
    "drivers": "The driver knocks. Deliveries are often late (van 17b).",
}
FOUND = {
    "meal": {"hot", "cold", "film"},
    "MEALS": {"hot", "cold", "film"},
    "the meals": {"hot", "film"},
    "hot -cold": set(),
    "meals -hot": {"cold", "film"},
    '"hot food"': {"hot"},
    '"food hot"': set(),
    '"frozen meals"': {"film"},
    'meal -"frozen meals"': {"hot", "cold"},
    "-meals": {"price", "cafe", "drivers"},
    "cafe": {"cafe"},
    "CAFÉ": {"cafe"},
    "bŵl": {"cafe"},
    "ynys-y-bwl": {"cafe"},
    "twenty five": {"cafe"},
    '"twenty-five"': {"cafe"},
    "can't": {"film"},
    "4.55": {"price"},
    "50p": {"price"},
    "17b": {"drivers"},
    "delivery": {"drivers"},
    "delivering": {"drivers"},
    "deliv": {"drivers"},
    "deliv ": set(),
    "fro": {"film"},
    "fr": set(),
    '"fro"': set(),
    "knocking driver": {"drivers"},
    "nothing": set(),
    "the": {"hot", "film", "price", "cafe", "drivers"},
    "": set(SAID),
    "!!! — ()": set(SAID),
    '"': set(SAID),
    "qzs hot": set(),
}

pytestmark = pytest.mark.django_db


def found(text, **over):
    """The keys in SAID of the contributions that are found."""
    keys = {words: key for key, words in SAID.items()}
    return {keys[each.text] for each in Contribution.objects.search(text, **over)}


@pytest.fixture
def said(needs):
    return {key: build.contribution(needs, text=text) for key, text in SAID.items()}


def test_the_same_words_find_the_same_on_every_database(said):
    assert {text: found(text) for text in FOUND} == FOUND


def test_dissent_how_it_is_known_and_answers_are_searched_and_a_phrase_stays_in_one_text(needs, said):
    given = build.contribution(
        needs, text="Keep it.", voice="wider", how_known="Our picnic", dissent="Three say sandwiches"
    )
    build.answer(given, text="We bring a basket.", because="A hamper is too heavy.")
    for text in ("picnic", "sandwich", "basket", "hamper", "keep hamper", "basket -helicopter"):
        assert list(Contribution.objects.search(text)) == [given]
    for text in ('"it three"', '"picnic three"', '"basket a hamper"', "keep -hamper"):
        assert given not in Contribution.objects.search(text)


def test_what_is_written_later_is_found_and_what_is_gone_is_not(needs, said):
    given = said["hot"]
    build.answer(given, text="One.")
    Answer.objects.create(
        contribution=given, number=2, outcome="no change", text="Two.", because="Three.", by=given.given_by
    )
    assert list(Contribution.objects.search("one three")) == [given]
    Answer.objects.filter(number=2).update(text="Four.")
    assert [list(Contribution.objects.search(text)) for text in ("two", "four")] == [[], [given]]
    Contribution.objects.filter(pk=given.pk).update(text="Lukewarm.")
    assert [list(Contribution.objects.search(text)) for text in ("hot", "lukewarm four")] == [[], [given]]
    Answer.objects.filter(contribution=given).delete()
    assert list(Contribution.objects.search("four")) == []
    Contribution.objects.filter(pk=given.pk).delete()
    assert list(Contribution.objects.search("lukewarm")) == []


def test_the_newest_comes_first_and_a_stage_or_a_party_narrows_it_down(people, needs, said):
    other = build.opened(people.cycle, "context")
    there = build.contribution(other, people.pat, people.providers, text="Hot, too.")
    rows = Contribution.objects.search("hot").order_by("-found_at")
    assert [each.pk for each in rows] == [there.pk, said["hot"].pk]
    places = (engines.in_stage(needs.pk), engines.from_party(people.users.pk))
    assert list(Contribution.objects.search("hot", *places)) == [said["hot"]]
    assert list(Contribution.objects.search("-hot", engines.in_stage(other.pk))) == []


@pytest.mark.parametrize("reader", [None, "zoe", "mia", "bea", "cove", "pat", "ann"])
def test_only_what_its_reader_may_read_is_found(people, needs, reader):
    for openness in ("public", "involved", "withheld"):
        build.contribution(needs, people.mia, text="Sprouts", openness=openness)
    person = reader and getattr(people, reader)
    seen = Contribution.objects.visible_to(person, people.cycle)
    assert set(seen.search("sprouts")) == set(seen)


@settings(max_examples=150, deadline=None)
@given(text=st.one_of(st.text(max_size=240), st.text(alphabet="ab \"-*():^{}+'\\&|!<>éŵß1½\u2028", max_size=40)))
def test_nothing_that_is_typed_is_an_error(text):
    list(Contribution.objects.search(text.replace("\0", ""))[:1])


def test_a_word_that_is_too_short_or_finished_is_not_taken_for_the_beginning_of_others():
    assert asked("hot meal").terms == (Term(("hot",)), Term(("meal",), begins=True))
    assert [asked(text).terms[-1].begins for text in ("hot me", "hot meal ", "hot -meal", '"meal"', "meal!")] == [
        False
    ] * 5


@pytest.mark.skipif(connection.vendor != "sqlite", reason="FTS5 lists its words; PostgreSQL's stemmer is asked below")
def test_the_stemmer_that_marks_is_the_one_that_finds():
    words = vocabulary()
    with connection.cursor() as cursor:
        cursor.execute("CREATE VIRTUAL TABLE temp.stems USING fts5(word, tokenize = 'porter unicode61')")
        cursor.execute("CREATE VIRTUAL TABLE temp.stems_list USING fts5vocab(temp, stems, instance)")
        cursor.executemany("INSERT INTO temp.stems (rowid, word) VALUES (%s, %s)", list(enumerate(words)))
        cursor.execute("SELECT doc, term FROM temp.stems_list")
        theirs = {words[number]: term for number, term in cursor.fetchall()}
        cursor.execute("DROP TABLE temp.stems_list")
        cursor.execute("DROP TABLE temp.stems")
    assert {word: stem(word) for word in words} == theirs


@pytest.mark.skipif(connection.vendor != "postgresql", reason="the same for PostgreSQL")
def test_the_stemmer_that_marks_is_the_one_that_finds_there_too():
    # Of words of two letters PostgreSQL cuts the s ("us" is "u" to it): a lone "u" is found with "us", and not marked.
    words = [word for word in vocabulary() if len(word) > 2]
    with connection.cursor() as cursor:
        cursor.execute("SELECT w, (ts_lexize('feedback_porter', w))[1] FROM unnest(%s::text[]) w", [words])
        theirs = dict(cursor.fetchall())
    assert {word: stem(word) for word in words} == theirs


def vocabulary():
    """Some thousand English words: those of this project's own handbook and sentences."""
    text = "".join(file.read_text() for file in sorted((settings_of.BASE_DIR / "docs").rglob("*.md")))
    return sorted(set(re.findall("[a-z]{2,}", f"{text} {SAID}".lower())))


def test_what_is_found_is_marked_and_nothing_typed_becomes_markup(needs):
    given = build.contribution(needs, text="<b>Meals</b> & more. " + "word " * 120 + "delivered at last")
    assert places_in(given, [], asked("meal"))[0].html.startswith("&lt;b&gt;<mark>Meals</mark>&lt;/b&gt; &amp; more.")
    far = places_in(given, [], asked("delivering"))[0].html
    assert (far[:5], far[-30:]) == ("…word", "<mark>delivered</mark> at last")


def test_the_index_is_whole_its_lack_is_told_and_it_can_be_made_anew(said, capsys):
    call_command("index_words", "--check")
    with connection.cursor() as cursor:
        name = index.names(connection)[0]
        on_table = " ON feedback_contribution" if connection.vendor == "postgresql" else ""
        cursor.execute(f"DROP TRIGGER {name}{on_table}")
    with pytest.raises(CommandError, match=name):
        call_command("index_words", "--check")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM feedback_search")
    call_command("index_words")
    assert (index.missing(connection), found("meal")) == ([], FOUND["meal"])
    assert capsys.readouterr().out.split("\n")[:2] == ["The index of words is kept.", "The index of words is made."]
