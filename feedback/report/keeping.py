"""Keeping what was printed: the same report is never made twice.

What is kept lies under a digest of all that goes into it: the page as its reader may see it (with the ledger's head on
it), the styles, and the program that prints. Two readers share a PDF exactly when they would read the same words, and a
change that the ledger does not know of, such as the erasure of a person, gives another digest. The folder may be
emptied at any time.
"""

import hashlib
import time
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string

from . import child
from .characters import printable
from .printing import write_pdf

UNUSED_DAYS = 30


def html_of(report, size):
    """The whole HTML text of a print, such as a Report (`ForOneReader`). size: one of need_list.SIZES."""
    return printable(render_to_string(report.PAPER, {"report": report, "size": size}))


def pdf_of(report, size="normal"):
    """The path of the PDF of a print, made now unless it is kept already. Raises CannotPrint."""
    folder = settings.REPORTS_DIR / "kept"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    html = html_of(report, size)
    path = folder / f"{key_of(html)}.pdf"
    if not path.exists():
        write_pdf(html, path)
        _clear(folder)
    path.touch()
    return path


def key_of(html):
    """The digest of everything that a PDF is a function of, but for the fonts of this machine."""
    parts = [html.encode(), version("weasyprint").encode(), Path(child.__file__).read_bytes()]
    parts += [asset.read_bytes() for asset in child.ASSETS.values()]
    return hashlib.sha256(b"\0".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def _clear(folder):
    """Take away what nobody has asked for in a month."""
    long_ago = time.time() - UNUSED_DAYS * 24 * 60 * 60
    for path in folder.glob("*.pdf"):
        if path.stat().st_mtime < long_ago:
            path.unlink(missing_ok=True)
