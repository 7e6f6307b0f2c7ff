"""Write reports of stages and where each cycle is as PDFs: `manage.py write_reports [--cycle SLUG] [--to DIR]`."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cycle.models import Cycle, Stage
from feedback.report.contents import report_of
from feedback.report.keeping import pdf_of
from feedback.report.printing import CannotPrint
from feedback.report.where import where_we_are


class Command(BaseCommand):
    help = "Write the public report of every stage that was begun as <cycle>-<nn>-<stage>.pdf, and where each cycle is."

    def add_arguments(self, parser):
        parser.add_argument("--cycle", help="only this cycle's, by its slug")
        parser.add_argument("--to", type=Path, help="the folder to write to; the reports' own by default")

    def handle(self, *args, cycle, to, **options):
        folder = to or settings.REPORTS_DIR
        folder.mkdir(parents=True, exist_ok=True)
        cycles = Cycle.objects.visible_to(None)
        if cycle and not cycles.filter(slug=cycle).exists():
            raise CommandError(f"There is no cycle called {cycle} that is open for everyone to read.")
        stages = Stage.objects.filter(cycle__in=cycles, round_number__gt=0).select_related("cycle__authority")
        stages = stages.filter(cycle__slug=cycle) if cycle else stages
        for stage in stages:
            self._write(report_of(stage, None), folder / f"{stage.cycle.slug}-{stage.place:02}-{stage.kind_slug}.pdf")
        for each in Cycle.objects.filter(pk__in=stages.values("cycle_id")).select_related("authority"):
            self._write(where_we_are(each, None), folder / f"{each.slug}-where-we-are.pdf")

    def _write(self, report, path):
        try:
            shutil.copyfile(pdf_of(report), path)
        except CannotPrint as fault:
            raise CommandError(f"{fault.sentence} {fault.remedy}") from fault
        self.stdout.write(str(path))
