"""Contributions and answers as one reader may see them on a page."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cycle.openness import Openness
from cycle.reading import read_events

from .abouts import abouts_of
from .changes import in_words, newest_change, since
from .counting import at_most
from .models import Answer, Coding, Contribution, Theme
from .search.marking import places_in

SHAPES = {
    Contribution.State.HELD: "preparing",
    Contribution.State.WITHDRAWN: "declined",
    Contribution.State.KEPT_OUT: "declined",
}
KEPT_OUT_SHOWN = 20


@dataclass(frozen=True)
class Given:
    """An answer, with what changed as the reader may know it (words, or None; an address, or empty)."""

    answer: Answer
    change: str | None
    url: str


@dataclass(frozen=True)
class Said:
    """A contribution for one reader: under which name, what changed since, which answers it got.

    themes: the Codings that the reader may know of. found: the Places in which a search has found something.
    """

    contribution: Contribution
    name: str
    since: object
    answers: list[Given]
    may_judge: bool
    is_involved: bool
    themes: list = field(default_factory=list)
    found: list = field(default_factory=list)
    about: tuple = ("", "")

    @property
    def state(self):
        """The state of its answer as a shape and a word, as components/state_tag.html takes them."""
        state = self.contribution.state
        if state in SHAPES:
            return {"shape": SHAPES[state], "word": self.contribution.get_state_display()}
        if self.contribution.is_answered and self.is_refused:
            return {"shape": "declined", "word": _("Not answered, and why")}
        if self.contribution.is_answered:
            return {"shape": "finished", "word": _("Answered")}
        if self.contribution.is_overdue:
            return {"shape": "changed", "word": _("Answer overdue")}
        return {"shape": "not_yet", "word": _("Waits for an answer")}

    @property
    def is_refused(self):
        """Whether it is a question that was left without an answer, for a reason."""
        return bool(self.answers) and self.answers[-1].answer.is_refusal

    @property
    def to_judge(self):
        """The answer that waits for this reader to say whether it is one; or None."""
        last = self.answers[-1].answer if self.answers else None
        is_open = self.may_judge and not self.contribution.is_withdrawn
        return last if is_open and last and not last.verdict else None

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
            *gathering_of(said),
            (_("Who may read it"), said.get_openness_display()),
            (_("What was agreed then"), _agreed(said)),
        ]


def gathering_of(said):
    """How the view of others was gathered, as (label, value) pairs; all empty for a view of one's own (R68)."""
    return [
        (_("How it was gathered"), said.get_gathered_display()),
        (_("How they know"), said.how_known),
        (_("When people were asked"), date_format(said.gathered_on, "j F Y") if said.gathered_on else ""),
        (_("How many people were asked"), said.how_many if said.how_many is not None else ""),
        (_("How many of them answered"), said.how_many_answered if said.how_many_answered is not None else ""),
        (_("Who among them thinks otherwise"), said.dissent),
        (_("Who could not be asked"), said.limits),
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


def shown(contributions, stage, reader, asked=None):
    """The Saids for these contributions of one stage, fetched with `for_list`. asked: the words that found them."""
    rows, newest = list(contributions), newest_change(stage)
    for row in rows:
        row.stage, row.cycle = stage, stage.cycle
    answers = answers_of(rows)
    events = events_of(answers)
    lines = {line.event: line for line in read_events([*newest, *events.difference(newest)], reader, stage.cycle)}
    changes = [lines[event] for event in newest]
    involved, themes = stage.cycle.standing_of(reader).is_involved, themes_of(rows, stage, reader)
    abouts = abouts_of(rows, stage, reader)
    return [
        Said(
            row, row.name_for(reader), since(row, changes), _given(answers[row.pk], lines), row.is_judged_by(reader),
            involved, themes[row.pk], places_in(row, answers[row.pk], asked) if asked else [],
            abouts.get(row.pk, ("", "")),
        )
        for row in rows
    ]  # fmt: skip


def themes_of(contributions, stage, reader):
    """The Codings of each of these contributions as this reader may know them, by its id; one query."""
    themes = Theme.objects.in_stage(stage).visible_to(reader, stage.cycle)
    found = defaultdict(list)
    for coding in Coding.objects.filter(contribution__in=contributions).shown_in(themes):
        coding.theme.stage, coding.theme.cycle = stage, stage.cycle
        found[coding.contribution_id].append(coding)
    return found


def shown_in_cycle(contributions, cycle, reader):
    """The Saids for these contributions of several stages of one cycle, fetched with `for_list`.

    What changed since is not told: that belongs to the page of each stage.
    """
    rows = list(contributions)
    for row in rows:
        row.cycle = row.stage.cycle = cycle
    answers = answers_of(rows)
    lines = {line.event: line for line in read_events(list(events_of(answers)), reader, cycle)}
    involved = cycle.standing_of(reader).is_involved
    return [
        Said(row, row.name_for(reader), None, _given(answers[row.pk], lines), row.is_judged_by(reader), involved)
        for row in rows
    ]


def answers_of(contributions):
    """The Answers of each of these in their order, by its id; they were fetched beforehand."""
    return {row.pk: sorted(row.answers.all(), key=lambda answer: answer.number) for row in contributions}


def events_of(answers):
    """The events that made a change which one of these answers, by contribution, tells of."""
    return {answer.changed_event for given in answers.values() for answer in given if answer.changed_event}


def _given(answers, lines):
    return [Given(answer, *_change(lines.get(answer.changed_event))) for answer in answers]


def _change(line):
    if line is None:
        return None, ""
    return (_("something that is not open to you"), "") if line.is_hidden else (in_words(line.event), line.url)


def hidden_in_words(stage, reader):
    """Sentences that tell how many contributions of the stage this reader may not read, and who may (R14)."""
    counts = Contribution.objects.in_stage(stage).hidden_by_openness(reader, stage.cycle)
    officers, involved = counts.pop(Openness.WITHHELD, 0), sum(counts.values())
    told = [
        (officers, ngettext("%(count)d more was given to the officers only.",
                            "%(count)d more were given to the officers only.", officers)),
        (involved, ngettext("%(count)d more was given to those who take part.",
                            "%(count)d more were given to those who take part.", involved)),
    ]  # fmt: skip
    return [sentence % {"count": count} for count, sentence in told if count] + _held_in_words(stage, reader)


def _held_in_words(stage, reader):
    """A sentence that tells how many wait to be looked at before this reader may read them."""
    held = Contribution.objects.in_stage(stage).held()
    count = at_most(held)
    count -= at_most(held.visible_to(reader, stage.cycle)) if count else 0
    sentence = ngettext("%(count)d more waits until an officer has looked at it.",
                        "%(count)d more wait until an officer has looked at them.", count)  # fmt: skip
    return [sentence % {"count": count}] if count > 0 else []


def kept_out_in_words(stage, reader):
    """How many were kept out of this stage, as a number, and the newest reasons: everybody is told (R71)."""
    kept_out = Contribution.objects.in_stage(stage).kept_out()
    reasons = list(kept_out.order_by("-pk").values_list("kept_out_because", flat=True)[: KEPT_OUT_SHOWN + 1])
    count = len(reasons) if len(reasons) <= KEPT_OUT_SHOWN else at_most(kept_out)
    return {"count": count, "reasons": reasons[:KEPT_OUT_SHOWN]}
