"""All settings, read from the environment and, where there is one, from the file `.env` (see `.env.example`)."""

from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from django.utils.csp import CSP
from django.utils.translation import gettext_lazy as _

from config.addresses import database, mailer

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()
# Real variables win over the file, and ENV_FILE="" means no file: tests and checks start from a known environment.
if env_file := env("ENV_FILE", default=str(BASE_DIR / ".env")):
    env.read_env(env_file)

DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
if DEMO and not DEBUG:
    raise ImproperlyConfigured("DEMO lets anybody sign in as anybody, so it works only while DEBUG is on: unset DEMO.")


def required(name, reason, stand_in=""):
    """Return a variable that production cannot do without; with DEBUG on, a stand-in will do."""
    value = env.str(name, default="").strip()
    if value or DEBUG:
        return value or stand_in
    raise ImproperlyConfigured(f"Set {name}: {reason} (.env.example describes every variable.)")


# --- Who we are -------------------------------------------------------------------------------------------------------

SECRET_KEY = required("SECRET_KEY", "sessions and sign-in codes are signed with it.", stand_in="only-for-development")
ALLOWED_HOSTS = [
    host.strip()
    for host in required(
        "ALLOWED_HOSTS",
        "the names, separated by commas, under which people reach the site.",
        stand_in="localhost,127.0.0.1,[::1]",
    ).split(",")
    if host.strip()
]
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# How the links in letters begin, because no request says it there.
SITE_URL = required("SITE_URL", "the links in e-mails begin with it.", stand_in="http://127.0.0.1:8000").rstrip("/")
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # First, so that runserver serves static files the way production does.
    "whitenoise.runserver_nostatic",
    "config",
    "people",
    "cycle",
    "involvement",
    "feedback",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "django_tasks_db",
    "allauth",
    "allauth.account",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.CleanInputMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.VaryOnHtmxMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.middleware.PolicyMiddleware",
    "config.middleware.KeepWritingMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "config.middleware.RefusalMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.context.demo",
                "config.context.hats",
            ],
        },
    }
]

# --- Where things are kept --------------------------------------------------------------------------------------------

VAR_DIR = Path(env.str("VAR_DIR", default=str(BASE_DIR / "var")))
REPORTS_DIR = VAR_DIR / "reports"
# What people attach: never served by its address alone, and part of every backup.
FILES_DIR = Path(env.str("FILES_DIR", default=str(VAR_DIR / "files")))
# How the identifiers of open contracting data begin; whoever publishes asks for a prefix of their own.
OCDS_PREFIX = env.str("OCDS_PREFIX", default="ocds-intheround")
# What printing one report may take before a plain page says that it cannot be had.
REPORT_SECONDS = env.int("REPORT_SECONDS", default=30)
REPORT_MEGABYTES = env.int("REPORT_MEGABYTES", default=1024)
DATABASES = {
    "default": database(
        env.str("DATABASE_URL", default=f"sqlite:///{VAR_DIR / 'db.sqlite3'}"),
        BASE_DIR,
        pooled=env.bool("DATABASE_POOL", default=False),
    )
}
# Sign-in limits are counted here: two workers must see one count, and the default of 300 entries would drop some.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

# The queue of work in the background is a table, so that a job and what it is about are written together or not at all.
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
# var/vendor holds GOV.UK Frontend's four built files; the rest of its package is not ours to publish.
STATICFILES_DIRS = [BASE_DIR / "static", BASE_DIR / "var" / "vendor"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Who signs in, and how --------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "account_request_login_code"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"
SESSION_COOKIE_AGE = 14 * 24 * 60 * 60

ACCOUNT_FORMS = {
    "request_login_code": "people.forms.account.AskForCodeForm",
    "confirm_login_code": "people.forms.account.EnterCodeForm",
}
ACCOUNT_ADAPTER = "people.sign_in.InvitationOnlyAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
# No password field: nobody has a password here, so none can be guessed, reused or leaked.
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
# Ten minutes, because mail can be slow and so may be typing; three tries, then a new code is needed.
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"length": 6, "numeric": True, "dashed": False}
# Twenty codes a day of three tries each: 60 guesses in a million a day for one account.
# A letter has its own five tries; here one address gets no more of them than of codes.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,3/m/key,20/d/key", "sign_in_by_letter": "20/m/ip"}
# The code itself shows that the address is theirs; a second mail would only confuse.
ACCOUNT_EMAIL_VERIFICATION = "none"
# An unknown address gets the same page as a known one, and no mail that says otherwise.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""

# --- Mail -------------------------------------------------------------------------------------------------------------

DEFAULT_FROM_EMAIL = required(
    "DEFAULT_FROM_EMAIL", "mail needs an address that it comes from.", stand_in="in-the-round@localhost"
)
# Whom people write to about the site itself; its own address when nobody is named.
CONTACT_NAME = env.str("CONTACT_NAME", default="")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", default=DEFAULT_FROM_EMAIL)
MAILERS = {
    "default": mailer(
        required("EMAIL_URL", "people sign in with a code that is sent by e-mail.", stand_in="consolemail://"), DEBUG
    )
}

# --- Safe by default --------------------------------------------------------------------------------------------------

# How many proxies stand in front: with none, nobody may say by a header that they came by https or from elsewhere.
PROXIES = env.int("PROXIES", default=0)
ALLAUTH_TRUSTED_PROXY_COUNT = PROXIES
if PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=0 if DEBUG else 365 * 24 * 60 * 60)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_WHOLE_DOMAIN", default=not DEBUG)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not DEBUG
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "config.errors.csrf_failure"
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF, "data:"],
    "font-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}

# --- Language and time ------------------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
# Welsh (cy) is translated in locale/ and joins this list when its text has been checked by a speaker.
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# --- Logs -------------------------------------------------------------------------------------------------------------

# The formatter leaves out exception messages and what people typed, and no log goes out by mail.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"discreet": {"()": "config.logs.DiscreetFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "discreet"}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="INFO")},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}
