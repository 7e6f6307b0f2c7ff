"""The refusal: what was asked cannot be done, said once in a sentence for its reader."""

from django.utils.functional import Promise

Sentence = str | Promise


class Refused(Exception):
    """What was asked cannot be done; `sentence` tells its reader why. `conflict` when somebody else was quicker."""

    def __init__(self, sentence: Sentence, *, conflict: bool = False):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.conflict = conflict
