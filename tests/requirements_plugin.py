"""Notes, in each run, which requirements of the source its tests show; `make requirements` prints them."""

import json

FILE = "var/requirements.json"


def pytest_collection_modifyitems(items):
    """Hang the requirements on each test, where reports carry them even from another process."""
    for item in items:
        shown = [number for mark in item.iter_markers("req") for number in mark.args]
        if shown:
            item.user_properties.append(("req", shown))


def pytest_configure(config):
    """Keep notes in the process that sees every report."""
    if not hasattr(config, "workerinput"):
        config.pluginmanager.register(Notes(config), "requirements-notes")


class Notes:
    """What each marked test showed, and whether it passed."""

    def __init__(self, config):
        self.path = config.rootpath / FILE
        named = any("tests" in str(argument) for argument in config.invocation_params.args)
        chosen = config.option.keyword or config.option.markexpr != "not nightly"
        self.whole = not (named or chosen)
        self.tests = {}

    def pytest_runtest_logreport(self, report):
        """Note a test once it has run, or once its set-up has failed or skipped it; a failing end counts too."""
        shown = dict(report.user_properties).get("req")
        if shown and (report.when == "call" or not report.passed):
            self.tests[report.nodeid] = {"req": shown, "outcome": report.outcome}

    def pytest_sessionfinish(self):
        """Write the notes: a whole run replaces what was there, a part of one adds to it."""
        before = {} if self.whole or not self.path.exists() else json.loads(self.path.read_text())
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(json.dumps({**before, **self.tests}, indent=1, sort_keys=True))
