"""Let a commissioner in: `manage.py add_commissioner --email ADDRESS --name NAME --authority NAME`."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from people.appointing import appoint_commissioner
from people.inviting import invite
from people.refusal import Refused

SITE = "In the Round"


class Command(BaseCommand):
    help = "Make somebody a commissioner of a public authority; both are made known here when they are new."

    def add_arguments(self, parser):
        parser.add_argument("--email", required=True, help="where the codes to sign in go")
        parser.add_argument("--name", required=True, help="the person's name, kept when the address is known already")
        parser.add_argument("--authority", required=True, help="the name of the council or other public authority")
        parser.add_argument("--site", help="the site's address: then an e-mail tells them that they can sign in there")

    def handle(self, *args, email, name, authority, site, **options):
        given = [" ".join(words.split()) for words in (email, name, authority)]
        try:
            place, is_new = appoint_commissioner(*given)
        except Refused as refused:
            raise CommandError(str(refused.sentence)) from refused
        except ValidationError as wrong:
            raise CommandError(" ".join(wrong.messages)) from wrong
        if is_new:
            self.stdout.write(f"{place.person} is a commissioner of {place.organisation} and can sign in now.")
            if site and (told := invite(place.person, place.organisation, SITE, site).sentence):
                self.stdout.write(told)
        else:
            self.stdout.write(f"{place.person} is a commissioner of {place.organisation} already.")
