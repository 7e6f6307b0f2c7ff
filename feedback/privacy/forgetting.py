"""Being forgotten: nothing of a person is left but a number, and the public record and its seals stay whole (R71).

What somebody said stays under "Member 7", unless they want their words taken away as well. Who acted for an authority
becomes "Officer 7": a public body has to be able to show what was done in its name. docs/decisions/0040-privacy.md.
"""

from django.conf import settings
from django.db import connection, transaction
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy

from cycle import forgetting as in_cycles
from people.models import Membership, Person
from people.privacy.names import put_in_place
from people.privacy.rows import delete_all, going_rows
from people.privacy.sessions import end_sessions
from people.refusal import Refused
from people.triggers import lifted

from ..changing import withdraw
from ..models import Contribution, EqualityAnswer, Hiding
from ..models.imported import ImportFile
from ..search import index
from .looking import look

ON_WISH = gettext_lazy("Taken away on the wish of the person who said it.")
KEEPER_FIRST = gettext_lazy("You are the only one who keeps “%(group)s”. Add another convenor or chair first.")
FORGOTTEN_ALREADY = gettext_lazy("This person is forgotten already.")


def refusal_to_be_forgotten(person):
    """Why this person cannot be forgotten now, as a sentence; empty when they can."""
    if person.is_forgotten:
        return FORGOTTEN_ALREADY
    kept = Membership.objects.active().filter(person=person, role__in=Membership.KEEPERS).select_related("group")
    for place in kept.order_by("pk"):
        others = place.group.memberships.active().filter(role__in=Membership.KEEPERS).exclude(person=person)
        if not others.exists():
            return KEEPER_FIRST % {"group": place.group}
    return in_cycles.refusal_to_go(person)


def rehearse(person, with_words):
    """What would happen, as (words, how many) pairs; nothing is changed."""
    return list(look(person, with_words).counts())


def forget(person, with_words):
    """Take this person out of everything, in one transaction. Returns the new name and what happened. Raises Refused.

    with_words: also take away what they said as a part of the record. What happened: (words, how many) pairs.
    """
    with transaction.atomic():
        in_cycles.lock_all()
        person = Person.objects.select_for_update().get(pk=person.pk)
        if sentence := refusal_to_be_forgotten(person):
            raise Refused(sentence)
        found = look(person, with_words)
        happened = list(found.counts())
        _take_words(found)
        _take_private(found)
        name = person.forget(as_officer=found.is_officer)
        _take_name(found, name)
        index.forget_the_old(connection)
        transaction.on_commit(clear_prints)
    return name, happened


def _take_words(found):
    """Put a sentence where this person's words were, and take back what nobody has answered yet."""
    if not found.with_words:
        return
    # A line of the same minute would tie what was said without a name to the one who is forgotten: its words go alone.
    named = Contribution.objects.filter(given_by=found.person, is_unnamed=False, state__in=["held", "waits"])
    for said in named.select_related("stage"):
        if not said.refusal("withdraw", found.person):
            withdraw(said, found.person)
    tables = {personal.model._meta.db_table for personal, _rows in found.said}
    with lifted(connection, tables):
        for personal, rows in found.said:
            limit = getattr(personal.field, "max_length", None)
            rows.update(**{personal.name: str(ON_WISH)[:limit]})


def _take_private(found):
    """Delete what was for this person alone, end every session and place, and cut the tie to answers without a name."""
    person = found.person
    Hiding.objects.filter(attachment__in=found.attachments).delete()
    for each in found.attachments:
        each.delete()
        transaction.on_commit(lambda kept=each.file: kept.storage.delete(kept.name))
    with lifted(connection, {model._meta.db_table for model, _rows in going_rows(person)}):
        delete_all(person)
    with lifted(connection, {model._meta.db_table for model, _name, _rows in found.going_fields}):
        for model, name, rows in found.going_fields:
            rows.update(**{name: str(ON_WISH)[: getattr(model._meta.get_field(name), "max_length", None)]})
    EqualityAnswer.take_all_back(person)
    end_sessions(person)
    for place in found.memberships:
        place.end()
    for model, key in found.unnamed:
        model.objects.filter(pk=key).update(pseudonym=get_random_string(64, "0123456789abcdef"))


def _take_name(found, name):
    """Write the number where others wrote the name, empty what the ledger says of it, and end places in cycles."""
    with lifted(connection, {place.model._meta.db_table for place in found.places}):
        put_in_place(found.places, found.needles, name)
    ImportFile.objects.filter(pk__in=found.imports).delete()
    in_cycles.empty(found.lines)
    found.person.name = name
    in_cycles.end_places(found.person)


def clear_prints():
    """Delete every PDF that was made for readers or kept: any of them may hold a name, and each can be made anew."""
    for path in settings.REPORTS_DIR.rglob("*.pdf"):
        path.unlink(missing_ok=True)
