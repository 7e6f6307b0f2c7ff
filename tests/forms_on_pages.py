"""The forms that a page shows, read from its HTML as a browser reads them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class PageForm:
    """One form: where it is sent (empty for the page itself), how, and its fields with their values."""

    action: str
    method: str
    values: dict[str, str] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.forms, self.current, self.text_of, self.select = [], None, None, None

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.current = PageForm(said.get("action") or "", (said.get("method") or "get").lower())
            self.forms.append(self.current)
        elif self.current is None:
            return
        elif tag == "textarea":
            self.text_of = said.get("name")
            self.current.values[self.text_of] = ""
        elif tag == "select":
            self.select = said.get("name")
            self.current.values.setdefault(self.select, "")
        elif tag == "option" and self.select:
            self._choice(self.select, said.get("value") or "", "selected" in said)
        elif tag in ("input", "button") and said.get("name"):
            self._input(tag, said)

    def _input(self, tag, said):
        name, value = said["name"], said.get("value") or ""
        if said.get("type") in ("radio", "checkbox"):
            self._choice(name, value or "on", "checked" in said)
        elif tag == "input":
            self.current.values[name] = value

    def _choice(self, name, value, is_chosen):
        self.current.choices.setdefault(name, []).append(value)
        self.current.values.setdefault(name, "")
        if is_chosen:
            self.current.values[name] = value

    def handle_data(self, text):
        if self.text_of and self.current:
            self.current.values[self.text_of] += text

    def handle_endtag(self, tag):
        if tag == "form":
            self.current = None
        elif tag == "textarea":
            self.text_of = None
        elif tag == "select":
            self.select = None


def forms_of(html):
    """The list of PageForm in this HTML text."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms
