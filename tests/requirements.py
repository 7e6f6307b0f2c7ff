"""Print, for each requirement of the source, the tests that showed it in the last run."""

import json
import sys
from collections import defaultdict
from pathlib import Path

NUMBERS = [f"R{number}" for number in range(1, 91)]
RESULTS = Path(__file__).parent.parent / "var" / "requirements.json"


def table(tests):
    """Return the lines to print for the noted tests ({test: {"req": [...], "outcome": ...}})."""
    shown_by = defaultdict(list)
    for test, note in sorted(tests.items()):
        for number in note["req"]:
            shown_by[number].append(f"      {note['outcome']:7} {test}")
    lines = []
    for number in NUMBERS:
        if shown_by[number]:
            lines += [number, *shown_by[number]]
    silent = [number for number in NUMBERS if not shown_by[number]]
    unknown = sorted(set(shown_by) - set(NUMBERS))
    lines.append(f"Shown by a test: {len(NUMBERS) - len(silent)} of {len(NUMBERS)}.")
    lines.append(f"Nothing shows yet: {', '.join(silent) or 'none'}.")
    return [*lines, *(f"No such requirement: {number}." for number in unknown)]


if __name__ == "__main__":
    if not RESULTS.exists():
        sys.exit("The tests have not been run here yet: run make test first.")
    print("\n".join(table(json.loads(RESULTS.read_text()))))
