"""What there is of a person before anything is taken out: the same look for the rehearsal and for the deed."""

from dataclasses import dataclass, field

from django.apps import apps
from django.db.models import Q
from django.utils.translation import gettext as _

from cycle.forgetting import lines_saying, lines_with, places_of, touches
from cycle.models import Cycle, Event
from people.models import Membership
from people.privacy.names import needles_of, places_with
from people.privacy.rows import count_all, going_fields, said_by
from people.privacy.sessions import sessions_of

from ..models import Attachment
from ..models.imported import ImportFile

OFFICES = ("commissioner", "councillor")
OWN = 12  # characters; a text of so many is somebody's own, wherever it is repeated


@dataclass
class Found:
    """What there is of one person. with_words: whether what they said is to be taken away as well.

    lines: {key of an event whose words hold the name, or their words: cycle id}. places: where others wrote the name.
    """

    person: object
    with_words: bool
    is_officer: bool
    memberships: list
    seats_and_parts: list
    sessions: int
    going_rows: int
    going_fields: list
    said: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    unnamed: list = field(default_factory=list)
    needles: dict = field(default_factory=dict)
    places: list = field(default_factory=list)
    lines: dict = field(default_factory=dict)
    imports: list = field(default_factory=list)

    def counts(self):
        """(what it is, in words; how many) for everything that will happen, in its order."""
        emptied = sum(rows.count() for _model, _name, rows in self.going_fields)
        yield _("Places in groups, bodies and cycles that end"), len(self.memberships) + len(self.seats_and_parts)
        yield _("Private things, codes, needs and letters that are deleted"), self.going_rows + self.sessions + emptied
        yield _("Answers without a name that nobody can tie to you any more"), len(self.unnamed)
        if self.with_words:
            yield _("Texts of yours that are taken away"), sum(rows.count() for _personal, rows in self.said)
            yield _("Files of yours that are deleted"), len(self.attachments)
        yield _("Places where others wrote your name or address"), len(self.places) + len(self.imports)
        yield _("Lines of the ledger that lose their words"), len(self.lines)


def look(person, with_words):
    """Everything that there is of this person, as a Found; it changes nothing."""
    needles = needles_of(person)
    found = Found(
        person, with_words, held_office(person),
        memberships=list(Membership.objects.active().filter(person=person)),
        seats_and_parts=places_of(person),
        sessions=len(sessions_of(person)),
        going_rows=count_all(person),
        going_fields=list(going_fields(person)),
        unnamed=unnamed_of(person),
        attachments=list(attachments_of(person, with_words)),
        needles=needles,
        places=places_with(needles),
        lines=lines_with(needles),
        imports=[each.pk for each in ImportFile.objects.iterator() if _holds(bytes(each.content), needles)],
    )  # fmt: skip
    if with_words:
        found.said = [pair for pair in said_by(person) if pair[0].label != "feedback.Attachment.file"]
        found.lines |= lines_of_words(found)
    return found


def held_office(person):
    """Whether this person ever ran or decided something for an authority: then it is an officer who did it."""
    return person.seats.exists() or person.memberships.filter(role__in=OFFICES).exists()


def attachments_of(person, with_words):
    """The Attachments that go: what was attached and never sent, and with the words all that went out with them."""
    unsent = Q(contribution=None, by=person)
    return Attachment.objects.filter(unsent | Q(contribution__given_by=person) if with_words else unsent)


def unnamed_of(person):
    """(model, key) of each answer without a name that is worked out from this person's number and the secret key."""
    sorts = [model for model in apps.get_models() if hasattr(model, "keys_of")]
    return [(model, key) for model in sorts for key in _there(model, sorted(set(model.keys_of(person))))]


def _there(model, keys):
    """Those of these keys that have a row; asked in parts, because a statement takes only so many."""
    for start in range(0, len(keys), 500):
        yield from model.objects.filter(pk__in=keys[start : start + 500]).values_list("pk", flat=True)


def lines_of_words(found):
    """The events that repeat words which are taken away.

    Short words are looked for only in what this person did, because others use them too.
    """
    texts = {text for personal, rows in found.said for text in rows.values_list(personal.name, flat=True)}
    cycles = [cycle.pk for cycle in Cycle.objects.order_by("pk") if touches(found.person, cycle)]
    of_length = {text for text in texts if len(text) >= OWN}
    return lines_saying(texts, Event.objects.filter(by=found.person)) | lines_saying(
        of_length, Event.objects.filter(cycle__in=cycles)
    )


def _holds(content, needles):
    return any(text.encode() in content for text in needles)
