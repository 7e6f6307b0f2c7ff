"""Let go of what is older than the rules allow: `manage.py retention --dry-run` tells, without it acts.

The workers do the same each night. The rules, with their sources, are in people/privacy/rules.py.
"""

from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from feedback.privacy.cleaning import clean_pages
from feedback.privacy.retaining import due, retain
from people.privacy.rules import RULES, rule_on


class Command(BaseCommand):
    help = "Delete what is kept about people for longer than its class allows; --dry-run only lists it."

    def add_arguments(self, parser):
        parser.add_argument("--dry-run", action="store_true", help="change nothing, only say what is overdue")
        parser.add_argument("--rules", action="store_true", help="list the rules of today and where they come from")

    def handle(self, *args, dry_run, rules, **options):
        if rules:
            self._tell_rules()
        elif dry_run:
            found = due()
            for each in found:
                self.stdout.write(f"{each.sort}: {each.number} of {each.what}")
            self.stdout.write(f"{sum(each.number for each in found)} are overdue. Nothing is changed.")
        else:
            went = retain()
            for what, number in went:
                self.stdout.write(f"{number} of {what}")
            clean_pages(connection)
            self.stdout.write(f"{sum(number for _what, number in went)} went.")

    def _tell_rules(self):
        today = timezone.localdate()
        for sort in dict.fromkeys(rule.sort for rule in RULES):
            rule = rule_on(sort, today)
            days = f"{rule.days} days after it was {rule.since}" if rule.days is not None else "with the record"
            checked = "confirmed" if rule.confirmed else "not confirmed"
            self.stdout.write(f"{sort}: {days} ({checked}). {rule.source}")
