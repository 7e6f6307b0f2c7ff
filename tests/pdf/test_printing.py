"""Printing under limits, on machines that lack something, and never twice."""

import fcntl
import os
import time
from importlib.metadata import version
from types import SimpleNamespace

import pydyf
import pytest

from feedback.report import child
from feedback.report.keeping import html_of, key_of, pdf_of
from feedback.report.printing import TOO_SLOW, CannotPrint, write_pdf
from tests import build
from tests.pdf.conftest import address, printed, report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def reports(settings, tmp_path):
    """A folder of its own for what is kept."""
    settings.REPORTS_DIR = tmp_path / "reports"
    return settings.REPORTS_DIR / "kept"


@pytest.fixture
def stage(cast):
    return cast.stage("needs")


def refused(client, stage):
    """Ask for a PDF that cannot be had; return the page in its place."""
    answer = client.get(address("stage_report_pdf", stage))
    assert (answer.status_code, answer["Content-Type"]) == (503, "text/html; charset=utf-8")
    page = answer.content.decode()
    assert f'href="{address("stage_report", stage)}"' in page
    return page


def test_without_pango_a_plain_page_says_what_to_install(client, stage, monkeypatch, tmp_path):
    (tmp_path / "libpango-1.0.so.0").write_text("not a library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    page = refused(client, stage)
    assert "The programs that make PDFs are not installed here." in page
    assert "libpango-1.0-0" in page


def test_without_any_font_a_plain_page_says_what_to_install(client, stage, monkeypatch, tmp_path):
    config = tmp_path / "fonts.conf"
    config.write_text(f"<fontconfig><dir>{tmp_path}/none</dir><cachedir>{tmp_path}/cache</cachedir></fontconfig>")
    monkeypatch.setenv("FONTCONFIG_FILE", str(config))
    page = refused(client, stage)
    assert "no font is installed here" in page
    assert "fonts-liberation" in page


def test_past_its_time_a_report_gives_a_plain_page(client, stage, settings):
    settings.REPORT_SECONDS = 0
    assert "This report took longer to print than we allow." in refused(client, stage)


def test_the_limit_is_the_processors_time_so_that_a_busy_machine_refuses_nothing(settings, tmp_path):
    settings.REPORT_SECONDS = 1
    with pytest.raises(CannotPrint) as refused:
        write_pdf("<p>Too much of this.</p>" * 20_000, tmp_path / "out.pdf")
    assert refused.value.sentence == TOO_SLOW


def test_pages_are_remembered_only_by_the_version_that_forgets_them():
    assert version("pydyf") == child.FORGETFUL
    pdf = pydyf.PDF()
    child.remember_pages(pydyf)
    for number in range(3):
        pdf.add_page(pydyf.Dictionary({"Type": "/Page"}))
        assert len(pdf.page_references) == number + 1
    assert pdf.page_references is pdf.page_references
    newer = SimpleNamespace(VERSION="0.14.0")
    child.remember_pages(newer)
    assert vars(newer) == {"VERSION": "0.14.0"}


def test_past_its_memory_a_report_gives_a_plain_page(client, stage, settings):
    settings.REPORT_MEGABYTES = 60
    assert "This report is too big to be printed in one piece." in refused(client, stage)


def test_a_child_that_crashes_takes_nobody_with_it(client, stage, settings, reports):
    settings.REPORT_MEGABYTES = 100
    refused(client, stage)
    assert [path.name for path in reports.iterdir()] == [".turn"]


def test_who_prints_while_another_prints_is_asked_to_wait(client, stage, settings, reports):
    settings.REPORT_SECONDS = 0
    reports.mkdir(parents=True)
    with (reports / ".turn").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        assert "Other reports are being printed just now." in refused(client, stage)


def test_no_secret_reaches_the_child(stage, monkeypatch, tmp_path):
    monkeypatch.setattr("sys.executable", str(tmp_path / "python"))
    (tmp_path / "python").write_text(f"#!/bin/sh\nenv > {tmp_path}/env\ncp /dev/null $3\n")
    (tmp_path / "python").chmod(0o700)
    pdf_of(report())
    names = {line.split("=")[0] for line in (tmp_path / "env").read_text().splitlines()}
    assert names & {"SECRET_KEY", "DATABASE_URL", "EMAIL_URL", "DJANGO_SETTINGS_MODULE"} == set()


def test_two_processes_make_the_same_bytes(rich, reports):
    first = printed(size="large")
    for path in reports.glob("*.pdf"):
        path.unlink()
    assert printed(size="large") == first


def test_the_same_report_is_made_once(rich, settings, reports):
    made = pdf_of(report()).stat().st_ino
    settings.REPORT_SECONDS = 0  # nothing can be made now
    assert pdf_of(report()).stat().st_ino == made
    assert len(list(reports.glob("*.pdf"))) == 1


def test_readers_share_a_print_exactly_when_they_may_read_the_same(rich):
    everybody = {"public": None, **rich.people()}
    readers = {name: key_of(html_of(report(person), "normal")) for name, person in everybody.items()}
    shared = {}
    for name, key in readers.items():
        shared.setdefault(key, set()).add(name)
    # Mia knows her own unnamed contribution, and Cove convenes her group.
    assert sorted(map(sorted, shared.values())) == [
        ["ann", "cara", "ola"], ["bea", "pat"], ["cove"], ["mia"], ["public", "zoe"],
    ]  # fmt: skip


def test_a_new_event_makes_a_new_print(rich):
    before = pdf_of(report()).name
    build.budget_cut(rich.cycle, rich.ann)
    assert pdf_of(report()).name != before


def test_a_change_of_name_makes_a_new_print_although_the_ledger_stands(rich):
    before = pdf_of(report()).name
    rich.ann.name = "Member 7"
    rich.ann.save()
    assert pdf_of(report()).name != before


def test_what_nobody_asked_for_in_a_month_is_taken_away(stage, reports):
    old, recent = reports / "old.pdf", reports / "recent.pdf"
    reports.mkdir(parents=True)
    for path, days in {old: 31, recent: 29}.items():
        path.write_text("")
        os.utime(path, times=(time.time() - days * 86400,) * 2)
    pdf_of(report())
    assert (old.exists(), recent.exists()) == (False, True)


def test_what_is_kept_is_for_the_site_alone_to_read(stage, reports):
    pdf_of(report())
    assert reports.stat().st_mode & 0o777 == 0o700
