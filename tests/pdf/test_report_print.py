"""What the printed report of a stage says, to whom, and whether a screen reader can follow it."""

import socket
import threading
from pathlib import Path

import pytest

from cycle.models import Cycle
from feedback.report.printing import write_pdf
from tests import build
from tests.browser import sign_in
from tests.pdf.conftest import address, printed
from tests.pdf.rich import CANARIES, HOSTILE, INVOLVED_ONLY, rich_stage
from tests.pdf.structure import faults, hidden_texts, text_of


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("reader", [None, "ann"])
def test_two_checkers_find_nothing_wrong_with_a_rich_report(rich, reader, size):
    found = faults(printed(getattr(rich, reader) if reader else None, size))
    print(f"{len(found)} faults")
    assert found == []


def test_a_stage_that_was_never_begun_has_a_sound_report_too(cast):
    assert faults(printed()) == []


def test_the_checkers_do_find_faults(tmp_path):
    write_pdf("<html lang='en'><title>x</title><h1>a</h1><h3>b</h3><table><tr><td>c</table>", tmp_path / "bad.pdf")
    ours = [line for line in faults((tmp_path / "bad.pdf").read_bytes()) if "ValidationFailure" not in line]
    assert {
        "a heading /H3 comes after level 1",
        "a table has no header",
        "a cell does not say what heads it",
    } == set(ours)


@pytest.mark.req("R9", "R11", "R12", "R82")
def test_the_agreement_comes_first_and_the_signatures_last(rich):
    text = text_of(printed())
    wanted = [
        "What was agreed",
        "What this stage is for We find out together what meals at home should be like.",
        "What you can change What is on the plate",
        "What is fixed The money for this year. Why it is fixed The council has set its budget.",
        "What this stage is not It is not a vote on closing the service.",
        "What changed on the way",
        "Needs A hot meal at noon, or a frozen one",
        "What people said, and what came of it",
        "Something changed. Ann",
        "You may choose.",
        "This answers me. “Thank you.”",
        "Why: The money does not reach.",
        "This does not answer me. “You did not read it.”",
        "How often this stage was worked through, and why",
        "Signatures Party What it said",
        "We agree, with a reservation We sign, but five weeks over Christmas are too short.",
        "The ledger behind this report",
        Cycle.objects.get().ledger_head[:30],
    ]
    places = [text.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


@pytest.mark.req("R3")
def test_each_round_prints_with_the_reason_it_was_entered(rich):
    text = text_of(printed())
    assert "Round 2 Begun on" in text
    assert "Why it was entered: A second group wants to be heard." in text
    assert "Said when it was finished: The cabinet meets on Monday; the rest is answered by post." in text


def test_opening_without_an_agreement_prints_on_every_page(rich):
    text = text_of(printed())
    pages = int(text.rsplit("page ", 1)[1].split(" of ")[0])
    # Page 1 tells it in full; every further page in its head.
    assert text.count("Opened without an agreement") == pages - 1
    assert "This stage was opened without an agreement in force Ann decided so on" in text
    assert "The kitchen contract ends this week." in text


@pytest.mark.req("R20")
def test_a_cut_of_the_budget_prints_with_what_was_before_and_what_is_now(rich):
    text = text_of(printed())
    assert "This changes what was agreed. Ann changed “A budget line”" in text
    assert "Reason given: The council has less money. What Before Now Amount £1,234.50 £1,134.50" in text


@pytest.mark.req("R10", "R20")
def test_an_agreement_that_was_signed_before_a_change_says_who_has_to_sign_again(cast):
    build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    text = text_of(printed())
    assert "Something changed after this was signed It has to be agreed again by: " in text
    assert text.count("We agree (before the last change).") == 2


@pytest.mark.req("R68")
def test_a_contribution_prints_whose_voice_it_is_how_that_is_known_and_who_thinks_otherwise(rich):
    assert (
        "Whose voice: My group's, which asked me to say it. How that is known: At our meeting on 6 December. "
        "People asked: 23. Hot food matters to me. Who thinks otherwise: Four of us would rather have it frozen."
    ) in text_of(printed())


@pytest.mark.req("R14")
def test_what_is_withheld_prints_as_withheld_with_reason_officer_and_day(rich):
    assert (
        "Not shown here: one need It names a bidder. Ann decided so. It is looked at again by 1 January 2030."
    ) in text_of(printed())


def test_what_is_not_for_a_reader_is_nowhere_in_their_file(rich):
    everything = {
        name: text_of(data) + hidden_texts(data)
        for name, data in {
            "public": printed(), "bea": printed(rich.bea), "zoe": printed(rich.zoe), "ola": printed(rich.ola),
        }.items()
    }  # fmt: skip
    seen = {name: {canary for canary in CANARIES if canary in texts} for name, texts in everything.items()}
    assert seen == {"public": set(), "zoe": set(), "bea": {INVOLVED_ONLY}, "ola": CANARIES}


def test_members_are_named_only_to_those_who_take_part(rich):
    named = {name: text_of(printed(getattr(rich, name, None))) for name in ("public", "bea", "mia", "cove")}
    assert {name: ("Bea" in text, "Mia" in text) for name, text in named.items()} == {
        "public": (False, False),
        "bea": (True, True),
        "mia": (True, True),
        "cove": (True, True),
    }
    # The one who asked to stay unnamed is known to herself and to her convenor.
    unnamed = {
        name: "An experience, number" in text and "Mia, Meals Voice" in _experience(text)
        for name, text in named.items()
    }
    assert unnamed == {"public": False, "bea": False, "mia": True, "cove": True}


def _experience(text):
    return text.split("An experience, number", 1)[1].split("My own words", 1)[0]


def test_what_no_font_has_is_told_by_its_name(rich):
    assert "[not printable: pot of food]" in text_of(printed())


@pytest.fixture
def listener():
    """A port of this machine, and the list of what comes in on it."""
    server, heard = socket.create_server(("127.0.0.1", 0)), []

    def listen():
        while True:
            try:
                connection, _ = server.accept()
            except OSError:
                return
            heard.append(connection.recv(200))
            connection.close()

    threading.Thread(target=listen, daemon=True).start()
    yield server.getsockname()[1], heard
    server.close()


def test_html_that_somebody_typed_prints_as_text_and_fetches_nothing(cast, listener):
    port, heard = listener
    rich_stage(cast, HOSTILE.format(port=port))
    text = text_of(printed(cast.ann))
    assert text.count("<script>alert(1)</script>") >= 2
    assert heard == []


def test_the_printer_fetches_nothing_even_from_a_page_of_ours(listener, tmp_path):
    port, heard = listener
    secret = tmp_path / "secret.txt"
    secret.write_text("canary-in-a-file")
    html = f"""<html lang="en"><title>x</title><style>@import "http://127.0.0.1:{port}/a.css";
      p {{ background: url(http://127.0.0.1:{port}/b.png) }}</style><link rel="stylesheet" href="file://{secret}">
      <link rel="attachment" href="file://{secret}"><h1>x</h1><img src="http://127.0.0.1:{port}/c.png" alt="c">
      <object data="file://{secret}"></object><p>x</p>"""
    write_pdf(html, tmp_path / "out.pdf")
    data = (tmp_path / "out.pdf").read_bytes()
    assert heard == []
    assert "canary-in-a-file" not in text_of(data) + hidden_texts(data)


def test_three_hundred_contributions_print_within_the_limits(cast, client, settings):
    stage = build.opened(cast.cycle, "needs")
    for number in range(300):
        build.contribution(stage, cast.bea, cast.users, text=f"Thought {number}. " * 20)
    sign_in(client, cast.mia)
    for size in ("normal", "large"):
        answer = client.get(address("stage_report_pdf", stage), {"size": size})
        assert answer.status_code == 200
        assert text_of(answer.content).count("Whose voice: My own.") == 300
    assert not list(Path(settings.REPORTS_DIR, "kept").glob(".making-*"))
