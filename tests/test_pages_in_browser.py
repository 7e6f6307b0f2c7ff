"""Every page in a real browser, for each sort of reader: accessible, narrow, quiet, and valid (promises 36, 38, 39)."""

import time

import pytest

from . import world as worlds
from .addresses import all_addresses
from .nu import nu_pages
from .walking import Walk

pytestmark = pytest.mark.looks


def anywhere(address):
    return True


def on_records(address):
    return address.name.startswith("record")


def beside_records(address):
    return not on_records(address)


def at_own_words(address):
    return address.name in ("contribution", "contributions")


# ann runs the cycle, cove convenes the users' group, bea signs for it, mia has said something, and one is unknown.
WALKS = [("ann", on_records), ("ann", beside_records), ("cove", anywhere), ("bea", anywhere), ("mia", at_own_words),
         ("nobody", anywhere)]  # fmt: skip


@pytest.mark.parametrize(("name", "where"), WALKS)
def test_every_page_is_accessible_narrow_quiet_and_valid_blank_filled_and_with_errors(page, name, where, tmp_path):
    world, start = worlds.make(), time.monotonic()
    walk = Walk(page, name, world.reader(name))
    visited = walk.visit_all(filter(where, all_addresses(world)))
    pages = {label: html for label, html in walk.saved.items() if html}
    walk.faults += nu_pages(pages, tmp_path)
    seconds = time.monotonic() - start
    print(f"\n{name} {where.__name__}: {visited} pages, {len(walk.saved)} states, {len(pages)} files, {seconds:.0f} s")
    assert walk.faults == []
