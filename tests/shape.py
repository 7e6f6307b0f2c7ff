"""What a page is built of, apart from its words: one built of nothing but what was looked at need not be looked at."""

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise

# What these say is words or an address; only whether they say anything is kept.
SAID = {"href", "action", "value", "content", "title", "alt", "placeholder", "datetime", "src", "d", "aria-label"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
ORDERED = {"h1", "h2", "h3", "h4", "h5", "h6", "header", "main", "nav", "footer", "aside"}
POINTING = {"for", "aria-labelledby", "aria-describedby", "aria-controls"}
LONG = 20  # letters: a longer word might not fit into a narrow window


def parts_of(html):
    """The set of a page's parts: each element with its attributes, in what it stands, and what stands next to it.

    The order of headings and landmarks is among them, and so are two of one name and what points at nothing. Numbers do
    not count, and words only when they are long.
    """
    reader = _Parts()
    reader.feed(html)
    reader.close()
    named = {f"two called the same: {tag}" for (tag, _), times in Counter(reader.named).items() if times > 1}
    lost = {f"points at nothing: {name}" for name, there in reader.points if there not in reader.ids}
    return reader.parts | named | lost | {f"{one} then {two}" for one, two in pairwise(reader.order)}


def twice(html):
    """The ids that stand on a page more than once."""
    return sorted(name for name, times in Counter(re.findall(r'\sid="([^"]+)"', html)).items() if times > 1)


class _Parts(HTMLParser):
    def __init__(self):
        super().__init__()
        self.parts, self.order, self.named, self.points, self.ids = set(), [], [], set(), set()
        self.open = [["", "", ""], ["", "", ""]]  # tag, the element as a whole, and the last thing in it so far

    def handle_starttag(self, tag, attrs):
        head = f"<{tag} {' '.join(sorted(_attribute(*pair) for pair in attrs))}>"
        self._comes(head)
        self._relates(tag, dict(attrs))
        if tag in ORDERED:
            self.order.append(tag)
        if tag not in VOID:
            self.open.append([tag, head, ""])

    def handle_endtag(self, tag):
        while len(self.open) > 2 and self._closes() != tag:
            pass

    def handle_data(self, text):
        if words := text.split():
            self._comes("words" if max(map(len, words)) <= LONG else "a long word")

    def _comes(self, head):
        (_, around, _), (_, above, before) = self.open[-2:]
        self.parts |= {f"{around} {above} {head}", f"{above} {before} {head}"}
        self.open[-1][2] = head

    def _relates(self, tag, said):
        self.ids.add(said.get("id"))
        if "aria-label" in said:
            self.named.append((tag, said["aria-label"]))
        for name in POINTING & set(said):
            self.points |= {(name, there) for there in (said[name] or "").split()}

    def _closes(self):
        tag, head, last = self.open.pop()
        self.parts.add(f"{head} ends {last}")
        return tag


def _attribute(name, value):
    return f"{name}={bool(value)}" if name in SAID else f"{name}={re.sub(r'[0-9]+', '#', value or '')}"
