"""Every component and every sort of question, by the same checks as the pages that use them."""

import pytest
from django.contrib.messages.storage.fallback import FallbackStorage
from django.template.loader import render_to_string

from config import views_gallery
from tests.nu import nu_pages


@pytest.fixture
def ask(rf):
    """Call a view of the gallery and return its HTML."""

    def html(view, address):
        request = rf.get(address)
        request.session = {}
        request._messages = FallbackStorage(request)
        return view(request).content.decode()

    return html


def test_components_and_questions_are_valid_html(ask, tmp_path):
    pages = {
        "components": ask(views_gallery.gallery, "/"),
        "form": ask(views_gallery.form_page, "/"),
        "wrong": ask(views_gallery.form_page, "/?wrong"),
    }
    assert nu_pages(pages, tmp_path) == []


def test_the_title_says_when_something_is_wrong(ask):
    assert "<title>Tell us" in ask(views_gallery.form_page, "/")
    assert "<title>Error: Tell us" in ask(views_gallery.form_page, "/?wrong")


def test_every_state_has_a_shape_and_a_word_of_its_own(ask):
    drawn = {
        state: render_to_string("components/state_tag.html", {"state": state}).split("</svg>")
        for state in views_gallery.STATES
    }
    assert len({shape for shape, _word in drawn.values()}) == len(drawn)
    assert len({word for _shape, word in drawn.values()}) == len(drawn)


@pytest.mark.parametrize("name", ["400", "403", "404", "429", "500", "refused", "conflict"])
def test_the_pages_for_what_goes_wrong_are_valid_html(name, tmp_path):
    context = {"sentence": "Not yet.", "theirs": "One.", "yours": "Two.", "their_name": "Rosa"}
    assert nu_pages({name: render_to_string(f"{name}.html", context)}, tmp_path) == []
