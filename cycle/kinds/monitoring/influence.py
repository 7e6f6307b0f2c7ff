"""Decisions that were influenced and not changed, with the word of each side: neither may claim it alone (R62; c4).

The source's commissioners all said that users had influenced decisions, even where none was changed. Whether it was so
can be said by both: here stands what was weighed, and beside it what each party says of it.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from ...models.influence_word import InfluenceWord
from ...models.record import Record


class Influence(Record):
    """What people said that was weighed in one decision, and what it is said to have done to the thinking."""

    SLUG = "influences"
    ADD = _("Add what may have influenced a decision")
    ABOUT = _("What was weighed and did not change the decision. Both sides say whether it made a difference.")
    PROMPT = _("Say where your words made a difference, or made none")
    OWN_FIELDS = ("decision", "weighed", "difference")
    SAID_IN = "judgements"
    PAGE = "cycle/influence.html"

    decision = models.ForeignKey(
        "cycle.Decision", models.PROTECT, related_name="influences", verbose_name=_("in which decision")
    )
    weighed = models.TextField(_("what people had said that was weighed"))
    difference = models.TextField(_("what it is said to have done to the thinking"))

    class Meta(Record.Meta):
        verbose_name = _("influence on a decision")
        verbose_name_plural = _("influences on decisions")

    def on_page(self, reader):
        """What each party says, oldest first, and for which parties this reader can say it."""
        words = list(InfluenceWord.objects.about([self]))
        return {"words": words, "standing": in_words(words), "asked": InfluenceWord.asked_of(self, reader)}


def last_words(words):
    """The newest word of each party, in the order in which parties spoke first."""
    return list({each.participant_id: each for each in words}.values())


def in_words(words):
    """How far both sides agree that it made a difference, as a sentence; no side can say so alone."""
    said = last_words(words)
    users = {each.says for each in said if each.is_of_users}
    authority = {each.says for each in said if not each.is_of_users}
    yes = InfluenceWord.Says.YES
    if users == {yes} and authority == {yes}:
        return _("Both sides say that it made a difference.")
    if yes in users and yes in authority:
        return _("The authority and some users’ groups say so. Not all do.")
    if yes in authority:
        if users:
            return _("Only the authority says so. Users do not say so.")
        return _("Only the authority says so. No users’ group has said anything yet.")
    if yes in users:
        return _("Only users say that it made a difference.")
    return _("Nobody says yet that it made a difference.")
