"""A small mail server for tests: it takes letters on 127.0.0.1, slowly, and keeps each one's Message-ID."""

import contextlib
import socketserver
import threading
import time


class Taking(socketserver.StreamRequestHandler):
    """One conversation, in as much of the language of mail as is needed."""

    def handle(self):
        """Take letters until the other side hangs up."""
        self._say("220 ready")
        while line := self.rfile.readline():
            word = line.split(b" ")[0].strip().upper()
            if word == b"DATA":
                self._say("354 go on")
                self._take()
            elif word == b"QUIT":
                return self._say("221 bye")
            else:
                self._say("250 good")
        return None

    def _take(self):
        identity = ""
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            if line.lower().startswith(b"message-id:"):
                identity = line.split(b":", 1)[1].strip().decode()
        time.sleep(self.server.seconds)
        if line:
            self.server.taken.append(identity)  # it has it from here on, whether or not the sender hears so
            time.sleep(self.server.seconds)
            self._say("250 taken")

    def _say(self, words):
        self.wfile.write(words.encode() + b"\r\n")

    def finish(self):
        """Hang up, also on somebody who was killed."""
        with contextlib.suppress(OSError):
            super().finish()


class MailServer(socketserver.ThreadingTCPServer):
    """`taken`: the Message-ID of every letter, in their order. seconds: how long it thinks before and after."""

    allow_reuse_address = daemon_threads = True

    def __init__(self, seconds=0.02):
        super().__init__(("127.0.0.1", 0), Taking)
        self.taken, self.seconds = [], seconds

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *problem):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        """A sender that was killed in the middle is what this is for."""

    @property
    def port(self):
        return self.server_address[1]
