"""What is kept about people, class by class, in words for them: the page about oneself and the privacy statement."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ..personal import Class
from .rules import rule_on


@dataclass(frozen=True)
class Told:
    """One class in words. going: what becomes of it when the person asks to be forgotten."""

    sort: Class
    what: str | Promise
    why: str | Promise
    who: str | Promise
    going: str | Promise

    @property
    def how_long(self):
        """For how long it is kept, by the rule of today."""
        rule = rule_on(self.sort, timezone.localdate())
        return rule.how_long if rule else ""


GONE = _("We delete it.")
NUMBER = _("It stays. A number stands where your name was.")
TOLD = (
    Told(
        Class.REACH, _("Your name and your e-mail address"), _("So that you can sign in, and so that others know you."),
        _("Those who take part with you see your name. If you run a cycle or decide in it, all see it. "
          "Nobody else sees your address."),
        _("We delete both. A number stands where your name was."),
    ),
    Told(
        Class.PART, _("What you do here, and your places in groups and cycles"),
        _("So that everybody can see how a decision came about."),
        _("Those who may read the thing itself."), NUMBER,
    ),
    Told(
        Class.NAMED, _("Your name in what others write"), _("Some records say who leads, who went or who decides."),
        _("Those who may read that text."), NUMBER,
    ),
    Told(
        Class.SAID, _("What you say, and the files that you add to it"),
        _("So that it gets an answer, and can be found again."),
        _("You choose that each time you say something."),
        _("It stays under a number. You can have your words taken away as well."),
    ),
    Told(
        Class.PRIVATE, _("What is only for you"), _("Half-written texts, and work that goes on behind a page."),
        _("You alone. We give your answers about openness to nobody, and keep no name with them."), GONE,
    ),
    Told(
        Class.NEED, _("What you need to take part"), _("So that a meeting is right for you."),
        _("Those who prepare the meeting, if you have told them."), GONE,
    ),
    Told(
        Class.LOAD, _("That you want less, have a rest or have left"), _("So that nobody asks too much of you."),
        _("Those who keep your group."), GONE,
    ),
    Told(
        Class.MONEY, _("What you are offered, claim and are paid"),
        _("So that you get your money. The law asks for accounts."),
        _("You, and those who pay."), _("It stays until the accounts may go. A number stands where your name was."),
    ),
    Told(
        Class.EQUALITY, _("What you tell us about equality"), _("So that we see who is missing. You never have to."),
        _("Nobody, with your name. Others see only large counts."), GONE,
    ),
    Told(
        Class.SIGN_IN, _("What lets you sign in"), _("Codes and marks, so that nobody else gets in as you."),
        _("Nobody. Codes are kept in a way that nobody can read."), GONE,
    ),
    Told(
        Class.SENT, _("What we sent to you"), _("So that you get nothing twice."),
        _("You alone. Once an e-mail has gone, we keep its title and not its words."), GONE,
    ),
)  # fmt: skip
