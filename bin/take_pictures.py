"""Photograph a cycle and a stage's agreement of the running demonstration: take_pictures.py ADDRESS FOLDER."""

import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import expect, sync_playwright

CYCLE = "/cycles/community-meals/"
STAGE = f"{CYCLE}stages/monitoring/"
WIDE = {"width": 1280, "height": 1000}
NARROW = {"width": 320, "height": 900}
# A name, an address, a window, and the part to photograph (empty for what the window shows).
SHOTS = [
    ("ring", CYCLE, WIDE, ".round__figure"),
    ("stage", STAGE, WIDE, ""),
    ("stage-narrow", STAGE, NARROW, ""),
]


def main(address, folder):
    """Be the first of the demonstration's people and photograph each page; a page that is not there ends it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(base_url=address, viewport=WIDE)
        page.goto("/")
        page.locator("form[action^='/demo/'] button").first.click()
        for shot in SHOTS:
            take(page, folder, *shot)
        browser.close()
    for picture in Path(folder).glob("*.png"):
        shrink(picture)


def take(page, folder, name, where, window, part):
    """Photograph one page, or a part of it."""
    page.set_viewport_size(window)
    answer = page.goto(where)
    if not answer.ok:
        sys.exit(f"{where} answered {answer.status}")
    expect(page.locator("h1")).to_be_visible()
    shown = page.locator(part) if part else page
    shown.screenshot(path=f"{folder}/{name}.png")


def shrink(picture):
    """Keep a picture in few colours: it shows the same, and takes a quarter of the room."""
    with Image.open(picture) as image:
        few = image.convert("RGB").quantize(64, dither=Image.Dither.NONE)
    few.save(picture, optimize=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
