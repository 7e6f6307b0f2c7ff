"""Access needs as others read them: beside names for those allowed, and as the size that somebody's prints come in."""

from collections import defaultdict

from .models import AccessNeed, NeedsSheet
from .need_list import BY_SLUG, SIZES


def needs_of(people, reader, circle=None):
    """What these people need, as far as this reader may know it: person id -> list of AccessNeed; one query.

    circle: what the caller has made sure that the reader is to all of them (a Circle), None for nothing: then they
    read their own, and those of the members of a group that they keep.
    """
    found = defaultdict(list)
    if reader is None or not reader.is_authenticated:
        return found
    rows = AccessNeed.objects.filter(person__in=people).visible_to(reader, circle)
    for need in sorted(rows, key=lambda each: (each.place, each.pk)):
        found[need.person_id].append(need)
    return found


def put_beside(places, reader, circle=None):
    """These rows that have a person, each with its `needs` as a list; one query."""
    found = needs_of([place.person_id for place in places], reader, circle)
    for place in places:
        place.needs = found[place.person_id]
    return places


def size_of(needs):
    """The largest size of print among these needs; "normal" when there is none."""
    sizes = [BY_SLUG[need.sort].size for need in needs if need.sort in BY_SLUG]
    return max(sizes, key=lambda size: SIZES.index(size or "normal"), default="normal") or "normal"


def own_size(person):
    """The size that this person's prints come in where they ask for no other; one query."""
    return size_of(AccessNeed.objects.of(person)) if person and person.is_authenticated else "normal"


def sizes_for(people, reader, circle=None):
    """The size in which letters to these people are printed by this reader: person id -> size; one query."""
    return {pk: size_of(needs) for pk, needs in needs_of(people, reader, circle).items()}


def to_look_at(person):
    """The people whose needs this person looks at again today: themselves, and those whom they bring paper; a list."""
    due = NeedsSheet.objects.to_look_at()
    known = AccessNeed.objects.visible_to(person).exclude(person=person).filter(person__email__isnull=True)
    own = due.filter(person=person)
    brought = due.filter(person__in=known.values("person"))
    return list((own | brought).select_related("person").order_by("person__name", "pk"))
