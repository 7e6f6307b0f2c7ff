"""What people need so that they can take part."""

from people.models import NeedsSheet


def needs(person, *sorts, circle="writers", by=None, **own):
    """Put in what this person needs: sorts of the list, and own words by category. Returns the AccessNeeds."""
    said = dict.fromkeys(sorts, "") | {f"{category}-other": words for category, words in own.items()}
    sheet = NeedsSheet.of(person)
    sheet.put(by or person, sheet.version, said, circle, "face to face" if by and by != person else "")
    return list(person.access_needs.order_by("pk"))
