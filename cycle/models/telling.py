"""What a sort of record says of itself, and how one of them is told: in lists, on its page, in short and in print.

A kind sets these and writes no page: lists, forms, reports, first pages and exports read them.
"""

from django.db import models
from django.db.models import Q

from ..limit import Limit
from ..snapshot import facts_of
from ..waits import Waits


class Telling:
    """Mixed into Record: what the sorts differ in, and the ways to tell one. A sort changes what it needs to."""

    SLUG = ""  # in its address, plural
    ADD = ""  # what the button says that adds one
    ABOUT = ""  # what these are for, in a sentence, where the plural does not tell
    PROMPT = ""  # what people are asked to say that may become one of these
    OWN_FIELDS: tuple[str, ...] = ()  # the typed fields, in the order of form, page and print
    ASKED_UNDER: dict[str, dict] = {}  # field -> {answer: the typed fields that are asked only when it is chosen}
    FIGURE = ""  # the typed field that a list line shows beside the title
    IN_PART: Q | None = None  # which rows are open to everyone but for one thing, where the kind has such
    SETTLES: tuple[str, ...] = ()  # the typed fields that tell a newcomer what was settled, and why (R89)
    LISTED: tuple[str, ...] = ()  # further typed fields that a list line shows
    GROUPED_BY = ""  # the typed field whose groups of choices a list is grouped by
    REASSESSED_ON: dict[str, tuple] = {}  # field -> values: at a change to one of them stages are looked at again (R31)
    BRIEF: tuple[str, ...] = ()  # the typed fields that a short page tells; the figure, where nothing else is said
    PART = ""  # what it is in a whole cycle: "money", "decision", "talk" with those who decide, "exercise", or none
    SAID_IN = ""  # where the words of parties on it are found (cycle/models/party_word.py), for files and prints
    STANDINGS_OF: dict[str, tuple] = {}  # field -> standings of the participants that it may name, where not all
    IS_DECIDED = False  # whether it is what is decided on in the end, or a choice between
    PAGE = "cycle/record.html"  # the template of its page; one that extends this, where a kind has more to show
    LIMITED_BY: tuple[Limit, ...] = ()  # amounts that have to fit what other records say
    WAITS: Waits | None = None  # what it asks of the officers by a day
    FIXES: tuple | None = None  # (stages' field or which rows, typed fields that say what of it is fixed) (R11)
    PIECE = ""  # from which side it is known, a `cycle.pieces.Piece`, where it is something that is known (R88)
    CARRIES_PROMISES = False  # whether a promise may go on in it: a clause, a measure, a milestone, a step (R78)
    FROM_FILE = ""  # the typed field whose lines may be taken from a file of two columns
    HEARD: tuple[str, ...] = ()  # the field that sums up what users said, and that of stages where they did (R48)
    PAPERS_FROM: tuple[str, ...] = ()  # kinds of stages whose work at a glance belongs to its background papers (R48)
    TOLD_TO_SPEAKERS: Q | None = None  # which of them people are told wherever they can say something (R8)

    @classmethod
    def naming(cls, sort=models.Model):
        """The names of the typed fields that name other rows of this sort, one or several."""
        columns = [cls._meta.get_field(name) for name in cls.OWN_FIELDS]
        return [each.name for each in columns if each.is_relation and issubclass(each.related_model, sort)]

    @classmethod
    def references(cls):
        """The names of the typed fields that name other records; not everybody may read those."""
        return cls.naming(Telling)

    @property
    def facts(self):
        """The typed fields as (label, value in words) pairs; without those that are empty or name another record.

        What it says of other records is told by `cycle.reading.references_of`, to those who may read them.
        """
        return self.facts_in([name for name in self.OWN_FIELDS if name not in self.references()])

    @property
    def listed(self):
        """What a list line says beside title, figure and summary, as (label, value in words) pairs."""
        return self.facts_in(self.LISTED)

    def on_page(self, reader):
        """What its page shows this reader beside what every record shows, as a dict for the template `PAGE`.

        A hook and not a page of its own: so each record has one address, with its openness, its history and what
        people said about it, whatever else its kind puts there.
        """
        return {}

    @classmethod
    def to_fetch(cls):
        """What is fetched with many of them at once: the rows that their typed fields name, and words of parties."""
        words = [f"{cls.SAID_IN}__participant"] if cls.SAID_IN else []
        return [*(each.name for each in cls._meta.many_to_many), *words]

    @property
    def words_of_parties(self):
        """(label, the words of all parties, a line for each version) when there are any, in a list."""
        words = list(getattr(self, self.SAID_IN).all()) if self.SAID_IN else []
        if not words:
            return []
        plural = str(words[0]._meta.verbose_name_plural)
        return [(plural[:1].upper() + plural[1:], "\n".join(each.in_full for each in words))]

    @classmethod
    def to_print(cls, stage, pk, reader):
        """What of one of them is printed by itself for this reader, as a `glance.Printed`; None for most sorts.

        Raises Refused where the reader knows of it and may not have it.
        """
        return None

    def facts_in(self, names):
        """These typed fields as (label, value in words) pairs, those without a value left out."""
        return facts_of(self, names)

    @property
    def parts(self):
        """Drawings and tables of its own, such as a glance has (cycle/glance.py), for its page and the report."""
        return []

    @property
    def figure(self):
        """The one typed value that a list line shows."""
        return facts_of(self, (self.FIGURE,))[0][1] if self.FIGURE and facts_of(self, (self.FIGURE,)) else ""

    @property
    def brief(self):
        """The typed fields that a short page tells, as `facts`."""
        return self.facts_in(self.BRIEF or tuple(filter(None, [self.FIGURE])))
