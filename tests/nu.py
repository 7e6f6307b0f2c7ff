"""The Nu HTML checker, run once for a batch because starting it costs more than checking."""

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

JAR = Path(__file__).parent.parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def nu(paths):
    """Return the errors in the saved HTML files, one line each; none is the right answer."""
    command = ["java", "-jar", JAR, "--errors-only", "--format", "json", "--stdout", "--exit-zero-always", *paths]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    return [_line(message) for message in json.loads(answer.stdout)["messages"]]


def _line(message):
    file = Path(unquote(urlsplit(message.get("url", "")).path)).name
    return f"{file}:{message.get('lastLine', '?')} {message['message']}"


def nu_pages(pages, folder):
    """Save pages ({name: html}) in the folder and return the errors in them."""
    paths = []
    for number, (name, html) in enumerate(pages.items(), 1):
        path = Path(folder) / f"{number:03} {name.strip('/').replace('/', ' ') or 'home'}.html"
        path.write_text(html, encoding="utf-8")
        paths.append(path)
    return nu(paths)
