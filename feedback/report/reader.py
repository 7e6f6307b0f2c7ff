"""What prints have in common: for whom they are made, and of which stage, in the same words."""

from django.utils.translation import gettext as _

from ..state import WORDS, shape_of


class OfOneStage:
    """Something printed about one stage. Needs `stage` and `status`, where the agreement of its round stands."""

    @property
    def cycle(self):
        return self.stage.cycle

    @property
    def override(self):
        return self.status.override

    @property
    def state_in_words(self):
        return WORDS[shape_of(self.stage, self.status)]


class ForOneReader:
    """Something printed for one reader. PAPER: its template for paper. Needs `standing`, the reader's in the cycle."""

    PAPER = ""

    @property
    def is_for_everyone(self):
        return not self.standing.is_involved

    @property
    def reader(self):
        """For whom this copy is made, as a sentence."""
        if self.standing.sees_withheld:
            return _(
                "This copy is for those who hold a seat in the cycle. It may show things that are withheld from others."
            )
        if self.standing.is_involved:
            return _(
                "This copy is for those who take part in the cycle. It may show things that are not open to everyone."
            )
        return _("This copy shows what everyone may read.")
