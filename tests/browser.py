"""A real browser for tests: Debian's Chromium on the live server, with or without JavaScript, signed in as anybody."""

import os

import pytest
from django.test import Client

from .serving import AXE_URL

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Only what is wrong leaves the browser: all that axe knows of a page is fifty kilobytes.
RUN_AXE = """rules => axe.run({ runOnly: rules, resultTypes: ["violations"] }).then(
  found => found.violations.flatMap(({ id, help, nodes }) => nodes.map(node => `${id}: ${help}: ${node.html}`)))"""
ANSWERED = "Failed to load resource: the server responded with a status of 4"
ARGUMENTS = [
    "--no-sandbox",  # Chromium does not start as root with its sandbox
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-gpu",  # there is none, and drawing as if there were costs half a core
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the system's Chromium, and let Django's ORM run beside Playwright's event loop from here on."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield {**browser_type_launch_args, "executable_path": "/usr/bin/chromium", "args": ARGUMENTS}
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """Browse as somebody in London with a wide window."""
    window = {"width": 1280, "height": 900}
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London", "viewport": window}


@pytest.fixture
def page_no_js(new_context):
    """A page in a browser that runs no JavaScript."""
    return new_context(java_script_enabled=False).new_page()


def sign_in(page_or_client, person):
    """Sign the person in on a Django test client or a browser page, without mail and code."""
    if isinstance(page_or_client, Client):
        page_or_client.force_login(person)
        return
    client = Client()
    client.force_login(person)
    cookie = {"name": "sessionid", "value": client.cookies["sessionid"].value, "domain": "localhost", "path": "/"}
    page_or_client.context.add_cookies([cookie])


def axe(page):
    """Return what axe-core finds wrong with the page, a line for each element; none is the right answer."""
    page.add_script_tag(url=AXE_URL)
    return page.evaluate(RUN_AXE, RULES)


def watch(page):
    """Return a list that fills with what the browser complains of from now on: script errors, refused content.

    That the page itself came with a 403, 404 or 422 is an answer and no complaint.
    """
    complaints = []

    def hear(message):
        is_answer = (
            message.text.startswith(ANSWERED) and message.location["url"].split("#")[0] == page.url.split("#")[0]
        )
        if message.type in {"error", "warning"} and not is_answer:
            complaints.append(message.text)

    page.on("console", hear)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return complaints


def sideways(page):
    """Return by how many pixels the page is wider than its window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def widest(page):
    """What sticks out of the window at the right, as a few tags with their classes: for whoever mends it."""
    return page.evaluate("""() => {
      const edge = document.documentElement.clientWidth, inner = one => ![...one.children].some(out);
      function out(one) { return one.getBoundingClientRect().right > edge + 0.5; }
      const found = [...document.querySelectorAll("main *")].filter(one => out(one) && inner(one));
      const told = one => `${one.tagName.toLowerCase()}.${one.className} in ${one.parentElement.className}`;
      return found.slice(0, 3).map(told).join("; ");
    }""")
