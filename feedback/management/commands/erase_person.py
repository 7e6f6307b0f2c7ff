"""Take a person out: `manage.py erase_person --email ADDRESS` (or `--number N`), with `--dry-run` first.

With `--words` also what they said is taken away. It ends with 1 when the name still stands somewhere.
"""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from feedback.privacy.cleaning import clean_pages
from feedback.privacy.forgetting import forget, refusal_to_be_forgotten, rehearse
from people.models import Person
from people.privacy.names import alike, needles_of, places_with
from people.refusal import Refused

SHOWN = 50  # places that somebody has to look at


class Command(BaseCommand):
    help = "Forget a person: nothing but a number is left of them. The ledger stays valid. Say --dry-run first."

    def add_arguments(self, parser):
        parser.add_argument("--email", help="the address of the person")
        parser.add_argument("--number", type=int, help="the person's number, for somebody without an address")
        parser.add_argument("--words", action="store_true", help="take away what they said, too")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")

    def handle(self, *args, email, number, words, dry_run, **options):
        person = self._find(email, number)
        needles, unsure = needles_of(person), alike(person, needles_of(person))
        if dry_run:
            self._rehearse(person, words)
        else:
            self._forget(person, words)
        self._tell_unsure(unsure)
        if not dry_run:
            self._look_again(needles)

    def _find(self, email, number):
        if bool(email) == bool(number):
            raise CommandError("Name the person by --email or by --number.")
        person = Person.objects.at_address(email) if email else Person.objects.filter(pk=number).first()
        if person is None:
            raise CommandError("There is nobody with that address or number.")
        return person

    def _rehearse(self, person, words):
        self.stdout.write("This would happen; nothing is changed:")
        for what, number in rehearse(person, words):
            self.stdout.write(f"  {what}: {number}")
        if sentence := refusal_to_be_forgotten(person):
            self.stdout.write(f"It cannot be done yet. {sentence}")

    def _forget(self, person, words):
        try:
            name, happened = forget(person, words)
        except Refused as refused:
            raise CommandError(str(refused.sentence)) from refused
        self.stdout.write(f"Done. The record says {name} now.")
        for what, number in happened:
            self.stdout.write(f"  {what}: {number}")
        clean_pages(connection)
        self.stdout.write("All prints were deleted; write_reports makes the public ones anew.")

    def _tell_unsure(self, unsure):
        """A part of a name may be another person's: that is for somebody to decide who can read the text."""
        if not unsure:
            return
        self.stdout.write(f"Only a part of the name stands in {len(unsure)} places. Look whether this person is meant:")
        for place in unsure[:SHOWN]:
            self.stdout.write(f"  {place}")

    def _look_again(self, needles):
        left = places_with(needles)
        self.stdout.write(f"Looked through every column of words again: the name stands in {len(left)} places.")
        if left:
            raise CommandError("\n".join(str(place) for place in left))
