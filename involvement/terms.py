"""An agreement in words, as its page and every print show it: its terms, who does what, and what each party said."""

from dataclasses import dataclass

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from cycle.models import Participant

from .models import Party, Signature

USERS_FIRST = {standing: place for place, standing in enumerate(Participant.Standing.values)}
LEVELS = {
    Party.Level.INFORM: gettext_lazy("It is heard before others decide."),
    Party.Level.INFLUENCE: gettext_lazy("What it says must be weighed and answered. Others decide."),
    Party.Level.SHARE: gettext_lazy("It decides together with others."),
    Party.Level.OWN: gettext_lazy("It makes the decision, and answers for it."),
}


@dataclass(frozen=True)
class Row:
    """One party in the table of who does what; `unsigned` says what it still owes, empty when it owes nothing."""

    name: str
    role: str
    may: str
    may_not: str
    speaks_for: str
    asked: str
    signed: str = ""
    unsigned: str = ""


@dataclass(frozen=True)
class Said:
    """A signature as its reader may have it: the position in words, who gave it, and what they said with it."""

    party: str
    position: str
    who: str
    words: str
    is_declined: bool


def in_order(parties, key=lambda party: party):
    """Parties, or what `key` takes a party out of: the users first, then as the list of standings has it."""
    return sorted(parties, key=lambda each: (USERS_FIRST[key(each).participant.standing], str(key(each))))


def facts(agreement):
    """What the agreement says, as (label, words) pairs in the order in which people read it (R9, R11, R12)."""
    who = agreement.who_decides
    if agreement.decides_on:
        day = formats.date_format(agreement.decides_on, "j F Y")
        who = "\n".join(filter(None, [who, _("It is decided on %(day)s.") % {"day": day}]))
    promised = "\n".join(how_answered(agreement))
    without = [(_("Why no users take part"), agreement.without_users)] if agreement.without_users else []
    return [
        *without,
        (_("Purpose"), agreement.purpose),
        (_("What you can change"), agreement.open_to_change),
        (_("What is fixed, and why"), "\n".join(filter(None, [agreement.fixed, agreement.fixed_because]))),
        (_("What this stage is not"), agreement.is_not),
        (_("Who decides in the end"), who),
        (_("When you get an answer"), promised),
    ]


def how_answered(agreement):
    """Sentences: by when an answer comes, who sees to it, and whether a second person reads it first (R82)."""
    days = agreement.answer_days
    within = ngettext(
        "Within %(days)d working day of anything that you say.",
        "Within %(days)d working days of anything that you say.",
        days,
    )
    yield within % {"days": days}
    if agreement.answered_by:
        yield _("%(name)s sees to it that you get one.") % {"name": agreement.answered_by}
    if agreement.read_twice:
        yield _("A second person reads each answer before you get it.")


def row(party, signed="", unsigned="", *, has_agreed=False):
    """The Row of one party. has_agreed: whether it has said yes, so that what it carries may be said of it (R17)."""
    how = _("How it knows: %(how)s") % {"how": party.how_it_knows} if party.how_it_knows else ""
    return Row(
        name=party.participant.name,
        role=f"{party.role} ({party.level_for(has_agreed=has_agreed)})",
        may=party.may,
        may_not=party.may_not,
        speaks_for="\n".join(filter(None, [party.speaks_for, how])),
        asked=asked(party),
        signed=signed,
        unsigned=unsigned,
    )


def asked(party):
    """What a party is asked to give, and what it gets for it, a line for each."""
    hours = ngettext("%(hours)d hour of each person", "%(hours)d hours of each person", party.hours_asked or 0)
    lines = [
        hours % {"hours": party.hours_asked} if party.hours_asked is not None else "",
        _("Support: %(words)s") % {"words": party.support} if party.support else "",
        _("Paid: %(words)s") % {"words": party.payment} if party.payment else "",
    ]
    return "\n".join(filter(None, lines))


def levels(parties):
    """The levels of influence that these parties have, each as (word, what it means), weakest first (R17)."""
    words = {party.level: str(party.get_level_display()).split(":")[0] for party in parties}
    return [(words[value], str(meaning)) for value, meaning in LEVELS.items() if value in words]


def signed_by(status, is_involved):
    """Who signed for a party and on which day, as one phrase; as many people as its own rule asks for.

    status: a PartyStatus with a signature.
    """
    shown = [status.signature] if status.has_declined else status.agreeing[: status.party.signatures_needed]
    words = "; ".join(signed_how(each, status.party, is_involved) for each in reversed(shown))
    if status.signature.position == Signature.Position.RESERVE:
        return _("With a reservation: %(signed)s") % {"signed": words}
    return words


def said(signature, is_involved):
    """The Said of one signature; its signer is named only to those who take part."""
    return Said(
        party=signature.party.participant.name,
        position=signature.get_position_display(),
        who=signed_how(signature, signature.party, is_involved),
        words=signature.words,
        is_declined=signature.position == Signature.Position.DECLINE,
    )


def signed_how(signature, party, is_involved):
    """Who signed, on which day, and whether on paper."""
    somebody = str(party) if party.participant.person_id else _("a representative of %(party)s") % {"party": party}
    who = signature.signed_by.name if is_involved else somebody
    parts = [formats.date_format(signature.signed_on, "j F Y"), who]
    if signature.on_paper:
        parts.append(_("on paper, read back") if signature.read_back else _("on paper"))
    return ", ".join(parts)
