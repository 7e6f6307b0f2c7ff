"""The site's own settings, with the floor's addresses beside the site's."""

from config.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.floor"
