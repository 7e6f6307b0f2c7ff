"""The lowest room: who is there."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "people"
