"""The contribution: what somebody said in a stage, in whose voice and by which channel (R68, R70)."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import moves
from cycle.models.cycle import NOT_AN_OFFICER, runs
from cycle.models.stage import cycle_closed
from cycle.openness import Openness
from people.personal import Class

from .answer import ANSWERED, ANSWERED_ALREADY, JUDGED
from .changed import GIVERS_MOVES, NOTHING_TO_ANSWER
from .contributions import ContributionQuerySet
from .gathering import Gathering
from .giving import Giving
from .moderated import OFFICERS_MOVES
from .owing import USUAL_DAYS


class Contribution(Gathering, Giving, moves.Movable):
    """An experience, a view, an idea, a question, a concern or an objection. It is owed an answer by a day."""

    class State(models.TextChoices):
        HELD = "held", _("Waits to be looked at")
        WAITS = "waits", _("Waits for an answer")
        ANSWERED = "answered", _("Answered")
        WITHDRAWN = "withdrawn", _("Withdrawn")
        KEPT_OUT = "kept out", _("Kept out")

    MOVES = {
        "answer": moves.Move(
            ANSWERED, ("waits",), "answered", runs, NOT_AN_OFFICER,
            {"answered": ANSWERED_ALREADY, **NOTHING_TO_ANSWER}, cycle_closed,
        ),
        "return": moves.Move(JUDGED, ("answered",), "waits", moves.anyone, "", moves.QUICKER),
        **GIVERS_MOVES,
        **OFFICERS_MOVES,
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

    PERSONAL = {
        "given_by": Class.PART,
        "text": Class.SAID,
        "helper": Class.NAMED,
        "entered_by": Class.PART,
        "owner": Class.PART,
    }
    PERSONAL_OF = {"helper": None}

    # Without an index of their own stand those columns that an index of the list begins with.
    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="contributions", db_index=False)
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="contributions", db_index=False)
    round = models.ForeignKey("cycle.Round", models.PROTECT, related_name="contributions")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="contributions")
    about_type = models.CharField(max_length=60, blank=True)
    about_id = models.PositiveBigIntegerField(null=True, blank=True)
    sort = models.CharField(_("what it is"), max_length=12, choices=Sort)
    text = models.TextField(_("what you want to say"))
    voice = models.CharField(_("whose voice it is"), max_length=8, choices=Voice, default=Voice.OWN)
    channel = models.CharField(_("how it was said"), max_length=12, choices=Channel, default=Channel.ONLINE)
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    is_unnamed = models.BooleanField(_("keep my name from everyone but the group's convenor"), default=False)
    given_by = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, blank=True, related_name="contributions", db_index=False
    )
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
    withdrawn_from = models.CharField(max_length=10, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    kept_out_because = models.TextField(blank=True)
    owner = models.ForeignKey(
        "people.Person", models.PROTECT, null=True, related_name="contributions_to_answer", db_index=False
    )
    agreement = models.ForeignKey("involvement.Agreement", models.PROTECT, null=True, related_name="contributions")
    event_number = models.PositiveBigIntegerField()
    imported_with = models.ForeignKey(
        "feedback.Import", models.PROTECT, null=True, blank=True, related_name="contributions"
    )
    reference = models.CharField(_("its number in the other tool"), max_length=120, blank=True)
    source_key = models.CharField(max_length=64, blank=True)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    entered_at = models.DateTimeField(auto_now_add=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(voice="own") | Q(state="withdrawn") | ~Q(how_known=""),
                name="feedback_contribution_says_how_it_knows",
                violation_error_message=_("Say how you know what the others think."),
            ),
            models.CheckConstraint(
                condition=Q(state__in=["held", "waits", "answered", "withdrawn", "kept out"]),
                name="feedback_contribution_state_is_known",
            ),
            models.CheckConstraint(
                condition=Q(state="withdrawn", withdrawn_at__isnull=False)
                | (~Q(state="withdrawn") & Q(withdrawn_at=None, withdrawn_from="")),
                name="feedback_contribution_withdrawn_is_whole_or_absent",
            ),
            models.CheckConstraint(
                condition=~Q(about_type="") | Q(about_id=None),
                name="feedback_contribution_about_says_of_what_sort",
            ),
            models.CheckConstraint(
                condition=Q(how_many=None) | Q(how_many_answered=None) | Q(how_many_answered__lte=models.F("how_many")),
                name="feedback_contribution_no_more_answered_than_were_asked",
            ),
            models.UniqueConstraint(
                fields=["stage", "source_key"],
                condition=~Q(source_key=""),
                name="feedback_contribution_is_brought_in_once",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "-id"], name="contribution_of_stage"),
            models.Index(fields=["stage", "openness", "state"], name="contribution_openness"),
            models.Index(fields=["stage", "state", "-id"], name="contribution_state"),
            models.Index(fields=["owner", "state", "due_on"], name="contribution_due"),
            models.Index(fields=["given_by", "-id"], name="contribution_given_by"),
            models.Index(fields=["cycle", "state", "due_on", "id"], name="contribution_due_in_cycle"),
            models.Index(fields=["stage", "state", "due_on"], name="contribution_overdue"),
            models.Index(fields=["cycle", "sort", "-id"], name="contribution_sort"),
            models.Index(
                fields=["about_type", "about_id", "-id"], condition=Q(about_id__isnull=False), name="contribution_about"
            ),
            models.Index(fields=["cycle", "state", "channel"], name="contribution_channel"),
        ]

    def __str__(self):
        return _("%(sort)s, number %(number)d") % {"sort": self.get_sort_display(), "number": self.pk or 0}

    def get_absolute_url(self):
        return reverse("contribution", args=[self.cycle.slug, self.stage.kind_slug, self.pk])

    @property
    def excerpt(self):
        """The first words of it, for a list and a link."""
        if self.is_withdrawn:
            return str(_("withdrawn"))
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
    def is_question(self):
        return self.sort == self.Sort.QUESTION

    @property
    def is_read_twice(self):
        """Whether it was agreed that a second person reads an answer to it first."""
        return bool(self.agreement and self.agreement.read_twice)

    @property
    def is_returned(self):
        """Whether it waits again, because an answer did not answer the one who gave it."""
        return self.state == self.State.WAITS and self.last_answer is not None

    @property
    def is_answered(self):
        return self.state == self.State.ANSWERED

    @property
    def is_owed(self):
        """Whether it waits for an answer, or to be looked at before it gets one."""
        return self.state in (self.State.WAITS, self.State.HELD)

    @property
    def is_overdue(self):
        return self.is_owed and self.due_on < timezone.localdate()

    @property
    def is_withdrawn(self):
        return self.state == self.State.WITHDRAWN

    @property
    def was_entered_for_another(self):
        return self.given_by_id != self.entered_by_id

    def may_be_changed_by(self, person):
        """Whether this person may correct or withdraw it: the giver, who put it in, or a paper giver's convenor."""
        return self.is_judged_by(person) or person.pk == self.entered_by_id

    def is_from(self, person):
        """Whether this person gave it, or put it in by hand for one who has no name here."""
        if person is None or not person.is_authenticated:
            return False
        if self.given_by_id or self.imported_with_id:
            return person.pk == self.given_by_id
        return person.pk == self.entered_by_id

    def is_judged_by(self, person):
        """Whether this person says if an answer is one: the giver, or the convenor of a giver without e-mail."""
        if self.is_from(person):
            return True
        on_paper = self.given_by is not None and not self.given_by.email and not self.given_by.is_forgotten
        return on_paper and self.participant_id in self.cycle.standing_of(person).keeps

    def tells_name_to(self, person):
        """Whether this reader learns who gave it (R71)."""
        standing = self.cycle.standing_of(person)
        knows = self.is_from(person) or self.participant_id in standing.keeps
        return bool(self.given_by and (knows or (standing.is_involved and not self.is_unnamed)))

    def name_for(self, person):
        """The name under which this reader sees it: the giver's, or "Somebody from …" (R71)."""
        if self.tells_name_to(person):
            return _("%(name)s, %(party)s") % {"name": self.given_by.name, "party": self.participant.name}
        return self.participant.somebody
