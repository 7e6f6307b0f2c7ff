"""`manage.py send_post`: write what is due to people and send what waits, once; for a timer where no worker runs."""

from django.core.management.base import BaseCommand

from people import outbox
from people.models import Mail

from ...digests import write_due
from ...telling import tell_at_once


class Command(BaseCommand):
    help = "Write to people what they wait for and what is new for them, and send what waits in the outbox."

    def handle(self, **options):
        """Say in numbers what was done, and how many letters no try has brought to the mail server."""
        written = tell_at_once()
        while more := write_due():
            written += more
        sent = outbox.send_due()
        given_up = Mail.objects.given_up().count()
        self.stdout.write(f"{written} written, {sent} sent, {Mail.objects.due().count()} due, {given_up} given up")
