"""The printed dashboard: sound, the same figures as the page, and for its reader."""

import pytest

from feedback.dashboard.board import dashboard_of
from feedback.dashboard.scope import of_cycle, of_organisation
from feedback.report.keeping import pdf_of
from tests.pdf.rich import CANARIES
from tests.pdf.structure import faults, text_of


def printed(scope, size="normal"):
    """The bytes of the dashboard of a scope."""
    return pdf_of(dashboard_of(scope), size).read_bytes()


@pytest.mark.parametrize("size", ["normal", "large"])
@pytest.mark.parametrize("reader", [None, "ann"])
def test_two_checkers_find_nothing_wrong_with_a_printed_dashboard(rich, reader, size):
    reader = reader and getattr(rich, reader)
    scopes = of_cycle(rich.cycle, reader), of_organisation(rich.council, reader)
    assert [faults(printed(scope, size)) for scope in scopes] == [[], []]


def test_a_printed_dashboard_says_for_whom_it_is_and_tells_no_words_of_anybody(rich):
    for reader, sentence in (
        (None, "This copy shows what everyone may read."),
        (rich.ann, "for those who hold a seat"),
    ):
        text = text_of(printed(of_organisation(rich.council, reader)))
        assert sentence in text
        assert [word for word in CANARIES if word in text] == []
