"""Turning the two addresses in the environment, the database's and the mail server's, into Django's settings."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

# WAL lets people read while one writes; FULL means that what was acknowledged survives a power cut.
SQLITE_ON_CONNECT = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
# Taking the write lock at once makes thirty writers queue; the default lets them collide and fail. The queue is not
# a fair one: on a busy machine one of thirty waited for 25 seconds, and waiting is better than failing.
SQLITE_OPTIONS = {"init_command": SQLITE_ON_CONNECT, "transaction_mode": "IMMEDIATE", "timeout": 60}
# For web workers only: a command would wait at its end for the pool's threads.
POOL = {"min_size": 1, "max_size": 8, "timeout": 10}
# The ways to reach a mail server, each with its usual port.
SENDING = {"smtp": 25, "smtp+tls": 587, "smtp+ssl": 465}
NOT_SENDING = {"consolemail", "memorymail"}


def database(url, base, pooled=False):
    """Return the settings of the database at `url`; a relative SQLite path is taken from `base`.

    pooled: whether a process keeps a pool of connections to PostgreSQL.
    """
    scheme = urlsplit(url).scheme
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured("Set DATABASE_URL to sqlite:///path or postgresql://user:password@host:port/name.")
    try:
        settings = environ.Env.db_url_config(url)
    except ValueError:
        settings = {}
    if settings.get("NAME") in {None, "", ":memory:"}:
        raise ImproperlyConfigured("Set DATABASE_URL to a whole address: it lacks a name or a valid port.")
    if scheme == "sqlite":
        return {**settings, "NAME": _sqlite_path(settings["NAME"], base), "OPTIONS": dict(SQLITE_OPTIONS)}
    return {**settings, "OPTIONS": {**settings.get("OPTIONS", {}), **({"pool": POOL} if pooled else {})}}


def _sqlite_path(name, base):
    """Return where the file is, and make sure that its folder is there."""
    path = Path(base) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def mailer(url, debug):
    """Return the settings of the mail server at `url`, which must be a real one unless `debug`."""
    parts = urlsplit(url)
    if parts.scheme in NOT_SENDING and debug:
        return {"BACKEND": environ.Env.EMAIL_SCHEMES[parts.scheme]}
    if parts.scheme in NOT_SENDING:
        raise ImproperlyConfigured("Set EMAIL_URL to a mail server: the one given sends nothing.")
    if parts.scheme not in SENDING:
        raise ImproperlyConfigured("Set EMAIL_URL to smtp+tls://user:password@host:port (or smtp, or smtp+ssl).")
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": _smtp_options(parts)}


def _smtp_options(parts):
    """Return what the connection to a mail server needs; a server that hangs must not hold a worker."""
    try:
        port = parts.port or SENDING[parts.scheme]
    except ValueError:
        port = None
    if not parts.hostname or not port or bool(parts.username) != bool(parts.password):
        raise ImproperlyConfigured("Set EMAIL_URL whole: a host, a port, and a user with a password or neither.")
    return {
        "host": parts.hostname,
        "port": port,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "use_ssl": parts.scheme == "smtp+ssl",
        "timeout": 20,
    }
