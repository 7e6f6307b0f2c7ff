"""What is written to people about their group: that the authority has answered, and that there is money (R73, R75)."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from people import outbox
from people.links import absolute
from people.models import Membership


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
    _send_after(mail)


def tell_of_money(allocation):
    """Write to the chair and the treasurer of a group that money was written down for it, after the commit.

    The letter holds no sum: it may lie open on a table. Who wrote it down themselves gets none.
    """
    context = {"group": allocation.group, "given_by": allocation.given_by}
    context["url"] = absolute(reverse("allocation", args=[allocation.group_id, allocation.pk]))
    roles = (Membership.Role.CHAIR, Membership.Role.TREASURER)
    places = allocation.group.memberships.active().filter(role__in=roles).exclude(person=allocation.entered_by)
    for person in {place.person for place in places.select_related("person")}:
        key = f"allocation:{allocation.pk}:{person.pk}"
        _send_after(outbox.put(person, key, _("Money for your group"), "involvement/email/money.txt", context))


def _send_after(mail):
    """Try to send this letter once what it is about is kept; None is none."""
    if mail:
        transaction.on_commit(lambda: outbox.send(mail))
