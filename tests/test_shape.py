"""When a page need not be looked at again: only when all that differs from what was looked at is its words."""

import pytest

from .shape import parts_of, twice

PAGE = '<main><h1>Meals</h1><p class="lede">Warm ones.</p><ul><li id="row-1"><a href="/1/">One</a></li></ul></main>'


@pytest.mark.parametrize(
    "alike",
    [
        PAGE.replace("Warm", "Hot"),
        PAGE.replace("/1/", "/22/").replace("row-1", "row-22"),
    ],
)
def test_other_words_and_numbers_make_no_other_page(alike):
    assert parts_of(alike) == parts_of(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        PAGE.replace("lede", "stub"),
        PAGE.replace("h1>", "h2>"),
        PAGE.replace("<p", "<p aria-hidden=true"),
        PAGE.replace("Warm", "Llanfairpwllgwyngyllgogerych"),
        PAGE.replace(">One<", "><"),
        PAGE.replace('href="/1/"', 'href=""'),
        PAGE.replace("<p", '<p aria-describedby="nowhere"'),
        PAGE.replace("<ul>", "<section><ul>").replace("</ul>", "</ul></section>"),
        PAGE.replace("</main>", "<h3>More</h3></main>"),
        PAGE.replace("<ul", '<nav aria-label="Here"></nav><nav aria-label="Here"></nav><ul'),
    ],
)
def test_whatever_else_differs_is_looked_at(other):
    assert parts_of(other) - parts_of(PAGE)


def test_two_navigations_of_one_name_are_looked_at_although_each_was():
    one, two = (f'<nav aria-label="{name}"></nav>' for name in ("Here", "There"))
    assert parts_of(one + one) - parts_of(one + two)


def test_an_id_that_stands_twice_is_found_on_every_page():
    assert twice('<p id="a"></p><p id="b"></p><p id="a"></p>') == ["a"]
