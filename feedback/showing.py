"""Contributions and answers as one reader may see them on a page."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.openness import Openness
from cycle.reading import read_events

from .changes import in_words, newest_change, since
from .models import Answer, Contribution


@dataclass(frozen=True)
class Given:
    """An answer, with what changed as the reader may know it (words, or None; an address, or empty)."""

    answer: Answer
    change: str | None
    url: str


@dataclass(frozen=True)
class Said:
    """A contribution for one reader: under which name, what changed since, which answers it got."""

    contribution: Contribution
    name: str
    since: object
    answers: list[Given]
    may_judge: bool
    is_involved: bool

    @property
    def state(self):
        """The state of its answer as a shape and a word, as components/state_tag.html takes them."""
        if self.contribution.is_answered:
            return {"shape": "finished", "word": _("Answered")}
        if self.contribution.is_overdue:
            return {"shape": "changed", "word": _("Answer overdue")}
        return {"shape": "not_yet", "word": _("Waits for an answer")}

    @property
    def to_judge(self):
        """The answer that waits for this reader to say whether it is one; or None."""
        last = self.answers[-1].answer if self.answers else None
        return last if self.may_judge and last and not last.verdict else None

    @property
    def facts(self):
        """What is known about it as (label, value) pairs; who put it in is told only to those who take part."""
        said = self.contribution
        entered = said.was_entered_for_another and self.is_involved
        return [
            (_("Who said it"), self.name),
            (_("When"), date_format(said.given_on, "j F Y")),
            (_("How it was said"), said.get_channel_display()),
            (_("Put in by"), said.entered_by.name if entered else ""),
            *(_put_in(said) if self.is_involved else []),
            (_("Whose view it is"), said.get_voice_display()),
            (_("How they know"), said.how_known),
            (_("How many people were asked"), said.how_many or ""),
            (_("Who among them thinks otherwise"), said.dissent),
            (_("Who may read it"), said.get_openness_display()),
            (_("What was agreed then"), _agreed(said)),
        ]


def _put_in(said):
    """How it came into the record, as (label, value) pairs, for those who take part."""
    yes_no = {True: _("Yes"), False: _("No")}
    return [
        (_("Who helped"), said.helper),
        (_("They agreed that it is put in"), yes_no.get(said.consent, "")),
        (_("Read back to them"), yes_no.get(said.read_back, "")),
        (_("At which meeting"), str(said.session) if said.session_id else ""),
        (_("Paper form"), str(said.paper_form) if said.paper_form_id else ""),
    ]


def _agreed(said):
    if said.agreement is None:
        return _("No agreement was in force")
    words = {"round": said.agreement.round.number, "version": said.agreement.version}
    return _("Round %(round)d, version %(version)d") % words


def shown(contributions, stage, reader):
    """The Saids for these contributions of one stage, fetched with `for_list`."""
    rows, newest = list(contributions), newest_change(stage)
    for row in rows:
        row.stage, row.cycle = stage, stage.cycle
    events = {answer.changed_event for row in rows for answer in row.answers.all() if answer.changed_event}
    lines = {line.event: line for line in read_events([*newest, *events.difference(newest)], reader, stage.cycle)}
    changes = [lines[event] for event in newest]
    involved = stage.cycle.standing_of(reader).is_involved
    return [
        Said(row, row.name_for(reader), since(row, changes), _given(row, lines), row.is_judged_by(reader), involved)
        for row in rows
    ]


def _given(contribution, lines):
    """The answers of a contribution in their order."""
    answers = sorted(contribution.answers.all(), key=lambda answer: answer.number)
    return [Given(answer, *_change(lines.get(answer.changed_event))) for answer in answers]


def _change(line):
    if line is None:
        return None, ""
    return (_("something that is not open to you"), "") if line.is_hidden else (in_words(line.event), line.url)


def hidden_in_words(stage, reader):
    """Sentences that tell how many contributions of the stage this reader may not read, and who may (R14)."""
    counts = Contribution.objects.in_stage(stage).hidden_from(reader, stage.cycle).by_openness()
    officers, involved = counts.pop(Openness.WITHHELD, 0), sum(counts.values())
    told = [
        (officers, ngettext("%(count)d more was given to the officers only.",
                            "%(count)d more were given to the officers only.", officers)),
        (involved, ngettext("%(count)d more was given to those who take part.",
                            "%(count)d more were given to those who take part.", involved)),
    ]  # fmt: skip
    return [sentence % {"count": count} for count, sentence in told if count]
