"""The debate: a question on which people hold opposing things, written down before anybody agrees (R90; c6)."""

import uuid

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from cycle import moves
from cycle.models.open_to import open_to
from cycle.openness import Openness
from cycle.words import Verb
from people.personal import Class

OPENED = Verb("debate opened", _("opened a debate:"))
PUT = Verb("debate position put", _("said what they hold in the debate:"))
ASKED = Verb("debate question asked", _("asked about what somebody holds in the debate:"))
REPLIED = Verb("debate question answered", _("answered a question in the debate:"))
PROPOSED = Verb("common view put", _("put a common view in the debate:"))
STOOD = Verb("common view answered", _("said whether they can live with the common view in the debate:"))
ENDED = Verb("debate ended", _("ended the debate:"))

OVER = _("This debate has ended. What was said in it stands.")


class DebateQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those that this person may read: by openness, in cycles that they may know of."""
        return self.filter(open_to(person, "cycle", cycle))

    def in_stage(self, stage):
        """Those of one stage, in all its rounds."""
        return self.filter(stage=stage)

    def going_on(self):
        """Those that have not ended."""
        return self.exclude(state=self.model.State.ENDED)

    def that_ask(self, participants):
        """Those going on in which one of these participants was asked what it holds, and has not said it."""
        asked = self.model.asked.through.objects.filter(debate=OuterRef("pk"), participant__in=participants)
        positions = self.model._meta.get_field("positions").related_model.objects
        said = positions.filter(debate=OuterRef("debate"), participant=OuterRef("participant"))
        return self.going_on().filter(Exists(asked.filter(~Exists(said))))

    def for_list(self):
        """With everything that a page or a report tells of them, newest first; a fixed number of queries."""
        related = self.select_related("opened_by", "ended_by", "opened_for")
        return related.prefetch_related(
            "asked", "positions__participant", "positions__by", "positions__opposes__participant",
            "positions__questions__participant", "positions__questions__asked_by",
            "positions__questions__answered_by", "common_views__by", "common_views__participant",
            "common_views__stands__participant", "common_views__stands__by",
        ).order_by("-pk")  # fmt: skip


class Debate(moves.Movable):
    """A question, whom it asks, and where it stands; what is held, asked and agreed hangs on it and is never changed.

    positions_by: until this day nobody puts a common view while somebody who was asked has not said what they hold.
    opened_for: the participant for which a group's keeper opened it; None for an officer.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("debate", "People say what they hold")
        WEIGHED = "weighed", pgettext_lazy("debate", "A common view is put")
        ENDED = "ended", pgettext_lazy("debate", "Ended")

    MOVES = {
        "propose": moves.Move(PROPOSED, ("open", "weighed"), "weighed", moves.anyone, "", OVER),
        "end": moves.Move(ENDED, ("open", "weighed"), "ended", moves.anyone, "", OVER),
    }

    READERS = (
        (Openness.PUBLIC, _("Everyone")),
        (Openness.INVOLVED, _("Only those who take part in this cycle")),
    )

    PERSONAL = {"opened_by": Class.PART, "ended_by": Class.PART}

    cycle = models.ForeignKey("cycle.Cycle", models.PROTECT, related_name="debates")
    stage = models.ForeignKey("cycle.Stage", models.PROTECT, related_name="debates")
    round = models.ForeignKey("cycle.Round", models.PROTECT, null=True, related_name="debates")
    question = models.CharField(_("the question"), max_length=240)
    why = models.TextField(_("why it is debated"))
    asked = models.ManyToManyField("cycle.Participant", related_name="debates", verbose_name=_("who is asked"))
    positions_by = models.DateField(_("until when people say what they hold"))
    openness = models.CharField(_("who may read it"), max_length=8, choices=READERS, default=Openness.PUBLIC)
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    opened_by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    opened_for = models.ForeignKey("cycle.Participant", models.PROTECT, null=True, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    came_of_it = models.TextField(_("what came of it"), blank=True)
    ended_by = models.ForeignKey("people.Person", models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = DebateQuerySet.as_manager()

    class Meta:
        verbose_name = _("debate")
        verbose_name_plural = _("debates")
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(openness__in=["public", "involved"]), name="feedback_debate_is_never_withheld"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["open", "weighed"], ended_by__isnull=True, ended_at__isnull=True)
                | Q(state="ended", ended_by__isnull=False, ended_at__isnull=False),
                name="feedback_debate_ended_is_whole_or_absent",
            ),
        ]
        indexes = [models.Index(fields=["stage", "-id"], name="debate_of_stage")]

    def __str__(self):
        return self.question

    def get_absolute_url(self):
        return self.address("debate")

    def address(self, name, *more):
        """The address of the debate, or of something that is done in it."""
        return reverse(name, args=[self.cycle.slug, self.stage.kind_slug, self.pk, *more])

    @property
    def ledger_stage(self):
        return self.stage

    @property
    def ledger_openness(self):
        return self.openness

    @property
    def is_over(self):
        return self.state == self.State.ENDED
