"""Tells at the end of each run what its time went into, so that growth is seen: the nets, and the ten slowest tests."""

import time
from collections import defaultdict

# What walks over every page, and so grows with each new one: the name of a net, and where its tests are.
NETS = {
    "access and leaks": "tests/test_access.py",
    "bad input": "tests/test_bad_input.py",
    "pages in the browser": "tests/test_pages_in_browser.py",
    "hostile markup": "tests/test_hostile_markup_in_browser.py",
    "journeys": "tests/journeys/",
    "prints": "tests/pdf/",
    "killed servers": "tests/reliability/",
    "the demonstration": "tests/config/test_demo",
}
REST = "all others"
SLOWEST = 10


def pytest_configure(config):
    """Count in the process that sees every report."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Budget(), "time-budget")


class Budget:
    """The seconds of each test with its set-up, and of each net."""

    def __init__(self):
        self.start = time.monotonic()
        self.tests = defaultdict(float)

    def pytest_runtest_logreport(self, report):
        self.tests[report.nodeid] += report.duration

    def pytest_terminal_summary(self, terminalreporter):
        """A line for each net and each slow test, in a run of more than a few."""
        if len(self.tests) <= SLOWEST:
            return
        say, whole = terminalreporter.write_line, sum(self.tests.values())
        terminalreporter.section("what the time went into")
        say(f"{whole:7.0f} s in {len(self.tests)} tests, {time.monotonic() - self.start:.0f} s by the clock")
        for net, seconds in sorted(self.nets().items(), key=lambda each: -each[1]):
            say(f"{seconds:7.0f} s {net} ({seconds / whole:.0%})")
        say("the slowest:")
        for test, seconds in sorted(self.tests.items(), key=lambda each: -each[1])[:SLOWEST]:
            say(f"{seconds:7.1f} s {test}")

    def nets(self):
        """Net -> its seconds."""
        found = defaultdict(float)
        for test, seconds in self.tests.items():
            found[next((net for net, place in NETS.items() if test.startswith(place)), REST)] += seconds
        return found
