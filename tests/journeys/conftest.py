"""Who walks the journeys, and in which ways."""

import pytest

from tests import build

from .visitor import Visitor

WAYS = ("with JavaScript", "without JavaScript", "by keyboard alone")


@pytest.fixture
def cast(transactional_db):
    return build.cast()


@pytest.fixture
def come(new_context):
    """Let another visitor come, with a browser of their own; at the end no browser has complained of anything."""
    there = []

    def arrive(way="with JavaScript"):
        page = new_context(java_script_enabled=way != "without JavaScript").new_page()
        page.set_default_timeout(10_000)
        there.append(Visitor(page, by_keyboard=way == "by keyboard alone"))
        return there[-1]

    yield arrive
    assert [complaint for visitor in there for complaint in visitor.complaints] == []


@pytest.fixture(params=WAYS)
def way(request):
    """The way in which this run of the journey is walked."""
    return request.param


@pytest.fixture
def visitor(come, way):
    """One visitor; each journey is walked in all three ways."""
    return come(way)
