"""Every page in a real browser, for each sort of reader: accessible, narrow, quiet, and valid (promises 36, 38, 39)."""

import time

import pytest

from . import world as worlds
from .addresses import all_addresses
from .nu import nu_pages
from .walking import Walk

pytestmark = pytest.mark.looks


PARTS = 4  # so that two workers share them


def names_of_part(addresses, part):
    """The URL names of one of the parts, the same ones in every run."""
    return set(sorted({address.name for address in addresses})[part::PARTS])


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_accessible_narrow_quiet_and_valid_blank_filled_and_with_errors(page, part, tmp_path):
    """Each reader's pages: what is built like nothing before it is looked at in the browser and by the HTML checker."""
    world, start = worlds.make(), time.monotonic()
    addresses = all_addresses(world)
    names, walk, shown, faults, saved = names_of_part(addresses, part), None, 0, [], {}
    for name in reversed(worlds.READERS):
        before = {"looked": walk.looked, "tried": walk.tried} if walk else {}
        walk = Walk(page, name, world.reader(name), **before)
        shown += walk.visit_all(address for address in addresses if address.name in names)
        faults += walk.faults
        saved |= walk.saved
    pages = {label: html for label, html in saved.items() if html}
    faults += nu_pages(pages, tmp_path)
    seconds = time.monotonic() - start
    print(f"\npart {part}: {shown} pages, {len(saved)} states looked at, {len(pages)} files, {seconds:.0f} s")
    assert faults == []
