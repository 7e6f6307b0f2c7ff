"""What a record asks of the officers by a day: that somebody is heard, reached, or looked at again."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise

AHEAD = 7  # days: so long before its day it is shown


@dataclass(frozen=True)
class Waits:
    """A field with the day, which rows wait still, and the sentence for the officer, with %(title)s in it.

    hears: the field that names who has to be heard, and asked: the sentence for them; empty where nobody is. page: the
    name of the address where they say it; where there is none, they say it as they say anything.
    """

    day: str
    still: Q
    sentence: str | Promise
    hears: str = ""
    asked: str | Promise = ""
    page: str = ""

    def due(self, rows, today=None):
        """Those of these rows that wait, and whose day has come or is near."""
        until = (today or timezone.localdate()) + timedelta(days=AHEAD)
        return rows.filter(self.still, **{f"{self.day}__lte": until})
