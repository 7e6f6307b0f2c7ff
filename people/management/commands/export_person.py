"""Write a file of all that is kept about a person: `manage.py export_person --email ADDRESS --to FILE.zip`.

For whoever answers a request that came on paper. The file holds private things: hand it to that person and delete it.
"""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from people.models import Person
from people.privacy.taking_out import write


class Command(BaseCommand):
    help = "Write a ZIP of all that is kept about one person: a page to read, the same for machines, their files."

    def add_arguments(self, parser):
        parser.add_argument("--email", help="the address of the person")
        parser.add_argument("--number", type=int, help="the person's number, for somebody without an address")
        parser.add_argument("--to", type=Path, required=True, help="where to write it; a file that is not there yet")

    def handle(self, *args, email, number, to, **options):
        if bool(email) == bool(number):
            raise CommandError("Name the person by --email or by --number.")
        person = Person.objects.at_address(email) if email else Person.objects.filter(pk=number).first()
        if person is None:
            raise CommandError("There is nobody with that address or number.")
        if to.exists():
            raise CommandError(f"{to} is there already.")
        to.touch(mode=0o600)
        with to.open("r+b") as file:
            write(person, file)
        self.stdout.write(f"{to} holds all that is kept about this person. Nobody else may get it.")
