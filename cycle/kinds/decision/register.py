"""The register: every decision of a cycle, when it was shaped and taken, and whether it stands (R47, R50)."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ...glance import Cell
from ...models.round import Round

AHEAD, STANDS, CALLED_IN, UPHELD, SENT_BACK, OVERTURNED, REPLACED = (
    "ahead", "stands", "called in", "upheld", "sent back", "overturned", "replaced",
)  # fmt: skip

UNSHAPED = "changed"  # the mark of what is missing


def day(value):
    """A date as pages have it; empty for none."""
    return date_format(value, "j F Y") if value else ""


@dataclass(frozen=True)
class Registered:
    """One decision as its reader may have it. shapings, call_ins: those that they may read, oldest first.

    round: the Round of its stage in which it was written down, or None. later: the decision that changes it, or None.
    hidden: how many moments and call-ins of it they may not read.
    """

    decision: object
    shapings: list = field(default_factory=list)
    call_ins: list = field(default_factory=list)
    round: object = None
    later: object = None
    hidden: int = 0

    @property
    def state(self):
        """One of the states of a decision, by what came last."""
        if not self.decision.is_taken:
            return AHEAD
        if self.later:
            return REPLACED
        return self.call_ins[-1].state if self.call_ins else STANDS

    @property
    def state_in_words(self):
        """Whether it stands, in a few words."""
        words = {
            AHEAD: self._ahead,
            STANDS: _("In force"),
            CALLED_IN: _("Called in, and not settled"),
            UPHELD: _("In force: called in, and upheld"),
            SENT_BACK: _("Sent back to be decided again"),
            OVERTURNED: _("Overturned after a call-in"),
            REPLACED: _("Changed by a later decision"),
        }
        return words[self.state]

    @property
    def _ahead(self):
        expected = self.decision.expected_on
        return _("Not taken yet, planned for %(day)s") % {"day": day(expected)} if expected else _("Not taken yet")

    @property
    def stands(self):
        """The Cell of where it stands, and whether there is more on it that its reader may not know."""
        return Cell(self.state_in_words, note=self.hidden_in_words)

    @property
    def hidden_in_words(self):
        """How much about it is not open to its reader, as a sentence; empty for nothing."""
        words = ngettext(
            "%(number)d thing about it is not open to you.", "%(number)d things about it are not open to you.",
            self.hidden,
        )  # fmt: skip
        return words % {"number": self.hidden} if self.hidden else ""

    @property
    def is_unshaped(self):
        """Whether it was taken, and nothing says when it was shaped."""
        return self.decision.is_taken and not self.shapings

    @property
    def shaped(self):
        """The Cell with the days on which it was shaped, each with its address; or that nothing says when."""
        if self.shapings:
            return Cell(lines=[(day(each.shaped_on), each.get_absolute_url()) for each in self.shapings])
        if self.is_unshaped:
            return Cell("–", note=_("Nothing open to you says when."), mark=UNSHAPED)
        return Cell("–")

    @property
    def round_in_words(self):
        return _("Round %(number)d") % {"number": self.round.number} if self.round else ""


@dataclass(frozen=True)
class Register:
    """All decisions of a cycle that a reader may read, and how many more there are."""

    rows: list[Registered]
    hidden: int = 0


def registered(cls, cycle, reader):
    """The Register of a cycle's decisions for this reader, in the order of their days; eight queries at any number."""
    found = _read(cls, cycle, reader)
    models = [getattr(cls, name).rel.related_model for name in ("shapings", "call_ins")]
    shapings, call_ins = (_by_decision(_read(model, cycle, reader)) for model in models)
    named = (
        model.objects.filter(stage__cycle=cycle).order_by().values_list("decision_id", flat=True) for model in models
    )
    every = Counter(pk for keys in named for pk in keys)
    rounds = list(Round.objects.in_cycle(cycle).order_by("number"))
    later = {each.replaces_id: each for each in found if each.replaces_id}
    rows = [
        Registered(
            each,
            sorted(shapings.get(each.pk, []), key=lambda shaping: (shaping.shaped_on, shaping.pk)),
            call_ins.get(each.pk, []), _round_of(each, rounds), later.get(each.pk),
            every[each.pk] - len(shapings.get(each.pk, [])) - len(call_ins.get(each.pk, [])),
        )
        for each in found
    ]  # fmt: skip
    rows.sort(key=lambda row: (not row.decision.is_taken, row.decision.day or date.max, row.decision.pk))
    return Register(rows, cls.objects.filter(stage__cycle=cycle).count() - len(found))


def _read(model, cycle, reader):
    """The records of one model in the cycle that the reader may read; each has the very cycle."""
    rows = list(model.objects.in_cycle(cycle).visible_to(reader, cycle))
    for each in rows:
        each.stage.cycle = cycle
    return rows


def _by_decision(records):
    found = {}
    for each in records:
        found.setdefault(each.decision_id, []).append(each)
    return found


def _round_of(decision, rounds):
    """The Round that was under way when a decision was written down."""
    begun = [each for each in rounds if each.stage_id == decision.stage_id and each.begun_at <= decision.created_at]
    return begun[-1] if begun else None
