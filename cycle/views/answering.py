"""Answering from a page with a form, as every app does it (people/answering.py)."""

from people.answering import Outcome, attempt, done, page, stop, typed, way_back

__all__ = ["Outcome", "attempt", "done", "page", "stop", "typed", "way_back"]
