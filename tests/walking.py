"""What a walk through the pages in a real browser does at each: look for faults, keep the HTML, try the forms."""

from dataclasses import dataclass, field

from django.test import Client

from .addresses import Address, asked
from .browser import axe, sideways, sign_in, watch, widest
from .forms_on_pages import forms_of
from .shape import parts_of, twice

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 900}
HIDDEN = {"version", "revision", "token", "seen", "number"}
TWO_KINDS = ("needs", "budget")

HAS_QUESTIONS = "form => [...form.elements].some(one => !['hidden', 'submit'].includes(one.type))"
WRONG = """(form, typed) => {
  for (const control of form.elements) {
    if (control.type === "radio" || control.type === "checkbox") control.checked = false;
    else if (!["hidden", "submit", "fieldset", "file"].includes(control.type)) control.value = typed;
  }
}"""
FILL = """form => {
  for (const control of form.elements) {
    if (control.type === "radio" || control.type === "checkbox") control.checked = true;
    else if (control.tagName === "SELECT") control.selectedIndex = control.options.length - 1;
    else if (control.inputMode === "numeric") control.value = "12";
    else if (!["hidden", "submit", "fieldset", "file"].includes(control.type)) {
      control.value = "The kitchen in Llanfairpwllgwyngyllgogerychwyrndrobwll stays open. ".repeat(9);
    }
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


@dataclass
class Walk:
    """One reader's way through the pages. typed: what a form that is to be refused is sent with.

    faults: a line for each, with page, reader and state. saved: "reader page state" -> the HTML as the server sent it.
    looked: the parts of pages that were looked at, and tried: the forms that were tried, by this reader or by others.
    """

    page: object
    name: str
    person: object = None
    typed: str = ""
    looked: set[str] = field(default_factory=set)
    tried: set[tuple] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)

    def __post_init__(self):
        self.client = Client()
        self.complaints = watch(self.page)
        self.page.context.clear_cookies()
        if self.person:
            sign_in(self.page, self.person)
            sign_in(self.client, self.person)

    def visit_all(self, addresses):
        """Visit each address that shows this reader what was not looked at yet; returns how many pages it showed."""
        shown = 0
        for address in addresses:
            if address.name.endswith("_pdf"):
                continue
            response = self.client.get(address.path)
            if response.status_code in (302, 405) or not response["Content-Type"].startswith("text/html"):
                response.close()  # of a file that nobody reads
                continue
            shown += 1
            html = response.content.decode()
            self.faults += [f"{self.name} {address.key}: two have the id {name}" for name in twice(html)]
            if self.is_new(address, response.status_code, html):
                self.visit(address)
        return shown

    def is_new(self, address, status, html):
        """Whether anything on this page, but for its words, was not looked at yet; notes that it is now."""
        new = parts_of(html) - self.looked
        self.looked |= new
        return bool(new)

    def visit(self, address):
        """Look at the page blank; where it holds forms not tried yet, also filled and after an empty sending."""
        html = self.page.goto(address.path).text()
        self.look(address, "blank", html)
        forms = [form for form in forms_of(html) if form.method == "post"]
        asking = [number for number in range(len(forms)) if self._form(number).evaluate(HAS_QUESTIONS)]
        for number in asking:
            sort = (address.name, *forms[number].values)
            if sort in self.tried:
                continue
            self.tried.add(sort)
            if number != asking[0]:
                self.page.goto(address.path)
            if _has_fields_of_its_own(address):
                self._filled(address, number)
            if self._is_refused(address, forms[number]):
                self._with_errors(address, number)

    def look(self, address, state, html=""):
        """Note every fault of the page as it stands now."""
        label = f"{self.name} {address.key} {state}"
        self.faults += [f"{label}: {line}" for line in self.found()]
        self.saved[label] = html

    def found(self):
        """What is wrong with the page as it stands now, a line each."""
        found = [f"axe: {line}" for line in axe(self.page)]
        self.page.set_viewport_size(NARROW)
        if (pixels := sideways(self.page)) > 0:
            found.append(f"{pixels} px wider than a window of 320: {widest(self.page)}")
        self.page.set_viewport_size(WIDE)
        found += [f"console: {line}" for line in self.complaints]
        self.complaints.clear()
        return found

    def _form(self, number):
        return self.page.locator("form[method=post]").nth(number)

    def _filled(self, address, number):
        self._form(number).evaluate(FILL)
        self.look(address, f"filled {number}")

    def _is_refused(self, address, form):
        """Asked of the server beforehand and taken back, because some forms may be sent so and would change things."""
        said = {name: value if name in HIDDEN else self.typed for name, value in form.values.items()}
        chosen = dict.fromkeys(form.choices, "")
        address = Address(address.name, "", form.action or address.path, said | chosen)
        return asked(self.client, address, "POST").status_code == 422

    def _with_errors(self, address, number):
        self._form(number).evaluate(WRONG, self.typed)
        with self.page.expect_navigation() as sent:
            self._form(number).evaluate("form => form.requestSubmit()")
        self.look(address, f"errors {number}", sent.value.text())


def _has_fields_of_its_own(address):
    """Whether the form is not one more of the thirteen that differ only in their questions."""
    return address.name != "record_new" or address.situation in TWO_KINDS
