"""`manage.py demo`: play the case once, write its reports, and say whom one can be."""

import time
from io import StringIO

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

from config.demo.play import is_played, play
from config.demo.visitors import visitors


class Command(BaseCommand):
    help = "Play the demonstration, unless there is a cycle already, and write its reports."

    def handle(self, **options):
        """Refuse outside the demonstration; a second run keeps what is there."""
        if not settings.DEMO:
            raise CommandError("DEMO lets anybody sign in as anybody, so it is off: set DEMO and DEBUG to try it here.")
        if is_played():
            self.stdout.write("The demonstration is there already; it is kept as it stands.")
        else:
            self._play()
        if not any(settings.REPORTS_DIR.glob("*.pdf")):
            self._print()
        self._introduce()

    def _play(self):
        begun = time.monotonic()
        self.stdout.write("Playing the community meals of Rhondda Cynon Taf ...")
        cycle = play()
        what = f"{cycle.stages.count()} stages, {cycle.contributions.count()} contributions"
        seconds = time.monotonic() - begun
        self.stdout.write(f"  {what}, {cycle.ledger_length} lines in the ledger, in {seconds:.0f} s")

    def _print(self):
        """Write the reports; a machine that cannot print them can still show the rest."""
        self.stdout.write(f"Writing the reports of its stages to {settings.REPORTS_DIR} ...")
        try:
            call_command("write_reports", stdout=StringIO())
        except CommandError as fault:
            self.stderr.write(f"  {fault}")

    def _introduce(self):
        self.stdout.write("\nYou can be each of these people with one click on the first page:")
        for person, visitor in visitors():
            self.stdout.write(f"  {person.name}: {visitor.role}.\n    {visitor.look_at}")
