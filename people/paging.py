"""Keyset paging: a page is cut by the key of the row it starts after, so that page 4,000 costs what page 1 does."""

from dataclasses import dataclass

from django.db import models

SIZE = 25


@dataclass(frozen=True)
class Page:
    """Some rows of a list; `more` is the key to go on with, or None at the end; `is_first` for the top of the list."""

    rows: list
    more: int | None
    is_first: bool

    def __iter__(self):
        return iter(self.rows)

    def __len__(self):
        return len(self.rows)


def page_of(rows: models.QuerySet, after=None, *, key="pk", newest_first=False, size=SIZE) -> Page:
    """The page of `rows` that comes after the row whose `key` is `after` (text from an address, or None for the top).

    An `after` that is no number gives the top. One row more than `size` is read, so nothing needs counting.
    """
    start = int(after) if after and str(after).isdecimal() and len(str(after)) < 19 else None
    if start is not None:
        rows = rows.filter(**{f"{key}__{'lt' if newest_first else 'gt'}": start})
    found = list(rows.order_by(f"-{key}" if newest_first else key)[: size + 1])
    shown = found[:size]
    more = getattr(shown[-1], key) if len(found) > size else None
    return Page(shown, more, start is None)
