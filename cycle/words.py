"""The verbs of the ledger: each is said once, in words for a reader."""

from dataclasses import dataclass

from django.utils.functional import Promise

VERBS: dict[str, "Verb"] = {}


@dataclass(frozen=True)
class Verb:
    """Something that happens, as `slug` in the ledger and as `words` after a name: "Ann signed the agreement"."""

    slug: str
    words: str | Promise

    def __post_init__(self):
        VERBS[self.slug] = self

    def __str__(self):
        return str(self.words)


def words_for(slug):
    """The words of a verb; a slug that no room claims any more is shown as it stands."""
    verb = VERBS.get(slug)
    return str(verb) if verb else slug
