"""Whatever people wrote, nothing of it runs and nothing leaves the site (promise 25): every page in a real browser."""

from html import escape

import pytest

from . import hostile

pytestmark = pytest.mark.looks


@pytest.mark.parametrize("name", ["ann", "bea", "nobody"])
def test_markup_in_every_field_stays_words(page, name):
    world, addresses = hostile.make()
    walk = hostile.HostileWalk(page, name, world.reader(name), typed=world.text())
    visited = walk.visit_all(addresses)
    written = sum(escape(hostile.BREAK_OUT) in html for html in walk.saved.values())
    print(f"\n{name}: {visited} pages, {len(walk.saved)} states, {written} with markup as words")
    assert walk.faults == []
    assert written > visited / 2
