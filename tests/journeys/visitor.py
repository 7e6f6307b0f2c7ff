"""Somebody at the browser, who goes by what a person sees or hears and never by the inner names of a page."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser import sign_in, watch

MOST_STEPS = 250
OUR_OWN_ANSWERS = ("status of 409", "status of 422")  # the page says what they mean; the browser notes them too


class Visitor:
    """A person with a mouse, or with the keyboard alone; every verb does the same in both ways."""

    def __init__(self, page, by_keyboard=False):
        self.page, self.by_keyboard = page, by_keyboard
        self._heard = watch(page)

    @property
    def complaints(self):
        """What the browser complained of, other than the answers that the product gives to a form."""
        return [line for line in self._heard if not any(answer in line for answer in OUR_OWN_ANSWERS)]

    def becomes(self, person):
        """Sign in as this person and begin at the first page."""
        sign_in(self.page, person)
        self.page.goto("/")
        return self

    def leaves(self):
        """Forget who is signed in, and begin at the first page."""
        self.page.context.clear_cookies()
        self.page.goto("/")
        return self

    # reading

    def sees(self, *sentences):
        """Each of these can be read on the page."""
        for sentence in sentences:
            expect(self.page.get_by_role("main")).to_contain_text(sentence, use_inner_text=True)

    def sees_not(self, *sentences):
        """None of these can be read on the page."""
        for sentence in sentences:
            expect(self.page.get_by_role("main")).not_to_contain_text(sentence, use_inner_text=True)

    def sees_in(self, region, *sentences):
        """Each of these can be read in the part of the page with this name."""
        for sentence in sentences:
            expect(self.page.get_by_role("region", name=region)).to_contain_text(sentence, use_inner_text=True)

    def is_told(self, sentence):
        """The page says this at its top, as what has just been done, and the focus is there."""
        banner = self.page.get_by_role("alert")
        expect(banner).to_contain_text(sentence, use_inner_text=True)
        if self.by_keyboard:
            expect(banner).to_be_focused()

    def is_asked_again(self, *sentences):
        """The form came back with these at its top, and the focus is there."""
        summary = self.page.get_by_role("alert").filter(has=self.page.get_by_role("heading", name="There is a problem"))
        for sentence in sentences:
            expect(summary).to_contain_text(sentence)
        assert summary.evaluate("element => element.parentElement === document.activeElement")

    def reads_print(self, link="This report as a PDF, to print"):
        """The bytes of the PDF behind a link on the page."""
        address = self.page.get_by_role("link", name=link).get_attribute("href")
        answer = self.page.context.request.get(address)
        assert (answer.status, answer.headers["content-type"]) == (200, "application/pdf")
        return answer.body()

    # doing

    def follows(self, *names):
        """Follow these links one after the other."""
        for name in names:
            self.goes_by(self.page.get_by_role("link", name=_whole(name)).first)

    def follows_beginning(self, words):
        """Follow the first link whose name begins so; what comes after is only to be heard."""
        self.goes_by(self.page.get_by_role("link", name=re.compile(rf"^{re.escape(words)}")).first)

    def presses(self, name):
        """Press this button and wait for what comes."""
        self.goes_by(self.page.get_by_role("button", name=_whole(name)))

    def writes(self, label, words, group=""):
        """Write into the box with this label, in the place of what stands there; with `group` into the one of this."""
        place = self.page.get_by_role("group", name=group) if group else self.page
        self._writes_in(place.get_by_role("textbox", name=_whole(label)).first, words)

    def dates(self, question, day):
        """Write a day ("27 3 2027") into the boxes of a question."""
        boxes = self.page.get_by_role("group", name=question).get_by_role("textbox")
        for number, part in enumerate(day.split()):
            self._writes_in(boxes.nth(number), part)

    def chooses(self, question, answer):
        """Choose one of the answers to a question."""
        group = self.page.get_by_role("group", name=question)
        wanted = group.get_by_role("radio", name=answer, exact=True)
        if not self.by_keyboard:
            wanted.check()
            return
        self._reaches(group)
        for _step in range(MOST_STEPS):
            if _has_focus(wanted):
                break
            self.page.keyboard.press("ArrowDown")
        if not wanted.is_checked():
            self.page.keyboard.press("Space")
        expect(wanted).to_be_checked()

    def unfolds(self, name):
        """Fold out what stands under these words."""
        summary = self.page.locator("summary", has_text=name)
        if self.by_keyboard:
            self._reaches(summary)
            self.page.keyboard.press("Enter")
        else:
            summary.click()

    def picks(self, label, option):
        """Pick an option of a list that folds out."""
        box = self.page.get_by_role("combobox", name=_whole(label))
        if not self.by_keyboard:
            box.select_option(label=option)
            return
        self._reaches(box)
        self.page.keyboard.press("Home")
        for _step in range(MOST_STEPS):
            if box.evaluate("box => box.selectedOptions[0].text.trim()") == option:
                return
            self.page.keyboard.press("ArrowDown")
        pytest.fail(f"{option} is not in the list {label}")

    def ticks(self, label):
        """Tick a box."""
        box = self.page.get_by_role("checkbox", name=label)
        if not self.by_keyboard:
            box.check()
            return
        self._reaches(box)
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    @contextmanager
    def at_width(self, width):
        """Use a window that is this wide, for a while."""
        before = self.page.viewport_size
        self.page.set_viewport_size({"width": width, "height": before["height"]})
        yield
        self.page.set_viewport_size(before)

    def goes_by(self, control):
        """Use a link or a button, and wait for what comes."""
        if self.by_keyboard:
            self._reaches(control)
        with self.page.expect_navigation(wait_until="load"):
            if self.by_keyboard:
                self.page.keyboard.press("Enter")
            else:
                control.click()

    def _writes_in(self, box, words):
        if not self.by_keyboard:
            box.fill(words)
            return
        self._reaches(box)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(words)

    def _reaches(self, target):
        """Go on with the Tab key until the focus is on this, or inside it."""
        wanted = target.element_handle()
        for _step in range(MOST_STEPS):
            if wanted.evaluate("element => element.contains(document.activeElement)"):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"The Tab key never comes to {target}")


def _whole(name):
    """A whole name, as the page writes it: what may be left out says so, and words for the ear stand a little apart."""
    return re.compile("^" + re.escape(name).replace(":", r"\s?:") + r"( \(optional\))?$")


def _has_focus(target):
    return target.evaluate("element => element === document.activeElement")
