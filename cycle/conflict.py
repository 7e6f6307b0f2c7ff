"""Two writers at one thing: what they are told stands below, in `people/refusal.py`, because groups have two, too."""

from people.refusal import Conflict

__all__ = ["Conflict"]
