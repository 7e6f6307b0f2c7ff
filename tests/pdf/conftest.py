"""A cast whose needs assessment holds everything that a report can hold, and reports of it for anybody."""

import pytest
from django.urls import reverse

from cycle.models import Stage
from feedback.report.contents import report_of
from feedback.report.keeping import pdf_of
from tests.pdf.rich import rich_stage


@pytest.fixture
def rich(cast):
    """The cast, after its needs assessment has been worked through."""
    rich_stage(cast)
    return cast


def report(person=None, kind_slug="needs"):
    """The report of the only cycle's stage for a reader, from fresh rows."""
    stage = Stage.objects.select_related("cycle__authority").get(kind_slug=kind_slug)
    return report_of(stage, person)


def printed(person=None, size="normal"):
    """The bytes of the PDF of that report."""
    return pdf_of(report(person), size).read_bytes()


def address(name, stage):
    return reverse(name, args=[stage.cycle.slug, stage.kind_slug])
