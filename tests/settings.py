"""The real settings, in an environment that nothing on this machine changes."""

import atexit
import os
import shutil
import tempfile

from tests.environment import KNOWN

folder = tempfile.mkdtemp(prefix="in-the-round-")
atexit.register(shutil.rmtree, folder, ignore_errors=True)
os.environ.update(KNOWN, VAR_DIR=folder)

from config.settings import *  # noqa: E402, F403
from config.settings import DATABASES, INSTALLED_APPS  # noqa: E402

# Its flush command lifts the guards on the ledger for a moment, so that tests with real transactions can clean up.
INSTALLED_APPS = [*INSTALLED_APPS, "tests"]
# The live server speaks plain http and knows static files only by their own names.
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True

# A database of its own for each run, so that two people may test at once.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # In a file, because the live server's threads cannot share one in memory; nothing here must survive a power cut.
    DATABASES["default"]["TEST"] = {"NAME": f"{folder}/test.sqlite3"}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_in_the_round_{os.getpid()}"}
