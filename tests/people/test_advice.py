"""Advice on how a text reads: the formula by hand, the council words, and what is said of a text."""

from pathlib import Path

import pytest

from people.advice import MOST_WORDS, advice_on, reading_of
from people.plain_words import PLAIN, jargon_in
from people.readability import average_age, reading_age, sentences_of, syllables
from tests import build
from tests.involvement.pages import client_of

EASY = "We find out together what meals at home should be like."
HARD = (
    "The authority will undertake a comprehensive consultation exercise with stakeholders in order to facilitate the "
    "identification of appropriate community nutrition arrangements."
)


# --- The measure ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "sentences", "syllables", "age"),
    [
        (6, 1, 6, 0.39 * 6 + 11.8 - 10.59),  # "The cat sat on the mat."
        (100, 5, 150, 0.39 * 20 + 11.8 * 1.5 - 10.59),
        (40, 1, 80, 0.39 * 40 + 11.8 * 2 - 10.59),
    ],
)
def test_the_age_is_flesch_and_kincaids_grade_and_five_years(words, sentences, syllables, age):
    assert reading_age(words, sentences, syllables) == pytest.approx(age)


@pytest.mark.parametrize(
    ("word", "number"),
    [("mat", 1), ("table", 2), ("council’s", 2), ("face-to-face", 3), ("commissioning", 4), ("7", 1)],
)
def test_syllables_are_counted_by_where_a_word_may_be_hyphenated(word, number):
    assert syllables(word) == number


def test_a_text_is_cut_into_sentences_and_what_is_too_short_is_left_out():
    found = sentences_of("The cat sat on the mat. Yes. They sat there with soup: nobody else came in!")
    assert [(each.words, each.syllables) for each in found] == [(6, 6), (5, 5), (4, 5)]
    assert average_age(found) == pytest.approx(0.39 * 15 / 3 + 11.8 * 16 / 15 - 10.59)


# --- The council words ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Stakeholders came.", [("Stakeholders", "the people concerned")]),
        ("They were utilising it, and utilised it.", [("utilising", "use")]),
        ("Service-delivery\npathways", [("Service-delivery", "what the service does"), ("pathways", PLAIN["pathway"])]),
        ("In  order to begin", [("In order to", "to")]),
        (
            "Synergies, and third-sector work",
            [("Synergies", PLAIN["synergy"]), ("third-sector", PLAIN["third sector"])],
        ),
        ("A commissioner and a convenor talk about procurement.", []),
        ("The resourceful cook robustly stirs.", []),
    ],
)
def test_a_council_word_is_found_in_its_forms_and_once(text, found):
    assert [(each.word, each.plain) for each in jargon_in(text)] == found


def test_every_council_word_is_found_and_none_of_the_plain_ones_is_one():
    assert [word for word in PLAIN if [each.plain for each in jargon_in(f"It is {word} now.")] != [PLAIN[word]]] == []
    assert [plain for plain in PLAIN.values() if jargon_in(plain)] == []


def test_no_council_word_is_one_that_the_glossary_explains():
    glossary = (Path(__file__).parents[2] / "config" / "glossary.py").read_text().lower()
    assert [word for word in PLAIN if f'_("{word}")' in glossary] == []


# --- What is said -----------------------------------------------------------------------------------------------------


@pytest.mark.req("R84")
def test_an_easy_text_reads_well_and_a_very_short_one_gets_no_word():
    assert advice_on(EASY) == ["Reads well."]
    assert [advice_on(text) for text in ("", "  \n", "The money.", "Cabinet, in January.")] == [[], [], [], []]
    assert reading_of("The money for this year.").age is None


@pytest.mark.req("R84")
def test_a_hard_text_is_told_its_age_its_long_sentence_and_its_council_words():
    assert advice_on(HARD) == [
        "Reads like age 18. Most people read best at 9 to 11.",
        "This sentence has 21 words: “The authority will undertake a comprehensive consultation exercise with "
        "stakeholders in order …”. Can it be two?",
        "“stakeholders”: say “the people concerned”.",
        "“in order to”: say “to”.",
        "“facilitate”: say “help”.",
    ]


def test_a_sentence_of_twenty_words_is_not_long_and_one_of_twenty_one_is():
    twenty = "so " * 19 + "it is."
    assert reading_of("so " * 18 + "it is.").longest is None
    assert reading_of(twenty).longest.words == 21


def test_the_lines_of_a_list_are_not_one_long_sentence():
    assert reading_of("\n".join(["what is on the plate today"] * 10)).longest is None


def test_not_more_than_a_few_council_words_are_told_at_once():
    said = advice_on(" and ".join(PLAIN))
    assert len([line for line in said if "”: say “" in line]) == MOST_WORDS


def test_a_text_of_any_length_is_answered():
    for text in ("x" * 300_000, "word " * 60_000, "robust-" * 50_000, "…" * 100_000):
        assert max(map(len, advice_on(text)), default=0) < 500


# --- The address that a form asks while somebody writes ---------------------------------------------------------------


@pytest.mark.django_db
def test_one_text_is_advised_on_and_nothing_is_kept(client):
    ann = client_of(build.person("Ann", "ann@example.org"))
    sent = {"purpose": HARD, "fixed": "Nothing is asked about this."}
    answer = ann.post("/advice/?of=purpose", sent)
    assert (answer.status_code, "Reads like age 18." in answer.content.decode()) == (200, True)
    assert "<html" not in answer.content.decode()
    assert "Reads well." not in ann.post("/advice/?of=nothing", sent).content.decode()
    assert ann.get("/advice/").status_code == 405
    assert client.post("/advice/?of=purpose", sent).url.startswith("/sign-in/")


@pytest.mark.django_db
def test_what_is_quoted_back_is_words_and_no_markup():
    ann = client_of(build.person("Ann", "ann@example.org"))
    answer = ann.post("/advice/?of=a", {"a": "<script>alert(1)</script> " + "and so on " * 20}).content.decode()
    assert "<script" not in answer
    assert "&lt;script&gt;" in answer


@pytest.mark.django_db
def test_the_summary_of_a_record_and_an_answer_are_advised_on_too():
    cast = build.cast()
    stage = build.opened(cast.cycle, "needs")
    record = build.record(stage, summary=HARD)
    page = client_of(cast.ann).get(f"{record.get_absolute_url()}edit/")
    assert "“stakeholders”: say “the people concerned”." in page.content.decode()
    said = build.contribution(stage, cast.mia, cast.users)
    sent = {"outcome": "no change", "text": "Stakeholders were heard.", "because": ""}
    answer = client_of(cast.ann).post(f"{said.get_absolute_url()}answer/", sent)
    assert (answer.status_code, "“Stakeholders”: say" in answer.content.decode()) == (422, True)
