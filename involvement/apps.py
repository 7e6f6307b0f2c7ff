"""Who takes part, for what purpose, with what authority and on what terms."""

from django.apps import AppConfig


class InvolvementConfig(AppConfig):
    name = "involvement"
