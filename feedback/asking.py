"""What a list of contributions is asked for: one address, one object, one queryset, for all that take "this list".

asking = Asking.from_query(request.GET)     # what makes no sense in an address is left aside
asking.rows(stage, reader)                  # what of it this reader may read
asking.to_query()                           # the same again, for a link
"""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from urllib.parse import urlencode

from .abouts import record_named
from .models import Contribution, Theme
from .search import engines
from .search.asked import LONGEST, Asked, asked

ANSWERED = ("no", "yes", "late", "held", "judge")
CHOICES = {
    "sort": Contribution.Sort.values,
    "voice": Contribution.Voice.values,
    "channel": Contribution.Channel.values,
    "openness": [value for value, _words in Contribution.READERS],
    "answered": ANSWERED,
    "theme": ["none"],
    "dissent": ["yes"],
}
KEYS = ("party", "theme", "owner", "round")
DAYS = ("since", "until")
ABOUT = re.compile(r"[a-z-]{1,40}(/[0-9]{1,18})?")


@dataclass(frozen=True)
class Asking:
    """All that can be asked for; empty where it is not. party, owner, round: keys. theme: a key, or "none".

    about: a record, as `feedback.abouts.key_of` names it.
    """

    words: str = ""
    sort: str = ""
    party: str = ""
    theme: str = ""
    answered: str = ""
    voice: str = ""
    channel: str = ""
    openness: str = ""
    owner: str = ""
    round: str = ""
    about: str = ""
    dissent: str = ""
    since: date | None = None
    until: date | None = None

    @classmethod
    def from_query(cls, query):
        """The Asking in a QueryDict, or in any dict of texts."""
        said = {name: query.get(name, "").strip() for name in cls.__dataclass_fields__}
        given = {name: value for name, value in said.items() if value in CHOICES.get(name, ())}
        given |= {name: said[name] for name in KEYS if said[name].isascii() and said[name].isdecimal()
                  and len(said[name]) < 19}  # fmt: skip
        given |= {"about": said["about"]} if ABOUT.fullmatch(said["about"]) else {}
        given |= {name: day for name in DAYS if (day := _day(said[name]))}
        return cls(words=said["words"][:LONGEST] if asked(said["words"]) else "", **given)

    def __bool__(self):
        return bool(self.given)

    @property
    def given(self):
        """What is asked for, as a dict of texts without what is not."""
        return {name: str(value) for name, value in asdict(self).items() if value}

    @property
    def asked(self) -> Asked:
        """The words that are searched for, as they are understood."""
        return asked(self.words)

    def rows(self, stage, reader):
        """The contributions of a stage that are asked for, as far as this reader may read them; a queryset."""
        found, keeps = Contribution.objects.in_stage(stage), stage.cycle.standing_of(reader).keeps
        found = found.visible_to(reader, stage.cycle).matching(reader, self, keeps)
        if self.about:
            about = record_named(stage, self.about, reader)
            found = found.about(about) if about else found.none()
        if self.theme:
            found = found.in_theme(self.theme, Theme.objects.in_stage(stage).visible_to(reader, stage.cycle))
        places = [engines.in_stage(stage.pk)] + ([engines.from_party(self.party)] if self.party else [])
        return found.search(self.words, *places)

    def to_query(self, **over):
        """The same as the text after the "?" of an address; over: what is different in it, "" to leave it out."""
        given = {name: value for name, value in {**self.given, **over}.items() if value not in ("", None)}
        return urlencode(given)

    def without(self, name):
        """The same without one of its parts."""
        return replace(self, **{name: type(self).__dataclass_fields__[name].default})


def _day(text):
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
