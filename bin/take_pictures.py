"""Photograph a cycle and a stage's agreement of the running demonstration: take_pictures.py ADDRESS FOLDER."""

import sys

from playwright.sync_api import expect, sync_playwright

CYCLE = "/cycles/community-meals/"
WIDE = {"width": 1280, "height": 1000}
NARROW = {"width": 320, "height": 900}
SHOTS = [
    ("ring", CYCLE, WIDE),
    ("stage", f"{CYCLE}stages/needs/", WIDE),
    ("stage-narrow", f"{CYCLE}stages/needs/", NARROW),
]


def main(address, folder):
    """Be the first of the demonstration's people and photograph each page; a page that is not there ends it."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(base_url=address, viewport=WIDE)
        page.goto("/sign-in/")
        page.locator("form[action^='/demo/'] button").first.click()
        for name, where, window in SHOTS:
            page.set_viewport_size(window)
            answer = page.goto(where)
            if not answer.ok:
                sys.exit(f"{where} answered {answer.status}")
            expect(page.locator("h1")).to_be_visible()
            page.screenshot(path=f"{folder}/{name}.png")
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
