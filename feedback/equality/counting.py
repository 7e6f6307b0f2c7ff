"""How answers become counts that tell of nobody: a secret shift for each cell, and steps of five.

A cell is shown as the multiple of five at or below (its number + its shift). The shift is from 0 to 4, the same for the
cell at every count, and secret. So a cell that is shown as 10 holds from 6 to 14 people, however often it is counted:
comparing counts, or knowing some answers, never removes the doubt about the shift. What that keeps and what it costs
stands in docs/decisions/0037-needs-and-who-is-in-the-room.md.
"""

from django.utils.crypto import salted_hmac

STEP = 5


def shift_of(*cell):
    """The secret shift of one cell, from 0 to STEP - 1. cell: what tells it from all others, such as its cycle."""
    said = ":".join(map(str, cell))
    return int(salted_hmac("feedback.equality.shift", said, algorithm="sha256").hexdigest(), 16) % STEP


def shown_as(number, shift):
    """The number that is shown for a cell of so many people."""
    return STEP * ((number + shift) // STEP)


def bounds(shown):
    """The smallest and the largest number that may stand behind what is shown, as any reader can know it."""
    return max(shown - STEP + 1, 0), shown + STEP - 1
