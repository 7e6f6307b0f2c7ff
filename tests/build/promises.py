"""Promises, what came of them, and what those say to whom they were made."""

from datetime import date, timedelta

from django.utils import timezone

from feedback.models import Promise, PromiseVerdict
from feedback.promising import voices_of

from .cycles import lead, users


def promise(stage, by=None, **over):
    """A promise of the lead to the first users' group."""
    by = by or lead(stage.cycle)
    said = {
        "what": "I promise hot meals.",
        "ground": "seat",
        "authority": "I run this cycle.",
        "due_on": date(2030, 1, 1),
    }
    to = {} if "to" in over or "contributions" in over else {"to": [users(stage.cycle)]}
    return Promise.make(stage, by, **said | to | over)


def late_promise(stage, days=3, **over):
    """A promise whose day has passed."""
    return promise(stage, due_on=timezone.localdate() - timedelta(days=days), **over)


def concluded(promise, state="kept", by=None, **over):
    """Say what came of a promise. Returns the promise."""
    because = "" if state == "kept" else "The money did not come."
    promise.conclude(by or lead(promise.cycle), state, **{"outcome": "We looked.", "because": because} | over)
    return promise


def promise_verdict(promise, by, verdict="broken", words="Nothing came."):
    """Say as one to whom it was promised whether it is kept, in the first voice that this person has."""
    return PromiseVerdict.give(promise, by, voices_of(promise, by)[0], verdict, words)
