"""Reference codes for paper: short, without letters that look alike, and a slip of the hand shows.

The letters are those of a sign-in letter (people/models/printed_code.py). The last one is a check letter over the field
of 16 elements: every single wrong letter and every swap of two letters gives another one.
"""

import re

from django.utils.crypto import get_random_string

from .models.printed_code import LETTERS

LENGTH = 7  # six letters by chance, some 16 million codes, and the check letter
OVERFLOW = 0b10011  # x⁴ + x + 1, by which products stay below 16


def new_code():
    """A code by chance, as it is stored."""
    letters = get_random_string(LENGTH - 1, LETTERS)
    return letters + check_letter(letters)


def free_code(rows):
    """A code that none of these rows has yet; rows: a queryset of a model with a `code`."""
    code = new_code()
    while rows.filter(code=code).exists():
        code = new_code()
    return code


def check_letter(letters):
    """The letter that goes behind these."""
    sum_of_all = 0
    for letter in letters:
        sum_of_all = _doubled(sum_of_all ^ LETTERS.index(letter))
    return LETTERS[sum_of_all]


def tidy(typed):
    """A code as somebody typed it, as it is stored: capitals, and no blanks or dashes."""
    return re.sub(r"[\s‐-―-]", "", typed).upper()


def is_sound(code):
    """Whether a tidy code can be one: its length, its letters, its check letter."""
    return len(code) == LENGTH and set(code) <= set(LETTERS) and check_letter(code[:-1]) == code[-1]


def in_print(code):
    """A code as people read it: BCD-FGHJ."""
    return f"{code[:3]}-{code[3:]}"


def _doubled(number):
    number <<= 1
    return number ^ OVERFLOW if number > 15 else number
