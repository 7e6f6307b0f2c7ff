"""The refusal: what was asked cannot be done, said once in a sentence for its reader."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Sentence = str | Promise


class Refused(Exception):
    """What was asked cannot be done; `sentence` tells its reader why. `conflict` when somebody else was quicker."""

    def __init__(self, sentence: Sentence, *, conflict: bool = False):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.conflict = conflict


class Conflict(Refused):
    """Somebody else has saved the same thing since it was opened; `current` is what stands now."""

    def __init__(self, current):
        super().__init__(_("Somebody else changed this while you were writing."), conflict=True)
        self.current = current
