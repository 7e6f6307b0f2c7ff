"""The limit: an amount of one record that has to fit what another record says (R43)."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Limit:
    """A typed field whose amount has to be at most, or at least, what another record says.

    line: the foreign key to that record, whose FIGURE is the amount. too_much, too_little: the sentence for a reader,
    with %(amount)s and %(limit)s in it; the one that is given says which way the limit goes.
    """

    field: str
    line: str
    too_much: str | Promise = ""
    too_little: str | Promise = ""

    def fits(self, amount, limit):
        """Whether this amount is within this limit; what is not known is within."""
        if amount is None or limit is None:
            return True
        return amount <= limit if self.too_much else amount >= limit

    def sentence(self, amount, limit):
        """What is wrong, in words; amount and limit are words already."""
        return (self.too_much or self.too_little) % {"amount": amount, "limit": limit}
