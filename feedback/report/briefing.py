"""The page before the meeting: what those who decide in a stage read on one page before they do (R48, R50)."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cycle.models import RECORDS, Event, Participant, Stage
from cycle.standing import Standing
from involvement.status import AgreementStatus, status_of

from ..counting import at_most
from ..decisions import Decisions
from ..models import Answer, Contribution, Promise
from ..stage_lines import listed
from .agreed import place_of
from .reader import ForOneReader, OfOneStage
from .said import by_party
from .shortly import Row, Shortlist, cut, part_of, shortlist, with_its_brief

RECENT = 3  # so many of the last things that each party said are shown in its own words
POINTS = 2
PROMISES, ADVICE, RISKS, MONEY, TALKS = 3, 3, 3, 3, 2
ASKED = {"purpose": 190, "open_to_change": 190, "fixed": 110, "fixed_because": 110, "who_decides": 150}  # characters
QUOTED = {3: 150, 5: 75, 9: 55}  # up to so many parties, so many characters of what each said are told in the table


@dataclass(frozen=True)
class Own:
    """One contribution in the words of the one who gave it, with the name that the reader may see."""

    contribution: Contribution
    name: str


@dataclass(frozen=True)
class Voices:
    """What one party said, counted: in all, in whose voice, how many people were asked, how much is not shown."""

    name: str
    said: int = 0
    own: int = 0
    mandate: int = 0
    wider: int = 0
    asked: int = 0
    hidden: int = 0
    recent: list[Own] = field(default_factory=list)
    standing: str = ""


@dataclass(frozen=True)
class Promised:
    """What is promised for a day, in its first words where the reader may read them."""

    by: date
    words: str
    url: str
    is_late: bool


@dataclass(frozen=True)
class Briefing(OfOneStage, ForOneReader):
    """One page on one stage for one reader. today: what is late is judged by it."""

    PAPER = "feedback/briefing/paper.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    last_event: Event
    today: date
    parties: list[Voices]
    sorts: list[tuple[str, int]]
    outcomes: dict[str, int]
    advice: Shortlist
    money: Shortlist
    risks: Shortlist
    talks: Shortlist
    promises: list[Promised]
    points: list[Row] = field(default_factory=list)
    more_promises: int = 0

    @property
    def asked(self):
        """What the agreement asks and what it leaves open, as (label, words) pairs; empty while there is none."""
        agreement = self.status.agreement
        if agreement is None:
            return []
        said = {name: cut(getattr(agreement, name), longest) for name, longest in ASKED.items()}
        day = date_format(agreement.decides_on, "j F Y") if agreement.decides_on else _("No day is set.")
        return [
            (_("What is asked"), said["purpose"]),
            (_("What can change"), said["open_to_change"]),
            (_("What is fixed, and why"), f"{said['fixed']} {said['fixed_because']}"),
            (_("Who decides"), said["who_decides"]),
            (_("When"), day),
        ]

    @property
    def waits_for(self):
        """The parties whose signature is missing or too old, as a sentence lists them."""
        names = [str(each.party) for each in self.status.parties if each.is_waited_for]
        return listed(names, 4, 40)

    @property
    def quoted(self):
        """So many characters of what each party said stand in the table: the more parties, the fewer."""
        return next((longest for most, longest in QUOTED.items() if len(self.parties) <= most), 40)

    @property
    def total(self):
        """How much was said in all."""
        return sum(party.said for party in self.parties)


def briefing_of(stage, reader):
    """The Briefing of a stage, with its cycle and the cycle's authority fetched; a fixed number of queries."""
    cycle, today, status = stage.cycle, timezone.localdate(), status_of(stage)
    in_stage = Contribution.objects.in_stage(stage)
    promises = Promise.objects.in_stage(stage).still_open()
    return Briefing(
        stage=stage, standing=cycle.standing_of(reader), status=status, today=today,
        last_event=cycle.events.get(number=cycle.ledger_length),
        parties=_voices(stage, status, reader),
        sorts=_sorts(in_stage),
        outcomes=_outcomes(in_stage, today),
        advice=shortlist(list(stage.kind.record.objects.in_stage(stage))[::-1], reader, cycle, _in_full, ADVICE),
        money=part_of(cycle, reader, "money", with_its_brief, MONEY),
        risks=_risks(stage, reader),
        talks=part_of(cycle, reader, "talk", with_its_brief, TALKS),
        promises=_promises(promises, stage, reader, today)[:PROMISES],
        points=_points(stage, reader),
        more_promises=max(at_most(promises) - PROMISES, 0),
    )  # fmt: skip


def _points(stage, reader):
    """The Rows of the decisions that are taken in a stage or rest on it: when they were shaped, how many spoke."""
    register, found = Decisions(stage.cycle, reader), []
    for each in reversed(register.rows):
        if stage.pk not in {each.decision.stage_id, *register.stages_of(each.decision)}:
            continue
        days = ", ".join(words for words, _url in each.shaped.lines) or _("nothing says when")
        said = {"shaped": days, "level": each.decision.get_authority_display(), "state": each.state_in_words}
        words = _("Really shaped: %(shaped)s. Who decides: %(level)s. Where it stands: %(state)s.") % said
        heard = "; ".join(map(str, register.lines(each.decision)))
        found.append(Row(cut(each.decision, 80), f"{words} {cut(heard, 260)}", each.decision.get_absolute_url()))
    return found[:POINTS]


def _in_full(record):
    """The Row of one of the stage's own records: what officers put before those who decide."""
    brief = record.brief
    words = "\n".join(f"{label}: {cut(value, 170)}" for label, value in brief) if len(brief) > 1 else ""
    figure = f"{record.figure}. " if record.figure else ""
    return Row(cut(record.title, 80), words or cut(figure + record.summary, 120), record.get_absolute_url())


def _risks(stage, reader):
    """The pressures that hit this stage, and what is kept ready in case things go wrong (R86)."""
    found = []
    for model in RECORDS:
        if hasattr(model, "SIDES"):
            _title, ready = model.SIDES["fallback"]
            wanted = Q(hits=stage) | Q(**{f"{model.FIGURE}__in": ready})
            for name, values in model.REASSESSED_ON.items():
                wanted |= Q(**{f"{name}__in": values})  # it hits every stage
            found += reversed(model.objects.in_cycle(stage.cycle).filter(wanted).distinct())
    return shortlist(found, reader, stage.cycle, with_its_brief, RISKS)


def _voices(stage, status, reader):
    """The Voices of everybody who said something in this stage and of every party that has to sign."""
    in_stage = Contribution.objects.in_stage(stage)
    counts = {
        row["participant"]: row
        for row in in_stage.order_by().values("participant").annotate(
            said=Count("pk"), asked=Sum("how_many"),
            **{voice: Count("pk", filter=Q(voice=voice)) for voice in Contribution.Voice.values},
        )
    }  # fmt: skip
    hidden = by_party(in_stage.hidden_from(reader, stage.cycle))
    recent = _recent(in_stage.visible_to(reader, stage.cycle), stage, reader)
    named = {each.party.participant_id for each in status.parties if each.party.must_sign}
    found = []
    for party in sorted(Participant.objects.filter(pk__in={*named, *counts}), key=place_of):
        told = {name: value or 0 for name, value in counts.get(party.pk, {}).items() if name != "participant"}
        name = cut(party.name, 40)
        found.append(Voices(name, **told, hidden=hidden.get(party.pk, 0), recent=recent[party.pk],
                            standing=str(party.get_standing_display())))  # fmt: skip
    return found


def _recent(readable_ones, stage, reader):
    """The last few contributions of each participant that this reader may read, newest first, by its id."""
    found = defaultdict(list)
    for contribution in readable_ones.newest_of_each_party(RECENT).select_related("participant", "given_by"):
        contribution.stage, contribution.cycle = stage, stage.cycle
        found[contribution.participant_id].append(Own(contribution, contribution.name_for(reader)))
    return found


def _sorts(in_stage):
    """(sort in words, how many) for each sort of contribution that there is."""
    counts = dict(in_stage.order_by().values_list("sort").annotate(Count("pk")))
    return [(str(label), counts[value]) for value, label in Contribution.Sort.choices if value in counts]


def _outcomes(in_stage, today):
    """How much of what was said changed something, waits for an answer, and is late."""
    changed = in_stage.filter(answers__outcome=Answer.Outcome.CHANGED).distinct()
    return {
        "changed": changed.count(),
        "waiting": in_stage.owed().count(),
        "late": in_stage.overdue(today).count(),
    }


def _promises(promises, stage, reader, today):
    """The open Promises of a stage, the first to be due at the top."""
    rows = list(promises.order_by("due_on", "pk")[:PROMISES])
    readable = promises.visible_to(reader, stage.cycle).filter(pk__in=[row.pk for row in rows])
    may_read = set(readable.values_list("pk", flat=True))
    found = []
    for row in rows:
        row.stage, row.cycle = stage, stage.cycle
        is_open = row.pk in may_read
        words = f"“{cut(row.what, 90)}”" if is_open else _("something that is not open to you")
        found.append(Promised(row.due_on, words, row.get_absolute_url() if is_open else "", row.due_on < today))
    return found
