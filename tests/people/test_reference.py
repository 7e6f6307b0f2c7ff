"""Reference codes on paper: short, plain, and a slip of the hand shows."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from people import reference
from people.models.printed_code import LETTERS

codes = st.text(LETTERS, min_size=6, max_size=6).map(lambda letters: letters + reference.check_letter(letters))


@given(codes, st.integers(0, 6), st.sampled_from(LETTERS))
def test_every_single_wrong_letter_shows(code, place, letter):
    wrong = code[:place] + letter + code[place + 1 :]
    assert reference.is_sound(wrong) == (wrong == code)


@given(codes)
def test_every_two_letters_that_changed_places_show(code):
    for place, (one, other) in enumerate(pairwise(code)):
        swapped = code[:place] + other + one + code[place + 2 :]
        assert reference.is_sound(swapped) == (swapped == code)


@given(codes)
def test_a_code_is_read_however_it_is_typed(code):
    assert reference.tidy(f" {reference.in_print(code).lower()} ") == code


def test_a_new_code_is_sound_and_something_else_is_not():
    assert reference.is_sound(reference.new_code())
    assert not any(map(reference.is_sound, ["", "BCD", "0000000", "AEIOUYY", reference.new_code() + "B"]))
