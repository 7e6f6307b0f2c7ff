from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cycle.ring import RADIUS, WIDTH, Node, draw, wrapped

LONG = "Monitoring and evaluation of user involvement"
NEWS = "cut on 12 May, agree again"
names = st.lists(st.sampled_from(["Review", "Agree a framework for user involvement", LONG]), min_size=3, max_size=13)


def box(place):
    """Return the rectangle that the words of a place fill, with Arial's widest common letters in mind."""
    wide = max(len(line.text) * (7.2 if line.is_note else 8.2) for line in place.lines)
    left = {"start": place.text_x, "end": place.text_x - wide, "middle": place.text_x - wide / 2}[place.anchor]
    return left, place.top, left + wide, place.bottom


def touch(one, other):
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(names, st.sampled_from(["", NEWS]))
def test_no_words_touch_and_all_are_inside_the_drawing(stages, note):
    ring = draw([Node(name, "changed", "Changed", note) for name in stages])
    boxes = [box(place) for place in ring.places]
    assert [pair for pair in combinations(boxes, 2) if touch(*pair)] == []
    assert all(left > 0 and right < WIDTH for left, _top, right, _bottom in boxes)
    assert all(ring.top < place.top and place.bottom < ring.top + ring.height for place in ring.places)


@pytest.mark.req("R4")
def test_a_feed_is_drawn_and_told():
    ring = draw([Node(name, "open", "Open") for name in "ABCD"], [(0, 2), (1, 2), (3, 1)])
    assert [(feed.source, feed.target) for feed in ring.feeds] == [("A", "C"), ("B", "C"), ("D", "B")]
    assert ring.places[2].fed_by == ("A", "B")


def test_the_stages_stand_on_the_circle_from_the_top_clockwise():
    ring = draw([Node(name, "open", "Open") for name in "ABCD"])
    assert [(round(place.x - WIDTH / 2), round(place.y)) for place in ring.places] == [
        (0, -RADIUS), (RADIUS, 0), (0, RADIUS), (-RADIUS, 0),
    ]  # fmt: skip


def test_words_are_wrapped_evenly_and_a_number_stays_with_its_word():
    assert wrapped("Agree a framework for user involvement", 20) == ["Agree a framework", "for user involvement"]
    assert wrapped("cut on 12 May", 10) == ["cut on", "12\N{NO-BREAK SPACE}May"]
    assert wrapped("Donaudampfschifffahrt", 5) == ["Donaudampfschifffahrt"]


def test_a_long_title_keeps_to_three_lines_in_the_middle():
    ring = draw([], title="Short breaks for families with disabled children and their brothers and sisters")
    assert [line.text for line in ring.title] == ["Short breaks", "for families", "with disabled …"]
    assert (ring.title[0].y > -80, ring.middle[1] < 80) == (True, True)


def test_an_empty_cycle_has_an_empty_ring():
    assert (draw([]).places, draw([]).arcs, draw([]).title) == ((), (), ())
