"""What is written to a claimant at once: that something came of the claim, and never what or how much."""

from django.utils.translation import gettext as _

from people import outbox
from people.links import absolute
from people.models import Person


def tell(claim):
    """Put out a letter to the claimant, after a move of this claim; none to somebody who reads here alone."""
    if claim.person.post != Person.Post.AT_ONCE:
        return None
    context = {"cycle": claim.cycle, "url": absolute(claim.get_absolute_url())}
    key = f"claim:{claim.pk}:{claim.version}"
    subject = _("There is something new about your claim")
    return outbox.put(claim.person, key, subject, "involvement/payment/letter.txt", context, may_be_stopped=True)
