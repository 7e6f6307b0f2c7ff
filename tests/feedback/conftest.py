"""Who and what most tests of this folder begin with; a test that needs others says so in its own module."""

import pytest

from tests import build


@pytest.fixture
def people(db):
    """The cast, in a cycle in which no stage has begun."""
    return build.cast()


@pytest.fixture
def needs(people):
    """The stage of needs, begun and agreed."""
    return build.opened(people.cycle, "needs")
