"""Keyset paging, as every app does it (people/paging.py)."""

from people.paging import SIZE, Page, page_of

__all__ = ["SIZE", "Page", "page_of"]
