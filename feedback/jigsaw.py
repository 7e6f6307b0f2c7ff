"""What is known from every side, in one view: users, the front line, providers, contracts, figures (R88)."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.urls import reverse

from cycle.models import RECORDS, Participant
from cycle.pieces import Piece

from .counting import at_most, in_words
from .models import Contribution
from .showing import Said, shown_in_cycle

SHOWN = 3  # so many of the newest of each are told; the lists have the rest
SPEAKERS = {
    Piece.USERS: Participant.Standing.USERS,
    Piece.FRONT_LINE: Participant.Standing.STAFF,
    Piece.PROVIDERS: Participant.Standing.PROVIDERS,
}


@dataclass(frozen=True)
class Found:
    """The records of one sort that are known from one side. count: in words; url: of the list of all."""

    plural: str
    count: str
    rows: list
    url: str


@dataclass(frozen=True)
class Known:
    """What is known from one side. count: of contributions, in words, empty where that side does not speak."""

    piece: Piece
    count: str = ""
    said: list[Said] = field(default_factory=list)
    records: list[Found] = field(default_factory=list)

    @property
    def is_missing(self):
        """Whether nothing at all is known from there."""
        return not self.said and not self.records


def known_of(cycle, reader, q=""):
    """A Known for each Piece, as far as this reader may read; a fixed number of queries.

    q: words that have to stand in it, all of them; empty for everything.
    """
    return [_known(piece, cycle, reader, q) for piece in Piece]


def _known(piece, cycle, reader, q):
    count, said = _said(piece, cycle, reader, q)
    records = [_found(model, cycle, reader, q) for model in RECORDS if piece == model.PIECE]
    return Known(piece, count, said, [each for each in records if each.rows])


def _said(piece, cycle, reader, q):
    """(how much was said from this side, the newest of it as Saids); nothing of a side that does not speak."""
    if piece not in SPEAKERS:
        return "", []
    rows = Contribution.objects.visible_to(reader, cycle).filter(participant__standing=SPEAKERS[piece])
    rows = rows.exclude(state=Contribution.State.WITHDRAWN)
    rows = rows.search(q) if q else rows
    number = at_most(rows)
    return in_words(number), shown_in_cycle(rows.for_list()[:SHOWN], cycle, reader) if number else []


def _found(model, cycle, reader, q):
    """The Found of one sort of record; two queries, and one more for what each names."""
    rows = model.objects.in_cycle(cycle).visible_to(reader, cycle)
    for word in q.split():
        rows = rows.filter(Q(title__icontains=word) | Q(summary__icontains=word))
    number = at_most(rows)
    newest = list(rows.order_by("-pk")[:SHOWN]) if number else []
    for each in newest:
        each.stage.cycle = cycle
    url = reverse("records", args=[cycle.slug, newest[0].stage.kind_slug, model.SLUG]) if newest else ""
    return Found(str(model._meta.verbose_name_plural), in_words(number), newest, url)
