"""What goes to people on paper and comes back: forms with their codes, letters with answers, the page before a meeting.

Each is a print like a report (`keeping.pdf_of`), made for one reader, who hands it on.
"""

from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import Seat, Stage
from cycle.snapshot import facts_of
from cycle.standing import Standing
from involvement.attending import Attending, attending
from involvement.models import AgendaItem, Offer, Session
from involvement.papers import ShownPaper, shown_papers
from involvement.status import AgreementStatus, status_of
from people.models import Circle, Membership
from people.needs import sizes_for

from ..bringing import MOST, at_home, to_bring_back
from ..models import Batch, Contribution, PaperForm
from ..models.owing import USUAL_DAYS
from ..showing import Given, shown
from .reader import ForOneReader, OfOneStage
from .shortly import cut

LONGEST = 300  # so many characters of each part of the agreement stand on a form
VOICES = (
    gettext_lazy("My own"),
    gettext_lazy("My group’s, which asked me to say it"),
    gettext_lazy("Many people’s, whom I asked"),
)


class OnPaper(OfOneStage, ForOneReader):
    """What all of these have in common: of which stage, what was agreed in it, to whom paper goes back."""

    @property
    def terms(self):
        """The agreement in short as (label, words) pairs; without one, only when an answer comes."""
        agreement = self.status.agreement
        said = []
        if agreement:
            fixed = f"{agreement.fixed} {agreement.fixed_because}"
            said = [
                (_("What this is for"), cut(agreement.purpose, LONGEST)),
                (_("What you can change"), cut(agreement.open_to_change, LONGEST)),
                (_("What is fixed, and why"), cut(fixed, LONGEST)),
                (_("Who decides"), cut(agreement.who_decides, LONGEST)),
            ]
        return [*said, (_("When you get an answer"), self.answer_time)]

    @property
    def answer_time(self):
        days = self.status.agreement.answer_days if self.status.agreement else USUAL_DAYS
        sentence = ngettext(
            "Within %(days)d working day after you gave this to us.",
            "Within %(days)d working days after you gave this to us.",
            days,
        )
        return sentence % {"days": days}

    @property
    def made_on(self):
        """The day that stands in the document's data."""
        return timezone.localdate()


@dataclass(frozen=True)
class BackLetter:
    """One letter: to whom, their words, the answer, the code of its slip, and the size that they read."""

    contribution: Contribution
    given: Given
    code: str
    size: str = "normal"

    @property
    def to(self):
        """The name that stands on it: the giver's, or "Somebody from …"."""
        said = self.contribution
        return said.given_by.name if said.given_by else said.participant.somebody

    @property
    def answer(self):
        return self.given.answer

    @property
    def goes_back(self):
        """Whether a "no" gives it back to the officer, who answers again: the first one does (R82)."""
        return self.answer.number == 1

    @property
    def ground(self):
        """Why nothing changed, what changed, or by when it is looked at, as a (label, words) pair."""
        answer = self.answer
        if answer.because:
            return _("Why nothing changed"), answer.because
        if answer.later_by:
            return _("When it is looked at"), _("By %(day)s.") % {"day": date_format(answer.later_by, "j F Y")}
        return _("What changed"), self.given.change or ""


@dataclass(frozen=True)
class Forms(OnPaper):
    """A batch of paper forms; with `person` a pack: what is agreed, one form, and the answers that wait for them."""

    PAPER = "feedback/paper/forms.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    batch: Batch
    sheets: list[PaperForm]
    to_whom: list[str]
    letters: list[BackLetter] = field(default_factory=list)
    usual_size: str = "normal"

    sorts = Contribution.Sort.choices
    readers = Contribution.READERS
    voices = VOICES

    @property
    def participant(self):
        return self.batch.participant


@dataclass(frozen=True)
class Letters(OnPaper):
    """The letters of a stage that wait to be brought back by this reader."""

    PAPER = "feedback/paper/letters.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    to_whom: list[str]
    letters: list[BackLetter]
    usual_size: str = "normal"


@dataclass(frozen=True)
class Preparation(OnPaper):
    """The pack that people get before a meeting: when and where, who comes, what they read and talk about (R25, R74).

    comers: the people who are asked, by name, for a reader who takes part. offer: what is paid, for such a reader, too.
    """

    PAPER = "feedback/paper/preparation.html"

    stage: Stage
    standing: Standing
    status: AgreementStatus
    session: Session
    to_whom: list[str]
    agenda: list[AgendaItem] = field(default_factory=list)
    papers: list[ShownPaper] = field(default_factory=list)
    attending: Attending | None = None
    offer: Offer | None = None

    @property
    def paid(self):
        """What is paid for it, as (label, words) pairs; empty where nobody has said it yet (R76)."""
        return facts_of(self.offer, Offer.TERMS) if self.offer else []

    @property
    def questions(self):
        """The questions to talk about, one a line."""
        return [line.strip() for line in self.session.questions.splitlines() if line.strip()]


def forms_of(batch, reader):
    """The Forms of a batch, with its stage and the stage's cycle at hand, as this reader prints them."""
    stage = batch.stage
    letters, size = [], "normal"
    if batch.person:
        answers = to_bring_back(reader, stage).filter(contribution__given_by=batch.person)
        letters = _letters(answers.exclude(letter=None)[:MOST], stage, reader)
        size = sizes_for([batch.person_id], reader, Circle.WRITERS).get(batch.person_id, size)
    return Forms(
        stage=stage, standing=stage.cycle.standing_of(reader), status=status_of(stage), batch=batch,
        sheets=list(batch.sheets.all()), to_whom=keepers_of(batch.participant, stage.cycle), letters=letters,
        usual_size=size,
    )  # fmt: skip


def letters_of(stage, reader):
    """The Letters of a stage that were made and not brought back yet, as many as fit into one print."""
    answers = to_bring_back(reader, stage).exclude(letter=None)[:MOST]
    return Letters(
        stage=stage, standing=stage.cycle.standing_of(reader), status=status_of(stage),
        to_whom=keepers_of(None, stage.cycle), letters=_letters(answers, stage, reader),
    )  # fmt: skip


def preparation_of(session, reader):
    """The Preparation for a meeting, with its stage at hand, as this reader prints it."""
    stage = session.stage
    standing = stage.cycle.standing_of(reader)
    return Preparation(
        stage=stage, standing=standing, status=status_of(stage), session=session,
        to_whom=[session.keeper.name], agenda=list(AgendaItem.objects.of(session)),
        papers=shown_papers(session, reader), attending=attending(session, reader),
        offer=Offer.objects.for_session(session) if standing.is_involved else None,
    )  # fmt: skip


def keepers_of(participant, cycle):
    """Who takes paper back: the keeper of the party's group, and the lead of the cycle; names in a list."""
    group = participant.group if participant and participant.group_id else None
    keeper = group and group.memberships.active().filter(role__in=Membership.KEEPERS).order_by("pk").first()
    found = [f"{keeper.person.name} ({group.name})"] if keeper else []
    lead = Seat.objects.active().filter(cycle=cycle, role=Seat.Role.LEAD).select_related("person").first()
    return [*found, *([f"{lead.person.name} ({cycle.authority})"] if lead else [])]


def _letters(answers, stage, reader):
    """The BackLetters of these answers; what changed is told as everybody may read it, for it leaves the house."""
    found = at_home(answers, stage)
    rows = Contribution.objects.filter(pk__in=[answer.contribution_id for answer in found]).for_list()
    given = {said.contribution.pk: said.answers[-1] for said in shown(rows, stage, None)}
    sizes = sizes_for([answer.contribution.given_by_id for answer in found], reader, Circle.WRITERS)
    return [
        BackLetter(said, given[said.pk], str(answer.letter), sizes.get(said.given_by_id, "normal"))
        for answer in found
        for said in [answer.contribution]
    ]
