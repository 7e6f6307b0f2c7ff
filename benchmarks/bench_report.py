"""The printed report: CPU time and pages of a small one and of one with many contributions, beside a plain table."""

import argparse
import resource
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

import pikepdf
from django.core.management import call_command
from django.utils.html import escape

from benchmarks.ground import fill, folder
from cycle.models import Stage
from feedback.models import Answer, Contribution
from feedback.report import child
from feedback.report.contents import report_of
from feedback.report.keeping import html_of
from tests import build

ANSWERED = 0.9


def printed(html):
    """(CPU seconds, pages) of the child that makes the PDF of this page."""
    out = Path(folder) / "out.pdf"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, "-I", child.__file__, str(out), "4096", "600"], input=html.encode(), check=True)  # noqa: S603
    seconds = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before

    with pikepdf.open(out) as pdf:
        return seconds, len(pdf.pages)


def answered(cast):
    """Answer the contributions that wait until nine in ten have an answer."""
    waiting = Contribution.objects.unanswered().order_by("pk")
    missing = waiting.count() - int(Contribution.objects.count() * (1 - ANSWERED))
    Answer.objects.bulk_create(
        Answer(contribution=each, outcome="no change", text="We read it.", because="No money.", by=cast.ann)
        for each in waiting[: max(missing, 0)]
    )


def plain_table(stage):
    """The same rows as WeasyPrint's plainest table, whose columns find their own widths."""
    rows = "".join(
        f"<tr><th>{each}</th><td>{escape(each.name_for(None))}</td><td>{escape(each.text)}</td><td>"
        + "".join(f"{answer}. {escape(answer.text)} {escape(answer.because)}" for answer in each.answers.all())
        + "</td></tr>"
        for each in Contribution.objects.in_stage(stage).for_list()
    )
    return f'<html lang="en"><title>Table</title><table>{rows}</table></html>'


def main(number):
    call_command("migrate", verbosity=0)
    call_command("createcachetable")
    cast = build.cast()
    build.opened(cast.cycle, "needs")
    build.budget_cut(cast.cycle)
    print(f"{'report':30} {'pages':>6} {'s CPU':>7} {'of that gathering':>18}")
    for size in (40, number):
        fill(cast, size)
        answered(cast)
        began = time.process_time()
        stage = Stage.objects.select_related("cycle__authority").get(kind_slug="needs")
        html = html_of(report_of(stage, cast.ann), "normal")
        gathered = time.process_time() - began
        seconds, pages = printed(html)
        print(f"{f'{size} contributions':30} {pages:6} {gathered + seconds:7.2f} {gathered:18.2f}")
    table, table_pages = printed(plain_table(stage))
    print(f"{'the same as a plain table':30} {table_pages:6} {table:7.2f}")
    print(
        f"The report prints in {seconds / table:.2f} of the time of the table, {1000 * seconds / pages:.0f} ms a page."
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--contributions", type=int, default=1000)
    main(parser.parse_args().contributions)
