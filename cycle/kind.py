"""The kind of a stage: what a room of `cycle/kinds/` has to say about itself."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


def some_record(stage):
    """A sentence while nothing of the stage's principal kind is recorded, else nothing."""
    if stage.kind.record.objects.filter(stage=stage).exists():
        return ""
    return _("Nothing is recorded in this stage yet. Record what came of it before you finish it.")


@dataclass(frozen=True)
class Kind:
    """One kind of stage (R1, R2, R4).

    place: where it stands on the ring, from 1. fed_by: slugs of the kinds that feed it. records: the models of what it
    holds, the principal one first. prompt: what users are asked. addition: whether it is ours and not the figure's.
    work: what the room with all of its work is called. glances: each takes the stage and a reader and gives a Glance or
    None (cycle/glance.py). ways: each takes the stage and a reader and gives (words, address) pairs of what they can do
    in it beside adding records. unready_to_open, unready_to_finish: each takes the stage and gives a sentence, empty
    when ready. gaps: the same for what a finished stage ought to have; it ends without only for a published reason.
    on_involvement: glances about the involvement itself, which also stand on that page of the whole cycle (R62, R63).
    """

    slug: str
    name: str | Promise
    place: int
    prompt: str | Promise
    records: tuple[type, ...]
    fed_by: tuple[str, ...] = ()
    addition: bool = False
    figure_name: str | Promise = ""
    work: str | Promise = ""
    glances: tuple[Callable, ...] = ()
    ways: tuple[Callable, ...] = ()
    unready_to_open: tuple[Callable, ...] = ()
    unready_to_finish: tuple[Callable, ...] = (some_record,)
    gaps: tuple[Callable, ...] = ()
    on_involvement: tuple[Callable, ...] = ()

    def gaps_in(self, stage):
        """The sentences that tell what the stage ought to have before it is finished, and lacks."""
        return [sentence for check in self.gaps if (sentence := check(stage))]

    @property
    def record(self):
        """The principal record model."""
        return self.records[0]

    @property
    def on_ring(self):
        """Its label as the source's figure has it."""
        return self.figure_name or self.name

    @property
    def has_work_page(self):
        """Whether its work needs a room of its own: a single list of records is one already."""
        return len(self.records) > 1 or bool(self.glances)

    def record_named(self, slug):
        """The record model with this slug in its address; None when the kind holds no such thing."""
        return next((model for model in self.records if slug == model.SLUG), None)
