"""What is written to somebody who asked something for their group: that the authority has answered (R73)."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from people import outbox
from people.links import absolute


def tell_of_answer(asked):
    """Write to whoever asked for the group, after the commit; the letter holds the answer's place and no words of it.

    asked: a DirectFunding that has just been answered.
    """
    context = {"group": asked.group, "authority": asked.authority}
    context["url"] = absolute(reverse("group_loyalty", args=[asked.group_id]))
    key = f"direct funding:{asked.pk}"
    mail = outbox.put(
        asked.asked_by, key, _("Your group has an answer"), "involvement/email/funding_answered.txt", context
    )
    if mail:
        transaction.on_commit(lambda: outbox.send(mail))
