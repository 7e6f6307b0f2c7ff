"""What was said, what came of it, and what goes back to people."""

from django.apps import AppConfig


class FeedbackConfig(AppConfig):
    name = "feedback"
