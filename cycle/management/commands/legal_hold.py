"""Keep the records of a cycle as they are: `manage.py legal_hold SLUG --because "…"`, and `--end` to end it."""

from django.core.management.base import BaseCommand, CommandError

from cycle.models import Cycle, LegalHold


class Command(BaseCommand):
    help = "While a cycle is held, nobody who has to do with it can be forgotten and nothing of it runs out."

    def add_arguments(self, parser):
        parser.add_argument("slug", nargs="?", help="the cycle; without one, all holds are listed")
        parser.add_argument("--because", default="", help="why, in a sentence that everybody may read")
        parser.add_argument("--end", action="store_true", help="end the hold")

    def handle(self, *args, slug, because, end, **options):
        if slug is None:
            for hold in LegalHold.objects.active().select_related("cycle"):
                self.stdout.write(f"{hold.cycle.slug}: since {hold.from_date}, because: {hold.reason}")
            return
        cycle = Cycle.objects.filter(slug=slug).first()
        if cycle is None:
            raise CommandError(f"There is no cycle called {slug}.")
        held = cycle.legal_holds.active().first()
        if end:
            self._end(held, slug)
        elif held:
            raise CommandError(f"{slug} is held already, because: {held.reason}")
        elif not because.strip():
            raise CommandError("Say why with --because.")
        else:
            LegalHold.objects.create(cycle=cycle, reason=because.strip())
            self.stdout.write(f"{slug} is held from today on.")

    def _end(self, held, slug):
        if held is None:
            raise CommandError(f"{slug} is not held.")
        held.end()
        self.stdout.write(f"{slug} is not held any more.")
