"""What is kept back, and the challenges to it."""

from datetime import date

from involvement import challenging

from .cycles import lead, users
from .records import record


def in_part(stage, by=None, **over):
    """A budget line that everybody reads, without its amount."""
    said = {"status": "undisclosed", "amount": None, "undisclosed_because": "The council has not said it yet."}
    return record(stage, by, **said | over)


def challenge(record, by, participant=None, words="It is our money."):
    """A challenge to a record of which something is kept back, by default for the first users' group."""
    return challenging.challenge(record, by, participant or users(record.stage.cycle), words)


def reply(challenge, by=None, outcome="stays", words="The talks with the firms go on.", review_on=date(2031, 1, 1)):
    """A reply, by default by the lead, and that it stays as it is. Returns the challenge."""
    day = review_on if outcome == "stays" else None
    return challenging.reply(challenge, by or lead(challenge.cycle), outcome, words, review_on=day)
