"""Whatever people wrote, nothing of it runs and nothing leaves the site (promise 25): every page in a real browser."""

from html import escape

import pytest

from . import hostile

pytestmark = pytest.mark.looks


@pytest.mark.parametrize("name", ["ann", "bea", "nobody"])
def test_markup_in_every_field_stays_words(page, name):
    world, addresses = hostile.make()
    walk = hostile.HostileWalk(page, name, world.reader(name), typed=world.text())
    shown = walk.visit_all(addresses)
    sent = [html for html in walk.saved.values() if html]
    written = sum(escape(hostile.BREAK_OUT) in html for html in sent)
    print(f"\n{name}: {shown} pages, {len(walk.saved)} states looked at, {written} with markup as words")
    assert walk.faults == []
    assert written > len(sent) / 2
