"""Links as they stand in letters, where nothing says on which site one is."""

from django.conf import settings


def absolute(path):
    """The whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"
