import logging
import traceback


class DiscreetFormatter(logging.Formatter):
    """One line for a log record, and where an exception came from, but never what it says.

    Exception messages quote the values they choke on: names, addresses, codes.
    """

    def __init__(self):
        super().__init__("{asctime} {levelname} {name}: {message}", style="{")

    def formatException(self, ei):
        """Return the lines of code that an exception passed through, and its type."""
        kind, _, trace = ei
        frames = traceback.StackSummary.extract(traceback.walk_tb(trace), lookup_lines=False)
        places = [f"  {frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        return "\n".join([*places, f"  {kind.__module__}.{kind.__qualname__}"])
