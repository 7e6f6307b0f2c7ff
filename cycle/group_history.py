"""The history of a group's page: what each edition changed, and who did it where the reader may know (R67)."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from people.group_words import in_words, label_of
from people.models import GroupEdition


@dataclass(frozen=True)
class Entry:
    """One edition: who made it (words), and (label, what it said before, what it says) for each thing that changed."""

    edition: GroupEdition
    who: str
    is_first: bool
    changes: list


def told(editions, reads_names):
    """The Entries of some editions of one group, the newest first; one more query for the one before the last."""
    if not editions:
        return []
    last = editions[-1]
    before = GroupEdition.objects.filter(group=last.group_id, number=last.number - 1).select_related("host").first()
    return [
        _entry(edition, earlier, reads_names)
        for edition, earlier in zip(editions, [*editions[1:], before], strict=True)
    ]


def _entry(edition, earlier, reads_names):
    changes = [
        (label_of(name), in_words(earlier, name) if earlier else "", in_words(edition, name))
        for name in edition.changed_since(earlier)
    ]
    return Entry(edition, _who(edition, reads_names), earlier is None, changes)


def _who(edition, reads_names):
    if edition.by is None:
        return ""
    if reads_names:
        return edition.by.name
    return _("A commissioner") if edition.number == 1 else _("Somebody who keeps the group’s page")
