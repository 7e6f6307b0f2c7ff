"""The environment that tests run in, and the one that a small production would have."""

KNOWN = {
    "ENV_FILE": "",
    "DEBUG": "false",
    "DEMO": "false",
    "SECRET_KEY": "only-for-tests-and-long-enough-that-nobody-takes-it-for-a-real-one",
    "ALLOWED_HOSTS": "localhost,127.0.0.1",
    "SITE_URL": "http://testserver",
    "EMAIL_URL": "smtp://localhost:25",
    "DEFAULT_FROM_EMAIL": "rounds@example.org",
}


def environment(inherited, *without, **changes):
    """Return a whole environment for a child process: what it inherits, ours over it, some left out or changed."""
    ours = {name: value for name, value in KNOWN.items() if name not in without}
    kept = {name: value for name, value in inherited.items() if name not in KNOWN and name not in without}
    # A child uses its own SQLite file unless it is told of a database: never the one that tests run on.
    for name in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL"):
        kept.pop(name, None)
    return {**kept, **ours, **changes}
