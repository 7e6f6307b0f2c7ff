"""Debates as one reader may see them: what each side holds, what was asked, what is agreed, what stays disputed."""

from dataclasses import dataclass, field

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .counting import at_most
from .models import CommonView, Debate, DebateQuestion, Position, Stand


@dataclass(frozen=True)
class Asked:
    """One question under a position, and by whom it was asked and answered, as the reader may know it."""

    question: DebateQuestion
    asked_by: str
    answered_by: str


@dataclass(frozen=True)
class Side:
    """What one party holds. put_by: by whom it was put, as the reader may know it. stand: its last Stand, or None."""

    position: Position
    put_by: str
    asked: list[Asked] = field(default_factory=list)
    stand: Stand | None = None

    @property
    def against(self):
        """The party against whose position it stands, or empty."""
        return str(self.position.opposes) if self.position.opposes else ""


@dataclass(frozen=True)
class Tried:
    """One common view, by whom it was put, and what each side said to it. stands: (party, Stand). missing: names."""

    view: CommonView
    put_by: str
    stands: list[tuple[str, Stand]]
    missing: str


@dataclass(frozen=True)
class Shown:
    """One debate for one reader."""

    debate: Debate
    sides: list[Side]
    tried: list[Tried]
    opened_by: str

    @property
    def is_agreed(self):
        """Whether every side can live with the last common view as it stands."""
        said = [side.stand for side in self.sides]
        return bool(self.tried) and all(stand is not None and not stand.disputes for stand in said)

    @property
    def state(self):
        """Where it stands as a shape and a word, as components/state_tag.html takes them."""
        debate = self.debate
        if not debate.is_over:
            shape = "open" if debate.state == Debate.State.OPEN else "agreeing"
            return {"shape": shape, "word": debate.get_state_display()}
        if self.is_agreed:
            return {"shape": "finished", "word": _("Ended: all sides can live with it")}
        return {"shape": "changed", "word": _("Ended: something stays disputed")}

    @property
    def disputed(self):
        """(party, words): what opposes, what a side cannot live with as it is, how many questions have no answer."""
        return [pair for side in self.sides for pair in self._disputed_by(side)]

    def _disputed_by(self, side):
        party, stand = str(side.position), side.stand
        if not self.tried:
            if side.position.opposes or self._is_opposed(side.position):
                yield party, side.position.holds
        elif stand is None:
            yield party, _("Has not said whether it can live with the common view.")
        elif stand.disputes:
            yield party, f"{stand.get_answer_display()}: {stand.words}"
        open_ones = sum(not each.question.is_answered for each in side.asked)
        if open_ones:
            told = ngettext("%(count)d question has no answer.", "%(count)d questions have no answer.", open_ones)
            yield party, told % {"count": open_ones}

    def _is_opposed(self, position):
        return any(side.position.opposes_id == position.pk for side in self.sides)

    @property
    def missing(self):
        """The names of those who were asked and have not said what they hold, as one phrase."""
        said = {side.position.participant_id for side in self.sides}
        return get_text_list([each.name for each in self.debate.asked.all() if each.pk not in said], _("and"))


def shown(debates, stage, reader):
    """The Showns of these debates of one stage, fetched with `for_list`; asks nothing more."""
    is_involved = stage.cycle.standing_of(reader).is_involved
    return [_shown(debate, stage, is_involved) for debate in debates]


def all_shown(stage, reader):
    """The Showns of all debates of a stage that the reader may read, oldest first, for its report."""
    rows = Debate.objects.in_stage(stage).visible_to(reader, stage.cycle).for_list()
    return shown(rows.order_by("pk"), stage, reader)


def how_many(stage, reader):
    """How many debates of this stage the reader may read, counted as far as `at_most` counts."""
    return at_most(Debate.objects.in_stage(stage).visible_to(reader, stage.cycle))


def _shown(debate, stage, is_involved):
    debate.stage, debate.cycle = stage, stage.cycle
    positions = list(debate.positions.all())
    tried = [_tried(view, positions, is_involved) for view in debate.common_views.all()]
    last = {each.participant_id: each for each in tried[-1].view.stands.all()} if tried else {}
    sides = [_side(position, debate, last.get(position.participant_id), is_involved) for position in positions]
    opener = debate.opened_by.name if is_involved or debate.opened_for is None else str(debate.opened_for)
    return Shown(debate, sides, tried, opener)


def _side(position, debate, stand, is_involved):
    position.debate = debate
    asked = []
    for question in position.questions.all():
        question.position = position
        answered_by = _name(question.answered_by, position.participant, is_involved) if question.is_answered else ""
        asked.append(Asked(question, _name(question.asked_by, question.participant, is_involved), answered_by))
    return Side(position, _name(position.by, position.participant, is_involved), asked, stand)


def _tried(view, positions, is_involved):
    stands = list(view.stands.all())
    said = {each.participant_id for each in stands}
    missing = [each.participant.name for each in positions if each.participant_id not in said]
    pairs = [(each.participant.name, each) for each in stands]
    return Tried(view, _name(view.by, view.participant, is_involved), pairs, get_text_list(missing, _("and")))


def _name(person, participant, is_involved):
    """Who said it: a person is named only to those who take part."""
    if is_involved and not participant.person_id:
        return _("%(name)s, %(party)s") % {"name": person.name, "party": participant.name}
    return participant.name
