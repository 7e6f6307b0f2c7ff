"""The register of a cycle's decisions: how each was shaped and taken, and how many people had said something (R47)."""

import csv

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.glance import Table, cell, link, named_in, row
from cycle.models import RECORDS
from cycle.snapshot import value_in_words

from .heard import Counts, stages_of
from .moving.exporting import Echo
from .moving.guard import in_cell
from .report.shortly import cut

DECISION = next(model for model in RECORDS if model.PART == "decision")

LONGEST, SHORT = 120, 60  # so many characters of what was decided, and by whom; its page has the rest
COLUMNS = (
    "number", "decision", "stage", "round", "asked", "decided", "decided_by", "level", "shaped_on", "taken_on",
    "votes", "is_key", "state", "users_said", "said_in_all", "why_it_differs", "address",
)  # fmt: skip


class Decisions:
    """The register of a cycle's decisions for one reader, with how many said something; in few queries."""

    def __init__(self, cycle, reader):
        register = DECISION.registered(cycle, reader)
        self.rows, self.hidden = register.rows, register.hidden
        self._counts = Counts(cycle, reader)
        self._named = named_in([each.decision for each in self.rows], "rests_on")

    @property
    def table(self):
        """The Table of all of them; None without any."""
        heads = [_("Decision"), _("Really shaped"), _("Formally taken"), _("Who decides"), _("What was decided"),
                 _("Where it stands"), _("How many said something")]  # fmt: skip
        rows = [self._row(each) for each in self.rows]
        return Table("", heads, rows) if rows else None

    @property
    def hidden_in_words(self):
        """How many are not open to the reader, as a sentence; empty for none."""
        if not self.hidden:
            return ""
        words = ngettext("%(number)d decision is not open to you.", "%(number)d decisions are not open to you.",
                         self.hidden)  # fmt: skip
        return words % {"number": self.hidden}

    def stages_of(self, decision):
        """The keys of the stages in which people spoke about one decision."""
        return stages_of(decision, self._named[decision.pk])

    def said(self, decision):
        """How many things were said about one decision, in all and by party."""
        return self._counts.in_words(self.stages_of(decision))

    def lines(self, decision):
        """The same in short lines."""
        return self._counts.lines(self.stages_of(decision))

    def _row(self, each):
        decision = each.decision
        note = ", ".join(filter(None, [str(decision.stage), each.round_in_words]))
        taken = value_in_words(decision._meta.get_field("taken_on"), decision.taken_on)
        return row(
            link(decision, note=note), each.shaped, taken or _("Not taken yet"),
            cell(cut(decision.decided_by, SHORT), note=str(decision.get_authority_display())),
            cell(cut(decision.decided, LONGEST) or "–", note=decision.votes_in_words if decision.is_taken else ""),
            each.stands, cell(self.lines(decision)),
        )  # fmt: skip

    def as_csv(self, site):
        """All of them as CSV in pieces: UTF-8 with a mark by which spreadsheets know it, and no live cell."""
        writer = csv.writer(Echo())
        yield "\ufeff" + writer.writerow(COLUMNS)
        for each in self.rows:
            yield writer.writerow([in_cell(value) for value in self._cells(each, site)])

    def _cells(self, each, site):
        decision = each.decision
        shaped = " ".join(str(shaping.shaped_on) for shaping in each.shapings)
        return (
            decision.pk, str(decision), str(decision.stage), each.round and each.round.number, decision.question,
            decision.decided, decision.decided_by, str(decision.get_authority_display()), shaped,
            decision.taken_on and str(decision.taken_on), decision.votes_in_words,
            str(decision.get_is_key_display()), each.state_in_words, decision.users_said, self.said(decision),
            decision.why_it_differs, site + decision.get_absolute_url(),
        )  # fmt: skip
