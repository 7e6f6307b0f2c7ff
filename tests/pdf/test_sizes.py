"""Prints and letters come in the size that their reader needs (R69, R70)."""

from datetime import date

import pytest
from django.urls import reverse

from feedback.digests import write
from feedback.models import Letter
from feedback.report.keeping import html_of
from feedback.report.news_letters import news_letters
from feedback.report.on_paper import forms_of, letters_of
from people.models import NeedsSheet
from tests import build
from tests.cycle.pages import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast():
    return build.cast()


@pytest.fixture
def stage(cast):
    return build.opened(cast.cycle, "needs")


@pytest.fixture
def paula(cast):
    """A member without e-mail who needs very large print, as she told her convenor."""
    paula = build.person("Paula")
    build.member(paula, cast.meals_voice)
    cast.afresh()
    build.needs(paula, "format-giant", by=cast.cove, circle="convenor")
    return paula


def name_of(answer):
    return answer.headers["Content-Disposition"].rsplit('"', 2)[1]


@pytest.mark.req("R69")
def test_a_print_comes_in_the_size_that_its_reader_needs_unless_another_one_is_asked_for(cast, stage):
    url = reverse("session_pdf", args=[cast.cycle.slug, "needs", build.session(stage).pk])
    build.needs(cast.mia, "format-large", circle="nobody")
    own, asked = signed_in(cast.mia).get(url), signed_in(cast.mia).get(f"{url}?size=normal")
    assert [name_of(own).endswith("-large-print.pdf"), name_of(asked).endswith("-large-print.pdf")] == [True, False]
    assert not name_of(signed_in(cast.bea).get(url)).endswith("-large-print.pdf")


def test_each_size_has_sheets_of_its_own(cast, stage):
    batch = build.batch(stage, cast.ann)
    sheets = {size: html_of(forms_of(batch, cast.ann), size) for size in ("normal", "large-16", "large", "giant")}
    found = {size: [name for name in ("large.css", "large-16.css", "giant.css") if f"report-{name}" in html]
             for size, html in sheets.items()}  # fmt: skip
    assert found == {
        "normal": [], "large-16": ["large.css", "large-16.css"], "large": ["large.css"],
        "giant": ["large.css", "giant.css"],
    }  # fmt: skip


@pytest.mark.req("R69", "R70")
def test_letters_with_news_come_in_the_size_of_each_reader(cast, stage, paula):
    build.answer(build.contribution(stage, paula))
    assert write(paula, date(2031, 5, 5))
    assert "paper--giant" in html_of(news_letters(cast.meals_voice, cast.cove), "normal")
    page = signed_in(cast.cove).get(reverse("group_letters", args=[cast.meals_voice.pk])).content.decode()
    assert "Very large print, 24 point or more" in page


@pytest.mark.req("R69", "R82")
def test_a_letter_with_an_answer_and_a_pack_come_in_their_size_only_as_far_as_it_is_shared(cast, stage, paula):
    said = build.contribution(stage, paula)
    Letter.make(build.answer(said), cast.cove)
    pack = build.batch(stage, cast.cove, cast.users, 1, paula)
    assert "paper--giant" in html_of(letters_of(stage, cast.cove), "normal")
    assert "paper--giant" not in html_of(letters_of(stage, cast.ann), "normal")
    assert [forms_of(pack, reader).usual_size for reader in (cast.cove, cast.ann)] == ["giant", "normal"]
    sheet = NeedsSheet.of(paula)
    sheet.share(cast.cove, sheet.version, paula.access_needs.get(), "writers", "phone")
    assert "paper--giant" in html_of(letters_of(stage, cast.ann), "normal")
