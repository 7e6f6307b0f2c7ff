"""Makes one PDF, in a process of its own: HTML comes in on standard input, the PDF goes to the file that is named.

Run as `python -I child.py OUT MEGABYTES SECONDS` (seconds of the processor's time). It knows no settings and no
database, so that whatever happens to it happens to nobody else. It ends with 0, or with one of the numbers below.
"""

import contextlib
import gc
import io
import resource
import sys
import warnings
from pathlib import Path

NO_LIBRARIES, NO_FONT, TOO_BIG = 3, 4, 5

CSS = Path(__file__).resolve().parents[2] / "static" / "css"
# All that a report may load; every other address is refused, whatever it is.
SHEETS = (
    "bars.css", "report.css", "report-paper.css", "report-short.css", "report-form.css", "report-large.css",
    "report-large-16.css", "report-giant.css", "sheet.css", "glance.css",
)  # fmt: skip
ASSETS = {f"asset:{name}": CSS / name for name in SHEETS}
# Tagging asks for all pages' references once for each tag, and this version makes them anew each time.
FORGETFUL = "0.13.0"
# What Python tells an audit hook before it reaches out of the process.
REACHING_OUT = ("socket.connect", "socket.getaddrinfo", "socket.bind", "subprocess.Popen", "os.system", "os.exec")


def limit(megabytes, seconds):
    """Take from this process what it may not use; the one that started it looks at the clock as well.

    Past its seconds the system ends it with SIGXCPU.
    """
    size = megabytes * 1024 * 1024
    for what in (resource.RLIMIT_AS, resource.RLIMIT_FSIZE):
        resource.setrlimit(what, (size, size))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def is_nearly_full():
    """Whether this process has taken most of the memory that it may take."""
    taken = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
    return taken > 0.6 * resource.getrlimit(resource.RLIMIT_AS)[0]


def stay_inside(event, arguments):
    """Refuse the network and other programs."""
    if event in REACHING_OUT:
        raise PermissionError(event)


def load():
    """Import WeasyPrint. Ends the process where its libraries or all fonts are missing: without a font it crashes."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings(record=True) as noticed:
            warnings.simplefilter("always")
            import weasyprint  # noqa: PLC0415  only under the limits
    except (ImportError, OSError):
        # The loader of libraries knows no MemoryError: it says of a library that has no room that it is not there.
        sys.exit(TOO_BIG if is_nearly_full() else NO_LIBRARIES)
    if any("font" in str(each.message).lower() and each.category is UserWarning for each in noticed):
        sys.exit(NO_FONT)
    return weasyprint


def remember_pages(pydyf):
    """Let a PDF keep its pages' references until a page is added, which makes writing long ones linear again."""
    if pydyf.VERSION != FORGETFUL:
        return
    build = pydyf.PDF.page_references.fget

    def page_references(pdf):
        count = pdf.pages["Count"]
        if getattr(pdf, "kept_for", None) != count:
            pdf.kept_for, pdf.kept_references = count, build(pdf)
        return pdf.kept_references

    pydyf.PDF.page_references = property(page_references)


def write(weasyprint, html, out):
    """Write the PDF of an HTML text to the path `out`."""

    class OwnAssets(weasyprint.urls.URLFetcher):
        def fetch(self, url, headers=None):
            return weasyprint.urls.URLFetcherResponse(url, ASSETS[url].read_bytes(), {"Content-Type": "text/css"})

    page = weasyprint.HTML(string=html, url_fetcher=OwnAssets(), base_url="asset:")
    page.write_pdf(out, pdf_variant="pdf/ua-1")


def main(out, megabytes, seconds):
    limit(int(megabytes), int(seconds))
    try:
        html = sys.stdin.buffer.read().decode()
        weasyprint = load()
        remember_pages(sys.modules["pydyf"])
        sys.addaudithook(stay_inside)
        gc.freeze()
        gc.disable()
        write(weasyprint, html, out)
    except MemoryError:
        sys.exit(TOO_BIG)


if __name__ == "__main__":
    main(*sys.argv[1:])
