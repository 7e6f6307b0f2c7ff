"""The main pages as people set up their own browser: wide text spacing and forced colours lose nothing (promise 38)."""

import pytest
from django.urls import reverse

from . import world as worlds
from .browser import axe, sideways, sign_in, watch
from .walking import NARROW, WIDE

pytestmark = pytest.mark.looks

SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""  # WCAG 2.2, 1.4.12
# Boxes that hide a part of their words, and words of a picture that reach out of it.
CUT_OFF = """() => {
  const cut = [];
  for (const box of document.querySelectorAll("body *:not(svg *):not(textarea):not(input):not(select)")) {
    if (!box.innerText?.trim() || !box.checkVisibility()) continue;
    const style = getComputedStyle(box), hides = (way) => ["hidden", "clip"].includes(way);
    if (style.clipPath !== "none" || style.clip !== "auto") continue;
    const low = hides(style.overflowY) && box.scrollHeight > box.clientHeight + 1;
    const wide = hides(style.overflowX) && box.scrollWidth > box.clientWidth + 1;
    if (low || wide) cut.push(`${box.className}: ${box.innerText.slice(0, 60)}`);
  }
  for (const words of document.querySelectorAll("svg text")) {
    const inner = words.getBoundingClientRect(), outer = words.closest("svg").getBoundingClientRect();
    if (inner.width && (inner.left < outer.left - 1 || inner.right > outer.right + 1)) cut.push(words.textContent);
  }
  return cut;
}"""


def main_pages(world):
    """The five pages that people meet most: title -> path."""
    cycle = world.cast.cycle.slug
    return {
        "home": reverse("home"),
        "cycle": reverse("cycle", args=[cycle]),
        "agreement": reverse("stage", args=[cycle, worlds.TALK]),
        "contributions": reverse("contributions", args=[cycle, worlds.TALK]),
        "record form": reverse("record_new", args=[cycle, worlds.TALK, "needs"]),
    }


def faults(page, world, prepare):
    """What is lost on the main pages once `prepare` has set each one up, a line each."""
    found, complaints = [], watch(page)
    for title, path in main_pages(world).items():
        page.goto(path)
        prepare(page)
        for window in (WIDE, NARROW):
            page.set_viewport_size(window)
            lost = [f"cut off: {words}" for words in page.evaluate(CUT_OFF)]
            lost += [f"{pixels} px too wide" for pixels in [sideways(page)] if pixels > 0]
            found += [f"{title} at {window['width']} px: {line}" for line in lost]
        found += [f"{title}: {line}" for line in [*axe(page), *complaints]]
        complaints.clear()
    return found


@pytest.fixture
def world():
    return worlds.make()


def test_wide_text_spacing_cuts_nothing_off(new_context, world, transactional_db):
    page = new_context(bypass_csp=True).new_page()
    sign_in(page, world.cast.ann)
    assert faults(page, world, lambda page: page.add_style_tag(content=SPACING)) == []


def test_forced_colours_lose_nothing(page, world):
    sign_in(page, world.cast.ann)
    assert faults(page, world, lambda page: page.emulate_media(forced_colors="active")) == []
