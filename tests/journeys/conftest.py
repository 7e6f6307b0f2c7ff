"""Who walks the journeys, and in which ways."""

import pytest
from django.db import connection

from tests import build

from .visitor import Visitor

# By keyboard alone one walks with JavaScript, so every run sees both; the mouse with JavaScript walks at night.
WAYS = ("without JavaScript", "by keyboard alone", pytest.param("with JavaScript", marks=pytest.mark.nightly))
# The ways differ in the browser and not in the database, so on another database than SQLite one of them is enough.
WALKED = WAYS if connection.vendor == "sqlite" else WAYS[:1]


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


@pytest.fixture(params=WALKED)
def way(request):
    """The way in which this run of the journey is walked."""
    return request.param


@pytest.fixture
def visitor(come, way):
    """One visitor; each journey is walked in each of the ways."""
    return come(way)
