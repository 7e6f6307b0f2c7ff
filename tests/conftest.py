"""What every test may use; people and things to act on come from `tests.build`."""

import os

import pytest
from django.db import connections
from hypothesis import HealthCheck, settings

from tests import build, template
from tests.serving import start_server

pytest_plugins = ["tests.requirements_plugin", "tests.budget_plugin", "tests.browser"]

# The same examples in every run, so that a red run is about the change; `make nightly` looks further.
settings.register_profile("daily", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("nightly", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "daily"))

# They walk over everything and would be three times as long with each line counted; smaller tests cover the lines.
UNCOUNTED = ("test_access", "test_bad_input")
BROWSER = {"page", "context", "new_context", "browser", "page_no_js"}


def pytest_collection_modifyitems(items):
    """Mark the browser's tests and run them last: its event loop stays for the rest of the session."""
    for item in items:
        is_walked = BROWSER & set(getattr(item, "fixturenames", ()))
        if is_walked:
            item.add_marker("browser")
        if is_walked or item.path.stem in UNCOUNTED:
            item.add_marker("no_cover")
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)


@pytest.fixture
def cast(db):
    """A small cast of people, in a cycle in which no stage has begun."""
    return build.cast()


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb, django_db_modify_db_settings):
    """Begin with a database that is migrated already, where an earlier run left one."""
    return django_db_keepdb or template.put_in_place()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Leave a migrated database to the next run."""
    with django_db_blocker.unblock():
        template.keep()
    yield
    with django_db_blocker.unblock():
        template.end_other_sessions()
        connections.close_all()


@pytest.fixture(scope="session")
def live_server():
    """The server that the browser meets; each browser asks it once for each static file."""
    server = start_server()
    yield server
    server.stop()


@pytest.fixture(scope="session")
def base_url(live_server):
    """Let the browser open pages by their path alone (here, because the browser's plugin has one that would win)."""
    return live_server.url
