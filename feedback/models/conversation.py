"""A conversation that changed the thinking of those who run the cycle: a light record, and it counts (R83)."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cycle import ledger, moves
from cycle.models.cycle import NOT_AN_OFFICER
from cycle.models.open_to import open_to
from cycle.models.stage import cycle_closed
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class

from ..voices import people_of

WRITTEN = Verb("conversation written down", _("wrote down a conversation that changed their thinking"))
DISPUTED = Verb("conversation disputed", _("said that a conversation was not like that:"))

NOT_IN_THE_CYCLE = _("Choose a group or body that takes part in this cycle.")
NOT_THEIRS = _("This person does not belong to the group or body that you chose.")
NOT_YOUR_TALK = _("Only those with whom this conversation was can say that it was not like that.")
SAID_ALREADY = _("You have said already how it was.")


class ConversationQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read: by openness, in cycles that they may know of."""
        return self.filter(open_to(person, "cycle", cycle))

    def in_stage(self, stage):
        """Those of one stage, in all its rounds."""
        return self.filter(stage=stage)

    def for_list(self):
        """With what a list line needs, newest first."""
        related = self.select_related("participant", "person", "by", "changed_event__by", "changed_event__stage")
        return related.prefetch_related("objections__by").order_by("-pk")


class Conversation(models.Model):
    """When, with whom, what was said, what it changed. person: only with their consent, and only for those involved.

    It is never only for officers: what changed their thinking is told to those who take part.
    """

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
    )

    PERSONAL = {"person": Class.PART, "said": Class.SAID, "by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="conversations")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="conversations")
    round = models.ForeignKey("cycle.Round", models.PROTECT, null=True, related_name="conversations")
    participant = models.ForeignKey("cycle.Participant", models.PROTECT, related_name="conversations")
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    held_on = models.DateField(_("when it was"), default=timezone.localdate)
    said = models.TextField(_("what was said"))
    changed_thinking = models.TextField(_("what it changed in our thinking"))
    changed_event = models.ForeignKey(
        "cycle.Event", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("what it led to")
    )
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = ConversationQuerySet.as_manager()

    class Meta:
        verbose_name = _("conversation")
        verbose_name_plural = _("conversations")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved"]), name="feedback_conversation_is_never_withheld"
            ),
        ]
        indexes = [models.Index(fields=["stage", "-id"], name="conversation_of_stage")]

    def __str__(self):
        return str(_("Conversation, number %(number)d") % {"number": self.pk or 0})

    def get_absolute_url(self):
        return reverse("conversations", args=[self.cycle.slug, self.stage.kind_slug]) + f"#conversation-{self.pk}"

    def name_for(self, reader):
        """With whom it was, for this reader: a person is named only to those who take part (R71)."""
        if self.person and self.cycle.standing_of(reader).is_involved:
            return _("%(name)s, %(party)s") % {"name": self.person.name, "party": self.participant.name}
        return self.participant.somebody

    @classmethod
    def refusal_to_write(cls, stage, person):
        """Why this person cannot write one down in this stage; empty when they can."""
        return cycle_closed(stage) if stage.cycle.standing_of(person).runs else NOT_AN_OFFICER

    @classmethod
    def write_down(cls, stage, by, participant, *, person=None, token=None, **said):
        """Write a conversation down. Returns it. Raises Refused.

        person: with whom it was, when they agreed to be named. said: held_on, said, changed_thinking, changed_event,
        openness.
        """
        if sentence := cls.refusal_to_write(stage, by):
            raise moves.Refused(sentence)
        if participant.cycle_id != stage.cycle_id or not participant.is_active:
            raise moves.Refused(NOT_IN_THE_CYCLE)
        if person and not people_of([participant]).filter(pk=person.pk).exists():
            raise moves.Refused(NOT_THEIRS)
        with ledger.writing(stage.cycle):
            if token and (there := cls.objects.filter(token=token, by=by, stage=stage).first()):
                return there
            new = cls.objects.create(
                cycle=stage.cycle, stage=stage, round=stage.current_round, participant=participant, person=person,
                by=by, **said, **({"token": token} if token else {}),
            )  # fmt: skip
            told = {"said": new.said, "changed_thinking": new.changed_thinking}
            ledger.record(WRITTEN, new, by, cycle=stage.cycle, stage=stage, openness=new.openness, after=told)
        return new

    def refusal_to_dispute(self, person):
        """Why this person cannot say that it was not like that; empty when they can."""
        if self.participant_id not in self.cycle.standing_of(person).belongs_to:
            return NOT_YOUR_TALK
        said = self.pk and self.objections.filter(by=person).exists()
        return SAID_ALREADY if said else cycle_closed(self.stage)

    def dispute(self, by, words):
        """Say how it was; it stands beside what the officer wrote. Returns the Objection. Raises Refused."""
        with ledger.writing(self.cycle):
            if sentence := self.refusal_to_dispute(by):
                raise moves.Refused(sentence)
            objection = Objection.objects.create(conversation=self, by=by, words=words)
            ledger.record(
                DISPUTED, self, by, cycle=self.cycle, stage=self.stage, openness=self.openness,
                acting_for=self.participant.acting_name, after={"words": words},
            )  # fmt: skip
        return objection


class Objection(models.Model):
    """How it was, in the words of one who belongs to those with whom the conversation was."""

    PERSONAL = {"by": Class.PART, "words": Class.SAID}

    conversation = models.ForeignKey(Conversation, models.PROTECT, related_name="objections")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    words = models.TextField(_("how it was"))
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("objection to a conversation")
        verbose_name_plural = _("objections to conversations")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["conversation", "by"], name="feedback_objection_once_from_each"),
        ]

    def __str__(self):
        return str(self._meta.verbose_name)
