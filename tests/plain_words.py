"""The product's own sentences: found where gettext finds them, measured as what people write here is measured."""

import ast
import re
from pathlib import Path

from django.utils.translation.template import templatize

from people.readability import sentences_of

CALLS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
IN_TEMPLATE = re.compile(r"""\bn?p?gettext\((.+?)\)(?= |\n|$)""")
LITERAL = re.compile(r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")""")
PLACE = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
TAG = re.compile(r"<[^>]+>")


def sentences_in(message):
    """The list of Sentence in one message; what is put in later counts as a short name."""
    return sentences_of(PLACE.sub("Ann", TAG.sub("", message)).replace("\n", " "))


def messages(path):
    """The messages to translate in a file of code or a template."""
    source = Path(path).read_text(encoding="utf-8")
    return _in_code(source) if path.suffix == ".py" else _in_template(source)


def _in_code(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS:
            said = node.args[1:] if node.func.id.startswith("p") else node.args
            yield from (one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str))


def _in_template(source):
    for call in IN_TEMPLATE.findall(templatize(source)):
        yield from (ast.literal_eval(one) for one in LITERAL.findall(call))


def all_sentences(paths):
    """The distinct Sentences of these files, hardest first."""
    found = {each for path in paths for message in messages(path) for each in sentences_in(message)}
    return sorted(found, key=lambda each: (-each.age, each.text))
