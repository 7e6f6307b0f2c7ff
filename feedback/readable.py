"""The words of a contribution as they may be read: worked out from the words as they came, and written in their place.

Everything that shows, searches, exports or prints a contribution reads these columns; what is hidden or withdrawn is
not in them, so nothing can show it by mistake.
"""

import re

from django.utils.translation import gettext as _

from .models import Original

WORDS = ("text", "how_known", "dissent", "limits")


def mark_for(reason):
    """What stands in the place of a hidden part."""
    return _("[hidden: %(reason)s]") % {"reason": reason}


def pattern_of(words):
    """Finds these words in a text, however its spaces, line breaks and capitals are."""
    return re.compile(r"\s+".join(re.escape(part) for part in words.split()), re.IGNORECASE)


def without(text, hidings):
    """The text with a mark in the place of each of these hidden words."""
    for hiding in hidings:
        mark = mark_for(hiding.reason)
        text = pattern_of(hiding.words).sub(lambda _found, mark=mark: mark, text)
    return text


def as_it_came(contribution):
    """The words of every place of this contribution as they came, as a dict of place -> text."""
    kept = {each.place: each.text for each in contribution.originals.all()}
    return {place: kept.get(place, text) for place, (_row, _name, text) in _places(contribution).items()}


def _places(contribution):
    """Each place where words of it stand: place -> (row, name of its field, the words there now)."""
    found = {name: (contribution, name) for name in WORDS}
    for wording in contribution.wordings.all():
        found[f"wording {wording.number}"] = (wording, "text")
        found[f"because {wording.number}"] = (wording, "because")
    for attachment in contribution.attachments.all():
        found[f"attachment {attachment.pk}"] = (attachment, "description")
    return {place: (row, name, getattr(row, name)) for place, (row, name) in found.items()}


def settle(contribution, words=None):
    """Write what may be read into every place, and keep the words as they came where they differ.

    words: as `as_it_came` gives them, with what is new in them. Call it inside `ledger.writing`, with a contribution
    that has just been read.
    """
    words = words or as_it_came(contribution)
    hidings = list(contribution.hidings.standing())
    parts = [each for each in hidings if not each.attachment_id]
    files = {f"attachment {each.attachment_id}": mark_for(each.reason) for each in hidings if each.attachment_id}
    contribution.originals.all().delete()
    kept = []
    for place, (row, name, _now) in _places(contribution).items():
        came = words.get(place, getattr(row, name))
        shown = "" if contribution.is_withdrawn else _cut(row, name, files.get(place) or without(came, parts))
        if shown != came:
            kept.append(Original(contribution=contribution, place=place, text=came))
        type(row).objects.filter(pk=row.pk).update(**{name: shown})
        setattr(row, name, shown)
    Original.objects.bulk_create(kept)


def _cut(row, name, text):
    """The text, no longer than its column: a mark may be longer than what it hides."""
    longest = row._meta.get_field(name).max_length
    return text[:longest] if longest else text
