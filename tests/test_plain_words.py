"""What members read is easy to read (promise 41): a reading age of 11 on average, and no sentence over 14."""

from pathlib import Path

from people.readability import average_age, sentences_of

from .plain_words import all_sentences

ROOT = Path(__file__).parent.parent
PAGES = ("feedback", "involvement", "stages", "cycle", "components", "pages", "people", "account", "forms")
# Read by those who install the site, in the page that says why a report cannot be printed.
OPERATORS = {ROOT / "feedback" / "report" / "printing.py"}
OLDEST, AVERAGE = 14, 11

NAMES_A_BODY = "the name of a body or of a law, which has to be exact"
SOURCE = "the source's own name of the stage"
OFFICERS = "only officers read it, and it names what the glossary explains"
COUNTS = "a short line with a number, whose one long word the glossary explains"
REVIEWED = {
    "Agree a framework for user involvement": SOURCE,
    "Monitoring and evaluation of user involvement": SOURCE,
    "The Equality and Human Rights Commission sees to it that public bodies keep the accessibility rules for websites "
    "of 2018.": NAMES_A_BODY,
    "If you are not content with our answer, the Equality Advisory and Support Service can advise you.": NAMES_A_BODY,
    "If you are not content with our answer, you can go to the Information Commissioner.": NAMES_A_BODY,
    "Go to the Equality Advisory and Support Service": NAMES_A_BODY,
    "The Public Contracts Regulations 2015, which held until 23 February 2025.": NAMES_A_BODY,
    "Accessible Information Standard, DAPB1605 (2025).": NAMES_A_BODY,
    "The rules are the Web Content Accessibility Guidelines, version 2.2, level AA.": NAMES_A_BODY,
    "Only a commissioner of a public authority can start a cycle.": OFFICERS,
    "Write “Ann” before you propose the agreement.": OFFICERS,
    "Nothing was different, so nothing was changed.": "every word of it is an easy one",
    "Agreement for Ann, round Ann, version Ann": COUNTS,
    "Ann contribution waits for an answer": COUNTS,
    "Ann contributions wait for an answer": COUNTS,
    "The stage was finished while Ann contributions still waited for an answer.": COUNTS,
    "To check it, ask whoever runs the site to run manage.py verify_ledger Ann --event Ann.": "a command",
}


def files():
    """The code and the templates that say something to members."""
    folders = [ROOT / "templates" / page for page in PAGES]
    folders += [ROOT / app for app in ("feedback", "involvement", "cycle", "people")]
    found = [path for folder in folders for path in sorted(folder.rglob("*")) if path.suffix in (".py", ".html")]
    return [*(path for path in found if path not in OPERATORS), ROOT / "config" / "glossary.py"]


def test_what_members_read_is_for_eleven_year_olds_and_nothing_is_too_hard():
    sentences = all_sentences(files())
    average, hard = average_age(sentences), [each for each in sentences if each.is_whole and each.age > OLDEST]
    whole = [each.age for each in sentences if each.is_whole]
    print(
        f"\n{len(sentences)} sentences, {len(whole)} measured one by one; reading age {average:.1f} on average, "
        f"{max(whole):.1f} at most; {sum(age > AVERAGE for age in whole)} over {AVERAGE}, "
        f"{len(hard)} over {OLDEST}, all reviewed"
    )
    assert len(sentences) > 500
    assert average <= AVERAGE
    assert [f"{each.age:.1f} {each.text}" for each in hard if each.text not in REVIEWED] == []
    assert [text for text in REVIEWED if text not in {each.text for each in hard}] == []


def test_the_measure_tells_hard_from_easy():
    (easy,) = sentences_of("The cat sat on the mat.")
    (hard,) = sentences_of("Organisational considerations necessitate comprehensive intersectoral deliberation.")
    assert easy.age < 7 < 20 < hard.age
