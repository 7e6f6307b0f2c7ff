"""The types of notice that are published about a purchase: dated, with source, and whether anybody has checked them."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SOURCE = _("Notice types of the Procurement Act 2023 (Find a Tender).")
HEALTH = _("Notices of the Provider Selection Regime, from memory.")


@dataclass(frozen=True)
class NoticeType:
    """One type of notice. valid_to is None while it is in use."""

    key: str
    name: str | Promise
    is_confirmed: bool
    source: str | Promise = SOURCE
    valid_from: date = date(2025, 2, 24)
    valid_to: date | None = None


TYPES = (
    NoticeType("UK1", _("UK1: pipeline notice"), True),
    NoticeType("UK2", _("UK2: preliminary market engagement notice"), True),
    NoticeType("UK3", _("UK3: planned procurement notice"), True),
    NoticeType("UK4", _("UK4: tender notice"), True),
    NoticeType("UK5", _("UK5: transparency notice"), True),
    NoticeType("UK6", _("UK6: contract award notice"), False),
    NoticeType("UK7", _("UK7: contract details notice"), False),
    NoticeType("UK8", _("UK8: contract payment notice"), False),
    NoticeType("UK9", _("UK9: contract performance notice"), True),
    NoticeType("UK10", _("UK10: contract change notice"), False),
    NoticeType("UK11", _("UK11: contract termination notice"), False),
    NoticeType("UK12", _("UK12: procurement termination notice"), False),
    NoticeType("UK13", _("UK13: notice of a dynamic market that is meant"), False),
    NoticeType("UK14", _("UK14: notice of a dynamic market that is there"), False),
    NoticeType("UK15", _("UK15: notice of a dynamic market that changes"), False),
    NoticeType("UK16", _("UK16: notice of a dynamic market that ends"), False),
    NoticeType("UK17", _("UK17: payments compliance notice"), False),
    NoticeType("intended approach", _("Notice of the intended approach"), False, HEALTH, date(2024, 1, 1)),
    NoticeType("competition", _("Notice of a competition"), False, HEALTH, date(2024, 1, 1)),
    NoticeType("intention to award", _("Notice of the intention to award"), False, HEALTH, date(2024, 1, 1)),
    NoticeType("award confirmed", _("Notice that the award is confirmed"), False, HEALTH, date(2024, 1, 1)),
)
BY_KEY = {each.key: each for each in TYPES}
CHOICES = [(each.key, each.name) for each in TYPES]


def in_words(key):
    """What a type of notice is called, and whether that was checked; empty for none."""
    found = BY_KEY.get(key)
    if found is None:
        return ""
    return str(found.name) if found.is_confirmed else _("%(name)s (not confirmed)") % {"name": found.name}
