"""Bars of several sorts have a key, and in print each sign of the key has words: a picture without is a fault."""

from django.template.loader import render_to_string

from cycle.bars import Series, stack
from feedback.report.printing import write_pdf

from .structure import faults


def test_the_signs_of_a_key_have_words_in_print(tmp_path):
    figure = stack([Series("users", "Users"), Series("council", "The council")], [("Needs", [3, 4])])
    drawn = render_to_string("components/bars.html", {"figure": figure, "title": "How it went", "id": "one"})
    assert drawn.count("<title") == 3
    page = f'<html lang="en"><head><title>Bars</title></head><body><h1>Bars</h1>{drawn}</body></html>'
    path = tmp_path / "bars.pdf"
    write_pdf(page, path)
    assert faults(path.read_bytes()) == []
