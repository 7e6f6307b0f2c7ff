"""The decision: one point at which something is decided, from what was asked to how each vote was cast (R47, R48, R51).

A decision that has no day on which it was taken is a decision point that still lies ahead.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from people.personal import Class

from ...glance import Remark
from ...models.record import Record
from ...waits import Waits
from . import notice, register, seen


class Authority(models.TextChoices):
    """At what level somebody decides (R47; source c7)."""

    OFFICER = "officer", _("An officer, to whom it was handed down")
    MEMBER = "member", _("One councillor, who looks after this field")
    CABINET = "cabinet", _("The cabinet or the board")
    COMMITTEE = "committee", _("A committee of councillors")
    COUNCIL = "council", _("The full council")
    JOINT = "joint", _("Several bodies together")
    OTHER = "other", _("Somebody else")


class Decision(Record):
    """One decision: what users said, what officers advised, what was decided and why it differs (R47, R48).

    committee_text and users_words are the words of each side; the summary, and into_committee, say how they were put
    into the other's language (R51). rests_on: the stages in which people spoke about it.
    """

    class Voted(models.TextChoices):
        COUNTED = "counted", _("Votes were counted")
        AGREED = "agreed", _("All agreed without a vote")
        ALONE = "alone", _("One person decided")
        UNSAID = "unsaid", _("Nobody wrote it down")

    class IsKey(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")

    class CanBeCalledIn(models.TextChoices):
        YES = "yes", _("Yes")
        NO = "no", _("No")

    SLUG = "decisions"
    ADD = _("Add a decision")
    ABOUT = _("Each point at which something is decided: those that lie ahead, too.")
    PROMPT = _("Say what those who decide should know")
    OWN_FIELDS = (
        "question", "rests_on", "users_said", "users_words", "into_committee", "officers_advised", "authority",
        "decided_by", "expected_on", "taken_on", "decided", "committee_text", "why_it_differs", "how_voted",
        "votes_for", "votes_against", "votes_abstained", "named_votes", "interests", "is_key", "notice_on",
        "papers_on", "can_be_called_in", "told_on", "call_in_until", "replaces",
    )  # fmt: skip
    ASKED_UNDER = {
        "how_voted": {"counted": ("votes_for", "votes_against", "votes_abstained", "named_votes")},
        "is_key": {"yes": ("notice_on",)},
        "can_be_called_in": {"yes": ("told_on", "call_in_until")},
    }
    FIGURE = "taken_on"
    LISTED = ("authority", "decided_by")
    SETTLES = ("decided", "why_it_differs", "decided_by", "taken_on")
    BRIEF = ("question", "officers_advised", "decided", "decided_by", "authority", "taken_on")
    PART = "decision"
    IS_DECIDED = True
    PAGE = "cycle/decision.html"
    WAITS = Waits("expected_on", Q(taken_on__isnull=True), _("Write down what was decided: “%(title)s”"))
    HEARD = ("users_said", "rests_on")
    PAPERS_FROM = ("testing", "budget", "context")  # kinds whose work at a glance lies beside it when it is taken

    PERSONAL = {"decided_by": Class.NAMED, "named_votes": Class.NAMED, "interests": Class.NAMED}
    PERSONAL_OF = {"decided_by": None, "named_votes": None, "interests": None}

    question = models.TextField(_("what was asked"))
    rests_on = models.ManyToManyField(
        "cycle.Stage", blank=True, related_name="+", verbose_name=_("stages in which people spoke about it"),
        help_text=_("How many spoke there, and for whom, then stands beside what you write about it."),
    )  # fmt: skip
    users_said = models.TextField(
        _("what users said"), blank=True, help_text=_("In short. How many said something is counted beside it.")
    )
    users_words = models.TextField(
        _("the same in users’ own words"), blank=True, help_text=_("A few sentences, just as people said them.")
    )
    into_committee = models.TextField(
        _("how that was put to those who decide"), blank=True,
        help_text=_("The words in which it stood in the papers of the meeting."),
    )  # fmt: skip
    officers_advised = models.TextField(_("what officers advised"), blank=True)
    authority = models.CharField(_("at what level it is decided"), max_length=9, choices=Authority)
    decided_by = models.CharField(_("who decided, with what authority"), max_length=240)
    expected_on = models.DateField(
        _("when it is to be taken"), null=True, blank=True, help_text=_("As it was planned. The day itself comes next.")
    )
    taken_on = models.DateField(
        _("when it was formally taken"), null=True, blank=True, help_text=_("Leave it open while it lies ahead.")
    )
    decided = models.TextField(_("what was decided"), blank=True)
    committee_text = models.TextField(
        _("the decision in the committee’s words"), blank=True, help_text=_("As it stands in the minutes.")
    )
    why_it_differs = models.TextField(_("why it differs from what users said"), blank=True)
    how_voted = models.CharField(_("how it was voted on"), max_length=7, choices=Voted, default=Voted.UNSAID)
    votes_for = models.PositiveSmallIntegerField(_("votes for it"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("votes against it"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("who did not choose"), null=True, blank=True)
    named_votes = models.TextField(
        _("who voted how"), blank=True, help_text=_("Only if the minutes name them. Else leave it open.")
    )
    interests = models.TextField(
        _("who had an interest of their own, and said so"), blank=True,
        help_text=_("People in a public role, and what they did then. Write “Nobody” if nobody did."),
    )  # fmt: skip
    is_key = models.CharField(
        _("is it a key decision?"), max_length=3, choices=IsKey, default=IsKey.NO,
        help_text=_("One that costs or saves much, or that touches many people."),
    )  # fmt: skip
    notice_on = models.DateField(_("when notice of it was given"), null=True, blank=True)
    papers_on = models.DateField(_("when its papers came out"), null=True, blank=True)
    can_be_called_in = models.CharField(
        _("can it be called in?"), max_length=3, choices=CanBeCalledIn, default=CanBeCalledIn.NO,
        help_text=_("Then other councillors can stop it for a while, and look at it again."),
    )  # fmt: skip
    told_on = models.DateField(_("when it was made known"), null=True, blank=True)
    call_in_until = models.DateField(
        _("last day for calling it in"), null=True, blank=True,
        help_text=_("Only if your own rules set the day. Else we count it."),
    )  # fmt: skip
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by",
        verbose_name=_("earlier decision that it changes"), help_text=_("The earlier one stays as it was."),
    )  # fmt: skip

    class Meta(Record.Meta):
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(taken_on__isnull=True) | ~Q(decided=""),
                name="cycle_decision_taken_says_what",
                violation_error_message=_("It was taken, so say what was decided."),
            ),
            models.CheckConstraint(
                condition=Q(taken_on__isnull=True) | (~Q(users_said="") & ~Q(officers_advised="")),
                name="cycle_decision_taken_says_what_went_in",
                violation_error_message=_("It was taken, so say what users said, and what officers advised."),
            ),
            models.CheckConstraint(
                condition=~Q(how_voted="counted") | Q(votes_for__isnull=False, votes_against__isnull=False),
                name="cycle_decision_counted_votes_are_given",
                violation_error_message=_("Votes were counted, so give those for it and those against it."),
            ),
            models.CheckConstraint(
                condition=Q(taken_on__isnull=True) | Q(notice_on__isnull=True) | Q(notice_on__lte=F("taken_on")),
                name="cycle_decision_notice_comes_first",
                violation_error_message=_("Notice is given before a decision is taken. Look at the two days."),
            ),
            models.CheckConstraint(
                condition=Q(taken_on__isnull=True) | Q(papers_on__isnull=True) | Q(papers_on__lte=F("taken_on")),
                name="cycle_decision_papers_come_first",
                violation_error_message=_("Papers come out before a decision is taken. Look at the two days."),
            ),
            models.CheckConstraint(
                condition=Q(told_on__isnull=True) | Q(taken_on__isnull=True) | Q(told_on__gte=F("taken_on")),
                name="cycle_decision_is_told_after_it_was_taken",
                violation_error_message=_("A decision is made known after it was taken. Look at the two days."),
            ),
            models.CheckConstraint(
                condition=Q(call_in_until__isnull=True)
                | Q(taken_on__isnull=True)
                | Q(call_in_until__gte=F("taken_on")),
                name="cycle_decision_call_in_ends_after_it_was_taken",
                violation_error_message=_("A decision is called in after it was taken. Look at the two days."),
            ),
        ]  # fmt: skip

    @property
    def is_taken(self):
        return self.taken_on is not None

    @property
    def day(self):
        """The day on which it was taken, or is to be; None while that is not known."""
        return self.taken_on or self.expected_on

    @property
    def votes_in_words(self):
        """For, against and not choosing, as far as they were counted; else how it was voted on."""
        counted = [
            _now("%(number)d for") % {"number": self.votes_for} if self.votes_for is not None else "",
            _now("%(number)d against") % {"number": self.votes_against} if self.votes_against is not None else "",
            _now("%(number)d did not choose") % {"number": self.votes_abstained}
            if self.votes_abstained is not None
            else "",
        ]
        if self.how_voted == self.Voted.UNSAID:
            return _now("Votes: nobody wrote them down.")
        return ", ".join(filter(None, counted)) or str(self.get_how_voted_display())

    @property
    def parts(self):
        """Whether notice was long enough, and until when it can be called in, in sentences."""
        return [Remark(sentence, mark) for sentence, mark in notice.sentences(self)]

    # What else can be asked of it: each in the file of its concept.
    on_page = seen.on_page
    registered = classmethod(register.registered)
