"""Which way of meeting fits which purpose: advice beside the choice and on the plan, never a block (R25; c4)."""

from django.utils.translation import gettext_lazy as _

from .models import Session

Aim, Format = Session.Aim, Session.Format

HINTS = {
    Format.MEETING: _("Good to work something out, or to decide. Large tables are hard for people who say little."),
    Format.OPEN: _("Good to tell something to many. Few people say there what is hard to say."),
    Format.GROUND: _("People speak freely where they are at home. Good to hear what they think and live."),
    Format.VISIT: _("Reaches people who cannot come. Good to hear and to see how it is."),
    Format.WALK: _("Good to work something out that one has to see or hold in the hand."),
    Format.ONE: _("Good for what is hard to say, or hard to follow, in front of others."),
    Format.CALL: _("Saves the way. Some people cannot hear well so, or have no screen."),
}

# (aim, format) that seldom fit -> why, and what to do instead.
SELDOM = {
    (Aim.TELL, Format.ONE): _(
        "To tell people something, one to one reaches few. A sheet in plain words can go to all."
    ),
    (Aim.HEAR, Format.OPEN): _(
        "At an open event few people say what is hard to say. Add a time one to one, or go to the group’s own ground."
    ),
    (Aim.WORK, Format.OPEN): _("At an open event it is hard to work something out. A smaller round does more."),
    (Aim.DECIDE, Format.OPEN): _(
        "At an open event it is seldom clear who decides. Say so before, or decide in a smaller round."
    ),
    (Aim.DECIDE, Format.VISIT): _(
        "On a visit, those who decide are seldom all there. Hear people there, and decide where all are."
    ),
    (Aim.DECIDE, Format.ONE): _("What is decided one to one is seen by nobody else. Write down well what is decided."),
}


def advice_on(session):
    """The sentence that says that this way of meeting seldom fits what is to happen; "" where it does."""
    return str(SELDOM.get((session.aim, session.format), ""))


def missing_of(session):
    """What the plan of a meeting does not say yet, as a list of sentences; empty when it says all."""
    found = (
        (session.purpose, _("what it is for")),
        (session.aim, _("what is to happen at it")),
        (session.format, _("how people meet")),
        (session.begins, _("when it begins")),
        (session.minutes, _("how long it takes")),
    )
    return [str(words) for value, words in found if not value]
