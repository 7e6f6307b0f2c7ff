"""What is kept about people, by class: each model says of its fields which of them are about a person, and how (R71).

A model declares `PERSONAL = {"field": Class.…}` for every field that names a person or holds a person's words. Export,
erasure and the days after which things are taken away are read from there (people/privacy/registry.py); a test asks
for a field that says nothing.

What is not a reference to a person belongs to the first person that the dict refers to. Where it belongs to another
one, `PERSONAL_OF = {"field": "path__to__a__person"}` says so; None where no row leads to the person.
"""

from enum import StrEnum


class Class(StrEnum):
    """What something about a person is kept for; it decides who gets it, what an erasure does, and for how long."""

    REACH = "reach"  # who somebody is and how they are reached: name, address
    PART = "part"  # who did or wrote something that is part of the record; it goes on to say "Member 7"
    NAMED = "named"  # who leads, went or decided, as others have written it; found by the name alone
    SAID = "said"  # what somebody said as a part of the record
    PRIVATE = "private"  # for the person alone, or for the few whom they told: drafts, what was put in for nobody else
    NEED = "need"  # what somebody needs so that they can take part; a need, never a diagnosis
    LOAD = "load"  # that somebody wants less, pauses, or has left, and the words with it
    MONEY = "money"  # what somebody is offered, claims and is paid
    EQUALITY = "equality"  # held apart from who it is, by consent
    SIGN_IN = "sign-in"  # codes, sessions, and what keeps a way in safe
    SENT = "sent"  # what was written or brought to somebody
