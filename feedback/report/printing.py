"""Printing: HTML becomes a PDF in a child process with limits, or a sentence says why it cannot be (promise 26)."""

import fcntl
import logging
import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from . import child

logger = logging.getLogger(__name__)

# All that the child gets of the environment: where libraries, fonts and its temporary files are. No secret is among it.
ENVIRONMENT = ("PATH", "HOME", "TMPDIR", "XDG_CACHE_HOME", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")

# REPORT_SECONDS are the processor's; on a busy machine they take longer, and nobody waits for ever.
PATIENCE = 3

TOO_SLOW = _("This report took longer to print than we allow.")
TOO_BIG = _("This report is too big to be printed in one piece.")
BUSY = _("Other reports are being printed just now. Please try again in a minute.")
BROKEN = _("The part of the system that prints stopped before it was done.")
SENTENCES = {
    child.NO_LIBRARIES: _("The programs that make PDFs are not installed here."),
    child.NO_FONT: _("There are no letters to print with: no font is installed here."),
    child.TOO_BIG: TOO_BIG,
    -signal.SIGXCPU: TOO_SLOW,
}
REMEDIES = {
    child.NO_LIBRARIES: _(
        "Install Pango and HarfBuzz: libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0 on Debian."
    ),
    child.NO_FONT: _("Install at least one font: fonts-liberation and fonts-dejavu-core on Debian."),
}


class CannotPrint(Exception):
    """No PDF can be had now: `sentence` tells the reader why, `remedy` what whoever runs the system can do."""

    def __init__(self, sentence, remedy=""):
        super().__init__(str(sentence))
        self.sentence = sentence
        self.remedy = remedy


def write_pdf(html, path):
    """Make the PDF of an HTML text at this path, whole or not at all. Raises CannotPrint.

    One is made at a time on a machine, so that the memory it takes is bounded; others wait their turn.
    """
    with _turn(path.parent), tempfile.TemporaryDirectory(dir=path.parent, prefix=".making-") as folder:
        made = Path(folder) / "report.pdf"
        _run(html, made)
        made.replace(path)


def _run(html, out):
    """Run the child. Raises CannotPrint when it does not bring the PDF about."""
    limits = [str(settings.REPORT_MEGABYTES), str(settings.REPORT_SECONDS)]
    kept = {name: value for name, value in os.environ.items() if name in ENVIRONMENT or name.startswith("COVERAGE_")}
    try:
        done = subprocess.run(  # noqa: S603  our own file, by our own interpreter
            [sys.executable, "-I", child.__file__, str(out), *limits],
            input=html.encode(), capture_output=True, timeout=PATIENCE * settings.REPORT_SECONDS,
            cwd=out.parent, env={**kept, "LANG": "C.UTF-8"},
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        raise CannotPrint(TOO_SLOW, _("The limit is REPORT_SECONDS.")) from None
    if done.returncode == 0 and out.exists():
        return
    logger.warning("A report was not printed: the child ended with %s.", done.returncode)
    remedy = REMEDIES.get(done.returncode) or _("The limits are REPORT_SECONDS and REPORT_MEGABYTES.")
    raise CannotPrint(SENTENCES.get(done.returncode, BROKEN), remedy)


@contextmanager
def _turn(folder):
    """Wait until no other process on this machine prints into this folder. Raises CannotPrint after a while."""
    until = time.monotonic() + settings.REPORT_SECONDS
    with (folder / ".turn").open("w") as turn:
        while True:
            try:
                fcntl.flock(turn, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > until:
                    raise CannotPrint(BUSY) from None
                time.sleep(0.05)
        yield
