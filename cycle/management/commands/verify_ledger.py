"""Check every ledger: `manage.py verify_ledger [slug …] [--event N]`. Ends with 1 when anything is wrong."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from cycle.ledger import faults
from cycle.models import Cycle
from people.triggers import declared, missing


class Command(BaseCommand):
    help = "Walk the ledger of each cycle and say where it was altered, and whether all guards stand in the database."

    def add_arguments(self, parser):
        parser.add_argument("slugs", nargs="*", help="cycles to check; all of them when none is named")
        parser.add_argument("--event", type=int, help="print the seal of this event too, as reports carry it")

    def handle(self, *args, slugs, event, **options):
        cycles = Cycle.objects.filter(slug__in=slugs) if slugs else Cycle.objects.all()
        if unknown := set(slugs) - set(cycles.values_list("slug", flat=True)):
            raise CommandError(f"There is no cycle called {', '.join(sorted(unknown))}.")
        wrong = 0
        for name in missing(connection, declared()):
            wrong += 1
            self.stderr.write(f"The guard {name} is not in the database.")
        for cycle in cycles.order_by("pk"):
            found = 0
            for number, fault in faults(cycle):
                found += 1
                self.stderr.write(f"{cycle.slug}, event {number}: {fault}")
            wrong += found
            if not found:
                self.stdout.write(f"{cycle.slug}: {cycle.ledger_length} events, head {cycle.ledger_head}")
                for seal in cycle.events.filter(number=event).values_list("hash", flat=True):
                    self.stdout.write(f"{cycle.slug}: event {event}, seal {seal}")
        if wrong:
            raise CommandError(f"{wrong} faults")
