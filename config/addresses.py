"""Turning the two addresses in the environment, the database's and the mail server's, into Django's settings."""

from pathlib import Path
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

# WAL lets people read while one writes; FULL means that what was acknowledged survives a power cut.
SQLITE_ON_CONNECT = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
# Taking the write lock at once makes thirty writers queue; the default lets them collide and fail.
SQLITE_OPTIONS = {"init_command": SQLITE_ON_CONNECT, "transaction_mode": "IMMEDIATE", "timeout": 20}
POSTGRESQL_OPTIONS = {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}
MAIL_SCHEMES = {"smtp", "smtp+tls", "smtp+ssl", "consolemail", "memorymail"}


def database(url, base):
    """Return the settings of the database at `url`; a relative SQLite path is taken from `base`."""
    scheme = urlsplit(url).scheme
    if scheme not in {"sqlite", "postgres", "postgresql"}:
        raise ImproperlyConfigured("Set DATABASE_URL to sqlite:///path or postgresql://user:password@host:port/name.")
    try:
        settings = environ.Env.db_url_config(url)
    except ValueError:
        settings = {}
    if not settings.get("NAME"):
        raise ImproperlyConfigured("Set DATABASE_URL to a whole address: it lacks the database's name or a valid port.")
    if scheme == "sqlite":
        return {**settings, "NAME": _sqlite_path(settings["NAME"], base), "OPTIONS": dict(SQLITE_OPTIONS)}
    return {**settings, "OPTIONS": {**settings.get("OPTIONS", {}), **POSTGRESQL_OPTIONS}}


def _sqlite_path(name, base):
    """Return where the file is, and make sure that its folder is there."""
    path = Path(base) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def mailer(url, debug):
    """Return the settings of the mail server at `url`, which must be a real one unless `debug`."""
    parts = urlsplit(url)
    if parts.scheme not in MAIL_SCHEMES:
        raise ImproperlyConfigured("Set EMAIL_URL to smtp+tls://user:password@host:port (or smtp, or smtp+ssl).")
    if not parts.scheme.startswith("smtp"):
        if not debug:
            raise ImproperlyConfigured("Set EMAIL_URL to a mail server: the one given sends nothing.")
        return {"BACKEND": environ.Env.EMAIL_SCHEMES[parts.scheme]}
    if not parts.hostname or bool(parts.username) != bool(parts.password):
        raise ImproperlyConfigured("Set EMAIL_URL whole: a host, and either both a user and a password or neither.")
    return {"BACKEND": "django.core.mail.backends.smtp.EmailBackend", "OPTIONS": _smtp_options(url)}


def _smtp_options(url):
    """Return what the connection to a mail server needs; a server that hangs must not hold a worker."""
    given = environ.Env.email_url_config(url)
    return {
        "host": given["EMAIL_HOST"],
        "port": given["EMAIL_PORT"] or 25,
        "username": given["EMAIL_HOST_USER"] or "",
        "password": given["EMAIL_HOST_PASSWORD"] or "",
        "use_tls": given.get("EMAIL_USE_TLS", False),
        "use_ssl": given.get("EMAIL_USE_SSL", False),
        "timeout": 20,
    }
