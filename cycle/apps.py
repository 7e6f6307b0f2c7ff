"""What is being commissioned, and where it stands."""

from django.apps import AppConfig


class CycleConfig(AppConfig):
    name = "cycle"
