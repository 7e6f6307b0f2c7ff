"""Write the public reports of stages as PDFs: `manage.py write_reports [--cycle SLUG] [--to DIR]`."""

import shutil
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cycle.models import Cycle, Stage
from feedback.report.contents import report_of
from feedback.report.keeping import pdf_of
from feedback.report.printing import CannotPrint


class Command(BaseCommand):
    help = "Write the public report of every stage that has been begun, as <cycle>-<nn>-<stage>.pdf."

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
        for stage in stages.filter(cycle__slug=cycle) if cycle else stages:
            path = folder / f"{stage.cycle.slug}-{stage.place:02}-{stage.kind_slug}.pdf"
            try:
                shutil.copyfile(pdf_of(report_of(stage, None)), path)
            except CannotPrint as fault:
                raise CommandError(f"{fault.sentence} {fault.remedy}") from fault
            self.stdout.write(str(path))
