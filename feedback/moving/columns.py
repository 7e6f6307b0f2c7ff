"""The columns of an export: one list, in their order. A new one is a new line; pages, CSV, XLSX and JSON follow."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.text import format_lazy
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from people.refusal import Sentence

from ..showing import Given, Said


@dataclass(frozen=True)
class Line:
    """One contribution as its reader may have it. contributions: the list's address. runs: whether an officer reads."""

    said: Said
    contributions: str
    runs: bool

    @property
    def row(self):
        return self.said.contribution

    def answer(self, back):
        """The last answer, or the one so many before it; None when there is none."""
        answers = self.said.answers
        return answers[-1 - back] if len(answers) > back else None


@dataclass(frozen=True)
class Column:
    """name: what CSV and JSON call it, for ever. value: text, number, date or None; words: the same for people."""

    name: str
    label: Sentence
    about: Sentence
    value: Callable[[Line], object]
    words: Callable[[Line], object] | None = None

    def in_words(self, line):
        """The value as a spreadsheet shows it."""
        return (self.words or self.value)(line)


def _chosen(name, label, about):
    """A column of a field with choices: its key, and in words its label."""
    return Column(
        name,
        label,
        about,
        lambda line: getattr(line.row, name),
        lambda line: getattr(line.row, f"get_{name}_display")(),
    )


CONTRIBUTION = (
    Column("number", _("Number"), _("Under this number everybody finds it."), lambda line: line.row.pk),
    Column("stage", _("Stage"), _("In which stage it was said."),
           lambda line: line.row.stage.kind_slug, lambda line: str(line.row.stage)),
    Column("address", _("Address"), _("Its page."), lambda line: f"{line.contributions}{line.row.pk}/"),
    _chosen("sort", _("What it is"), _("An experience, a view, an idea, a question, a concern or an objection.")),
    Column("text", _("What was said"), _("Their own words."), lambda line: line.row.text),
    Column("who", _("Who said it"), _("The name only where you may read it; else from which group or body."),
           lambda line: line.said.name),
    Column("party", _("Group or body"), _("For whom it was said."), lambda line: line.row.participant.name),
    _chosen("voice", _("Whose view it is"), _("Their own, their group’s, or that of many.")),
    Column("how_known", _("How they know"), _("How they know what others think."), lambda line: line.row.how_known),
    Column("how_many", _("How many were asked"), _("A number, or nothing."), lambda line: line.row.how_many),
    Column("dissent", _("Who thinks otherwise"), _("What some of them think instead."), lambda line: line.row.dissent),
    _chosen("channel", _("How it was said"), _("Online, on paper, by phone and so on.")),
    Column("said_on", _("Said on"), _("The day on which it was said."), lambda line: line.row.given_on),
    _chosen("openness", _("Who may read it"), _("Everyone, those who take part, or the officers.")),
    Column("state", _("State"), _("Whether it waits or is answered."),
           lambda line: line.row.state, lambda line: line.row.get_state_display()),
    Column("due_on", _("Answer due on"), _("By when an answer is owed."), lambda line: line.row.due_on),
    Column("about", _("About"), _("Which record of the stage it is about, as you may read it."),
           lambda line: line.said.about[0]),
    Column("themes", _("Themes"), _("The themes that it stands in, as far as you may know them."),
           lambda line: "; ".join(str(coding.theme) for coding in line.said.themes)),
    Column("reference", _("Reference"), _("Its number in the tool that it came from; only officers get it."),
           lambda line: line.row.reference if line.runs else ""),
)  # fmt: skip


@dataclass(frozen=True)
class OfAnswer:
    """A column about an answer. value: of a Given, which is never None."""

    name: str
    label: Sentence
    about: Sentence
    value: Callable[[Given], object]
    words: Callable[[Given], object] | None = None


ANSWER = (
    OfAnswer("outcome", _("what came of it"), _("Something changed, nothing changed, or it is looked at later."),
             lambda given: given.answer.outcome, lambda given: given.answer.get_outcome_display()),
    OfAnswer("text", _("in words"), _("What the officer wrote."), lambda given: given.answer.text),
    OfAnswer("because", _("why"), _("Why nothing changed, or why a question is not answered."),
             lambda given: given.answer.because),
    OfAnswer("passed_to", _("passed to"), _("Who has it now, when it was not ours."),
             lambda given: given.answer.passed_to),
    OfAnswer("expect", _("what to expect"), _("What to expect from them."), lambda given: given.answer.expect),
    OfAnswer("later_by", _("looked at by"), _("The day, when it is later."), lambda given: given.answer.later_by),
    OfAnswer("changed", _("what changed"), _("What changed, as you may read it."), lambda given: given.change or ""),
    OfAnswer("by", _("by whom"), _("Who answered for the authority."), lambda given: given.answer.by.name),
    OfAnswer("on", _("given on"), _("The day of the answer."), lambda given: localdate(given.answer.at)),
    OfAnswer("verdict", _("is it an answer?"), _("What the one who is answered says."),
             lambda given: given.answer.verdict, lambda given: given.answer.get_verdict_display()),
    OfAnswer("verdict_words", _("their words on it"), _("In their own words."),
             lambda given: given.answer.verdict_words),
)  # fmt: skip


def _of_answer(back, prefix, about_which, column):
    def value(line):
        given = line.answer(back)
        return "" if given is None else column.value(given)

    def words(line):
        given = line.answer(back)
        return "" if given is None else (column.words or column.value)(given)

    return Column(f"{prefix}_{column.name}", format_lazy(about_which, what=column.label), column.about, value, words)


# An answer that did not answer is given again, once: the last one stands first, and before it the one that went back.
FLAT = (
    *CONTRIBUTION,
    *(_of_answer(0, "answer", _("Answer: {what}"), column) for column in ANSWER),
    *(_of_answer(1, "earlier_answer", _("Earlier answer: {what}"), column) for column in ANSWER),
)
