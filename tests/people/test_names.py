"""A name in the words of others: found as a whole wherever it stands, and never inside of another word."""

from hypothesis import given
from hypothesis import strategies as some

from people.privacy.names import pattern_of

AROUND = some.text(alphabet=" ,.;:()'\n\"-–", max_size=5)
WORD = some.text(alphabet="abcdefghijklmnopqrstuvwxyzäéŵ", min_size=1, max_size=8)


@given(before=WORD, left=AROUND, right=AROUND, after=WORD, blank=some.sampled_from([" ", "  ", "\n", "\u00a0"]))
def test_a_whole_name_is_replaced_wherever_it_stands(before, left, right, after, blank):
    said = f"{before} {left}Mia{blank}mORGAN{right} {after}"
    told = pattern_of("Mia Morgan").sub("Member 7", said)
    assert told == f"{before} {left}Member 7{right} {after}"


@given(before=WORD, after=WORD)
def test_a_name_inside_of_another_word_is_left(before, after):
    for name in ("Mia Morgan", "Mia", "mia@example.org"):
        said = f"{before}{name}{after}"
        assert pattern_of(name).sub("Member 7", said) == said


def test_a_single_name_is_found_as_it_is_written():
    assert pattern_of("May").sub("Member 7", "May may come in May.") == "Member 7 may come in Member 7."


def test_an_address_is_found_in_any_case():
    assert pattern_of("mia@example.org").sub("Member 7", "Write to MIA@Example.org!") == "Write to Member 7!"


def test_signs_in_a_name_are_taken_as_they_are():
    assert pattern_of("M. (Mia) O’Neil").sub("Member 7", "So said M. (Mia) O’Neil.") == "So said Member 7."
