"""The contribution: what somebody said in a stage, in whose voice and by which channel (R68, R70)."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.due import add_working_days
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.seat import Seat
from cycle.models.stage import cycle_closed
from cycle.openness import Openness
from cycle.words import Verb
from involvement.status import status_of

from ..voices import people_of
from .answer import ANSWERED, ANSWERED_ALREADY, JUDGED
from .contributions import ContributionQuerySet

GIVEN = Verb("contribution given", _("gave a contribution"))
ENTERED = Verb("contribution entered", _("put in a contribution that was given another way"))

USUAL_DAYS = 15  # working days until an answer, where no agreement says otherwise

NOT_INVOLVED = _("Only people who take part in this cycle can say something here.")
NOT_OPEN = _("This stage is not open, so nothing is asked of anybody in it now.")
ONLY_YOUR_OWN = _("Choose a group or body that you belong to.")
NOT_THEIR_GROUP = _("This person does not belong to the group or body that you chose.")
NO_CONSENT = _("Put in only what the person agreed that you put in.")
ENTERED_BY = _("Only the convenor of the group or an officer can put in what somebody else said.")


class Contribution(moves.Movable):
    """An experience, a view, an idea, a question, a concern or an objection. It is owed an answer by a day."""

    class State(models.TextChoices):
        WAITS = "waits", _("Waits for an answer")
        ANSWERED = "answered", _("Answered")

    MOVES = {
        "answer": moves.Move(
            ANSWERED, ("waits",), "answered", runs, NOT_AN_OFFICER, ANSWERED_ALREADY, cycle_closed
        ),
        "return": moves.Move(JUDGED, ("answered",), "waits", moves.anyone, "", moves.QUICKER),
    }  # fmt: skip

    class Sort(models.TextChoices):
        EXPERIENCE = "experience", _("An experience")
        VIEW = "view", _("A view")
        IDEA = "idea", _("An idea")
        QUESTION = "question", _("A question")
        CONCERN = "concern", _("A concern")
        OBJECTION = "objection", _("An objection")

    class Voice(models.TextChoices):
        OWN = "own", _("My own")
        MANDATE = "mandate", _("My group's, which asked me to say it")
        WIDER = "wider", _("Many people's, whom I asked")

    class Channel(models.TextChoices):
        ONLINE = "online", _("Online")
        PAPER = "paper", _("On paper")
        PHONE = "phone", _("By phone")
        LETTER = "letter", _("By letter")
        MEETING = "meeting", _("At a meeting")
        ONE_TO_ONE = "one to one", _("In a one-to-one talk")
        VISIT = "visit", _("On a visit")

    # The one who gives it chooses its readers, and owes nobody a reason.
    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
        (Openness.WITHHELD, _("Only the officers of this cycle")),
    )

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="contributions")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="contributions")
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="contributions")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="contributions")
    sort = models.CharField(_("what it is"), max_length=12, choices=Sort)
    text = models.TextField(_("what you want to say"))
    voice = models.CharField(_("whose voice it is"), max_length=8, choices=Voice, default=Voice.OWN)
    how_known = models.CharField(_("how you know what they think"), max_length=240, blank=True)
    how_many = models.PositiveIntegerField(_("how many people were asked"), null=True, blank=True)
    dissent = models.TextField(_("who among them thinks otherwise"), blank=True)
    channel = models.CharField(_("how it was said"), max_length=12, choices=Channel, default=Channel.ONLINE)
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    is_unnamed = models.BooleanField(_("keep my name from everyone but the group's convenor"), default=False)
    given_by = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="contributions")
    entered_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    given_on = models.DateField(_("said on"), default=timezone.localdate)
    helper = models.CharField(_("who helped"), max_length=160, blank=True)
    consent = models.BooleanField(_("they agreed that it is put in"), null=True)
    read_back = models.BooleanField(_("it was read back to them"), null=True)
    session = models.ForeignKey(
        "involvement.Session", models.PROTECT, null=True, blank=True, related_name="contributions",
        verbose_name=_("at which meeting"),
    )  # fmt: skip
    paper_form = models.ForeignKey(
        "feedback.PaperForm", models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.WAITS)
    owner = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="contributions_to_answer")
    agreement = models.ForeignKey("involvement.Agreement", models.PROTECT, null=True, related_name="contributions")
    event_number = models.PositiveBigIntegerField()
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(voice="own") | ~Q(how_known=""),
                name="feedback_contribution_says_how_it_knows",
                violation_error_message=_("Say how you know what the others think."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["waits", "answered"]), name="feedback_contribution_state_is_known"
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "-id"], name="contribution_of_stage"),
            models.Index(fields=["stage", "openness"], name="contribution_openness"),
            models.Index(fields=["stage", "state", "-id"], name="contribution_state"),
            models.Index(fields=["owner", "state", "due_on"], name="contribution_due"),
            models.Index(fields=["given_by", "-id"], name="contribution_given_by"),
        ]

    def __str__(self):
        return _("%(sort)s, number %(number)d") % {"sort": self.get_sort_display(), "number": self.pk or 0}

    def get_absolute_url(self):
        return reverse("contribution", args=[self.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def excerpt(self):
        """The first words of it, for a list and a link."""
        words = self.text.split()
        return " ".join(words[:14]) + ("…" if len(words) > 14 else "")

    @property
    def last_answer(self):
        """The newest Answer, or None; asks nothing more where answers were fetched beforehand."""
        return max(self.answers.all(), key=lambda answer: answer.number, default=None)

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def answer_days(self):
        """In how many working days an answer is owed: as agreed when it was given, or the usual ones."""
        return self.agreement.answer_days if self.agreement else USUAL_DAYS

    @property
    def is_answered(self):
        return self.state == self.State.ANSWERED

    @property
    def is_overdue(self):
        return self.state == self.State.WAITS and self.due_on < timezone.localdate()

    @property
    def was_entered_for_another(self):
        return self.given_by_id != self.entered_by_id

    def is_from(self, person):
        """Whether this person gave it, or put it in for one who has no name here."""
        if person is None or not person.is_authenticated:
            return False
        return person.pk == (self.given_by_id or self.entered_by_id)

    def is_judged_by(self, person):
        """Whether this person says if an answer is one: the giver, or the convenor of a giver without e-mail."""
        if self.is_from(person):
            return True
        on_paper = self.given_by is not None and not self.given_by.email
        return on_paper and self.participant_id in self.cycle.standing_of(person).keeps

    def name_for(self, person):
        """The name under which this reader sees it: the giver's, or "Somebody from …" (R71)."""
        standing = self.cycle.standing_of(person)
        knows = self.is_from(person) or self.participant_id in standing.keeps
        if self.given_by and (knows or (standing.is_involved and not self.is_unnamed)):
            return _("%(name)s, %(party)s") % {"name": self.given_by.name, "party": self.participant.name}
        return self.participant.somebody

    @classmethod
    def refusal_to_give(cls, stage, person):
        """Why this person cannot say something in this stage now; empty when they can."""
        if not stage.cycle.standing_of(person).is_involved:
            return NOT_INVOLVED
        return "" if stage.is_open and not stage.cycle.is_closed else NOT_OPEN

    @classmethod
    def give(cls, stage, by, participant, *, given_by=None, token=None, **said):
        """Give a contribution, one's own or (`channel` other than online) somebody else's. Returns it. Raises Refused.

        given_by: the Person whose words they are; by default `by` online, and nobody by name otherwise. said: sort,
        text, voice, how_known, how_many, dissent, channel, openness, is_unnamed, given_on; of what was said another way
        also helper, consent (False is refused, None was not asked), read_back, session and paper_form.
        """
        channel = said.get("channel", cls.Channel.ONLINE)
        if sentence := cls.refusal_to_give(stage, by) or _wrong_voice(stage, by, participant, channel):
            raise moves.Refused(sentence)
        if said.get("consent") is False:
            raise moves.Refused(NO_CONSENT)
        giver = by if channel == cls.Channel.ONLINE else given_by
        if giver and giver != by and not people_of([participant]).filter(pk=giver.pk).exists():
            raise moves.Refused(NOT_THEIR_GROUP)
        with ledger.writing(stage.cycle):
            if token and (there := cls.objects.filter(token=token).first()):
                if (there.stage_id, there.entered_by_id) != (stage.pk, by.pk):
                    raise moves.Refused(moves.QUICKER, conflict=True)
                return there
            status = status_of(stage)
            days = status.agreement.answer_days if status.agreement else USUAL_DAYS
            given_on = said.get("given_on") or timezone.localdate()
            new = cls(
                cycle=stage.cycle, stage=stage, round=stage.current_round, participant=participant, given_by=giver,
                entered_by=by, due_on=add_working_days(given_on, days), owner=_owner(stage.cycle),
                agreement=status.agreement if status.is_in_force else None, event_number=0,
                **said, **({"token": token} if token else {}),
            )  # fmt: skip
            new.event_number = ledger.length(stage.cycle) + 1
            new.save(force_insert=True)
            unnamed_giver = new.is_unnamed and giver == by
            ledger.record(
                GIVEN if channel == cls.Channel.ONLINE else ENTERED, new, None if unnamed_giver else by,
                cycle=stage.cycle, stage=stage, openness=new.openness, acting_for=participant.acting_name,
                after={"channel": str(channel)},
            )  # fmt: skip
        return new


def _wrong_voice(stage, by, participant, channel):
    """A sentence when this person may not put in this participant's words by this channel, else nothing."""
    standing = stage.cycle.standing_of(by)
    if participant.cycle_id != stage.cycle_id or not participant.is_active:
        return ONLY_YOUR_OWN
    if channel == Contribution.Channel.ONLINE:
        return "" if participant.pk in standing.belongs_to else ONLY_YOUR_OWN
    return "" if standing.runs or participant.pk in standing.keeps else ENTERED_BY


def _owner(cycle):
    """Who answers by default: the lead of the cycle, today."""
    lead = Seat.objects.active().filter(cycle=cycle, role=Seat.Role.LEAD).order_by("pk").first()
    return lead.person if lead else None
