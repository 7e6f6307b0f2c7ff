"""By when an answer is due: working days, Monday to Friday (public holidays are not known here)."""

from datetime import timedelta

from django.utils import timezone


def tomorrow():
    """The first day that lies ahead."""
    return timezone.localdate() + timedelta(days=1)


def add_working_days(day, number):
    """The date that lies `number` working days after the date `day`."""
    while number > 0:
        day += timedelta(days=1)
        number -= day.weekday() < 5
    return day
