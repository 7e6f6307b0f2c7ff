"""A piece of a meeting: what is added to it, changed and taken off, by whoever keeps the meeting."""

import uuid

from django.db import models
from django.utils import timezone

from cycle import ledger, moves
from cycle.snapshot import changed_fields, snapshot
from people.refusal import Conflict

from .session import Session


class PieceQuerySet(models.QuerySet):
    def visible_to(self, person, cycle=None):
        """Those of meetings that this person may read of."""
        return self.filter(session__in=Session.objects.visible_to(person, cycle))

    def of(self, session):
        """Those of one meeting that stand, in their order."""
        return self.filter(session=session, removed_at=None)


class Piece(models.Model):
    """Something that a meeting holds. SAID: its fields in words; ADDED, CHANGED, REMOVED: what the ledger says."""

    SAID: tuple[str, ...] = ()

    session = models.ForeignKey("involvement.Session", models.PROTECT, related_name="%(class)s_pieces")
    by = models.ForeignKey("people.Person", models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)
    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = PieceQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ("pk",)

    def get_absolute_url(self):
        return self.session.get_absolute_url()

    @classmethod
    def refusal_to_add(cls, session, person):
        """Why this person can add none to a meeting, as a sentence; empty when they can."""
        return session.refusal_to_write(person)

    def refusal_to_change(self, person):
        """Why this person cannot change or take it off, as a sentence; empty when they can."""
        return self.refusal_to_add(self.session, person)

    @classmethod
    def add(cls, session, by, *, token=None, **said):
        """Add one. A second time with the same token gives the first one back. Returns it. Raises Refused."""
        with ledger.writing(session.stage.cycle):
            if sentence := cls.refusal_to_add(session, by):
                raise moves.Refused(sentence)
            if token and (there := cls.objects.filter(token=token, session=session, by=by).first()):
                return there
            new = cls(session=session, by=by, **said, **({"token": token} if token else {}))
            new.save(force_insert=True)
            new._tell(cls.ADDED, by, {}, snapshot(new, cls.SAID))
        return new

    def change(self, by, version, **said):
        """Change it, when nobody else has since `version` was read. Raises Refused, and Conflict."""
        with ledger.writing(self.session.stage.cycle):
            if sentence := self.refusal_to_change(by):
                raise moves.Refused(sentence)
            current = type(self).objects.get(pk=self.pk)
            if current.version != version:
                raise Conflict(current)
            before = snapshot(current, self.SAID)
            for name, value in said.items():
                setattr(current, name, value)
            current.version = version + 1
            current.save()
            current.session = self.session
            if (after := snapshot(current, self.SAID)) != before:
                current._tell(self.CHANGED, by, before, after)

    def take_off(self, by):
        """Take it off; the ledger keeps that it was there. Raises Refused."""
        with ledger.writing(self.session.stage.cycle):
            if sentence := self.refusal_to_change(by):
                raise moves.Refused(sentence)
            if type(self).objects.filter(pk=self.pk, removed_at=None).update(removed_at=timezone.now()):
                self._tell(self.REMOVED, by, {}, {})

    def _tell(self, verb, by, before, after):
        """The event, for those who may read of the meeting."""
        changed, session = changed_fields(before, after), self.session
        ledger.record(
            verb, self, by, cycle=session.stage.cycle, stage=session.stage, openness=session.openness,
            before={name: before[name] for name in changed if before}, after={name: after[name] for name in changed},
        )  # fmt: skip
