from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.addresses import database, mailer


def test_a_relative_sqlite_path_is_taken_from_the_project(tmp_path):
    settings = database("sqlite:///var/db.sqlite3", tmp_path)
    assert settings["NAME"] == tmp_path / "var" / "db.sqlite3"
    assert (tmp_path / "var").is_dir()


def test_an_absolute_sqlite_path_stays(tmp_path):
    assert database(f"sqlite:///{tmp_path}/db.sqlite3", Path("/elsewhere"))["NAME"] == tmp_path / "db.sqlite3"


def test_sqlite_takes_its_lock_at_once_and_writes_through(tmp_path):
    options = database("sqlite:///db.sqlite3", tmp_path)["OPTIONS"]
    assert options["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in options["init_command"]
    assert "journal_mode=WAL" in options["init_command"]


def test_postgresql_keeps_the_options_of_its_address_and_has_a_pool_where_pages_are_served(tmp_path):
    url = "postgresql://user:secret@db.example.org:5433/rounds?sslmode=require"
    assert set(database(url, tmp_path)["OPTIONS"]) == {"sslmode"}
    served = database(url, tmp_path, pooled=True)
    assert (served["HOST"], served["PORT"], served["NAME"]) == ("db.example.org", 5433, "rounds")
    assert set(served["OPTIONS"]) == {"pool", "sslmode"}


@pytest.mark.parametrize(
    "address", ["", "nonsense", "mysql://u:p@db/rounds", "postgresql://db:port/x", "postgresql://db", "sqlite://"]
)
def test_a_malformed_database_address_is_named(tmp_path, address):
    with pytest.raises(ImproperlyConfigured, match="Set DATABASE_URL"):
        database(address, tmp_path)


def test_a_mail_server_is_read_from_its_address():
    assert mailer("smtp+tls://post%40x:pa%2Fss@mail.example.org:587", debug=False)["OPTIONS"] == {
        "host": "mail.example.org",
        "port": 587,
        "username": "post@x",
        "password": "pa/ss",
        "use_tls": True,
        "use_ssl": False,
        "timeout": 20,
    }


def test_while_debugging_mail_may_be_printed():
    assert mailer("consolemail://", debug=True) == {"BACKEND": "django.core.mail.backends.console.EmailBackend"}


@pytest.mark.parametrize(
    "address", ["", "mail.example.org", "smtp://", "smtp://user@mail.example.org", "consolemail://", "smtp://mail:port"]
)
def test_half_a_mail_server_is_refused(address):
    with pytest.raises(ImproperlyConfigured, match="Set EMAIL_URL"):
        mailer(address, debug=False)
