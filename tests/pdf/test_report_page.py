"""The report as a page, the way to its prints, and the command that writes them all."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cycle.kinds import KINDS
from tests import build
from tests.browser import sign_in
from tests.pdf.conftest import address, report
from tests.pdf.rich import CANARIES


@pytest.fixture
def stage(cast):
    return cast.stage("needs")


def test_anybody_reads_the_report_of_a_published_cycle(rich, client):
    stage = rich.stage("needs")
    page = client.get(address("stage_report", stage)).content.decode()
    pdf = address("stage_report_pdf", stage)
    assert f'href="{pdf}"' in page
    assert f'href="{pdf}?size=large"' in page
    assert "What people said, and what came of it" in page
    assert [canary for canary in CANARIES if canary in page] == []


def test_the_page_shows_those_with_a_seat_everything(rich, client):
    sign_in(client, rich.ola)
    page = client.get(address("stage_report", rich.stage("needs"))).content.decode()
    assert [canary for canary in CANARIES if canary not in page] == []
    assert "Withheld from others by Ann, until it is looked at again on 1 January 2030: It names a bidder." in page


@pytest.mark.parametrize("name", ["stage_report", "stage_report_pdf"])
def test_nobody_else_knows_of_a_cycle_that_is_not_published(db, client, name):
    cast = build.cast(published=False)
    stage = cast.stage("needs")
    assert client.get(address(name, stage)).status_code == 404
    sign_in(client, cast.zoe)
    assert client.get(address(name, stage)).status_code == 404
    sign_in(client, cast.mia)
    assert client.get(address(name, stage)).status_code == 200


@pytest.mark.parametrize("name", ["stage_report", "stage_report_pdf"])
def test_a_report_is_only_read(stage, client, name):
    assert client.post(address(name, stage)).status_code == 405


@pytest.mark.parametrize(
    ("size", "name"),
    [("normal", "community-meals-03-needs.pdf"), ("large", "community-meals-03-needs-large-print.pdf")],
)
def test_the_pdf_opens_in_the_browser_under_a_name_of_its_own(stage, client, size, name):
    answer = client.get(address("stage_report_pdf", stage), {"size": size})
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="{name}"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "private" in answer["Cache-Control"]
    assert answer.content.startswith(b"%PDF-1.7")


def test_a_size_that_we_do_not_have_is_the_normal_one(stage, client):
    answer = client.get(address("stage_report_pdf", stage), {"size": "../../etc/passwd"})
    assert answer["Content-Disposition"] == 'inline; filename="community-meals-03-needs.pdf"'


def queries(reader):
    with CaptureQueriesContext(connection) as seen:
        report(reader)
    return len(seen)


@pytest.mark.parametrize("reader", [None, "ann", "mia"])
def test_the_report_asks_as_often_at_any_number_of_rows(rich, reader):
    reader = getattr(rich, reader) if reader else None
    few = queries(reader)
    stage, sized = rich.stage("needs"), {few}
    for more in (3, 300):
        for number in range(more):
            said = build.contribution(stage, rich.bea, rich.users, text=f"Thought {number}")
            if number % 10 == 0:
                build.answer(said, rich.ann)
                build.record(stage, rich.ann)
                build.budget_cut(rich.cycle, rich.ann)
        sized.add(queries(reader))
    print(f"{few} queries")
    assert sized == {few}


@pytest.mark.parametrize("kind_slug", list(KINDS))
def test_every_kind_of_stage_has_its_report(cast, client, kind_slug):
    stage = build.opened(cast.cycle, kind_slug)
    for model in stage.kind.records:
        build.record(stage, cast.ann, model, title=f"One {model._meta.verbose_name}")
    page = client.get(address("stage_report", stage)).content.decode()
    assert [model for model in stage.kind.records if f"One {model._meta.verbose_name}" not in page] == []


def test_the_command_writes_the_public_report_of_each_stage_that_was_begun(rich, tmp_path, capsys):
    call_command("write_reports", to=tmp_path)
    assert (tmp_path / "community-meals-03-needs.pdf").exists()
    assert f"{tmp_path}/community-meals-03-needs.pdf\n" in capsys.readouterr().out


def test_the_command_knows_only_published_cycles(db, tmp_path):
    cast = build.cast(published=False)
    build.opened(cast.cycle, "needs")
    call_command("write_reports", to=tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(CommandError, match="no cycle called community-meals that is open for everyone"):
        call_command("write_reports", cycle="community-meals", to=tmp_path)


def test_the_command_says_why_it_could_not_print(rich, tmp_path, settings):
    settings.REPORT_SECONDS = 0
    settings.REPORTS_DIR = tmp_path
    with pytest.raises(CommandError, match="This report took longer to print than we allow"):
        call_command("write_reports", cycle="community-meals")
