"""The house itself: small rooms, arrows one way, closed doors, and no start when half configured."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

from people.policy import POLICIES
from tests.environment import environment

ROOT = Path(__file__).parent.parent
APPS = ["people", "cycle", "involvement", "feedback"]
LONGEST = 300


def files(*kinds):
    """Return the project's own files that end so; migrations are written by Django."""
    found = (Path(folder) / name for folder, _, names in walk() for name in names if Path(name).suffix in kinds)
    return sorted(file for file in found if file.parent.name != "migrations")


def walk():
    """Walk through the project's own folders, without what was installed or made there."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name not in {"node_modules", "var"} and not name.startswith(".")]
        yield folder, inner, names


def run(*command, **env):
    """Run a command of the project in an environment of its own and return what came of it."""
    return subprocess.run(
        command, cwd=ROOT, env=env or environment(os.environ), capture_output=True, text=True, timeout=400
    )


def manage(*arguments, without=(), **changes):
    """Run a management command as a small production would, with some variables left out or changed."""
    return run(sys.executable, "manage.py", *arguments, **environment(os.environ, *without, **changes))


def test_no_room_is_longer_than_three_hundred_lines():
    long = {
        str(file.relative_to(ROOT)): len(file.read_text().splitlines()) for file in files(".py", ".html", ".css", ".js")
    }
    assert {name: lines for name, lines in long.items() if lines > LONGEST} == {}


def test_every_app_is_laid_out_alike():
    wanted = ["models/__init__.py", "views/__init__.py", "urls.py", "migrations/__init__.py"]
    assert [f"{app}/{file}" for app in APPS for file in wanted if not (ROOT / app / file).exists()] == []


def test_nothing_is_called_utils():
    assert [file.name for file in files(".py") if file.stem in {"utils", "helpers", "misc", "common"}] == []


def test_the_arrows_between_the_apps_point_one_way():
    answer = run(Path(sys.executable).parent / "lint-imports", "--no-cache")
    assert answer.returncode == 0, answer.stdout


def doors(patterns, address=""):
    """Yield the address and the view of everything that the list of urls leads to."""
    for pattern in patterns:
        here = address + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield here, pattern.callback
        else:
            yield from doors(pattern.url_patterns, here)


def test_every_address_says_who_may_reach_it():
    found = list(doors(get_resolver().url_patterns))
    undeclared = [address for address, view in found if getattr(view, "policy", None) not in POLICIES]
    print(f"{len(found)} addresses, {len(undeclared)} undeclared")
    assert undeclared == []


def test_login_is_asked_for_exactly_where_the_policy_says_so():
    found = doors(get_resolver().url_patterns)
    odd = [address for address, view in found if getattr(view, "login_required", True) != (view.policy == "signed in")]
    assert odd == []


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "EMAIL_URL", "DEFAULT_FROM_EMAIL"])
def test_a_half_configured_production_does_not_start_and_says_what_is_missing(name):
    answer = manage("check", without=[name])
    assert answer.returncode != 0
    assert (
        answer.stderr.strip().splitlines()[-1].startswith(f"django.core.exceptions.ImproperlyConfigured: Set {name}: ")
    )


def test_the_demo_does_not_start_unless_debug_is_on():
    answer = manage("check", DEMO="true")
    assert answer.returncode != 0
    assert "ImproperlyConfigured: DEMO lets anybody sign in as anybody" in answer.stderr


def test_a_production_with_all_its_variables_passes_the_deployment_check():
    answer = manage("check", "--deploy", "--fail-level", "WARNING")
    assert answer.returncode == 0, answer.stderr


SMOKE = """
import re
from django.core.management import call_command
from django.test import Client
for command in ("collectstatic --no-input", "migrate", "createcachetable"):
    call_command(*command.split(), verbosity=0)
client = Client(SERVER_NAME="localhost")
print("insecure", client.get("/sign-in/").status_code)
page = client.get("/sign-in/", secure=True)
print("page", page.status_code)
for address in re.findall('(?:href|src)="(/static/[^"]+)"', page.content.decode()):
    print(address, client.get(address, secure=True).status_code)
"""


def test_the_real_application_serves_its_static_files_by_their_hashed_names(tmp_path):
    answer = manage("shell", "--no-imports", "-c", SMOKE, VAR_DIR=str(tmp_path))
    assert answer.returncode == 0, answer.stderr
    insecure, page, *assets = answer.stdout.splitlines()
    assert [insecure, page] == ["insecure 301", "page 200"]
    assert {Path(asset).suffix for asset in assets} >= {".css 200", ".js 200"}
    assert [asset for asset in assets if not re.fullmatch(r"/static/.+\.[0-9a-f]{12}\.\w+ 200", asset)] == []


def test_only_the_four_built_files_of_the_front_end_are_published():
    published = sorted(file.name for file in (settings.BASE_DIR / "var" / "vendor").rglob("*") if file.is_file())
    assert published == [f"govuk-frontend.min.{kind}" for kind in ("css", "css.map", "js", "js.map")]
