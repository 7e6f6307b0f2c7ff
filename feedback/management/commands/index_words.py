"""Make the index of words anew, or with --check tell whether the database still keeps it."""

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from feedback.search import index


class Command(BaseCommand):
    help = "Make the index by which people find words anew; --check only tells whether it is kept."

    def add_arguments(self, parser):
        """The one option."""
        parser.add_argument("--check", action="store_true", help="change nothing, end with 1 when a trigger is missing")

    def handle(self, *args, check=False, **options):
        """Check, or make it anew in one transaction."""
        if check:
            if lost := index.missing(connection):
                raise CommandError(f"The index of words is not kept: {', '.join(lost)}. Run index_words.")
            self.stdout.write("The index of words is kept.")
            return
        with transaction.atomic():
            index.install(connection)
        self.stdout.write("The index of words is made.")
