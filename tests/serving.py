"""The live server's static files: each browser asks for each of them once, and axe-core is among them."""

from pathlib import Path

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.http import HttpResponse
from pytest_django.live_server_helper import LiveServer

AXE = Path(__file__).parent.parent / "node_modules" / "axe-core" / "axe.min.js"
AXE_URL = "/static/axe.min.js"


class KeptFiles(StaticFilesHandler):
    """Serves static files so that a browser keeps them, instead of asking for a dozen of them on every page."""

    def get_response(self, request):
        if request.path == AXE_URL:
            response = HttpResponse(AXE.read_bytes(), content_type="text/javascript")
        else:
            response = super().get_response(request)
        response["Cache-Control"] = "max-age=86400, immutable"
        return response


def start_server():
    """A live server with such static files, that runs."""
    server = LiveServer("localhost", start=False)
    server.thread.static_handler = KeptFiles
    server.start()
    return server
