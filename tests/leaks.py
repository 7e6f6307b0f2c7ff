"""What is closed to a reader reaches them on no page and in no file (promise 4): how an answer is searched for it."""

import io
import re
import subprocess
import zipfile

CANARY = re.compile(rb"canary\d{3}[a-z_]+")


def text_of(response):
    """What a response says: its body and headers, of a PDF its text and metadata, of a workbook all that is inside."""
    body = response.body
    said = body + str(dict(response.headers)).encode()
    if body[:5] == b"%PDF-":
        for command in (["pdftotext", "-", "-"], ["pdfinfo", "-"]):
            # A line's end in the middle of a word is the page's, not the word's.
            said += subprocess.run(command, input=body, capture_output=True, check=True).stdout.replace(b"\n", b"")
    if body[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(body)) as parts:
            said += b"".join(parts.read(name) for name in parts.namelist())
    return said


def canaries_in(response):
    """The set of canaries that this response says."""
    return {word.decode().removesuffix("x") for word in CANARY.findall(text_of(response))}


def leaks(world, name, words):
    """What the reader of this name read although it is closed to them. words: canary -> names of the URLs where."""
    closed = {word for word, readers in world.canaries.items() if name not in readers}
    found = {word: words.get(word, set()) - world.open_at[word] for word in closed}
    return sorted((word, sorted(where)) for word, where in found.items() if where)


def unseen(world, name, words):
    """What the reader of this name read nowhere although it is open to them."""
    return sorted(word for word, readers in world.canaries.items() if name in readers and not words.get(word))
