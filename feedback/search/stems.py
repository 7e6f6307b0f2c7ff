"""Martin Porter's stemmer of 1980, as both databases use it: only for marking in a page what they have found.

Program 14, 130-137: an algorithm for suffix stripping. `stem("deliveries")` is "deliveri".
"""

import re
from functools import lru_cache

VOWEL = r"(?:[aeiou]|(?<=[^aeiou])y)"
STEP_2 = {
    "ational": "ate", "tional": "tion", "enci": "ence", "anci": "ance", "izer": "ize", "bli": "ble", "alli": "al",
    "entli": "ent", "eli": "e", "ousli": "ous", "ization": "ize", "ation": "ate", "ator": "ate", "alism": "al",
    "iveness": "ive", "fulness": "ful", "ousness": "ous", "aliti": "al", "iviti": "ive", "biliti": "ble",
    "logi": "log",
}  # fmt: skip
STEP_3 = {"icate": "ic", "ative": "", "alize": "al", "iciti": "ic", "ical": "ic", "ful": "", "ness": ""}
STEP_4 = (
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti",
    "ous", "ive", "ize",
)  # fmt: skip


def _shape(stem):
    """The word as v and c: each letter a vowel or a consonant."""
    shape = ""
    for letter in stem:
        vowel = letter in "aeiou" or (letter == "y" and shape[-1:] == "c")
        shape += "v" if vowel else "c"
    return shape


def _measure(stem):
    """How many times a vowel is followed by a consonant."""
    return len(re.findall("v+c+", _shape(stem)))


def _has_vowel(stem):
    return "v" in _shape(stem)


def _is_double(stem):
    return len(stem) > 1 and stem[-1] == stem[-2] and _shape(stem)[-1] == "c"


def _is_short(stem):
    """Whether it ends as in "hop": consonant, vowel, consonant that is not w, x or y."""
    return _shape(stem)[-3:] == "cvc" and stem[-1] not in "wxy"


@lru_cache(maxsize=20_000)
def stem(word):
    """The stem of a folded word; what has no English letters in it stays as it is."""
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    return _fifth(_fourth(_by(STEP_3, _by(STEP_2, _first(word)))))


def _first(word):
    if word.endswith(("sses", "ies")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if word.endswith("eed"):
        word = word[:-1] if _measure(word[:-3]) else word
    elif (ending := re.search("(ed|ing)$", word)) and _has_vowel(word[: ending.start()]):
        word = _mended(word[: ending.start()])
    if word.endswith("y") and _has_vowel(word[:-1]):
        word = word[:-1] + "i"
    return word


def _mended(word):
    if word.endswith(("at", "bl", "iz")):
        return word + "e"
    if _is_double(word) and word[-1] not in "lsz":
        return word[:-1]
    return word + "e" if _measure(word) == 1 and _is_short(word) else word


def _by(endings, word):
    for ending in sorted(endings, key=len, reverse=True):
        if word.endswith(ending):
            left = word[: -len(ending)]
            return left + endings[ending] if _measure(left) else word
    return word


def _fourth(word):
    for ending in sorted(STEP_4, key=len, reverse=True):
        if word.endswith(ending):
            left = word[: -len(ending)]
            fits = _measure(left) > 1 and (ending != "ion" or left[-1:] in ("s", "t"))
            return left if fits else word
    return word


def _fifth(word):
    if word.endswith("e"):
        left = word[:-1]
        word = left if _measure(left) > 1 or (_measure(left) == 1 and not _is_short(left)) else word
    return word[:-1] if word.endswith("ll") and _measure(word) > 1 else word
