"""The information line as one reader may have it: what is kept back, the challenges to it, and their replies (R14)."""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from cycle.models import Stage
from cycle.openness import Level
from cycle.reading import Stub, things_of
from cycle.register import stubs_of

from . import challenging
from .models import Challenge


@dataclass(frozen=True)
class Told:
    """One challenge for one reader. title: of its record, or its sort; words: empty where they are closed.

    url: of the record, where the reader may read it. reply_url: for an officer, while it waits for a reply.
    """

    challenge: Challenge
    name: str
    title: str
    words: str
    url: str = ""
    reply_url: str = ""

    @property
    def state(self):
        """Where it stands as a shape and a word, as components/state_tag.html takes them."""
        if self.challenge.is_answered:
            return {"shape": "finished", "word": str(self.challenge.get_outcome_display())}
        if self.challenge.is_overdue:
            return {"shape": "changed", "word": _("The reply is overdue")}
        return {"shape": "not_yet", "word": _("Waits for a reply")}


@dataclass(frozen=True)
class Kept:
    """One thing that is kept back: its Stub, its name and address for those who may read it, and its challenges."""

    stage: Stage
    stub: Stub
    title: str
    url: str
    level: Level
    review_on: date | None
    challenges: list[Told] = field(default_factory=list)

    @property
    def is_overdue(self):
        """Whether the day on which it is looked at again has passed."""
        return self.review_on is not None and self.review_on < timezone.localdate()


def told(challenges, person, cycle):
    """The Tolds of these challenges of one cycle; as many queries as there are sorts of things in them."""
    challenges = list(challenges)
    things = things_of(challenges, person, cycle)
    return [_told(each, person, cycle, things.get(each.key)) for each in challenges]


def _told(challenge, person, cycle, thing):
    challenge.cycle = challenge.stage.cycle = cycle
    url = ""
    if thing is not None:
        thing.stage = challenge.stage
        url = thing.get_absolute_url()
    noun = str(challenge.model._meta.verbose_name)
    words = challenge.words if thing is not None or not challenge.knew else ""
    may_reply = not challenging.reply_refusal(challenge, person)
    return Told(
        challenge, challenge.name_for(person), str(thing) if thing else _("One %(noun)s") % {"noun": noun}, words, url,
        challenge.address("challenge_reply") if may_reply else "",
    )  # fmt: skip


def kept_back(records, challenges, person, cycle):
    """(the Kept of each of these records, the Tolds about things that are not among them any more).

    records: as `register_of` gives them. challenges: all of the cycle, fetched with `for_list`.
    """
    of_thing, standing = defaultdict(list), cycle.standing_of(person)
    for each in told(challenges, person, cycle):
        of_thing[each.challenge.key].append(each)
    found = []
    for record, stub in zip(records, stubs_of(records, person, cycle), strict=True):
        tolds, is_open = of_thing.pop((record._meta.label_lower, record.pk), []), standing.may_read(record.openness)
        title, url = (str(record), record.get_absolute_url()) if is_open else ("", "")
        waits = {each.challenge.participant_id for each in tolds if not each.challenge.is_answered}
        if standing.belongs_to <= waits:
            stub = replace(stub, challenge_url="")
        day = record.review_on or _day_of_last_reply(tolds)
        found.append(Kept(record.stage, stub, title, url, record.line_level, day, tolds))
    return found, [each for tolds in of_thing.values() for each in tolds]


def _day_of_last_reply(tolds):
    """The day that the last reply gave, for what is shown in part and so has no day of its own."""
    return next((each.challenge.review_on for each in reversed(tolds) if each.challenge.review_on), None)
