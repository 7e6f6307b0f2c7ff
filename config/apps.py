from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Settings, urls, middleware and the demo; nothing that another app imports."""

    name = "config"
    verbose_name = "In the Round"
